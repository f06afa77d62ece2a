import { readClock } from '../clock.ts';

/**
 * Puts the system's clock in place of this thread's: `new Date()`, `Date()` and `Date.now()` then tell the system's
 * time, to handlers and to the libraries that they use. Timers keep to real time.
 */
export const installClock = (shared: SharedArrayBuffer): void => {
  const cell = new Float64Array(shared);
  const Live = globalThis.Date;
  const liveNow = Live.now.bind(Live);
  const now = (): number => readClock(cell, liveNow);
  const Clocked = new Proxy(Live, {
    construct: (target, given: unknown[], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as object,
    apply: () => new Live(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
  Object.defineProperty(Live.prototype, 'constructor', {
    value: Clocked,
    configurable: true,
    writable: true,
  });
  globalThis.Date = Clocked;
};
