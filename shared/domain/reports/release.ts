import * as z from 'zod';
import { quarterSchema, type Quarter } from '../calendar/month.ts';
import { languages } from '../vocabulary.ts';
import type { CellPlace } from './invited.ts';
import { other } from './pooling.ts';
import { reportTable, tableIdSchema, type TableId } from './table.ts';
import { responsesMin, total, type ItemTally, type Tally } from './tally.ts';

/**
 * A cell by name: its dimensions, `item`, then `responses`, `distribution` (lowest step first), `mean`, `index` and
 * `responseRate`. A figure that is not published is null; a cell of which nothing is published is not there at all.
 */
const cellSchema = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.int()), z.null()]));
type Cell = z.infer<typeof cellSchema>;

/** One table of one period, computed once after the period has closed, and never changed. */
export const releaseSchema = z.object({
  table: tableIdSchema,
  period: quarterSchema,
  title: z.record(z.enum(languages), z.string()),
  dimensions: z.array(z.string()),
  cells: z.array(cellSchema),
});
export type Release = z.infer<typeof releaseSchema>;

/**
 * A cell is published where it has {@link responsesMin} answers, and more than fewer people can have given.
 *
 * @param tallies of the period, of any table
 * @param mostByTooFew how many answers of a cell can be from fewer people than {@link responsesMin}; infinity if not known
 */
export function composeRelease(
  id: TableId,
  period: Quarter,
  tallies: readonly Tally[],
  mostByTooFew: (cell: CellPlace) => number,
): Release {
  const table = reportTable(id);
  return {
    table: id,
    period,
    title: table.title,
    dimensions: [...table.dimensions, 'item'],
    cells: tallies
      .filter((tally) => tally.table === id && isToldApart(tally))
      .flatMap((tally) => cellsOf(tally, table.dimensions, mostByTooFew)),
  };
}

/** What was too small to be told apart is published under no name. */
const isToldApart = ({ stratum }: Tally): boolean => !Object.values(stratum).includes(other);

function cellsOf(
  { table, stratum, items }: Tally,
  dimensions: readonly string[],
  mostByTooFew: (cell: CellPlace) => number,
): Cell[] {
  const coordinates = Object.fromEntries(
    dimensions.map((dimension) => [dimension, stratum[dimension] ?? null]),
  );
  return Object.entries(items)
    .filter(([item, { counts }]) => {
      const responses = total(counts);
      return responses >= responsesMin && responses > mostByTooFew({ table, stratum, item });
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([item, tally]) => ({
      ...coordinates,
      item,
      responses: total(tally.counts),
      distribution: [...tally.counts],
      mean: meanOf(tally),
      index: indexOf(tally),
      responseRate: null,
    }));
}

/** The mean, to one decimal. */
function meanOf({ from, counts }: ItemTally): number {
  const sum = counts.reduce((partial, count, step) => partial + count * (from + step), 0);
  return Math.round((sum / total(counts)) * 10) / 10;
}

/**
 * The recommendation index, −100 to 100: the share of those who answered 9 or 10 less the share of those who
 * answered 0 to 6, in whole per cents. Null for a question that is not asked on the scale from 0 to 10.
 */
function indexOf({ from, counts }: ItemTally): number | null {
  if (from !== 0 || counts.length !== 11) return null;
  const promoters = total(counts.slice(9));
  const detractors = total(counts.slice(0, 7));
  return Math.round((100 * (promoters - detractors)) / total(counts)) + 0;
}
