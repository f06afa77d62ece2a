import { addTo, type Knot } from './equations.ts';
import { nothing, tolerance, type IsEnough, type Learned } from './learned.ts';
import type { Combination, LinearProgram, Solution, Solve } from './linear-program.ts';
import { Seen } from './seen.ts';
import type { Table } from './table.ts';

type Means = { readonly solve: Solve; readonly isEnough: IsEnough };

/** Works out what is learned of cells that several equations tie to each other. */
export function learnByPrograms(table: Table, knot: Knot, { solve, isEnough }: Means): [number, Learned][] {
  const seen = new Seen(table, knot);
  const end = (cell: number, sense: LinearProgram['sense']): Solution => {
    const solution = seen.solve(endProgram(knot, seen, cell, sense), solve);
    if (solution.kind === 'unbounded') seen.note(cell, Infinity);
    return solution;
  };
  const learnOne = (cell: number): Learned => {
    const ends: Solution[] = [];
    for (const sense of ['most', 'least'] as const) {
      if (isEnough(cell, seen.of(cell))) break;
      ends.push(end(cell, sense));
    }
    const interval = seen.of(cell);
    if (isEnough(cell, interval)) return { kind: 'open', interval };
    const [most, least] = ends.map((solution) => proofOf(knot, solution));
    if (least === undefined || most === undefined) return { kind: 'unsolved' };
    return { kind: 'bounded', interval, proof: { least, most } };
  };
  spreadOut(knot, seen, { solve, isEnough });
  return knot.cells.map((cell) => [cell, learnOne(cell)]);
}

/** The program that finds an end of a cell: all equations hold, and nothing is negative. */
const endProgram = (
  { cells }: Knot,
  { rows }: Seen,
  cell: number,
  sense: LinearProgram['sense'],
): LinearProgram => ({
  ...{ sense, rows },
  variables: cells.map((other) => ({ from: 0, to: Infinity, cost: other === cell ? 1 : 0 })),
});

/** @returns the sums that the duals of a program's rows stand for; none where there is no end; undefined if not solved */
function proofOf({ equations }: Knot, solution: Solution): Combination | undefined {
  if (solution.kind === 'unbounded') return nothing;
  if (solution.kind !== 'optimal') return undefined;
  const proof = new Map<number, number>();
  for (const [place, { sums }] of equations.entries()) {
    const dual = solution.duals[place] ?? 0;
    if (Math.abs(dual) < tolerance) continue;
    for (const [sum, factor] of sums) addTo(proof, sum, dual * factor);
  }
  return proof;
}

/** Fewer cells than this are looked at one by one in any case. */
const spreadFrom = 6;

/** How much each cell is to get at once, at first. It is halved while that shows nothing new. */
const spreadMost = 64;

/**
 * Looks for numbers that give many cells much at once, and nothing to others: a few such programs show of most cells that
 * enough is open, which would take two programs for each.
 */
function spreadOut({ cells }: Knot, seen: Seen, { solve, isEnough }: Means): void {
  const pending = (): number[] =>
    cells.flatMap((cell, place) => (isEnough(cell, seen.of(cell)) ? [] : [place]));
  let left = pending();
  for (let most = spreadMost; left.length >= spreadFrom && most >= 1;) {
    if (seen.solve(spreadProgram(cells, seen, left, most), solve).kind !== 'optimal') return;
    const still = pending();
    if (still.length === left.length) most /= 2;
    left = still;
  }
}

/** As much as there is for some cells together, and for none of them more than so much. */
function spreadProgram(
  cells: readonly number[],
  { rows }: Seen,
  some: readonly number[],
  most: number,
): LinearProgram {
  const shares = some.map((place, index) => ({
    factors: new Map([
      [place, 1],
      [cells.length + index, -1],
    ]),
    from: 0,
    to: Infinity,
  }));
  return {
    sense: 'most',
    variables: [
      ...cells.map(() => ({ from: 0, to: Infinity, cost: 0 })),
      ...some.map(() => ({ from: 0, to: most, cost: 1 })),
    ],
    rows: [...rows, ...shares],
  };
}
