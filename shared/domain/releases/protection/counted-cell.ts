import type { Stratum, TableId } from '../../tallies/table.ts';
import type { ItemTally } from '../../tallies/tally.ts';

/** One stratum of one table, and the answers to one question in it. */
export type CountedCell = {
  readonly table: TableId;
  readonly stratum: Stratum;
  readonly tally: ItemTally;
};
