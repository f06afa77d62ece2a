/**
 * HiGHS as the domain sees it: programs with known answers and duals, those without any, the same again and again, what it
 * refuses, and one that breaks down, after which whoever asks gets a new one.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Adapter from '../../../shared/adapters/linear-programs.ts';
import type { LinearProgram, Row, Variable } from '../../../shared/domain/disclosure/linear-program.ts';

const variable = (cost: number, more: Partial<Variable> = {}): Variable => ({
  ...{ from: 0, to: Infinity, cost },
  ...more,
});
const row = (factors: readonly number[], from: number, to: number): Row => ({
  factors: new Map(factors.entries().filter(([, factor]) => factor !== 0)),
  from,
  to,
});
const most = (variables: readonly Variable[], rows: readonly Row[]): LinearProgram => ({
  ...{ sense: 'most', variables, rows },
});
const least = (variables: readonly Variable[], rows: readonly Row[]): LinearProgram => ({
  ...{ sense: 'least', variables, rows },
});

/** Thirty chairs' worth and fifty tables' worth, with 40 hours of one kind and 50 of the other. */
const workshop = most([variable(30), variable(50)], [row([1, 2], -Infinity, 40), row([2, 1], -Infinity, 50)]);

let loadSolver: typeof Adapter.loadSolver;

beforeEach(async () => {
  vi.resetModules();
  ({ loadSolver } = await import('../../../shared/adapters/linear-programs.ts'));
});

describe('solves', () => {
  it('programs with their duals, for the most and the least', async () => {
    const solve = await loadSolver();
    const solved = solve(workshop);
    if (solved.kind !== 'optimal') throw new Error(solved.kind);
    expect(solved.objective).toBeCloseTo(1100);
    expect(solved.values.map((value) => Math.round(value * 1e6) / 1e6)).toEqual([20, 10]);
    // An hour more of the first kind is worth 70/3, of the second 10/3.
    expect(solved.duals.map((dual) => Math.round(dual * 3e6) / 1e6)).toEqual([70, 10]);

    const mirrored = solve({
      ...workshop,
      sense: 'least',
      variables: workshop.variables.map(({ cost, ...rest }) => ({ ...rest, cost: -cost })),
    });
    if (mirrored.kind !== 'optimal') throw new Error(mirrored.kind);
    expect(mirrored.objective).toBeCloseTo(-1100);
    expect(mirrored.duals.map((dual) => Math.round(dual * 3e6) / 1e6)).toEqual([-70, -10]);
  });

  it('programs with whole variables', async () => {
    const solve = await loadSolver();
    const whole = { to: 1, whole: true } as const;
    const knapsack = most(
      [variable(10, whole), variable(13, whole), variable(7, whole)],
      [row([4, 6, 3], -Infinity, 9)],
    );
    expect(solve(knapsack)).toEqual({ kind: 'optimal', objective: 20, values: [0, 1, 1], duals: [] });
  });

  it('rows without an upper end, variables without a row, and bounds below zero', async () => {
    const solve = await loadSolver();
    const program = least(
      [variable(1, { from: -Infinity }), variable(2, { from: -3, to: 8 })],
      [row([1, 0], -7.5, Infinity)],
    );
    expect(solve(program)).toMatchObject({ kind: 'optimal', objective: -13.5, values: [-7.5, -3] });
  });

  it('programs about the same rows one after another as well as each alone', async () => {
    const solve = await loadSolver();
    const { rows } = workshop;
    const bounds: Partial<Variable>[] = [{}, {}, { to: 5 }];
    for (const [index, [chair, table]] of [
      [30, 50],
      [1, 0],
      [0, 1],
      [-1, 2],
      [0, 0],
      [50, 30],
    ].entries())
      for (const sense of ['most', 'least'] as const) {
        const variables = [variable(chair ?? 0, bounds[index % 3]), variable(table ?? 0)];
        const alone = solve({ sense, variables, rows: [...rows] });
        const after = solve({ sense, variables, rows });
        if (alone.kind === 'optimal' && after.kind === 'optimal')
          expect(after.objective).toBeCloseTo(alone.objective);
        else expect(after).toEqual(alone);
        // What has another end is not begun where there was one.
        expect(solve({ sense, variables, rows }).kind).toBe(after.kind);
      }
  });

  it('a thousand programs, each like the last', async () => {
    const solve = await loadSolver();
    const first = solve(workshop);
    for (let count = 0; count < 1000; count += 1) solve(workshop);
    expect(solve(workshop)).toEqual(first);
  });
});

it('tells what has no solution from what has no end, with whole variables too', async () => {
  const solve = await loadSolver();
  const impossible = [row([1, 1], 3, 3), row([1, 1], 4, 4)];
  for (const whole of [{}, { whole: true } as const]) {
    expect(solve(most([variable(1, whole), variable(1, whole)], impossible))).toEqual({ kind: 'infeasible' });
    expect(solve(most([variable(1, whole), variable(0, whole)], [row([1, -1], 0, 0)]))).toEqual({
      kind: 'unbounded',
    });
  }
});

it('leaves unsolved what HiGHS refuses, and solves the next', async () => {
  const solve = await loadSolver();
  expect(solve(most([variable(Number.NaN)], []))).toEqual({ kind: 'unsolved' });
  expect(solve(most([variable(1)], [row([0, 1], 0, 1)]))).toEqual({ kind: 'unsolved' });
  expect(solve(workshop)).toMatchObject({ kind: 'optimal' });
  expect(await loadSolver()).toBe(solve);
});

describe('a solver that breaks down', () => {
  afterEach(() => {
    vi.doUnmock('highs');
  });

  it('solves nothing any more, and is replaced', async () => {
    const { default: loadHighs } = await vi.importActual<typeof import('highs')>('highs');
    let loads = 0;
    vi.doMock('highs', () => ({
      default: async () => {
        loads += 1;
        const highs = await loadHighs();
        if (loads > 1) return highs;
        const breakDown = (): never => {
          throw new Error('memory access out of bounds');
        };
        return { constants: highs.constants, errors: highs.errors, withModel: breakDown };
      },
    }));
    vi.resetModules();
    ({ loadSolver } = await import('../../../shared/adapters/linear-programs.ts'));
    const broken = await loadSolver();
    expect(broken(workshop)).toEqual({ kind: 'unsolved' });
    expect(broken(workshop)).toEqual({ kind: 'unsolved' });
    const next = await loadSolver();
    expect(next(workshop)).toMatchObject({ kind: 'optimal' });
    expect(await loadSolver()).toBe(next);
    expect(loads).toBe(2);
  });
});
