import type { Combination } from './linear-program.ts';
import { valueOf, type Table } from './table.ts';

/** What somebody knows of cells that are held back: what a combination of them comes to. */
export type Equation = {
  readonly cells: Combination;
  readonly value: number;
  /** How it was worked out: what was added of each sum of the table, its parts less its total. */
  readonly sums: Combination;
};

/** Cells that equations tie to each other, and to no other cell. */
export type Knot = { readonly cells: readonly number[]; readonly equations: readonly Equation[] };

/** What follows from equations without trying out any number. */
export type Knowledge = {
  /** Cells that are known, by an equation that has nothing else left. */
  readonly known: ReadonlyMap<number, Equation>;
  readonly knots: readonly Knot[];
};

/** @returns of each sum what it tells of the cells that are held back, where it tells anything */
export function equationsOf(table: Table, held: ReadonlySet<number>): Equation[] {
  return table.sums.flatMap(({ total, parts }, index) => {
    const cells = new Map<number, number>();
    let value = 0;
    const meet = (cell: number, factor: number): void => {
      if (held.has(cell)) addTo(cells, cell, factor);
      else value -= factor * valueOf(table, cell);
    };
    for (const part of parts) meet(part, 1);
    meet(total, -1);
    return cells.size === 0 ? [] : [{ cells, value, sums: new Map([[index, 1]]) }];
  });
}

/**
 * Puts what is known into every equation until nothing more follows, drops what is said twice, and sorts the rest into
 * knots.
 *
 * @param cells all that are held back, those in no equation too
 */
export function untangle(cells: Iterable<number>, equations: readonly Equation[]): Knowledge {
  const { known, rest } = substitute(equations);
  return {
    known,
    knots: knotsOf(
      [...cells].filter((cell) => !known.has(cell)),
      withoutRepeats(rest),
    ),
  };
}

function substitute(equations: readonly Equation[]): { known: Map<number, Equation>; rest: Equation[] } {
  const current = [...equations];
  const places = new Map<number, number[]>();
  for (const [place, { cells }] of equations.entries())
    for (const cell of cells.keys()) places.set(cell, [...(places.get(cell) ?? []), place]);
  const known = new Map<number, Equation>();
  const open = [...current.keys()];
  // A list that grows while it is walked through is a queue.
  for (const place of open) {
    const equation = current[place];
    const [cell, ...others] = equation?.cells.keys() ?? [];
    if (equation === undefined || cell === undefined || others.length > 0 || known.has(cell)) continue;
    known.set(cell, equation);
    for (const other of places.get(cell) ?? []) {
      const there = current[other];
      if (there === undefined || there === equation) continue;
      current[other] = without(there, cell, equation);
      open.push(other);
    }
  }
  return {
    known,
    rest: current.filter((equation) => [...equation.cells.keys()].some((cell) => !known.has(cell))),
  };
}

/** An equation less another one, as often as a cell that only the other one has left goes out of it. */
function without(equation: Equation, cell: number, known: Equation): Equation {
  const times = (equation.cells.get(cell) ?? 0) / (known.cells.get(cell) ?? 1);
  const cells = new Map(equation.cells);
  cells.delete(cell);
  const sums = new Map(equation.sums);
  for (const [sum, factor] of known.sums) addTo(sums, sum, -times * factor);
  return { cells, value: equation.value - times * known.value, sums };
}

/** Of equations that say the same of the same cells, or the opposite of their opposites, only the first. */
function withoutRepeats(equations: readonly Equation[]): Equation[] {
  const said = new Map<string, Equation>();
  for (const equation of equations) {
    const ordered = [...equation.cells].toSorted(([a], [b]) => a - b);
    const sign = Math.sign(ordered[0]?.[1] ?? 1);
    const key = ordered.map(([cell, factor]) => `${cell}:${factor * sign}`).join(' ');
    if (!said.has(key)) said.set(key, equation);
  }
  return [...said.values()];
}

function knotsOf(cells: readonly number[], equations: readonly Equation[]): Knot[] {
  const groups = groupsOf([
    ...cells.map((cell) => [cell]),
    ...equations.map((equation) => [...equation.cells.keys()]),
  ]);
  const cellsBy = Map.groupBy(cells, groups);
  const equationsBy = Map.groupBy(equations, ({ cells: tied }) => groups([...tied.keys()][0] ?? -1));
  return [...cellsBy].map(([group, tied]) => ({ cells: tied, equations: equationsBy.get(group) ?? [] }));
}

/** @param ties things that belong to one group each @returns for a thing one that stands for its group */
export function groupsOf(ties: readonly (readonly number[])[]): (thing: number) => number {
  const above = new Map<number, number>();
  const top = (thing: number): number => {
    let at = thing;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) {
      const over = above.get(next);
      if (over !== undefined) above.set(at, over);
      at = next;
    }
    return at;
  };
  for (const [first, ...others] of ties)
    for (const other of others) {
      const [one, two] = [top(first ?? other), top(other)];
      if (one !== two) above.set(Math.max(one, two), Math.min(one, two));
    }
  return top;
}

/** Adds to what stands at an index, and leaves out what comes to nothing. */
export function addTo(sums: Map<number, number>, index: number, by: number): void {
  const sum = (sums.get(index) ?? 0) + by;
  if (sum === 0) sums.delete(index);
  else sums.set(index, sum);
}
