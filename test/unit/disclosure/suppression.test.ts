/**
 * What is held back to protect a table passes an audit by plain linear programs, and no choice of cells does so that loses
 * less: every choice is tried on small tables. It is the same in whatever order cells and sums come. A table that is too
 * large for an exact search is protected all the same, and one that can't be is never said to be.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadSolver } from '../../../shared/adapters/linear-programs.ts';
import { audit, type Demands } from '../../../shared/domain/disclosure/audit.ts';
import type { Solve } from '../../../shared/domain/disclosure/linear-program.ts';
import { protect, type Unprotected } from '../../../shared/domain/disclosure/suppression.ts';
import type { Table } from '../../../shared/domain/disclosure/table.ts';
import { anyTable, anyTwoWayTable } from './any-table.ts';
import { plainFindings } from './plain-attacker.ts';

const solve = await loadSolver();
const least = 5;

/** A table with all that is too small held back, but zeros of which everybody knows, and the total of all published. */
function unprotected(table: Table, { widthMin = least, hasSingletons = false } = {}): Unprotected {
  const cellsWith = (isSuch: (value: number) => boolean): number[] =>
    [...table.cells.keys()].slice(1).filter((cell) => isSuch(table.cells[cell]?.value ?? 0));
  const demands: Demands = {
    widthMin: () => widthMin,
    remainderMin: least,
    singletons: new Set(hasSingletons ? cellsWith((value) => value === 1) : []),
  };
  const zeros = cellsWith((value) => value === 0);
  const primary = new Set(cellsWith((value) => value > 0 && value < least));
  return { table, primary, unpublished: new Set(), kept: new Set([0, ...zeros]), demands };
}

const lossOf = ({ cells }: Table, held: Iterable<number>): number =>
  [...held].reduce((sum, cell) => sum + (cells[cell]?.weight ?? 0), 0);

const anyTask = fc
  .record({ table: anyTable, widthMin: fc.constantFrom(1, 5), hasSingletons: fc.boolean() })
  .map(({ table, ...options }) => unprotected(table, options));

const withoutExactSearch: Solve = (program) =>
  program.variables.some(({ whole }) => whole === true) ? { kind: 'unsolved' } : solve(program);

it.each([
  ['exactly', solve, 'always'],
  ['step by step', withoutExactSearch, 'never'],
] as const)('passes a plain audit, where it is searched for %s', (_, solveSo, isLeast) => {
  let secondaries = 0;
  fc.assert(
    fc.property(anyTask, (task) => {
      const protection = protect(task, solveSo);
      if (protection.kind === 'unsolved') throw new Error('unsolved');
      if (protection.kind === 'impossible') return;
      const held = new Set(protection.held);
      expect(plainFindings(task.table, held, task.demands, solve)).toEqual([]);
      expect([...task.primary].every((cell) => held.has(cell))).toBe(true);
      expect([...task.kept].some((cell) => held.has(cell))).toBe(false);
      if (held.size === task.primary.size) return;
      secondaries += 1;
      expect(protection.isLeast).toBe(isLeast === 'always');
    }),
    { numRuns: 40 },
  );
  expect(secondaries).toBeGreaterThan(4);
});

it('loses the least that any choice of cells can lose, and is impossible only where none will do', () => {
  const outcomes = { protected: 0, impossible: 0, unsolved: 0 };
  const small = anyTask.filter(
    ({ table, primary, kept }) => table.cells.length - new Set([...primary, ...kept]).size <= 7,
  );
  fc.assert(
    fc.property(small, (task) => {
      const { table, primary, kept, demands } = task;
      const free = [...table.cells.keys()].filter((cell) => !primary.has(cell) && !kept.has(cell));
      const losses = subsetsOf(free).flatMap((some) =>
        audit(table, new Set([...primary, ...some]), demands, solve).length > 0
          ? []
          : [lossOf(table, [...primary, ...some])],
      );
      const protection = protect(task, solve);
      outcomes[protection.kind] += 1;
      if (protection.kind === 'protected')
        expect(lossOf(table, protection.held)).toBeCloseTo(Math.min(...losses));
      else expect(losses).toEqual([]);
    }),
    { numRuns: 15 },
  );
  expect(outcomes.protected).toBeGreaterThan(2);
  expect(outcomes.unsolved).toBe(0);
});

const subsetsOf = (things: readonly number[]): number[][] =>
  things.reduce<number[][]>((sets, thing) => [...sets, ...sets.map((set) => [...set, thing])], [[]]);

