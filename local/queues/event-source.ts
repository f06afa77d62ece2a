import type { QueueMessage, SqsLocal } from '../emulators/sqs.ts';
import type { Invocation } from '../functions/environment.ts';

/** A queue that feeds a function. */
export type EventSource = {
  queue: string;
  queueArn: string;
  functionName: string;
  batchSize: number;
  reportsItemFailures: boolean;
  /** Batches at work at the same time. */
  concurrency: number;
};

export type BatchOutcome = { functionName: string; messages: number; failed: number; error?: string };

/**
 * Hands over what waits in a queue, batch by batch, until nothing is visible any more. What the function did not
 * manage is visible again at once, until SQS moves it to the dead letters.
 */
export const drain = async (
  source: EventSource,
  sqs: SqsLocal,
  region: string,
  invoke: (event: unknown) => Promise<Invocation>,
): Promise<BatchOutcome[]> => {
  const outcomes: BatchOutcome[] = [];
  if (sqs.count(source.queue) === 0) return outcomes;
  const work = async (): Promise<void> => {
    for (;;) {
      const messages = await sqs.receive(source.queue, source.batchSize);
      if (messages.length === 0) return;
      const invocation = await invoke({
        Records: messages.map((message) => recordOf(message, source, region)),
      });
      const failed = failedOf(messages, source, invocation);
      await Promise.all(
        messages.map((message) =>
          failed.has(message.messageId)
            ? sqs.giveBack(source.queue, message)
            : sqs.remove(source.queue, message),
        ),
      );
      outcomes.push({
        functionName: source.functionName,
        messages: messages.length,
        failed: failed.size,
        ...(!invocation.ok && { error: invocation.error.errorMessage }),
      });
    }
  };
  await Promise.all(Array.from({ length: source.concurrency }, work));
  return outcomes;
};

const recordOf = (message: QueueMessage, source: EventSource, region: string): Record<string, unknown> => ({
  ...message,
  eventSource: 'aws:sqs',
  eventSourceARN: source.queueArn,
  awsRegion: region,
});

/** Ids of the messages that stay in the queue: all of them when the invocation failed or its answer makes no sense. */
const failedOf = (messages: QueueMessage[], source: EventSource, invocation: Invocation): Set<string> => {
  const all = new Set(messages.map(({ messageId }) => messageId));
  if (!invocation.ok) return all;
  if (!source.reportsItemFailures) return new Set();
  const result = JSON.parse(invocation.payload) as {
    batchItemFailures?: { itemIdentifier?: string }[] | null;
  } | null;
  const failed = new Set((result?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier ?? ''));
  return [...failed].every((id) => all.has(id)) ? failed : all;
};
