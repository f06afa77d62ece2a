import type { Knowledge, Statement } from './knowledge.ts';
import { groupsOf } from './programs.ts';

/** Cells that are not told, how often each is counted, and how many answers they hold in each layer together. */
export type Equation = { readonly factors: ReadonlyMap<number, number>; readonly value: readonly number[] };

/** What is subtracted: how many answered, how many in each group, or how many chose each step. */
export type Level = 'counts' | 'groups' | 'steps';

/** How many answers anything must have that is told on a level. */
export const leastOn: Readonly<Record<Level, number>> = { counts: 5, groups: 10, steps: 20 };

function valueOf(
  { figures: { responses, groups, distribution } }: Statement,
  level: Level,
): readonly number[] | null {
  if (level === 'counts') return [responses];
  if (level === 'steps') return distribution;
  if (groups !== null || distribution === null) return groups;
  return groupsOf([...distribution.keys()]).map((steps) =>
    steps.reduce((sum, step) => sum + (distribution[step] ?? 0), 0),
  );
}

const scaled = (equation: Equation, by: number): Equation => ({
  factors: new Map([...equation.factors].map(([cell, factor]) => [cell, factor * by])),
  value: equation.value.map((count) => count * by),
});

function plus(one: Equation, two: Equation, times: number): Equation {
  const factors = new Map(one.factors);
  for (const [cell, factor] of two.factors) {
    const sum = (factors.get(cell) ?? 0) + times * factor;
    if (sum === 0) factors.delete(cell);
    else factors.set(cell, sum);
  }
  return { factors, value: one.value.map((count, layer) => count + times * (two.value[layer] ?? 0)) };
}

/** Everything that is published of a question, as equations of what is not told; cells that follow at once are put in. */
function equationsOf({ sums, statements }: Knowledge, level: Level): Equation[] {
  const layers = statements.map((one) => valueOf(one, level)?.length ?? 0).find((length) => length > 0);
  if (layers === undefined) return [];
  const known = new Map<number, readonly number[]>();
  const open: Equation[] = sums.map((factors) => ({ factors, value: Array<number>(layers).fill(0) }));
  for (const statement of statements) {
    const value = valueOf(statement, level);
    if (value !== null) open.push({ factors: new Map(statement.members.map((cell) => [cell, 1])), value });
  }
  // What is told by itself goes out of all equations.
  for (const { factors, value } of open) {
    const [cell, ...others] = factors.keys();
    if (cell !== undefined && others.length === 0 && factors.get(cell) === 1) known.set(cell, value);
  }
  return open.flatMap((equation) => {
    const left = [...equation.factors].reduce((rest, [cell, factor]) => {
      const value = known.get(cell);
      return value === undefined ? rest : plus(rest, { factors: new Map([[cell, 1]]), value }, -factor);
    }, equation);
    return left.factors.size === 0 ? [] : [left];
  });
}

/** By Gauss: each of these has a cell that no other one has. */
function eliminated(equations: readonly Equation[]): Equation[] {
  const rows = [...equations];
  const done: Equation[] = [];
  for (let next = rows.pop(); next !== undefined; next = rows.pop()) {
    const [[pivot, factor] = [-1, 0]] = next.factors;
    if (pivot < 0) continue;
    const row = scaled(next, 1 / factor);
    const clear = (all: Equation[]): void => {
      for (const [index, one] of all.entries()) {
        const by = one.factors.get(pivot) ?? 0;
        if (by !== 0) all[index] = plus(one, row, -by);
      }
    };
    clear(rows);
    clear(done);
    done.push(row);
  }
  return done;
}

/** Sums and differences of up to so many equations that have cells in common. */
function combined(equations: readonly Equation[], most: 2 | 3): Equation[] {
  const withCell = new Map<number, number[]>();
  for (const [index, { factors }] of equations.entries())
    for (const cell of factors.keys()) withCell.set(cell, [...(withCell.get(cell) ?? []), index]);
  const partnersOf = ({ factors }: Equation, after: number): Set<number> =>
    new Set([...factors.keys()].flatMap((cell) => withCell.get(cell) ?? []).filter((index) => index > after));
  const all: Equation[] = [];
  for (const [first, one] of equations.entries()) {
    for (const second of partnersOf(one, first)) {
      for (const sign of [1, -1]) {
        const pair = plus(one, equations[second] ?? one, sign);
        all.push(pair);
        if (most === 2) continue;
        for (const third of partnersOf(pair, second))
          for (const other of [1, -1]) all.push(plus(pair, equations[third] ?? one, other));
      }
    }
  }
  return all;
}

/**
 * Every set of cells whose answers together are known, by what is published alone: cells that nobody is told of, all with
 * the same sign.
 */
export function knownSets(known: Knowledge, level: Level, most: 2 | 3): Equation[] {
  const equations = equationsOf(known, level);
  return [...equations, ...eliminated(equations), ...combined(equations, most)].flatMap((equation) => {
    const signs = new Set([...equation.factors.values()].map(Math.sign));
    if (signs.size !== 1) return [];
    return [signs.has(1) ? equation : scaled(equation, -1)];
  });
}
