/**
 * Rolling caps: what is counted is held against a count by brute force over every run of days that holds the new ask's,
 * and the next possible day against a search day by day; the boundaries are also written out by hand.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dayNumberAt,
  dayNumberOf,
  hourOf,
  type DayNumber,
} from '../../../../shared/domain/calendar/helsinki.ts';
import { countUnder } from '../../../../shared/domain/decisions/caps.ts';
import type { Cap } from '../../../../shared/domain/rules/rule.ts';

const today = dayNumberOf('2026-03-20');
const at = hourOf(today, 12);
/** Asks so many days from today, each at another hour of its day. */
const asksOn = (...days: readonly number[]) =>
  days.map((day, position) => ({ requestId: `r-${position}`, at: hourOf(today + day, position % 24) }));

/** The most asks in any run of so many days that holds a day, run by run. */
function countOn(day: DayNumber, taken: readonly DayNumber[], days: number): number {
  const runs = Array.from({ length: days }, (_, n) => day - n);
  return Math.max(
    ...runs.map((first) => taken.filter((other) => other >= first && other < first + days).length),
  );
}

describe('a cap', () => {
  it.each<[string, Cap, number[], number, string | null]>([
    ['counts nothing where nobody was asked', { most: 1, days: 7 }, [], 0, null],
    ['counts an ask of the same day', { most: 1, days: 1 }, [0], 1, '2026-03-21'],
    ['of one day forgets yesterday', { most: 1, days: 1 }, [-1, 1], 0, null],
    ['counts an ask six days ago in seven days', { most: 1, days: 7 }, [-6], 1, '2026-03-21'],
    ['forgets an ask exactly seven days ago', { most: 1, days: 7 }, [-7], 0, null],
    ['counts an ask that is planned in six days', { most: 1, days: 7 }, [6], 1, '2026-04-02'],
    ['does not count one planned in exactly seven days', { most: 1, days: 7 }, [7], 0, null],
    ['counts asks on both sides only where one run holds them', { most: 2, days: 7 }, [-4, 4], 1, null],
    ['counts asks on both sides that one run holds', { most: 2, days: 7 }, [-3, 3], 2, '2026-03-24'],
    ['finds the day between two full runs', { most: 1, days: 3 }, [-1, 5], 1, '2026-03-22'],
    ['finds no day between full runs that touch', { most: 1, days: 3 }, [-1, 4], 1, '2026-03-27'],
    ['lets pass what is below it', { most: 3, days: 30 }, [-1, -2], 2, null],
    ['waits until the oldest of many is forgotten', { most: 3, days: 30 }, [-1, -2, -20], 3, '2026-03-30'],
  ])('%s', (_, cap, days, counted, possibleOn) => {
    expect(countUnder(cap, asksOn(...days), at)).toEqual({
      counted,
      possibleAt: possibleOn === null ? at : hourOf(dayNumberOf(possibleOn), 0),
    });
  });

  it('counts days in Helsinki, across the change to summer time', () => {
    const cap = { most: 1, days: 2 };
    const asked = (time: string) => [{ requestId: 'r', at: Date.parse(time) }];
    const planned = Date.parse('2026-03-30T00:30:00+03:00');
    expect(countUnder(cap, asked('2026-03-28T23:59:00+02:00'), planned).counted).toBe(0);
    expect(countUnder(cap, asked('2026-03-29T00:00:00+02:00'), planned).counted).toBe(1);
  });

  const caps = fc.record({ most: fc.integer({ min: 1, max: 4 }), days: fc.integer({ min: 1, max: 40 }) });
  const asks = fc.array(fc.integer({ min: -70, max: 70 }), { maxLength: 14 });

  it('counts what a count by brute force counts, and names the first day on which one more is not too many', () => {
    fc.assert(
      fc.property(caps, asks, (cap, days) => {
        const taken = days.map((day) => today + day);
        const { counted, possibleAt } = countUnder(cap, asksOn(...days), at);
        expect(counted).toBe(countOn(today, taken, cap.days));
        let day = today;
        while (countOn(day, taken, cap.days) >= cap.most) day += 1;
        expect(dateOf(dayNumberAt(possibleAt))).toBe(dateOf(day));
        expect(possibleAt).toBe(day === today ? at : hourOf(day, 0));
      }),
      { numRuns: 2000 },
    );
  });

  it('is never broken in any run of days by asks that it let pass, in whatever order they are planned', () => {
    fc.assert(
      fc.property(caps, fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 60 }), (cap, wanted) => {
        const asked: number[] = [];
        for (const day of wanted)
          if (countUnder(cap, asksOn(...asked), hourOf(today + day, 9)).counted < cap.most) asked.push(day);
        const fullest = Math.max(
          0,
          ...asked.map((first) => asked.filter((d) => d >= first && d < first + cap.days).length),
        );
        expect(fullest).toBeLessThanOrEqual(cap.most);
      }),
      { numRuns: 500 },
    );
  });
});
