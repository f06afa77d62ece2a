/**
 * Shows which threshold counts for a quarter, and that no change of thresholds reaches a quarter that has ended, or lowers that
 * of any other. What is allowed is held to the plain meaning: the number in force in each quarter before and after.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersMinIn,
  thresholdFaults,
  thresholdsSchema,
  type Thresholds,
} from '../../../../shared/domain/releases/thresholds.ts';

const since = (...pairs: [string, number][]): Thresholds =>
  pairs.map(([from, answersMin]) => ({ from, answersMin }));

describe('the threshold of a quarter', () => {
  const thresholds = since(['2026-Q2', 10], ['2026-Q4', 20], ['2027-Q2', 15]);

  it.each([
    ['2020-Q1', 5],
    ['2026-Q1', 5],
    ['2026-Q2', 10],
    ['2026-Q3', 10],
    ['2026-Q4', 20],
    ['2027-Q1', 20],
    ['2027-Q2', 15],
    ['2040-Q4', 15],
  ])('in %s is %i', (quarter, expected) => {
    expect(answersMinIn(thresholds, quarter)).toBe(expected);
  });

  it('is five where nobody has said anything', () => {
    expect(answersMinIn([], '2026-Q1')).toBe(5);
  });
});

describe('what is sent', () => {
  it('can be no lower than five, and no higher than a hundred, in whole answers', () => {
    for (const answersMin of [5, 20, 100])
      expect(thresholdsSchema.safeParse(since(['2026-Q1', answersMin])).success).toBe(true);
    for (const answersMin of [4, 1, 0, -5, 4.5, 5.5, 101, Infinity, NaN])
      expect(thresholdsSchema.safeParse(since(['2026-Q1', answersMin])).success).toBe(false);
  });

  it('names each quarter once, in order', () => {
    expect(thresholdsSchema.safeParse(since(['2026-Q1', 5], ['2026-Q2', 5])).success).toBe(true);
    for (const pairs of [since(['2026-Q2', 5], ['2026-Q1', 9]), since(['2026-Q1', 5], ['2026-Q1', 9])])
      expect(thresholdsSchema.safeParse(pairs).success).toBe(false);
    for (const from of ['2026', '2026-03', '2026-Q5', '', '26-Q1'])
      expect(thresholdsSchema.safeParse(since([from, 5])).success).toBe(false);
  });
});

describe('a change', () => {
  const current = '2026-Q3';
  const before = since(['2026-Q1', 10]);

  it('of quarters that have ended is refused, with the quarter', () => {
    expect(thresholdFaults(before, since(['2026-Q1', 5]), current)).toMatchObject([
      { from: '2026-Q1', reason: 'past' },
      { from: current, reason: 'lowered', least: 10 },
    ]);
    expect(thresholdFaults(before, since(['2026-Q1', 20]), current)).toEqual([
      { from: '2026-Q1', reason: 'past' },
    ]);
    expect(thresholdFaults(before, since(['2026-Q1', 10], ['2026-Q2', 20]), current)).toEqual([
      { from: '2026-Q2', reason: 'past' },
    ]);
    expect(thresholdFaults([], since(['2025-Q1', 20]), current)).toEqual([
      { from: '2025-Q1', reason: 'past' },
    ]);
  });

  it('that only words the past otherwise changes nothing', () => {
    expect(thresholdFaults(before, since(['2026-Q1', 10], ['2026-Q2', 10]), current)).toEqual([]);
    expect(thresholdFaults(before, [], '2026-Q1')).toEqual([
      { from: '2026-Q1', reason: 'lowered', least: 10 },
    ]);
  });

  it('may raise the quarter that runs, and not lower it', () => {
    expect(thresholdFaults(before, [...before, ...since([current, 11])], current)).toEqual([]);
    expect(thresholdFaults(before, [...before, ...since([current, 9])], current)).toEqual([
      { from: current, reason: 'lowered', least: 10 },
    ]);
  });

  it('may raise a quarter that has not begun, and not lower it again', () => {
    const raised = [...before, ...since(['2026-Q4', 12])];
    expect(thresholdFaults(before, raised, current)).toEqual([]);
    for (const after of [before, [...before, ...since(['2026-Q4', 11])]])
      expect(thresholdFaults(raised, after, current)).toEqual([
        { from: '2026-Q4', reason: 'lowered', least: 12 },
      ]);
    expect(thresholdFaults(raised, [...before, ...since(['2026-Q4', 12], ['2027-Q1', 12])], current)).toEqual(
      [],
    );
    expect(thresholdFaults(raised, [...before, ...since(['2026-Q3', 12])], current)).toEqual([]);
  });

  it('may not raise a threshold for a while', () => {
    const after = since(['2026-Q1', 10], ['2026-Q4', 20], ['2027-Q1', 15], ['2027-Q2', 10], ['2027-Q3', 20]);
    expect(thresholdFaults(before, after, current)).toEqual([
      { from: '2027-Q1', reason: 'lowered', least: 20 },
      { from: '2027-Q2', reason: 'lowered', least: 20 },
    ]);
  });

  it('is refused exactly where an ended quarter would have another number, or one that has not a lower', () => {
    const quarters = [2025, 2026, 2027].flatMap((year) => [1, 2, 3, 4].map((q) => `${year}-Q${q}`));
    const anyThresholds = fc
      .uniqueArray(
        fc.record({ from: fc.constantFrom(...quarters), answersMin: fc.constantFrom(5, 6, 10, 20) }),
        { selector: ({ from }) => from, maxLength: 5 },
      )
      .map((all) => all.toSorted((a, b) => (a.from < b.from ? -1 : 1)));
    fc.assert(
      fc.property(anyThresholds, anyThresholds, fc.constantFrom(...quarters), (first, second, running) => {
        const isOther = (quarter: string): boolean =>
          answersMinIn(first, quarter) !== answersMinIn(second, quarter);
        const isRefused =
          quarters.some((quarter) => quarter < running && isOther(quarter)) ||
          quarters.some(
            (quarter, index) =>
              quarter >= running &&
              (answersMinIn(second, quarter) < answersMinIn(first, quarter) ||
                answersMinIn(second, quarter) < answersMinIn(second, quarters[index - 1] ?? '')),
          );
        expect(thresholdFaults(first, second, running).length > 0).toBe(isRefused);
      }),
      { numRuns: 1000 },
    );
  });
});
