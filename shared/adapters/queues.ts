import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

/** SQS takes at most ten messages a call, and this is well below what it takes together. */
const batchLength = 10;
const batchBytes = 200_000;
const callsAtOnce = 8;

/**
 * Sends messages, in batches, and tries once more what a batch did not take.
 *
 * @throws where a message was still not taken: the caller's own retry must find everything idempotent
 */
export async function sendMessages(queueUrl: string, bodies: readonly string[]): Promise<void> {
  const batches = inBatches(bodies);
  for (let start = 0; start < batches.length; start += callsAtOnce) {
    await Promise.all(batches.slice(start, start + callsAtOnce).map((batch) => sendBatch(queueUrl, batch)));
  }
}

async function sendBatch(queueUrl: string, bodies: readonly string[], triesLeft = 2): Promise<void> {
  if (bodies.length === 0) return;
  if (triesLeft === 0) throw new Error(`the queue did not take ${bodies.length} messages`);
  const Entries = bodies.map((MessageBody, position) => ({ Id: String(position), MessageBody }));
  const { Failed: failed = [] } = await sqs.send(
    new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }),
  );
  const left = new Set(failed.map(({ Id }) => Number(Id)));
  await sendBatch(
    queueUrl,
    bodies.filter((_, position) => left.has(position)),
    triesLeft - 1,
  );
}

function inBatches(bodies: readonly string[]): string[][] {
  const batches: string[][] = [];
  let bytes = 0;
  for (const body of bodies) {
    const size = Buffer.byteLength(body);
    const current = batches.at(-1);
    if (current === undefined || current.length === batchLength || bytes + size > batchBytes) {
      batches.push([body]);
      bytes = size;
    } else {
      current.push(body);
      bytes += size;
    }
  }
  return batches;
}
