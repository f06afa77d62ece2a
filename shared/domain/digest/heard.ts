import * as z from 'zod';
import { quarterAt, quartersBefore, quarterSchema, type Quarter } from '../calendar/month.ts';
import { regionPairSchema } from './actions.ts';

/** What is told of a region to those who have answered: its newest list that says something. */
export const heardInRegionSchema = z.object({
  region: z.string(),
  period: quarterSchema,
  pairs: z.array(regionPairSchema),
});
export type HeardInRegion = z.infer<typeof heardInRegionSchema>;

const quartersToldOf = 4;

/**
 * The quarters that are still told of, the latest first: those of a year, all of them over.
 *
 * @param now epoch milliseconds
 */
export const heardQuarters = (now: number): Quarter[] =>
  Array.from({ length: quartersToldOf }, (_, place) => quartersBefore(quarterAt(now), place + 1));

/** What is not too old to be told, in the order of the regions' names. @param now epoch milliseconds */
export function currentlyHeard(regions: readonly HeardInRegion[], now: number): HeardInRegion[] {
  const quarters = heardQuarters(now);
  return regions
    .filter(({ period, pairs }) => pairs.length > 0 && quarters.includes(period))
    .toSorted((a, b) => a.region.localeCompare(b.region, 'fi'));
}
