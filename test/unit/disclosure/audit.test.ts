/**
 * The audit finds whatever can be worked out. Every way to add and subtract the sums of random tables is tried, and none
 * leaves too few without a finding; on tables of two dimensions there is no finding without such a way. What one person in
 * a cell knows of others is found as well. And what can't be found out is a finding itself.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadSolver } from '../../../shared/adapters/linear-programs.ts';
import { audit, type Demands } from '../../../shared/domain/disclosure/audit.ts';
import type { Table } from '../../../shared/domain/disclosure/table.ts';
import { anyCellsOf, anyHierarchies, anyTableWithHeld, anyTwoWayTable } from './any-table.ts';
import { plainFindings, plainInterval } from './plain-attacker.ts';

const solve = await loadSolver();
const noDemands: Demands = { widthMin: () => 0, remainderMin: 0, singletons: new Set() };
const remainderMin = 5;

/** Every choice of one of some numbers for each of so many things. */
function* choices(numbers: readonly number[], length: number): Generator<readonly number[]> {
  if (length === 0) yield [];
  else for (const rest of choices(numbers, length - 1)) for (const one of numbers) yield [one, ...rest];
}

/** Whether adding some sums and subtracting others leaves cells that are held back, with 1 to 4 in them. */
function leavesFew({ cells, sums }: Table, held: ReadonlySet<number>): boolean {
  const rows = sums.map(({ total, parts }) =>
    cells.map((_, cell) => Number(parts.includes(cell)) - Number(cell === total)),
  );
  const telling = rows.filter((row) => row.some((factor, cell) => factor !== 0 && held.has(cell)));
  for (const signs of choices([-1, 0, 1], telling.length)) {
    const left = [...held].map((cell) => ({
      factor: telling.reduce((sum, row, index) => sum + (signs[index] ?? 0) * (row[cell] ?? 0), 0),
      value: cells[cell]?.value ?? 0,
    }));
    const remainder = left.reduce((sum, { factor, value }) => sum + factor * value, 0);
    if (left.every(({ factor }) => factor >= 0) && remainder > 0 && remainder < remainderMin) return true;
  }
  return false;
}

const hasFew = (table: Table, held: ReadonlySet<number>): boolean =>
  audit(table, held, { ...noDemands, remainderMin }, solve).length > 0;

const withHeld = (anyTable: fc.Arbitrary<Table>): fc.Arbitrary<{ table: Table; held: ReadonlySet<number> }> =>
  anyTable.chain((table) =>
    fc.record({ table: fc.constant(table), held: anyCellsOf(table).filter(({ size }) => size < 9) }),
  );

it('finds a few left exactly where a subtraction leaves them, in two dimensions', () => {
  const counts = { few: 0, enough: 0 };
  fc.assert(
    fc.property(withHeld(anyTwoWayTable), ({ table, held }) => {
      const isFew = leavesFew(table, held);
      counts[isFew ? 'few' : 'enough'] += 1;
      expect(hasFew(table, held)).toBe(isFew);
    }),
    { numRuns: 50 },
  );
  expect(Math.min(counts.few, counts.enough)).toBeGreaterThan(4);
});

it('finds a few left wherever a subtraction leaves them, in three hierarchies', () => {
  let few = 0;
  fc.assert(
    fc.property(withHeld(anyHierarchies), ({ table, held }) => {
      if (!leavesFew(table, held)) return;
      few += 1;
      expect(hasFew(table, held)).toBe(true);
    }),
    { numRuns: 50 },
  );
  expect(few).toBeGreaterThan(4);
});

it('finds what a plain audit finds, for those in the cells too', () => {
  const anyDemands = fc.record({ width: fc.nat({ max: 6 }), remainderMin: fc.nat({ max: 6 }) });
  fc.assert(
    fc.property(anyTableWithHeld, anyDemands, ({ table, held }, { width, remainderMin: least }) => {
      const demands: Demands = {
        widthMin: (cell) => (cell % 4 === 0 ? 0 : width),
        remainderMin: least,
        singletons: new Set([...held].filter((cell) => table.cells[cell]?.value === 1)),
      };
      const findings = audit(table, held, demands, solve).map((finding) => {
        if (finding.kind === 'unsolved') return 'unsolved';
        return finding.kind === 'insider' ? `${finding.cell} by ${finding.insider}` : `${finding.cell}`;
      });
      // What everybody knows need not be said of insiders again.
      const known = [...held].filter((cell) => {
        const { from, to } = plainInterval(table, held, cell, solve);
        return from === to;
      });
      const isNews = (finding: string): boolean => !known.some((cell) => finding.startsWith(`${cell} by `));
      const plain = plainFindings(table, held, demands, solve);
      expect(findings.filter(isNews).toSorted()).toEqual(plain.filter(isNews).toSorted());
    }),
    { numRuns: 50 },
  );
});

const square: Table = {
  cells: [4, 4, 4, 4, 8, 8, 8, 8, 16].map((value) => ({ value, weight: value })),
  sums: [
    { total: 4, parts: [0, 1] },
    { total: 5, parts: [2, 3] },
    { total: 6, parts: [0, 2] },
    { total: 7, parts: [1, 3] },
    { total: 8, parts: [4, 5] },
    { total: 8, parts: [6, 7] },
  ],
};
const corners = new Set([0, 1, 2, 3]);
const demands: Demands = { widthMin: () => 5, remainderMin: 5, singletons: new Set() };

it('finds nothing where nothing is wrong, and what is exact, narrow, few or known from inside', () => {
  expect(audit(square, corners, demands, solve)).toEqual([]);
  expect(audit(square, new Set([0]), demands, solve)).toMatchObject([{ kind: 'exact', cell: 0 }]);
  const kinds = (changed: Partial<Demands>): string[] => [
    ...new Set(audit(square, corners, { ...demands, ...changed }, solve).map(({ kind }) => kind)),
  ];
  expect(kinds({ widthMin: () => 9 })).toEqual(['narrow']);
  expect(kinds({ remainderMin: 9 })).toEqual(['few']);
  expect(kinds({ singletons: new Set([2]) })).toEqual(['insider']);
});

it('takes for wrong what a solver does not solve, what it only says it solved, and what does not add up', () => {
  const unsolved = audit(square, corners, demands, () => ({ kind: 'unsolved' }));
  expect(unsolved).toEqual([...corners].map((cell) => ({ kind: 'unsolved', cells: [cell] })));
  const invented = audit(square, corners, demands, ({ variables }) => ({
    ...{ kind: 'optimal', objective: 8, duals: [] },
    values: variables.map((_, index) => index),
  }));
  expect(invented).toEqual(unsolved);
  const [first, ...others] = square.cells;
  for (const value of [(first?.value ?? 0) + 1, -4, 4.5, Number.NaN]) {
    const wrong = { ...square, cells: [{ value, weight: 1 }, ...others] };
    expect(audit(wrong, corners, demands, solve)).toEqual([{ kind: 'unsolved', cells: [...corners] }]);
  }
});
