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

/** Why thresholds can't be changed so. `from`: the quarter that it is about. */
export type ThresholdFault = { readonly from: Quarter; readonly reason: 'past' | 'lowered' };

/**
 * A quarter that has ended keeps its threshold: what was released would be told again in other words. While a quarter runs it
 * may be raised, and not lowered: its people were asked under the promise of the higher one.
 *
 * @param current the quarter that runs
 */
export function thresholdFaults(before: Thresholds, after: Thresholds, current: Quarter): ThresholdFault[] {
  const changes = new Set([...before, ...after].map(({ from }) => from).filter((from) => from < current));
  const past = [...changes].toSorted().flatMap((from): ThresholdFault[] => {
    const isSame = answersMinIn(before, from) === answersMinIn(after, from);
    return isSame ? [] : [{ from, reason: 'past' }];
  });
  const isLowered = answersMinIn(after, current) < answersMinIn(before, current);
  return isLowered ? [...past, { from: current, reason: 'lowered' }] : past;
}
