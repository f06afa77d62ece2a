/**
 * How long the keys of a quarter serve: they sign ballots and take seals in the quarter and for ten minutes more, and a
 * ballot counts through the month after it. All of it goes by midnight in Helsinki, at every end of a quarter and over
 * both changes of the clocks.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrivedAfterMs,
  graceMonthOf,
  isInGraceAt,
  isOpenAt,
  monthSealedFor,
} from '../../../../shared/domain/calendar/ballot-term.ts';
import { closesAt } from '../../../../shared/domain/calendar/day.ts';
import { monthAt, nextQuarter, quarterAt, quarterOf } from '../../../../shared/domain/calendar/month.ts';

const at = (instant: string): number => Date.parse(instant);
const minutes = 60_000;

/** Ends of quarters in Helsinki: in summer time and in winter time. */
const turns = [
  ['2026-Q1', '2026-04-01T00:00:00+03:00', '2026-Q2', '2026-03'],
  ['2026-Q2', '2026-07-01T00:00:00+03:00', '2026-Q3', '2026-06'],
  ['2026-Q3', '2026-10-01T00:00:00+03:00', '2026-Q4', '2026-09'],
  ['2026-Q4', '2027-01-01T00:00:00+02:00', '2027-Q1', '2026-12'],
] as const;

describe.each(turns)('the keys of %s', (quarter, midnight, next, lastMonth) => {
  const turn = at(midnight);

  it.each([
    [-1, true, false],
    [0, true, true],
    [10 * minutes - 1, true, true],
    [10 * minutes, false, true],
  ])('%d ms after midnight: open %j, and those of the next quarter %j', (after, old, its) => {
    expect([isOpenAt(quarter, turn + after), isOpenAt(next, turn + after)]).toEqual([old, its]);
  });

  it('keep what is sealed for them in the quarter, also what comes after midnight', () => {
    for (const after of [0, 10 * minutes - 1]) expect(monthSealedFor(quarter, turn + after)).toBe(lastMonth);
    expect(monthSealedFor(next, turn)).toBe(monthAt(turn));
    expect(monthSealedFor(quarter, turn - 1)).toBe(lastMonth);
  });

  it('are not open before their quarter, nor is a ballot of it in its term', () => {
    expect(isOpenAt(next, turn - 1)).toBe(false);
    expect(isInGraceAt(next, turn - 1)).toBe(false);
    expect(isInGraceAt(next, turn)).toBe(true);
  });

  it('have closed for good when a close begins', () => {
    expect(isOpenAt(quarter, turn + arrivedAfterMs)).toBe(false);
  });
});

describe('the grace of a ballot', () => {
  it.each([
    ['2026-Q1', '2026-04', '2026-05-01T00:00:00+03:00'],
    ['2026-Q2', '2026-07', '2026-08-01T00:00:00+03:00'],
    ['2026-Q3', '2026-10', '2026-11-01T00:00:00+02:00'],
    ['2026-Q4', '2027-01', '2027-02-01T00:00:00+02:00'],
  ])('of %s is %s, to its last moment', (quarter, month, over) => {
    expect(graceMonthOf(quarter)).toBe(month);
    expect(isInGraceAt(quarter, at(over) - 1)).toBe(true);
    expect(isInGraceAt(quarter, at(over))).toBe(false);
  });
});

describe('the hours in which the clocks change', () => {
  it.each([
    ['spring', '2026-03-29T02:59:59+02:00', '2026-Q1', '2026-03'],
    ['spring', '2026-03-29T04:00:00+03:00', '2026-Q1', '2026-03'],
    ['autumn, the first time', '2026-10-25T03:30:00+03:00', '2026-Q4', '2026-10'],
    ['autumn, the second time', '2026-10-25T03:30:00+02:00', '2026-Q4', '2026-10'],
  ])('of %s (%s) close nothing', (_, instant, quarter, month) => {
    expect(isOpenAt(quarter, at(instant))).toBe(true);
    expect(monthSealedFor(quarter, at(instant))).toBe(month);
  });
});

describe('at any instant', () => {
  const instants = fc.integer({ min: at('2025-01-01'), max: at('2040-01-01') });
  const nearTurns = fc
    .tuple(instants, fc.integer({ min: -15 * minutes, max: 15 * minutes }))
    .map(([instant, off]) => closesAt(quarterAt(instant)) + off);

  it('the current quarter is open, at most one other is, and that is the one before', () => {
    fc.assert(
      fc.property(fc.oneof(instants, nearTurns), (instant) => {
        const current = quarterAt(instant);
        const before = quarterAt(instant - 10 * minutes);
        expect(isOpenAt(current, instant)).toBe(true);
        expect(isOpenAt(nextQuarter(current), instant)).toBe(false);
        expect(current === before || nextQuarter(before) === current).toBe(true);
      }),
    );
  });

  it('what is open is in its term, and its month belongs to its quarter', () => {
    fc.assert(
      fc.property(fc.oneof(instants, nearTurns), (instant) => {
        for (const quarter of [quarterAt(instant), quarterAt(instant - 10 * minutes)]) {
          expect(isInGraceAt(quarter, instant)).toBe(true);
          expect(quarterOf(monthSealedFor(quarter, instant))).toBe(quarter);
        }
      }),
    );
  });
});
