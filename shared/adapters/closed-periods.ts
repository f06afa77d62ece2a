import * as z from 'zod';
import { quarterSchema } from '../domain/calendar/month.ts';
import type { PlacedComment } from '../domain/comments/comment-strata.ts';
import { tableIdSchema } from '../domain/tallies/table.ts';
import { putComments } from './comments.ts';
import { isConditionRefused, putNew, readPartition, toItem, transact } from './dynamodb.ts';
import { tallyItems, type StoredTallies } from './tallies.ts';

const closedPeriodSchema = z.object({
  period: quarterSchema,
  /** The quarters whose answers were counted here; empty where too few came and all were carried over. */
  counted: z.array(quarterSchema),
  /** The tables that were tallied, and no other: a table that is new later has no past. */
  tables: z.array(tableIdSchema),
  /** Envelopes that could not be opened, or held nothing that belongs to a form. */
  spoiled: z.int(),
});
/** A period that the mix has closed. */
export type ClosedPeriod = z.infer<typeof closedPeriodSchema>;

/** The closed periods, earliest first. */
export const readClosedPeriods = async (table: string): Promise<ClosedPeriod[]> =>
  (await readPartition(table, 'PERIODS')).map((item) => closedPeriodSchema.parse(item));

/** What a mix has made of the answers of a period. */
export type Mixed = StoredTallies & { readonly comments: readonly PlacedComment[] };

/**
 * Closes a period for good, with its tallies and comments: all or nothing, and once. A mix that crashed before leaves
 * nothing behind that can be read, and one that runs again changes nothing.
 *
 * @returns the period as it was closed: by another run, where that was quicker
 */
export async function closePeriod(table: string, closed: ClosedPeriod, mixed: Mixed): Promise<ClosedPeriod> {
  const { period } = closed;
  // What is too large is refused here, before anything is written.
  const tallies = tallyItems(period, mixed);
  const comments = await putComments(table, period, mixed.comments);
  const items = [toItem({ pk: 'PERIODS', sk: period, ...closed }), ...tallies, ...comments];
  try {
    await transact(items.map((item) => putNew(table, item)));
    return closed;
  } catch (error) {
    const before = isConditionRefused(error) ? await readClosedPeriods(table) : [];
    const stored = before.find((other) => other.period === period);
    if (stored === undefined) throw error;
    return stored;
  }
}
