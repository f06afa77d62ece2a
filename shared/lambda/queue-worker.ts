import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { fault } from './log.ts';

/**
 * The shell of a function behind a queue. Each message stands for itself: those that fail come again, and after
 * their last try rest in the dead-letter queue, while the others are done.
 *
 * @param pace whether the messages of a batch are handled all at once, or one after another
 */
export const queueWorker = (
  handle: (body: string) => Promise<void>,
  pace: 'all-at-once' | 'one-by-one' = 'all-at-once',
) =>
  middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records: messages }) => {
    const failed: string[] = [];
    const attempt = async ({ body, messageId }: SQSRecord): Promise<void> => {
      try {
        await handle(body);
      } catch (error) {
        fault('a message failed', error, { messageId });
        failed.push(messageId);
      }
    };
    if (pace === 'all-at-once') await Promise.all(messages.map(attempt));
    else for (const message of messages) await attempt(message);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  });
