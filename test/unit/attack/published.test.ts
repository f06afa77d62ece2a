/**
 * The tools with which adversaries work on published figures, on a deployment small enough to know by heart: one region of
 * two units, of which one is told.
 */
import { expect, it } from 'vitest';
import { loadSolver } from '../../../shared/adapters/linear-programs.ts';
import { figuresOf, type Figures } from '../../../shared/domain/releases/figures.ts';
import { knownSets } from '../../attack/published/combinations.ts';
import { narrowCounts, exactSteps } from '../../attack/published/held-back.ts';
import type { Knowledge } from '../../attack/published/knowledge.ts';
import { Programs } from '../../attack/published/programs.ts';
import type { TrueCell } from '../../attack/published/truth.ts';

const cell = (key: string, counts: readonly number[]): TrueCell => ({
  ...{ key, table: 'T1', stratum: { unit: key }, countedAs: key, counts },
  people: new Set(),
});
const first = [0, 0, 2, 0, 4];
const second = [0, 0, 0, 1, 2];
const all = first.map((count, step) => count + (second[step] ?? 0));

/** Units `first` and `second`, and their region by its only role; told are those that are named. */
const knowing = (told: Readonly<Record<string, Figures>>): Knowledge => {
  const cells = [cell('first', first), cell('second', second), cell('role', all)];
  return {
    ...{ quarter: '2026-Q1', item: 'heard', from: 1, steps: 5, cells, unknowns: 3 },
    sums: [
      new Map([
        [2, -1],
        [0, 1],
        [1, 1],
      ]),
    ],
    statements: cells.flatMap(({ key }, place) => {
      const figures = told[key];
      return figures === undefined ? [] : [{ key, item: 'heard', figures, members: [place] }];
    }),
  };
};
const inFull = (counts: readonly number[]): Figures => figuresOf({ from: 1, counts: [...counts] }, 'full');
const banded = (counts: readonly number[]): Figures => figuresOf({ from: 1, counts: [...counts] }, 'band');
const solve = await loadSolver();

it('a small unit is worked out where all others and their sum are told, with its answers', () => {
  const known = knowing({ first: inFull(first), role: inFull(all) });
  expect(narrowCounts(known, solve).named).toMatchObject({ of: 1, found: 1 });
  expect(exactSteps(known, solve)).toMatchObject({ held: { of: 2, found: 2 }, banded: { of: 0, found: 0 } });
  expect(knownSets(known, 'counts', 3).map(({ value }) => value)).toContainEqual([3]);
  expect(knownSets(known, 'steps', 3).map(({ value }) => value)).toContainEqual(second);
});

it('a small unit is not worked out where another one is held back beside it', () => {
  const known = knowing({ role: inFull(all) });
  const programs = new Programs(known, 'counts', solve);
  const ends = programs.intervals(
    [
      [0, 0],
      [1, 0],
    ],
    () => false,
  );
  for (const { from, to } of ends) {
    expect(from).toBeCloseTo(0);
    expect(to).toBeCloseTo(9);
  }
  expect(narrowCounts(known, solve).named).toMatchObject({ of: 2, found: 0 });
  expect(exactSteps(known, solve).held.found).toBe(0);
});

it('numbers without their answers tell how many, and not what', () => {
  const known = knowing({ first: banded(first), role: banded(all) });
  expect(narrowCounts(known, solve).named.found).toBe(1);
  expect(exactSteps(known, solve).held.found).toBe(0);
  expect(knownSets(known, 'groups', 3)).toEqual([]);
});

it('a step is worked out in a cell that tells a band, where all others tell their steps', () => {
  const known = knowing({ first: inFull(first), second: banded(second), role: inFull(all) });
  expect(exactSteps(known, solve)).toMatchObject({ held: { of: 0, found: 0 }, banded: { of: 2, found: 2 } });
});

it('figures that contradict each other are no knowledge', () => {
  const known = knowing({ first: inFull(all), second: inFull(second), role: inFull(all) });
  const { cells } = known;
  const told = { ...known, cells: [...cells, cell('third', second)], unknowns: 4 };
  expect(() => narrowCounts(told, solve)).toThrow("what is published can't be true");
});
