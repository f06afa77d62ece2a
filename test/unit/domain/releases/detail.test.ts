/**
 * Shows how much is told of a cell that is looked at by itself, at the edges of every threshold; and that answers which all
 * agree, but for two at most, tell no more than a band: their givers know themselves, and must not know all others.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailOf, details, isUniform, tellsAtLeast } from '../../../../shared/domain/releases/detail.ts';

const scales = [
  { name: '1 to 5', from: 1, steps: 5 },
  { name: '0 to 10', from: 0, steps: 11 },
  { name: '1 to 10', from: 1, steps: 10 },
] as const;

/** So many answers, as even as may be, from the highest step down. */
const spread = (responses: number, steps: number): number[] =>
  Array.from(
    { length: steps },
    (_, step) => Math.floor(responses / steps) + (step >= steps - (responses % steps) ? 1 : 0),
  );

describe.each(scales)('on the scale from $name', ({ from, steps }) => {
  const detail = (responses: number, tooFew = 4, least?: number) =>
    detailOf({ from, counts: spread(responses, steps) }, tooFew, least);

  it.each([
    [0, 'none'],
    [4, 'none'],
    [5, 'band'],
    [9, 'band'],
    [10, 'groups'],
    [19, 'groups'],
    [20, 'full'],
    [1000, 'full'],
  ])('of %i answers comes: %s', (responses, expected) => {
    expect(detail(responses)).toBe(expected);
  });

  it('nothing comes of answers that four people can have given', () => {
    expect([11, 12, 13].map((responses) => detail(responses, 12))).toEqual(['none', 'none', 'groups']);
    expect(detail(1000, Infinity)).toBe('none');
  });

  it('a raised threshold counts, and a lowered one does not', () => {
    expect([14, 15].map((responses) => detail(responses, 4, 15))).toEqual(['none', 'groups']);
    expect([99, 100].map((responses) => detail(responses, 4, 100))).toEqual(['none', 'full']);
    for (const least of [4, 1, 0, -1]) expect(detail(4, 0, least)).toBe('none');
    expect(detail(5, 4, 1)).toBe('band');
  });

  it('only a band comes where all agree, or all but one, or all but two', () => {
    for (const responses of [10, 20, 500])
      for (const step of [0, 1, steps - 1])
        for (const [others, expected] of [
          [0, 'band'],
          [1, 'band'],
          [2, 'band'],
          [3, responses < 20 ? 'groups' : 'full'],
        ] as const) {
          const counts = Array<number>(steps).fill(0);
          counts[step] = responses - others;
          counts[2] = (counts[2] ?? 0) + others;
          expect([responses, others, detailOf({ from, counts }, 4)]).toEqual([responses, others, expected]);
        }
  });
});

describe('answers agree', () => {
  it('for whoever takes any two of them away, and is left with one step', () => {
    const anyCounts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 11 });
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const steps = [...counts.keys()];
        const isLeftWithOne = steps.some((one) =>
          steps.some((two) => {
            const left = counts.map((count, step) =>
              Math.max(0, count - Number(step === one) - Number(step === two)),
            );
            return left.filter((count) => count > 0).length <= 1;
          }),
        );
        expect(isUniform(counts)).toBe(isLeftWithOne);
      }),
    );
  });
});

describe('details', () => {
  it('are ordered from least to most', () => {
    for (const [index, detail] of details.entries())
      expect(details.filter((other) => tellsAtLeast(detail, other))).toEqual(details.slice(0, index + 1));
  });
});
