/** Periods are calendar quarters and months in Helsinki: they open and close at local midnight, whatever the clock does. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closesAt, dayAt } from '../../../shared/domain/calendar/day.ts';
import {
  monthAt,
  monthsAfter,
  nextQuarter,
  quarterAt,
  quarterOf,
  quarterSchema,
  quartersBetween,
  startOfMonth,
} from '../../../shared/domain/calendar/month.ts';

const at = (instant: string): number => Date.parse(instant);

describe('a quarter', () => {
  it.each([
    ['2026-Q1', '2026-04-01T00:00:00+03:00', '2026-Q2'],
    ['2026-Q2', '2026-07-01T00:00:00+03:00', '2026-Q3'],
    ['2026-Q3', '2026-10-01T00:00:00+03:00', '2026-Q4'],
    ['2026-Q4', '2027-01-01T00:00:00+02:00', '2027-Q1'],
  ])('%s closes at midnight in Helsinki', (quarter, midnight, next) => {
    expect(closesAt(quarter)).toBe(at(midnight));
    expect(quarterAt(at(midnight) - 1)).toBe(quarter);
    expect(quarterAt(at(midnight))).toBe(next);
    expect(nextQuarter(quarter)).toBe(next);
  });

  it('holds every instant before it closes, and none after', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01'), max: at('2046-01-01') }), (instant) => {
        const quarter = quarterAt(instant);
        expect(closesAt(quarter)).toBeGreaterThan(instant);
        expect(quarterAt(closesAt(quarter) - 1)).toBe(quarter);
        expect(quarterAt(closesAt(quarter))).toBe(nextQuarter(quarter));
      }),
    );
  });

  it('takes in its months', () => {
    expect(['01', '03', '04', '09', '10', '12'].map((month) => quarterOf(`2026-${month}`))).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
      '2026-Q4',
    ]);
  });

  it.each(['2026-Q0', '2026-Q5', '2026-q1', '26-Q1', '2026-03', ' 2026-Q1'])('is not written %j', (text) => {
    expect(quarterSchema.safeParse(text).success).toBe(false);
  });
});

describe('quarters between', () => {
  it('go over the year in order, both ends included', () => {
    expect(quartersBetween('2025-Q3', '2026-Q2')).toEqual(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']);
  });

  it('are one where both ends are the same, and none where the last is before the first', () => {
    expect(quartersBetween('2026-Q1', '2026-Q1')).toEqual(['2026-Q1']);
    expect(quartersBetween('2026-Q2', '2026-Q1')).toEqual([]);
  });
});

describe('months and days', () => {
  it('change at midnight in Helsinki', () => {
    expect(monthAt(at('2026-03-31T20:59:59.999Z'))).toBe('2026-03');
    expect(monthAt(at('2026-03-31T21:00:00Z'))).toBe('2026-04');
    expect(dayAt(at('2026-03-01T21:59:59Z'))).toBe('2026-03-01');
    expect(dayAt(at('2026-03-01T22:00:00Z'))).toBe('2026-03-02');
  });

  it('know a day that is 23 and one that is 25 hours long', () => {
    expect(dayAt(at('2026-03-29T00:00:00+02:00'))).toBe('2026-03-29');
    expect(dayAt(at('2026-03-29T23:59:59+03:00'))).toBe('2026-03-29');
    expect(dayAt(at('2026-10-25T00:00:00+03:00'))).toBe('2026-10-25');
    expect(dayAt(at('2026-10-25T23:59:59+02:00'))).toBe('2026-10-25');
  });

  it('are counted over the end of a year', () => {
    expect(monthsAfter('2026-11', 2)).toBe('2027-01');
    expect(monthsAfter('2026-03', 0)).toBe('2026-03');
    expect(monthsAfter('2026-03', 14)).toBe('2027-05');
    expect(startOfMonth('2027-05')).toBe(at('2027-05-01T00:00:00Z'));
  });
});
