import type { Mover } from './settle.ts';

/** Milliseconds between two looks at what is due. */
const tickMs = 1000;

/** While the clock is live, moves the system on once a second. Returns what stops it, after the tick at work. */
export const keepMoving = (clock: { pinned: () => boolean }, tick: Mover['tick']): (() => Promise<void>) => {
  let stopped = false;
  let working: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = (): void => {
    timer = setTimeout(() => {
      if (clock.pinned()) {
        next();
        return;
      }
      // What a function failed at is in its log and was noted already.
      working = tick()
        .catch(() => undefined)
        .finally(() => {
          if (!stopped) next();
        });
    }, tickMs);
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await working;
  };
};
