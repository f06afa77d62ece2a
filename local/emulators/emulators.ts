import { account, identityBehind } from '../place.ts';
import type { Teardown } from '../teardown.ts';
import type { Resources } from '../template/read.ts';
import {
  bucketsOf,
  busRulesOf,
  keysOf,
  mailEventDestinationsOf,
  queuesOf,
  secretsOf,
  tablesOf,
} from '../template/wiring.ts';
import type { Backend } from '../wire/backend.ts';
import type { Service } from '../wire/operations.ts';
import { createBus } from './bus.ts';
import type { Bus } from './bus.ts';
import { createOwnTables } from './dynamodb.ts';
import { startQueuesAndBuckets } from './fauxqs.ts';
import { createKms } from './kms.ts';
import type { Kms } from './kms.ts';
import { createSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import { publisherTo } from './mail-events.ts';
import { createBuckets } from './s3.ts';
import { startSesLocal } from './ses.ts';
import { createQueues } from './sqs.ts';
import type { SqsLocal } from './sqs.ts';

/** Everything that stands in for a service of AWS, with the resources of the template in it. */
export type Emulators = {
  backends: Record<Service, Backend>;
  sqs: SqsLocal;
  kms: Kms;
  secrets: Secrets;
  bus: Bus;
};

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
  const fauxqs = await startQueuesAndBuckets(region);
  teardown.add(() => fauxqs.server.stop());
  const sqs = createQueues(fauxqs, sqsUrl, queuesOf(resources));
  teardown.add(sqs.close);
  const bus = createBus({
    rules: busRulesOf(resources, (arn, body) => sqs.send(arn.split(':').at(-1) ?? '', body)),
    busNames: new Set(resources.namesOf('AWS::Events::EventBus')),
    region,
    now: clock.now,
  });
  const configurationSetArn = (name: string): string =>
    `arn:aws:ses:${region}:${account}:configuration-set/${name}`;
  const ses = await startSesLocal({
    verified: (address) => identityBehind(resources, address) !== undefined,
    configurationSets: new Set(resources.namesOf('AWS::SES::ConfigurationSet')),
    publish: publisherTo(mailEventDestinationsOf(resources), bus.publish, configurationSetArn),
    now: clock.now,
  });
  teardown.add(ses.close);
  const secrets = createSecrets(secretsOf(resources));
  const kms = createKms(keysOf(resources));
  const dynamodb = await createOwnTables(await dynamodbUrl, region, tablesOf(resources));
  const backends = {
    ...{ dynamodb, s3: createBuckets(fauxqs, bucketsOf(resources)), events: bus.backend },
    ...{ sqs: sqs.backend, ses: ses.backend, kms: kms.backend, secretsmanager: secrets.backend },
  };
  return { backends, sqs, kms, secrets, bus };
};
