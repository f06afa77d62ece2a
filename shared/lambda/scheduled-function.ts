import middy from '@middy/core';
import { fault } from './log.ts';

/**
 * The shell of a function that runs by the clock. It takes no input: each run does whatever there is still to do,
 * so a run that failed is made good by the next.
 */
export const scheduledFunction = (run: () => Promise<void>) =>
  middy<unknown, undefined>().handler(async () => {
    try {
      await run();
    } catch (error) {
      fault('a scheduled run failed', error);
      // Lambda logs what a handler throws, message and all: it gets one of our own, and counts the failure.
      throw new Error('a scheduled run failed');
    }
    return undefined;
  });
