/** What a person's choice comes to: calendar months in Helsinki, whatever the clocks do, and what has changed by it. */
import { describe, expect, it } from 'vitest';
import { isSamePreference } from '../../../shared/domain/decisions/same-preference.ts';
import {
  choices,
  inForce,
  preferenceAfter,
  wishesAfter,
  type Choice,
  type Wishes,
} from '../../../shared/domain/respondent/preference-choice.ts';

const at = (instant: string): number => Date.parse(instant);
const untilOf = (choice: Choice, now: string): string => {
  const preference = preferenceAfter(choice, at(now));
  if (preference.kind !== 'paused') throw new Error(`${choice} is no pause`);
  return new Date(preference.until).toISOString();
};

describe('a pause', () => {
  it.each<[Choice, string, string]>([
    ['pause-3', '2026-03-03T10:15:00+02:00', '2026-06-03T21:00:00.000Z'],
    ['pause-6', '2026-03-03T10:15:00+02:00', '2026-09-03T21:00:00.000Z'],
    ['pause-12', '2026-03-03T10:15:00+02:00', '2027-03-03T22:00:00.000Z'],
    // Over the change of the clocks in both directions: the day ends at midnight in Helsinki.
    ['pause-3', '2026-08-01T00:00:00+03:00', '2026-11-01T22:00:00.000Z'],
    // A month that is too short ends the pause with its own last day.
    ['pause-3', '2026-11-30T12:00:00+02:00', '2027-02-28T22:00:00.000Z'],
    ['pause-6', '2027-08-31T12:00:00+03:00', '2028-02-29T22:00:00.000Z'],
    ['pause-12', '2028-02-29T12:00:00+02:00', '2029-02-28T22:00:00.000Z'],
    // Just before and after midnight in Helsinki, which is another day in UTC.
    ['pause-3', '2026-03-03T21:59:59Z', '2026-06-03T21:00:00.000Z'],
    ['pause-3', '2026-03-03T22:00:00Z', '2026-06-04T21:00:00.000Z'],
  ])('%s that is chosen at %s lasts until %s', (choice, now, until) => {
    expect(untilOf(choice, now)).toBe(until);
  });

  it('is the same however often it is chosen on one day', () => {
    expect(untilOf('pause-6', '2026-03-03T00:00:00+02:00')).toBe(
      untilOf('pause-6', '2026-03-03T23:59:59+02:00'),
    );
  });

  it('is in force up to its end, and nothing afterwards', () => {
    const paused = { kind: 'paused', until: 1000 } as const;
    expect(inForce(paused, 999)).toEqual(paused);
    expect(inForce(paused, 1000)).toEqual({ kind: 'open' });
    expect(inForce({ kind: 'opted-out' }, 1000)).toEqual({ kind: 'opted-out' });
  });
});

it('stopping and starting say so', () => {
  expect(preferenceAfter('stop', 0)).toEqual({ kind: 'opted-out' });
  expect(preferenceAfter('start', 0)).toEqual({ kind: 'open' });
});

it('what is left out stays as it is', () => {
  const wishes: Wishes = { preference: { kind: 'opted-out' }, language: 'sv' };
  expect(wishesAfter(wishes, {}, 0)).toEqual(wishes);
  expect(wishesAfter(wishes, { language: 'en' }, 0)).toEqual({ ...wishes, language: 'en' });
  expect(wishesAfter(wishes, { choice: 'start' }, 0)).toEqual({ ...wishes, preference: { kind: 'open' } });
});

it('every choice differs from every other', () => {
  const now = at('2026-03-03T10:15:00+02:00');
  for (const one of choices)
    for (const other of choices)
      expect(isSamePreference(preferenceAfter(one, now), preferenceAfter(other, now))).toBe(one === other);
});
