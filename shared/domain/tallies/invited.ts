import * as z from 'zod';
import type { Quarter } from '../calendar/month.ts';
import { tableIdSchema, type Stratum, type TableId } from './table.ts';
import { batchMin } from './tally.ts';

const invitedStratumSchema = z.object({
  table: tableIdSchema,
  stratum: z.record(z.string(), z.string()),
  /** Requests sent in the period. */
  sent: z.int().min(0),
  /** People to whom they were sent. */
  contacts: z.int().min(0),
  /**
   * One person less than a figure must rest on: the most tickets that so few got in this stratum, which can be behind
   * answers of the period.
   */
  largest: z.int().min(1),
  /**
   * By question, the most tickets that so few of those got who were asked it here: got anywhere. A ticket is not tied to
   * the context that it came with, so somebody who was asked about two units can give both answers about one.
   */
  reach: z.record(z.string(), z.int().min(1)),
});
export type InvitedStratum = z.infer<typeof invitedStratumSchema>;

/** Who was asked in a period: nothing of a stratum in which fewer people could answer than a figure must rest on. */
export const invitedSchema = z.array(invitedStratumSchema);
export type Invited = readonly InvitedStratum[];

/** One name for one stratum of one table. */
export const stratumKey = (table: TableId, stratum: Stratum): string =>
  JSON.stringify([
    table,
    ...Object.keys(stratum)
      .toSorted()
      .map((name) => [name, stratum[name]]),
  ]);

/**
 * What was carried over held too few answers for a batch, from all quarters before, and no more envelopes that could not be
 * read: not even if they can be read now is it more than this.
 */
const carriedMost = 2 * (batchMin - 1);

/** One question of one stratum of one table. */
export type CellPlace = { readonly table: TableId; readonly stratum: Stratum; readonly item: string };

/**
 * How many answers a cell can hold at most that were all given by fewer people than a figure must rest on. With one more, it
 * rests on enough, whoever they were.
 *
 * @param period that is published
 * @param counted the quarters whose answers are in it: its own, and those that were carried over into it
 * @param invitedIn the asks behind each of them, as far as they were counted
 * @returns infinity for a cell of which it is not known
 */
export function mostByTooFew(
  period: Quarter,
  counted: readonly Quarter[],
  invitedIn: ReadonlyMap<Quarter, Invited>,
): (cell: CellPlace) => number {
  const strata = new Map(
    counted.map((quarter) => [
      quarter,
      new Map((invitedIn.get(quarter) ?? []).map((each) => [stratumKey(each.table, each.stratum), each])),
    ]),
  );
  const mostIn = (quarter: Quarter, { table, stratum, item }: CellPlace): number => {
    const invited = strata.get(quarter)?.get(stratumKey(table, stratum));
    return invited === undefined ? Infinity : Math.max(invited.largest, invited.reach[item] ?? Infinity);
  };
  return (cell) => {
    // Whoever they are, they have no more tickets of all quarters than the most that any so few have of each.
    const carried = counted
      .filter((quarter) => quarter !== period)
      .reduce((sum, quarter) => sum + mostIn(quarter, cell), 0);
    return mostIn(period, cell) + Math.min(carried, carriedMost);
  };
}
