import type { Solve } from '../../disclosure/linear-program.ts';
import type { Table } from '../../disclosure/table.ts';
import type { Structure } from '../../tallies/structure.ts';
import { total } from '../../tallies/tally.ts';
import type { CountedCell } from './counted-cell.ts';
import { isUnitAlone, totalsOf, unitSums } from './known-sums.ts';
import { personSums } from './person-sums.ts';
import { isPooledPart, type Counted, type KnownSum } from './pooled-parts.ts';

/** Cells with their sums, and which of them are told together with others. */
export type AddedUp = {
  readonly table: Table;
  /** How many these are is not to be known. */
  readonly pooledUnits: ReadonlySet<number>;
  /** Months of organisations, and people of a role and an age: how many of these have chosen a step is not to be known. */
  readonly pooledParts: ReadonlySet<number>;
};

/**
 * How the cells of one question add up across all tables: to totals that nobody publishes, and out of parts that are not told
 * under a name of their own. The first cells are those given, in their order; all others are unpublished.
 *
 * The answers in such a part are not known here either: tallies do not hold them. They get numbers that fit everything that
 * is known, as somebody would have to find them who wanted to work them out.
 *
 * @returns undefined where nothing fits: then answers were counted elsewhere than units are said to belong
 */
export function addUp(
  cells: readonly CountedCell[],
  structure: Structure,
  solve: Solve,
): AddedUp | undefined {
  const totals = totalsOf(cells);
  const tied = [...unitSums(cells, structure), ...personSums(cells, structure)];
  const values = new Map<Counted, number>(cells.map(({ tally }, index) => [index, total(tally.counts)]));
  for (const sum of totals)
    values.set(
      sum.total,
      sum.parts.reduce((all: number, part) => all + (values.get(part) ?? 0), 0),
    );
  const parts = partsThatFit(tied, values, solve);
  if (parts === undefined) return undefined;
  for (const [name, value] of parts) values.set(name, value);
  return tableOf(cells, [...totals, ...tied], values);
}

/**
 * An answer that units and roles lose weighs as much as so many that other tables lose: they are who can do better, and the
 * others tell of the whole deployment, where a cell has far more answers.
 */
export const weightOf = ({ table }: CountedCell): number => (table === 'T1' || table === 'T2' ? 100 : 1);

/** Whole numbers for the parts that nobody counted, so that every sum is right. */
function partsThatFit(
  sums: readonly KnownSum[],
  values: ReadonlyMap<Counted, number>,
  solve: Solve,
): Map<Counted, number> | undefined {
  const names = [...new Set(sums.flatMap(({ total: whole, parts }) => [whole, ...parts]))].filter(
    (part) => !values.has(part),
  );
  const places = new Map(names.map((name, place) => [name, place]));
  const rows = sums.map(({ total: whole, parts }) => {
    const left = parts.reduce((rest: number, part) => rest - (values.get(part) ?? 0), values.get(whole) ?? 0);
    const open = parts.flatMap((part): [number, number][] => {
      const place = places.get(part);
      return place === undefined ? [] : [[place, 1]];
    });
    const place = places.get(whole);
    return { factors: new Map(place === undefined ? open : [...open, [place, -1]]), from: left, to: left };
  });
  if (rows.some(({ factors, from }) => factors.size === 0 && from !== 0)) return undefined;
  const solution = solve({
    sense: 'least',
    variables: names.map(() => ({ from: 0, to: Infinity, cost: 0, whole: true as const })),
    rows: rows.filter(({ factors }) => factors.size > 0),
  });
  if (names.length > 0 && solution.kind !== 'optimal') return undefined;
  const found = solution.kind === 'optimal' ? solution.values : [];
  // Solvers may say -0 where they mean none.
  return new Map(names.map((name, place) => [name, Math.max(0, Math.round(found[place] ?? 0))]));
}

function tableOf(
  published: readonly CountedCell[],
  sums: readonly KnownSum[],
  values: ReadonlyMap<Counted, number>,
): AddedUp {
  const names = [...values.keys()];
  const places = new Map(names.map((name, place) => [name, place]));
  const placeOf = (name: Counted): number => places.get(name) ?? -1;
  const table = {
    // What nobody publishes is no loss.
    cells: names.map((name, place) => {
      const value = values.get(name) ?? 0;
      const cell = published[place];
      return { value, weight: cell === undefined ? 0 : value * weightOf(cell) };
    }),
    sums: sums.map((sum) => ({ total: placeOf(sum.total), parts: sum.parts.map(placeOf) })),
  };
  return {
    table,
    pooledUnits: new Set(names.filter(isUnitAlone).map(placeOf)),
    pooledParts: new Set(names.filter(isPooledPart).map(placeOf)),
  };
}
