import type { Driver } from '../tallies/drivers.ts';
import type { Range } from './figures.ts';

/** How a statement goes together with the recommendation: what goes together, and nothing of causes. */
export type DriverFigures = {
  /** Who answered both, to the nearest 5 below. */
  readonly responses: number;
  /** Pearson's correlation, −1 to 1, to one decimal. */
  readonly correlation: number;
  /** In which it would lie in 95 of 100 such samples (by Fisher's z), outwards to the next decimal. */
  readonly correlationInterval: Range;
};

/** @returns undefined where all answered alike, so that nothing goes together with anything */
export function driverFigures({
  responses: n,
  sums: { x, y, xy, xx, yy },
}: Driver): DriverFigures | undefined {
  const spread = (n * xx - x * x) * (n * yy - y * y);
  if (spread <= 0) return undefined;
  const correlation = Math.min(1, Math.max(-1, (n * xy - x * y) / Math.sqrt(spread)));
  const z = Math.atanh(correlation);
  const half = 1.96 / Math.sqrt(n - 3);
  return {
    responses: Math.floor(n / 5) * 5,
    correlation: tenths(correlation, Math.round),
    correlationInterval: {
      from: tenths(Math.tanh(z - half), Math.floor),
      to: tenths(Math.tanh(z + half), Math.ceil),
    },
  };
}

const tenths = (value: number, round: (value: number) => number): number => round(10 * value) / 10 + 0;
