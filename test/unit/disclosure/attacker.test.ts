/**
 * What somebody learns of cells that are held back. On random tables, where most is worked out without a program, every
 * interval is that of two plain linear programs over the whole table; each proof, added up by hand, tells just that; and
 * where only so much is asked for, what is said to be open truly is.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadSolver } from '../../../shared/adapters/linear-programs.ts';
import { learn } from '../../../shared/domain/disclosure/attacker.ts';
import { nothingIsEnough, type Learned } from '../../../shared/domain/disclosure/learned.ts';
import { equationsOf } from '../../../shared/domain/disclosure/equations.ts';
import type { Combination } from '../../../shared/domain/disclosure/linear-program.ts';
import type { Table } from '../../../shared/domain/disclosure/table.ts';
import { anyTableWithHeld } from './any-table.ts';
import { plainInterval } from './plain-attacker.ts';

const solve = await loadSolver();

const learnAll = (table: Table, held: ReadonlySet<number>): Map<number, Learned> =>
  learn(table, held, equationsOf(table, held), { solve, isEnough: nothingIsEnough });

/** What a proof says that a cell comes to, and of which cells that are held back the rest of it consists. */
function addedUp(table: Table, held: ReadonlySet<number>, cell: number, proof: Combination) {
  const left = new Map<number, number>([[cell, 1]]);
  const add = (to: number, by: number): unknown => left.set(to, (left.get(to) ?? 0) + by);
  for (const [index, factor] of proof) {
    const sum = table.sums[index];
    if (sum === undefined) throw new Error('A proof names a sum that is not there.');
    for (const part of sum.parts) add(part, -factor);
    add(sum.total, factor);
  }
  const known = [...left].filter(([index]) => !held.has(index));
  return {
    comesTo: known.reduce((sum, [index, factor]) => sum + factor * (table.cells[index]?.value ?? 0), 0),
    rest: [...left].filter(([index]) => held.has(index)).map(([, factor]) => factor),
  };
}

it('are the intervals of plain linear programs, whatever is held back', () => {
  fc.assert(
    fc.property(anyTableWithHeld, ({ table, held }) => {
      for (const [cell, learned] of learnAll(table, held)) {
        expect(learned).toMatchObject({ kind: 'bounded', interval: plainInterval(table, held, cell, solve) });
      }
    }),
    { numRuns: 60 },
  );
});

it('come with proofs that anybody can add up', () => {
  fc.assert(
    fc.property(anyTableWithHeld, ({ table, held }) => {
      for (const [cell, learned] of learnAll(table, held)) {
        if (learned.kind !== 'bounded') throw new Error(learned.kind);
        const { interval, proof } = learned;
        const least = addedUp(table, held, cell, proof.least);
        const most = addedUp(table, held, cell, proof.most);
        // No less: what is added to what is known is never negative. No more: nor is what is taken away.
        expect(least.rest.every((factor) => factor >= -1e-6)).toBe(true);
        expect(Math.ceil(least.comesTo - 1e-6) + 0).toBe(interval.from);
        if (interval.to === Infinity) continue;
        expect(most.rest.every((factor) => factor <= 1e-6)).toBe(true);
        expect(Math.floor(most.comesTo + 1e-6) + 0).toBe(interval.to);
      }
    }),
    { numRuns: 60 },
  );
});

it('are no wider than they are, where it is enough to know how wide', () => {
  let spared = 0;
  fc.assert(
    fc.property(anyTableWithHeld, fc.integer({ min: 1, max: 9 }), ({ table, held }, width) => {
      const whole = learnAll(table, held);
      const isEnough = (_: number, { from, to }: { from: number; to: number }): boolean => to - from >= width;
      for (const [cell, learned] of learn(table, held, equationsOf(table, held), { solve, isEnough })) {
        const all = whole.get(cell);
        if (learned.kind === 'unsolved' || all?.kind !== 'bounded') throw new Error('unsolved');
        expect(learned.interval.from).toBeGreaterThanOrEqual(all.interval.from);
        expect(learned.interval.to).toBeLessThanOrEqual(all.interval.to);
        expect(learned.kind === 'open').toBe(isEnough(cell, all.interval));
        if (learned.interval.to < all.interval.to) spared += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(spared).toBeGreaterThan(5);
});

it('need no program where no two sums are tangled', () => {
  const table = {
    cells: [9, 4, 5, 1, 3, 2, 3].map((value) => ({ value, weight: value })),
    sums: [
      { total: 0, parts: [1, 2] },
      { total: 1, parts: [3, 4] },
      { total: 2, parts: [5, 6] },
    ],
  };
  const held = new Set([3, 4, 5]);
  const learned = learn(table, held, equationsOf(table, held), {
    solve: () => {
      throw new Error('A program was solved.');
    },
    isEnough: nothingIsEnough,
  });
  const intervals = [...held].map((cell) => learned.get(cell));
  expect(intervals).toMatchObject([
    { interval: { from: 0, to: 4 } },
    { interval: { from: 0, to: 4 } },
    { interval: { from: 2, to: 2 } },
  ]);
});
