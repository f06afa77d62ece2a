/**
 * What is too small is told together with others: never less than needed, never more than the next smallest, and the
 * same whatever order things came in.
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pooledAmong } from '../../../shared/domain/tallies/pooling.ts';

const pooled = (sizes: Readonly<Record<string, number>>): string[] =>
  [...pooledAmong(new Map(Object.entries(sizes)), 5)].sort();

it.each([
  ['nobody, where all are large', { a: 5, b: 9 }, []],
  ['all that are small, where they are enough together', { a: 2, b: 3, c: 5 }, ['a', 'b']],
  ['the next smallest too, where they are not', { a: 4, b: 9, c: 8 }, ['a', 'c']],
  ['by name, where two are as small', { a: 4, c: 7, b: 7 }, ['a', 'b']],
  ['everybody, where all together are few', { a: 1, b: 2 }, ['a', 'b']],
  ['a large one with its only small sibling', { a: 1, b: 50 }, ['a', 'b']],
  ['nobody, where there is nobody', {}, []],
])('pools %s', (_, sizes, names) => {
  expect(pooled(sizes)).toEqual(names);
});

const sizes = fc.dictionary(fc.string({ minLength: 1, maxLength: 2 }), fc.integer({ min: 1, max: 12 }));

it('leaves nobody small outside, and no more inside than it must', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 8 }), (given, least) => {
      const all = Object.entries(given);
      const names = pooledAmong(new Map(all), least);
      const sum = (entries: typeof all): number => entries.reduce((partial, [, size]) => partial + size, 0);
      const [inside, outside] = [true, false].map((side) => all.filter(([name]) => names.has(name) === side));
      const small = all.filter(([, size]) => size < least);
      for (const [, size] of outside ?? []) expect(size).toBeGreaterThanOrEqual(least);
      if (sum(all) >= least && small.length > 0) expect(sum(inside ?? [])).toBeGreaterThanOrEqual(least);
      // More than the small ones are inside only where those were too few, and then exactly one more.
      const isShort = sum(small) > 0 && sum(small) < least && small.length < all.length;
      expect(names.size).toBe(small.length + (isShort ? 1 : 0));
    }),
  );
});

it('does not depend on the order', () => {
  fc.assert(
    fc.property(sizes, (given) => {
      const all = Object.entries(given);
      const [one, another] = [all, all.toReversed()].map((entries) => pooledAmong(new Map(entries), 5));
      expect([...(one ?? [])].sort()).toEqual([...(another ?? [])].sort());
    }),
  );
});
