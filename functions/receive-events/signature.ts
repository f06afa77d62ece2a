import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { Problem } from '../../shared/lambda/problem.ts';

/**
 * Checks that a delivery was signed with the shared secret within the last five minutes.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks
 * @throws Problem 401 without saying which part was wrong: a guesser learns nothing
 */
export function verifySignature(
  secret: string,
  body: Buffer,
  headers: Readonly<Record<string, string | undefined>>,
): void {
  const signed = {
    'webhook-id': headers['webhook-id'] ?? '',
    'webhook-timestamp': headers['webhook-timestamp'] ?? '',
    'webhook-signature': headers['webhook-signature'] ?? '',
  };
  try {
    new Webhook(secret).verify(body, signed, { jsonParse: false });
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    throw new Problem(401, 'The signature is missing, wrong, or older than five minutes.');
  }
}
