import middy from '@middy/core';
import { fault } from './log.ts';

/**
 * The shell of a function that runs by the clock. It takes no input: each run does whatever there is still to do,
 * so a run that failed is made good by the next.
 */
export const scheduledFunction = (run: () => Promise<void>) =>
  middy<unknown, undefined>()
    .use({
      onError: ({ error }) => {
        fault('a scheduled run failed', error);
      },
    })
    .handler(async () => {
      await run();
      return undefined;
    });
