export type Limits = { burst: number; ratePerSecond: number };

/** A token bucket in real time: at most `burst` requests at once, refilled at `ratePerSecond`. */
export const createThrottle = (
  limits: Limits,
  nowMs: () => number = () => performance.now(),
): (() => boolean) => {
  let tokens = limits.burst;
  let at = nowMs();
  return () => {
    const now = nowMs();
    tokens = Math.min(limits.burst, tokens + ((now - at) / 1000) * limits.ratePerSecond);
    at = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
};
