import { identityBehind } from '../place.ts';
import type { Teardown } from '../teardown.ts';
import type { Resources } from '../template/read.ts';
import { busRulesOf, keysOf, queuesOf, secretsOf, tablesOf } from '../template/wiring.ts';
import type { Backend } from '../wire/backend.ts';
import type { Service } from '../wire/operations.ts';
import { createBus } from './bus.ts';
import { createTables } from './dynamodb.ts';
import { createKms } from './kms.ts';
import type { Kms } from './kms.ts';
import { createSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import { startSesLocal } from './ses.ts';
import { startSqsLocal } from './sqs.ts';
import type { SqsLocal } from './sqs.ts';

/** Everything that stands in for a service of AWS, with the resources of the template in it. */
export type Emulators = { backends: Record<Service, Backend>; sqs: SqsLocal; kms: Kms; secrets: Secrets };

export type EmulatorsOptions = {
  region: string;
  clock: { now: () => number };
  /** Address under which callers know the queues. */
  sqsUrl: string;
  dynamodbUrl: Promise<string>;
  teardown: Teardown;
};

export const startEmulators = async (
  resources: Resources,
  { region, clock, sqsUrl, dynamodbUrl, teardown }: EmulatorsOptions,
): Promise<Emulators> => {
  const sqs = await startSqsLocal(region, sqsUrl, queuesOf(resources));
  teardown.add(sqs.close);
  const ses = await startSesLocal({
    verified: (address) => identityBehind(resources, address) !== undefined,
    configurationSets: new Set(resources.namesOf('AWS::SES::ConfigurationSet')),
  });
  teardown.add(ses.close);
  const secrets = createSecrets(secretsOf(resources));
  const kms = createKms(keysOf(resources));
  const events = createBus({
    rules: busRulesOf(resources, (arn, body) => sqs.send(arn.split(':').at(-1) ?? '', body)),
    busNames: new Set(resources.namesOf('AWS::Events::EventBus')),
    region,
    now: clock.now,
  });
  const dynamodb = await createTables(await dynamodbUrl, region, tablesOf(resources));
  const backends = {
    ...{ dynamodb, events },
    ...{ sqs: sqs.backend, ses: ses.backend, kms: kms.backend, secretsmanager: secrets.backend },
  };
  return { backends, sqs, kms, secrets };
};
