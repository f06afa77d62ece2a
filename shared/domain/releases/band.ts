import { total, type ItemTally } from '../tallies/tally.ts';

export const meanOf = ({ from, counts }: ItemTally): number =>
  counts.reduce((sum, count, step) => sum + count * (from + step), 0) / total(counts);

/**
 * A band of the mean: half a step wide on a scale of five, one step on a longer one, and twice as wide at both ends, where
 * a narrow one would tell that nearly everybody gave the same answer.
 */
export function bandOf(mean: number, { from, counts }: ItemTally): { from: number; to: number } {
  const to = from + counts.length - 1;
  const width = counts.length > 5 ? 1 : 0.5;
  if (mean <= from + 2 * width) return { from, to: from + 2 * width };
  if (mean >= to - 2 * width) return { from: to - 2 * width, to };
  const lower = from + Math.floor((mean - from) / width) * width;
  return { from: lower, to: lower + width };
}
