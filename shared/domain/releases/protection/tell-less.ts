import type { Leak } from '../../disclosure/known-numbers.ts';
import type { Solve } from '../../disclosure/linear-program.ts';
import { total } from '../../tallies/tally.ts';
import { details, type Detail } from '../detail.ts';
import { leaksOf, type Told } from './all-told.ts';
import { weightOf } from './sums.ts';

/**
 * Tells less of cells until nothing leaks from all that is told together: against each leak, of the cells whose figures it
 * rests on, one step less of the one that loses least among those with which it stops; where none stops it alone, of the one
 * that loses least of all.
 *
 * @returns the same details, where nothing leaks
 * @throws where nothing helps, or nobody knows what leaks
 */
export function tellLess(told: Told, solve: Solve): readonly Detail[] {
  let current = told;
  for (const found of leaksOf(told, solve)) {
    // What was told less of because of another leak may have stopped this one too.
    let leak = current === told ? found : leaksOf(current, solve, [found.secret])[0];
    while (leak !== undefined) [current, leak] = withLess(current, leak, solve);
  }
  return current.details;
}

/** Cells of which it is tried whether telling less of them helps: each costs programs of its own. */
const triesMost = 12;

/** @returns what is told then, and the same leak where it has not stopped */
function withLess(told: Told, leak: Leak, solve: Solve): [Told, Leak | undefined] {
  if (leak.kind === 'unsolved') throw new Error('nobody knows what could be worked out');
  const cheapestFirst = [...leak.sources]
    .filter(
      (index) => detailOf(told, index) !== 'none' && detailOf(told, index) !== told.cells[index]?.already,
    )
    .toSorted((a, b) => lossOf(told, a) - lossOf(told, b) || a - b);
  let first: [Told, Leak] | undefined;
  for (const index of cheapestFirst.slice(0, triesMost)) {
    const less = { ...told, details: told.details.with(index, detailBelow(detailOf(told, index))) };
    const [still] = leaksOf(less, solve, [leak.secret]);
    if (still === undefined) return [less, undefined];
    first ??= [less, still];
  }
  if (first === undefined) throw new Error('figures can not be published safely');
  return first;
}

const detailOf = ({ details: told }: Told, index: number): Detail => told[index] ?? 'none';

const detailBelow = (detail: Detail): Detail => details[details.indexOf(detail) - 1] ?? 'none';

/** Who loses steps keeps groups, and who loses groups keeps a band; who loses that has nothing left. */
const lossPerAnswer: Readonly<Record<Detail, number>> = { none: 0, full: 1, groups: 4, band: 16 };

function lossOf(told: Told, index: number): number {
  const cell = told.cells[index];
  if (cell === undefined) return 0;
  return total(cell.tally.counts) * weightOf(cell) * lossPerAnswer[detailOf(told, index)];
}
