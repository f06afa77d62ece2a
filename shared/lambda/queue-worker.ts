import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { fault } from './log.ts';

/**
 * The shell of a function behind a queue. Each message stands for itself: those that fail come again, and after
 * their last try rest in the dead-letter queue, while the others are done.
 */
export const queueWorker = (handle: (body: string) => Promise<void>) =>
  middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records: messages }) => {
    const results = await Promise.allSettled(messages.map(({ body }) => handle(body)));
    const failed = results.flatMap((result, position) => {
      if (result.status === 'fulfilled') return [];
      const messageId = messages[position]?.messageId ?? '';
      fault('a message failed', result.reason, { messageId });
      return [messageId];
    });
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  });
