import { referenceHash } from '../../shared/adapters/crypto/references.ts';
import { noteDelivery } from '../../shared/adapters/deliveries.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { addressHashOf, suppressAddress } from '../../shared/adapters/suppressions.ts';
import { environment } from '../../shared/contract/environment.ts';
import type { Delivery } from '../../shared/domain/request-state.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { queueWorker } from '../../shared/lambda/queue-worker.ts';
import { readMailEvent } from './mail-event.ts';

const invitations = required(environment.invitationsTable);
const referencesSecretArn = required(environment.referencesSecretArn);

const phrases: Readonly<Record<Delivery, string>> = {
  delayed: 'a mail is delayed',
  bounced: 'a mail bounced',
  complained: 'a recipient complained about a mail',
};

/**
 * Notes what became of a mail after SES had taken it. An address that does not exist, or whose owner complained, is not
 * written to again. Nothing is ever sent from here. An event may come twice, late, and before its request has ended.
 */
export const handler = queueWorker(async (body) => {
  const event = readMailEvent(JSON.parse(body));
  if (event === undefined) throw new TypeError('the message is no event about a mail');
  const { delivery, suppressed, requestId } = event;
  const hash = referenceHash(await readSecret(referencesSecretArn));
  const cause = delivery === 'complained' ? 'complaint' : 'bounce';
  for (const address of suppressed) {
    const addressHash = addressHashOf(hash, address);
    await suppressAddress(invitations, { addressHash, cause, now: now(), requestId });
  }
  if (requestId !== undefined) await noteDelivery(invitations, requestId, delivery);
  info(phrases[delivery], requestId === undefined ? {} : { requestId });
});
