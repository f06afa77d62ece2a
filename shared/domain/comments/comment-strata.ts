import { other, pooledAmong } from '../tallies/pooling.ts';
import type { Stratum } from '../tallies/table.ts';
import { shuffled } from './shuffled.ts';

/** Fewest comments of a region in one period that are kept, or told, under its name. */
export const commentsMin = 10;

/** A comment as it was unsealed, and masked. */
export type Written = { readonly region: string; readonly text: string };

/** A comment, and the only thing that is kept of where it belongs. */
export type PlacedComment = { readonly stratum: Stratum; readonly text: string };

/**
 * The comments of a period in an order of their own, so that neither the order of answers nor that of regions shows.
 * Regions with few comments are told together, and with them the next smallest where they are few together too.
 *
 * @param drawBelow a whole number from 0 to below its argument, all as likely, that nobody can foresee
 */
export function mixComments(
  written: readonly Written[],
  drawBelow: (bound: number) => number,
): PlacedComment[] {
  const sizes = [...Map.groupBy(written, ({ region }) => region)].map(
    ([region, { length }]) => [region, length] as const,
  );
  const pooled = pooledAmong(new Map(sizes), commentsMin);
  const placed = written.map(({ region, text }) => ({
    stratum: { region: pooled.has(region) ? other : region },
    text,
  }));
  return shuffled(placed, drawBelow);
}
