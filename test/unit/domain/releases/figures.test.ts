/**
 * Shows the figures of a cell on every scale, by examples that can be reckoned by hand and by plain arithmetic on generated
 * answers: each detail tells what belongs to it and nothing of the next, bands are wide and double at both ends.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ToldDetail } from '../../../../shared/domain/releases/detail.ts';
import { bandOf } from '../../../../shared/domain/releases/band.ts';
import { figuresOf, figuresSchema, groupsOf, middleOf } from '../../../../shared/domain/releases/figures.ts';
import { total, type ItemTally } from '../../../../shared/domain/tallies/tally.ts';

const five = (...counts: number[]): ItemTally => ({ from: 1, counts });
/** @param counts from the answer 0 to the answer 10 */
const recommend = (...counts: number[]): ItemTally => ({ from: 0, counts });
const zeros = (count: number): number[] => Array<number>(count).fill(0);

describe('a cell of a statement', () => {
  const tally = five(1, 0, 2, 6, 14);

  it('in full has distribution, groups and mean', () => {
    expect(figuresOf(tally, 'full')).toEqual({
      ...{ responses: 23, distribution: [1, 0, 2, 6, 14], groups: [1, 2, 20], mean: 4.4 },
      ...{ meanBand: null, index: null, indexInterval: null },
    });
  });

  it('in groups has no distribution', () => {
    expect(figuresOf(tally, 'groups')).toEqual({ ...figuresOf(tally, 'full'), distribution: null });
  });

  it('in a band has nothing but the band', () => {
    expect(figuresOf(tally, 'band')).toEqual({
      ...{ responses: 23, distribution: null, groups: null, mean: null },
      ...{ meanBand: { from: 4, to: 5 }, index: null, indexInterval: null },
    });
  });

  it.each([
    [[5, 0, 0, 0, 5], 3],
    [[1, 1, 1, 1, 3], 3.6],
    [[0, 0, 0, 4, 8], 4.7],
    [[0, 19, 1, 0, 0], 2.1],
    [[10, 0, 0, 0, 0], 1],
  ])('with the counts %j has the mean %d', (counts, mean) => {
    expect(figuresOf(five(...counts), 'groups').mean).toBe(mean);
  });
});

describe('the recommendation index', () => {
  it.each([
    ['all would recommend', [...zeros(9), 6, 4], 100, [100, 100]],
    ['nobody would', [2, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0], -100, [-100, -100]],
    ['all are in between', [...zeros(7), 6, 6, 0, 0], 0, [0, 0]],
    // n = 12, index 0, variance 1: half is 196 / √12 = 56.6.
    ['both sides weigh the same', [...zeros(6), 6, 0, 0, 6, 0], 0, [-60, 60]],
    // n = 12, index 33.33, variance 8/9: half is 53.35, so from -20.02.
    ['two of three would, and one would not', [4, ...zeros(9), 8], 35, [-25, 90]],
    // n = 40, index 12.5 is rounded up: variance 0.684, half 25.6.
    ['an eighth more would', [...zeros(6), 12, 11, 0, 17, 0], 15, [-15, 40]],
    ['a two-hundredth less would', [1, ...zeros(6), 199, 0, 0, 0], 0, [-5, 5]],
  ])('is told where %s', (_, counts, index, [from, to]) => {
    const figures = figuresOf(recommend(...counts), 'groups');
    // Told apart from minus zero, which would be printed with its sign.
    expect(Object.is(figures.index, index)).toBe(true);
    expect(figures.indexInterval).toEqual({ from, to });
  });

  it('is of promoters (9, 10) and detractors (0 to 6), and of nobody else', () => {
    for (let answer = 0; answer <= 10; answer += 1) {
      const counts = zeros(11);
      counts[answer] = 20;
      const expected = answer <= 6 ? -100 : answer <= 8 ? 0 : 100;
      expect([answer, figuresOf(recommend(...counts), 'full').index]).toEqual([answer, expected]);
    }
  });

  it('is not told in a band, nor of another scale', () => {
    expect(figuresOf(recommend(...zeros(9), 6, 4), 'band')).toMatchObject({
      index: null,
      indexInterval: null,
    });
    for (const counts of [zeros(9).concat(20), zeros(10).concat(20)])
      expect(figuresOf({ from: 1, counts }, 'full').index).toBeNull();
  });
});

describe('three groups', () => {
  it.each([
    ['1 to 5', 5, [2, 1, 2]],
    ['1 to 10', 10, [4, 3, 3]],
    ['0 to 10', 11, [7, 2, 2]],
  ])('of the scale from %s hold so many steps each', (_, steps, sizes) => {
    expect(groupsOf({ from: 0, counts: Array<number>(steps).fill(1) })).toEqual(sizes);
    expect(middleOf(steps)).toEqual([sizes[0], (sizes[0] ?? 0) + (sizes[1] ?? 0)]);
  });
});

