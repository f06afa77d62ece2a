import { untangle, type Equation } from './equations.ts';
import { asLearned, nothing, type IsEnough, type Learned } from './learned.ts';
import { learnByPrograms } from './knot-programs.ts';
import type { Combination, Solve } from './linear-program.ts';
import type { Table } from './table.ts';

/**
 * What somebody learns who knows every sum, every cell that is not held back, and that cells are whole numbers and never
 * negative. Where no sum has anything to do with another one an interval is worked out as it is; for all others two linear
 * programs are solved, or fewer where the numbers of earlier ones are already enough.
 *
 * @param table which adds up
 * @param cells all that are held back
 * @param equations what is known of them
 */
export function learn(
  table: Table,
  cells: Iterable<number>,
  equations: readonly Equation[],
  { solve, isEnough }: { readonly solve: Solve; readonly isEnough: IsEnough },
): Map<number, Learned> {
  const learned = new Map<number, Learned>();
  const { known, knots } = untangle(cells, equations);
  for (const [cell, equation] of known) learned.set(cell, asEndsOf(cell, equation, isEnough));
  for (const knot of knots) {
    const [equation, ...others] = knot.equations;
    const found: readonly (readonly [number, Learned])[] =
      others.length > 0
        ? learnByPrograms(table, knot, { solve, isEnough })
        : knot.cells.map((cell) => [cell, asEndsOf(cell, equation, isEnough)]);
    for (const [cell, one] of found) learned.set(cell, one);
  }
  return learned;
}

/** A cell that has one equation, or none, to do with. */
function asEndsOf(cell: number, equation: Equation | undefined, isEnough: IsEnough): Learned {
  const factor = equation?.cells.get(cell);
  if (equation === undefined || factor === undefined)
    return asLearned(cell, { from: 0, to: Infinity }, { least: nothing, most: nothing }, isEnough);
  const rest = [...equation.cells].filter(([other]) => other !== cell).map(([, other]) => other / factor);
  const value = equation.value / factor;
  const sums = scaled(equation.sums, 1 / factor);
  const isMost = rest.every((other) => other > 0);
  const isLeast = value > 0 && rest.every((other) => other < 0);
  const interval = { from: isLeast ? value : 0, to: isMost ? value : Infinity };
  return asLearned(
    cell,
    interval,
    { least: isLeast ? sums : nothing, most: isMost ? sums : nothing },
    isEnough,
  );
}

const scaled = (combination: Combination, by: number): Combination =>
  new Map([...combination].map(([index, factor]) => [index, factor * by]));
