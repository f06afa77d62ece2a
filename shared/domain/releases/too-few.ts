import { mostByTooFew, type CellPlace, type Invited } from '../tallies/invited.ts';
import type { Quarter } from '../calendar/month.ts';
import { other } from '../tallies/pooling.ts';

/** How many answers to a question fewer people than a figure must rest on can have given. Infinity: nobody knows. */
export type TooFew = {
  /** In a cell; where several are told together, in all that its table tells beside it. */
  readonly in: (cell: CellPlace) => number;
  /** In a cell's whole region, or in the whole deployment where its table is not told by region. */
  readonly around: (cell: CellPlace) => number;
};

/**
 * @param period that is published
 * @param counted the quarters whose answers are in it
 * @param invitedIn the asks behind each of them
 */
export function tooFewIn(
  period: Quarter,
  counted: readonly Quarter[],
  invitedIn: ReadonlyMap<Quarter, Invited>,
): TooFew {
  const most = mostByTooFew(period, counted, invitedIn);
  const wholes = [...invitedIn.values()].flat().filter(({ table }) => table === 'R1');
  const channelsOf = Map.groupBy(
    new Map(wholes.map(({ stratum }) => [JSON.stringify(stratum), stratum])).values(),
    ({ region }) => region ?? other,
  );
  const inRegion = (region: string, item: string): number =>
    sum((channelsOf.get(region) ?? []).map((stratum) => most({ table: 'R1', stratum, item }))) ?? Infinity;
  const everywhere = (item: string): number => most({ table: 'R1', stratum: {}, item });
  const around = ({ stratum: { region }, item }: CellPlace): number =>
    region === undefined || region === other ? everywhere(item) : inRegion(region, item);
  return {
    in: (cell) => (Object.values(cell.stratum).includes(other) ? around(cell) : most(cell)),
    around,
  };
}

const sum = (counts: readonly number[]): number | undefined =>
  counts.length === 0 ? undefined : counts.reduce((all, count) => all + count, 0);