it('is the same in any order of sums and of their parts, and of cells where no two losses are alike', () => {
  const anyOrder = anyTwoWayTable.chain((table) => {
    const order = fc.shuffledSubarray([...table.cells.keys()], { minLength: table.cells.length });
    const weights = fc.uniqueArray(fc.integer({ min: 1000, max: 1_000_000 }), {
      minLength: table.cells.length,
      maxLength: table.cells.length,
    });
    const sums = fc.shuffledSubarray([...table.sums], { minLength: table.sums.length });
    return fc.record({ table: fc.constant(table), order, weights, sums });
  });
  fc.assert(
    fc.property(anyOrder, ({ table, order, weights, sums }) => {
      const mirrored = sums.map(({ total, parts }) => ({ total, parts: parts.toReversed() }));
      expect(protect(unprotected({ ...table, sums: mirrored }), solve)).toMatchObject(
        withoutFindings(protect(unprotected(table), solve)),
      );

      const cells = table.cells.map(({ value }, index) => ({ value, weight: weights[index] ?? 0 }));
      const moved = moveCells({ cells, sums: table.sums }, order);
      const task = unprotected({ cells, sums: table.sums });
      const before = protect(task, solve);
      const move = (some: Iterable<number>): Set<number> =>
        new Set([...some].map((cell) => order.indexOf(cell)));
      const after = protect(
        { ...task, table: moved, primary: move(task.primary), kept: move(task.kept) },
        solve,
      );
      expect(after.kind).toBe(before.kind);
      if (before.kind === 'protected' && after.kind === 'protected')
        expect(new Set(after.held)).toEqual(move(before.held));
    }),
    { numRuns: 40 },
  );
});

/** What must be the same of two outcomes: the findings of an impossible one come in another order. */
const withoutFindings = (protection: ReturnType<typeof protect>): object =>
  protection.kind === 'impossible' ? { kind: protection.kind } : protection;

/** @param order at each place the cell that moves there */
const moveCells = ({ cells, sums }: Table, order: readonly number[]): Table => ({
  cells: order.flatMap((cell) => cells[cell] ?? []),
  sums: sums.map(({ total, parts }) => ({
    total: order.indexOf(total),
    parts: parts.map((part) => order.indexOf(part)),
  })),
});

const pair: Table = {
  cells: [7, 3, 4].map((value) => ({ value, weight: value })),
  sums: [{ total: 0, parts: [1, 2] }],
};

it('is impossible where what helps must be published, and unsolved where the solver breaks down', () => {
  const task = unprotected({ ...pair, cells: [4, 3, 1].map((value) => ({ value, weight: value })) });
  const impossible = protect(task, solve);
  expect(impossible).toMatchObject({
    kind: 'impossible',
    findings: [{ kind: 'narrow' }, { kind: 'narrow' }],
  });
  expect(protect({ ...task, kept: new Set() }, solve)).toEqual({
    kind: 'protected',
    held: [0, 1, 2],
    isLeast: true,
  });
  const square = unprotected(squareOf([2, 9, 9, 9]));
  expect(protect(square, solve)).toMatchObject({ kind: 'protected', isLeast: true });
  const unsolved = { kind: 'unsolved' } as const;
  expect(protect({ ...square, primary: new Set([1, 2, 3, 4]) }, () => unsolved)).toEqual(unsolved);
});

it('is unsolved where a table does not add up, though nothing is to be held back', () => {
  const wrong = { ...pair, cells: [8, 3, 4].map((value) => ({ value, weight: value })) };
  expect(protect({ ...unprotected(wrong), primary: new Set() }, solve)).toEqual({ kind: 'unsolved' });
});

const squareOf = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): Table => ({
  cells: [a + b + c + d, a, b, c, d, a + b, c + d, a + c, b + d].map((value) => ({ value, weight: value })),
  sums: [
    { total: 5, parts: [1, 2] },
    { total: 6, parts: [3, 4] },
    { total: 7, parts: [1, 3] },
    { total: 8, parts: [2, 4] },
    { total: 0, parts: [5, 6] },
    { total: 0, parts: [7, 8] },
  ],
});

it('protects a thousand units in five regions and forty organisations with few programs', () => {
  const table = thousandUnits();
  const task = unprotected(table);
  let programs = 0;
  const protection = protect({ ...task, kept: new Set([...task.kept, 1, 2, 3, 4, 5]) }, (program) => {
    programs += 1;
    return solve(program);
  });
  if (protection.kind !== 'protected') throw new Error(protection.kind);
  expect(task.primary.size).toBeGreaterThan(150);
  expect(protection.isLeast).toBe(true);
  expect(protection.held.length - task.primary.size).toBeLessThan(20);
  expect(programs).toBeLessThan(2000);
});

/** Counts of 0 to about 40, each in a region and in an organisation that lies in several regions. */
function thousandUnits(): Table {
  const units = Array.from({ length: 1000 }, (_, unit) => ({
    value: Math.floor(((unit * 7919) % 1009) ** 2 / 25_000),
    places: [1 + ((unit * 31) % 5), 6 + ((unit * 17) % 40)],
  }));
  const totalOf = (place: number): number =>
    units.reduce((sum, { value, places }) => sum + (places.includes(place) ? value : 0), 0);
  const places = Array.from({ length: 45 }, (_, place) => totalOf(place + 1));
  const all = units.reduce((sum, { value }) => sum + value, 0);
  const regions = [1, 2, 3, 4, 5];
  const organisations = Array.from({ length: 40 }, (_, index) => index + 6);
  return {
    cells: [all, ...places, ...units.map(({ value }) => value)].map((value) => ({ value, weight: value })),
    sums: [
      { total: 0, parts: regions },
      { total: 0, parts: organisations },
      ...[...regions, ...organisations].map((place) => ({
        total: place,
        parts: units.flatMap((unit, index) => (unit.places.includes(place) ? [46 + index] : [])),
      })),
    ],
  };
}
