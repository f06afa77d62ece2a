import { bodyBytesMost, type receiptsSchema } from '../../shared/api/events.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { sendMessages } from '../../shared/adapters/queues.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { bodyOf, httpFunction, json, jsonBody, mediaType } from '../../shared/lambda/http-function.ts';
import { info } from '../../shared/lambda/log.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { announcesBatch, readDelivery } from './delivery.ts';
import { verifySignature } from './signature.ts';

const queueUrl = required(environment.stageEventsQueueUrl);
const secretArn = required(environment.webhookSecretArn);

/**
 * Takes stage events from the client information system: checks size, signature and form, puts what is good into
 * the stage-events queue, and says of every event what became of it.
 */
export const handler = httpFunction(async (request) => {
  const body = bodyOf(request);
  if (body.length > bodyBytesMost) throw new Problem(413, 'The body is larger than 1 MB.');
  verifySignature(await readSecret(secretArn), body, request.headers);

  const isBatch = announcesBatch(mediaType(request));
  const { events, receipts } = readDelivery(isBatch, jsonBody(request), now());
  await sendMessages(
    queueUrl,
    events.map((event) => JSON.stringify(event)),
  );
  const refused = receipts.filter(({ status }) => status === 'refused');
  info('events were received', { count: events.length, refused: refused.length });
  if (events.length === 0 && refused.length > 0) {
    throw new Problem(
      400,
      isBatch ? 'No event of the batch is as expected.' : 'The event is not as expected.',
      refused.flatMap(({ errors = [] }) => errors),
    );
  }
  return json(202, { receipts } satisfies Told<typeof receiptsSchema>);
});
