import type { Draws } from '../../../local/simulation/draws.ts';

/** Minutes to days: half of those who answer do so within two hours, some in the week after. In milliseconds. */
export const delayMs = (draws: Draws): number =>
  Math.round(
    draws.weighted([
      [() => draws.between(1, 120) * 60_000, 5],
      [() => draws.between(2 * 60, 12 * 60) * 60_000, 3],
      [() => draws.between(12 * 60, 9 * 24 * 60) * 60_000, 2],
    ])() + draws.between(0, 59_999),
  );
