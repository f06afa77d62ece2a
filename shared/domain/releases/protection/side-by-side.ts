import { audit, type Demands } from '../../disclosure/audit.ts';
import type { Solve } from '../../disclosure/linear-program.ts';
import type { Table } from '../../disclosure/table.ts';
import type { Structure } from '../../tallies/structure.ts';
import type { ItemTally } from '../../tallies/tally.ts';
import type { CountedCell } from './counted-cell.ts';
import { addUp } from './sums.ts';

/** What is known of cells when counts, and how they are split, lie side by side. */
export type SideBySide = {
  /** How many of a cell's answers are in each group, or on each step. */
  readonly splitOf: (tally: ItemTally) => readonly number[];
  /** Cells of which it is not told how many they are, by index. */
  readonly uncounted: ReadonlySet<number>;
  /** Cells that do not tell how they are split. */
  readonly unsplit: ReadonlySet<number>;
  /** How far apart the ends must be between which a count can lie. */
  readonly widthMin: (cell: number) => number;
};

/**
 * Counts alone may leave open what counts and groups together do not, since no group holds less than nobody. So both are
 * audited once more in one table. Where somebody could work out how many a cell has, or how many have chosen a group in it: of
 * what tells it, the smallest cell that tells its groups, which is to be held back with it. The same for steps.
 *
 * @param kept cells that can't be held back
 */
export function besideWhatIsFixed(
  cells: readonly CountedCell[],
  { splitOf, uncounted, unsplit, widthMin }: SideBySide,
  kept: ReadonlySet<number>,
  { structure, solve }: { readonly structure: Structure; readonly solve: Solve },
): number[] {
  const { table, size } = together(cells, splitOf, structure, solve);
  const isUnknown = (cell: number): boolean => {
    const alone = cell % size;
    return alone >= cells.length || (cell < size ? uncounted : unsplit).has(alone);
  };
  const demands: Demands = {
    widthMin: (cell) => {
      if (cell < size) return widthMin(cell);
      // That nobody has chosen a group says nothing of anybody.
      return cell % size < cells.length && (table.cells[cell]?.value ?? 0) > 0 ? 1 : 0;
    },
    remainderMin: 0,
    singletons: new Set(),
  };
  const held = new Set(table.cells.keys().filter(isUnknown));
  const canJoin = (cell: number): boolean =>
    cell < cells.length && !uncounted.has(cell) && !unsplit.has(cell) && !kept.has(cell);
  const joining = audit(table, held, demands, solve).flatMap((finding) => {
    if (finding.kind === 'unsolved') throw new Error('nobody knows what could be worked out');
    const { least, most } = finding.proof;
    const involved = [...least.keys(), ...most.keys()].flatMap((index) => {
      const sum = table.sums[index];
      return sum === undefined ? [] : [sum.total, ...sum.parts].map((cell) => cell % size);
    });
    const [smallest] = involved
      .filter(canJoin)
      .toSorted((a, b) => valueOf(table, a) - valueOf(table, b) || a - b);
    return smallest ?? [];
  });
  return [...new Set(joining)];
}

const valueOf = ({ cells }: Table, cell: number): number => cells[cell]?.value ?? 0;

/** Counts first, then each group in the same order of cells: every cell is the sum of its groups. */
function together(
  cells: readonly CountedCell[],
  splitOf: SideBySide['splitOf'],
  structure: Structure,
  solve: Solve,
): { readonly table: Table; readonly size: number } {
  const groups = [...splitOf(cells[0]?.tally ?? { from: 0, counts: [] }).keys()];
  const tables = groups.map((group) => {
    const inGroup = cells.map(({ tally, ...cell }) => ({
      ...cell,
      tally: { from: 0, counts: [splitOf(tally)[group] ?? 0] },
    }));
    const added = addUp(inGroup, structure, solve);
    if (added === undefined) throw new Error('answers do not add up to what units are said to belong to');
    return added.table;
  });
  const [first] = tables;
  const size = first?.cells.length ?? 0;
  const counts = Array.from({ length: size }, (_, cell) => {
    const value = tables.reduce((sum, table) => sum + valueOf(table, cell), 0);
    return { value, weight: value };
  });
  const shifted = tables.flatMap(({ sums }, group) =>
    sums.map(({ total, parts }) => ({
      total: total + size * (group + 1),
      parts: parts.map((part) => part + size * (group + 1)),
    })),
  );
  const split = counts.map((_, cell) => ({
    total: cell,
    parts: groups.map((group) => cell + size * (group + 1)),
  }));
  return {
    table: {
      cells: [...counts, ...tables.flatMap((table) => table.cells)],
      sums: [...(first?.sums ?? []), ...shifted, ...split],
    },
    size,
  };
}
