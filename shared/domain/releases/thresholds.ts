import * as z from 'zod';
import { quarterSchema, type Quarter } from '../calendar/month.ts';
import { responsesMin } from '../tallies/tally.ts';

/** Fewest answers of a published cell, from a quarter on. */
const thresholdSchema = z.object({
  from: quarterSchema,
  answersMin: z
    .int()
    .min(responsesMin, `expected at least ${responsesMin}: no setting can lower it further`)
    .max(100, 'expected at most 100'),
});

/** What administrators have demanded, earliest quarter first. Before the first, and without any, it is {@link responsesMin}. */
export const thresholdsSchema = z
  .array(thresholdSchema)
  .max(100)
  .refine(
    (thresholds) =>
      thresholds.every(({ from }, index) => index === 0 || from > (thresholds[index - 1]?.from ?? '')),
    'expected quarters in order, each once',
  );
export type Thresholds = z.infer<typeof thresholdsSchema>;

/** Fewest answers of a cell that is published of a quarter. */
export const answersMinIn = (thresholds: Thresholds, quarter: Quarter): number =>
  thresholds.findLast(({ from }) => from <= quarter)?.answersMin ?? responsesMin;

/** Why thresholds can't be changed so. `from`: the quarter that it is about. `least`: what its threshold may not fall below. */
export type ThresholdFault =
  | { readonly from: Quarter; readonly reason: 'past' }
  | { readonly from: Quarter; readonly reason: 'lowered'; readonly least: number };

/**
 * A quarter that has ended keeps its threshold: what was released would be told again in other words. From the quarter that
 * runs on a threshold may be raised, and never falls again: neither below what was demanded of the same quarter, since its
 * people may have been told, nor below that of a quarter before.
 *
 * @param current the quarter that runs
 * @returns the faults of all quarters from which on something changes, earliest first
 */
export function thresholdFaults(before: Thresholds, after: Thresholds, current: Quarter): ThresholdFault[] {
  const changes = [...new Set([...before, ...after].map(({ from }) => from).concat(current))].toSorted();
  const past = changes.filter(
    (from) => from < current && answersMinIn(before, from) !== answersMinIn(after, from),
  );
  let least = before.findLast(({ from }) => from < current)?.answersMin ?? responsesMin;
  const lowered = changes
    .filter((from) => from >= current)
    .flatMap((from): ThresholdFault[] => {
      least = Math.max(least, answersMinIn(before, from));
      const answersMin = answersMinIn(after, from);
      if (answersMin < least) return [{ from, reason: 'lowered', least }];
      least = answersMin;
      return [];
    });
  return [...past.map((from): ThresholdFault => ({ from, reason: 'past' })), ...lowered];
}
