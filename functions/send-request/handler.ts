import { environment } from '../../shared/contract/environment.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { readMailSender } from '../../shared/domain/respondent/mail-sender.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { queueWorker } from '../../shared/lambda/queue-worker.ts';
import { sendRequest } from './send-request.ts';

const invitations = required(environment.invitationsTable);
const settings = required(environment.settingsTable);
const ticketsSecretArn = required(environment.ticketsSecretArn);
const contextsSecretArn = required(environment.contextsSecretArn);
const preferencesSecretArn = required(environment.preferencesSecretArn);
const sender = readMailSender(required(environment.senderName), {
  address: required(environment.senderAddress),
  replyTo: required(environment.replyTo),
});
const configurationSet = required(environment.sesConfigurationSet);
const origin = required(environment.webOrigin);

/** Sends the mail of one request: at most one, whatever crashes. One by one, since SES counts mails by the second. */
export const handler = queueWorker(async (requestId) => {
  const [ticketsKey, contextsKey, preferencesKey] = await Promise.all([
    readSecret(ticketsSecretArn),
    readSecret(contextsSecretArn),
    readSecret(preferencesSecretArn),
  ]);
  const outcome = await sendRequest(requestId, {
    invitations,
    settings,
    ticketsKey,
    contextsKey,
    preferencesKey,
    sender,
    configurationSet,
    origin,
    now: now(),
  });
  info(`a request was handled: ${outcome}`, { requestId });
}, 'one-by-one');
