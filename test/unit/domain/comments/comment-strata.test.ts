/**
 * Comments lose everything but a region of many: their order is drawn by lot, and where a region has few comments it is
 * not told by name. Lots are handed in, so each draw can be checked.
 */
import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixComments, type Written } from '../../../../shared/domain/comments/comment-strata.ts';
import { other } from '../../../../shared/domain/tallies/pooling.ts';

const draw = (bound: number): number => randomInt(bound);

const from = (region: string, count: number): Written[] =>
  Array.from({ length: count }, (_, index) => ({ region, text: `${region} ${index}` }));

function regionsOf(written: readonly Written[]): Record<string, number> {
  const regions = Map.groupBy(mixComments(written, draw), ({ stratum }) => stratum['region'] ?? '');
  return Object.fromEntries([...regions].map(([region, { length }]) => [region, length]));
}

describe('a region', () => {
  it('is told by name with ten comments, and not with nine', () => {
    expect(regionsOf([...from('north', 10), ...from('south', 9), ...from('west', 8)])).toEqual({
      north: 10,
      [other]: 17,
    });
  });

  it('is told together with the only other one, where that has few', () => {
    expect(regionsOf([...from('north', 10), ...from('south', 1)])).toEqual({ [other]: 11 });
  });

  it('is not told where there are few comments in all', () => {
    expect(regionsOf(from('north', 3))).toEqual({ [other]: 3 });
  });
});

describe('the order of comments', () => {
  it('is drawn by lot, each place among those that are left', () => {
    const bounds: number[] = [];
    const last = (bound: number): number => {
      bounds.push(bound);
      return bound - 1;
    };
    const texts = mixComments(from('north', 4), last).map(({ text }) => text);
    expect(texts).toEqual(['north 3', 'north 2', 'north 1', 'north 0']);
    expect(bounds).toEqual([4, 3, 2, 1]);
  });

  it('can be any order, and each comes of exactly one sequence of lots', () => {
    const written = from('north', 4);
    const lots = [0, 1, 2, 3].flatMap((a) =>
      [0, 1, 2].flatMap((b) => [0, 1].map((c) => [a, b, c, 0] as const)),
    );
    const orders = lots.map((drawn) => {
      const turns = drawn.values();
      return mixComments(written, () => turns.next().value ?? 0)
        .map(({ text }) => text)
        .join();
    });
    expect(new Set(orders).size).toBe(24);
  });

  it('keeps every comment, and nothing of where it stood', () => {
    const written = fc.array(fc.record({ region: fc.constantFrom('north', 'south'), text: fc.string() }));
    fc.assert(
      fc.property(written, (given) => {
        const mixed = mixComments(given, draw);
        expect(mixed.map(({ text }) => text).sort()).toEqual(given.map(({ text }) => text).sort());
        for (const comment of mixed) expect(Object.keys(comment).sort()).toEqual(['stratum', 'text']);
      }),
    );
  });
});