describe('the band of a mean', () => {
  const between = (mean: number, tally: ItemTally) => Object.values(bandOf(mean, tally));
  const ofFive = five(...zeros(5));
  const ofEleven = recommend(...zeros(11));
  const ofTen: ItemTally = { from: 1, counts: zeros(10) };

  it.each([
    [1, 1, 2],
    [2, 1, 2],
    [2.01, 2, 2.5],
    [2.5, 2.5, 3],
    [3.49, 3, 3.5],
    [3.99, 3.5, 4],
    [4, 4, 5],
    [5, 4, 5],
  ])('on the scale from 1 to 5: %d is between %d and %d', (mean, from, to) => {
    expect(between(mean, ofFive)).toEqual([from, to]);
  });

  it.each([
    [0, 0, 2],
    [2, 0, 2],
    [2.1, 2, 3],
    [7.9, 7, 8],
    [8, 8, 10],
    [10, 8, 10],
  ])('on the scale from 0 to 10: %d is between %d and %d', (mean, from, to) => {
    expect(between(mean, ofEleven)).toEqual([from, to]);
  });

  it.each([
    [1, 1, 3],
    [3, 1, 3],
    [3.1, 3, 4],
    [7.9, 7, 8],
    [8, 8, 10],
  ])('on the scale from 1 to 10: %d is between %d and %d', (mean, from, to) => {
    expect(between(mean, ofTen)).toEqual([from, to]);
  });

  it('of five answers leaves open, of each step, whether anybody has chosen it', () => {
    const ways = (left: number, steps: number): number[][] =>
      steps === 1
        ? [[left]]
        : Array.from({ length: left + 1 }, (_, count) => count).flatMap((count) =>
            ways(left - count, steps - 1).map((rest) => [count, ...rest]),
          );
    const byBand = Map.groupBy(ways(5, 5), (counts) =>
      JSON.stringify(figuresOf(five(...counts), 'band').meanBand),
    );
    // Five between 2 and 4, which are half a step wide, and the two ends.
    expect(byBand.size).toBe(6);
    for (const fitting of byBand.values())
      for (let step = 0; step < 5; step += 1) {
        const told = fitting.map((counts) => counts[step] ?? 0);
        expect(Math.min(...told)).toBe(0);
        expect(Math.max(...told)).toBeGreaterThanOrEqual(1);
      }
  });
});

describe('whatever is answered', () => {
  const anyTally = fc.constantFrom([1, 5], [0, 11], [1, 10]).chain(([from = 1, steps = 5]) =>
    fc
      .array(fc.integer({ min: 0, max: 40 }), { minLength: steps, maxLength: steps })
      .filter((counts) => total(counts) >= 5)
      .map((counts): ItemTally => ({ from, counts })),
  );
  const anyDetail = fc.constantFrom<ToldDetail>('band', 'groups', 'full');

  it('the figures are of the schema, agree with each other, and hold the mean', () => {
    fc.assert(
      fc.property(anyTally, anyDetail, (tally, detail) => {
        const figures = figuresOf(tally, detail);
        expect(figuresSchema.parse(JSON.parse(JSON.stringify(figures)))).toEqual(figures);
        const given = tally.counts.flatMap((count, step) => Array<number>(count).fill(tally.from + step));
        const mean = given.reduce((sum, answer) => sum + answer, 0) / given.length;
        expect(figures.responses).toBe(given.length);
        if (figures.groups !== null) expect(total(figures.groups)).toBe(given.length);
        if (figures.distribution !== null) expect(total(figures.distribution)).toBe(given.length);
        if (figures.mean !== null) expect(Math.abs(figures.mean - mean)).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(figures.mean === null).toBe(figures.meanBand !== null);
        if (figures.meanBand !== null) {
          expect(figures.meanBand.from).toBeLessThanOrEqual(mean);
          expect(figures.meanBand.to).toBeGreaterThanOrEqual(mean);
        }
        if (figures.index === null) return;
        expect(Math.abs(figures.index % 5)).toBe(0);
        expect(figures.indexInterval?.from).toBeLessThanOrEqual(figures.index + 2.5);
        expect(figures.indexInterval?.to).toBeGreaterThanOrEqual(figures.index - 2.5);
        expect(figures.indexInterval?.from).toBeGreaterThanOrEqual(-100);
        expect(figures.indexInterval?.to).toBeLessThanOrEqual(100);
      }),
    );
  });
});
