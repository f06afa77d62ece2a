import { audit, type Demands } from '../../disclosure/audit.ts';
import type { Solve } from '../../disclosure/linear-program.ts';
import { other } from '../../reports/pooling.ts';
import type { Structure } from '../../reports/structure.ts';
import { groupsOf } from '../figures.ts';
import type { CountedCell } from './counted-cell.ts';
import { addUp } from './sums.ts';

/**
 * Where it can be worked out how many in a cell that does not tell its groups have chosen one of them, though it is not said
 * how many answers there are in all: of each such cell's sums the smallest part that is told, to be held back with it.
 *
 * @param held cells that do not tell their groups, by index
 * @param kept cells that can't be held back
 */
export function besideFixedGroups(
  cells: readonly CountedCell[],
  held: ReadonlySet<number>,
  kept: ReadonlySet<number>,
  { structure, solve }: { readonly structure: Structure; readonly solve: Solve },
): number[] {
  const isNamed = cells.map(({ stratum }) => !Object.values(stratum).includes(other));
  const joining = [0, 1, 2].flatMap((group) => {
    const inGroup = cells.map(({ tally, ...cell }) => ({
      ...cell,
      tally: { from: 0, counts: [groupsOf(tally)[group] ?? 0] },
    }));
    const added = addUp(inGroup, structure, solve);
    if (added === undefined) throw new Error('answers do not add up to what units are said to belong to');
    const { table } = added;
    // That nobody has chosen a group says nothing of anybody.
    const demands: Demands = {
      widthMin: (cell) => (isNamed[cell] === true && (table.cells[cell]?.value ?? 0) > 0 ? 1 : 0),
      remainderMin: 0,
      singletons: new Set(),
    };
    const unknown = new Set(table.cells.keys().filter((cell) => held.has(cell) || cell >= cells.length));
    return audit(table, unknown, demands, solve).flatMap((finding) => {
      if (finding.kind === 'unsolved') throw new Error('nobody knows what could be worked out');
      const beside = table.sums
        .filter(({ parts }) => parts.includes(finding.cell))
        .flatMap(({ parts }) =>
          parts.filter((part) => part < cells.length && !unknown.has(part) && !kept.has(part)),
        );
      const [smallest] = beside.toSorted((a, b) => sizeOf(cells[a]) - sizeOf(cells[b]));
      return smallest ?? [];
    });
  });
  return [...new Set(joining)];
}

const sizeOf = (cell: CountedCell | undefined): number =>
  (cell?.tally.counts ?? []).reduce((sum, count) => sum + count, 0);
