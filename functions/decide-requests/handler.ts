import { environment } from '../../shared/contract/environment.ts';
import { referenceHash } from '../../shared/adapters/crypto/references.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { readStageEvent } from '../../shared/domain/read-stage-event.ts';
import { outOfEnvelope } from '../../shared/lambda/bus-message.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { queueWorker } from '../../shared/lambda/queue-worker.ts';
import { decideEvent } from './decide-event.ts';
import { makeUnitKnown } from './make-unit-known.ts';

const invitations = required(environment.invitationsTable);
const settings = required(environment.settingsTable);
const referencesSecretArn = required(environment.referencesSecretArn);

/**
 * Decides for every recipient of a stage event whether to ask, and records each decision with its reason. What came
 * over the bus meets the same door here as a webhook does at receive-events.
 */
export const handler = queueWorker(async (body) => {
  const reading = readStageEvent(outOfEnvelope(JSON.parse(body)), now());
  if (reading.kind === 'refused') throw new TypeError('the message is no stage event');
  const { event } = reading;
  await makeUnitKnown(settings, event);
  const hash = referenceHash(await readSecret(referencesSecretArn));
  await decideEvent(event, { invitations, settings, hash, now });
});
