/**
 * When a request leaves: in the first open hour after the delay, by Helsinki's wall clock, across holidays and both clock
 * changes; and when its slot ends. Expected instants are written by hand with their offsets.
 */
import { describe, expect, it } from 'vitest';
import { planUnder } from '../../../shared/domain/decisions/known.ts';
import { delayed, nextOpening, slotEndsAt } from '../../../shared/domain/rules/slots.ts';
import type { SendingWindow } from '../../../shared/domain/rules/rule.ts';
import { rule } from '../../support/decision-facts.ts';

const weekdays = { weekdays: [1, 2, 3, 4, 5], publicHolidays: false };
const workingHours: SendingWindow = { ...weekdays, fromHour: 9, toHour: 18 };
const sundays = { weekdays: [7], publicHolidays: true };

const text = (instantMs: number): string => new Date(instantMs).toISOString();
const due = (event: string, delayDays: number, window = workingHours, now = event): string =>
  text(planUnder(rule({ delayDays, window }), { occurredAt: Date.parse(event), now: Date.parse(now) }).at);
const utc = (instant: string): string => new Date(instant).toISOString();

describe('a request is due', () => {
  it.each([
    ['at the hour of the event, some days later', '2026-03-05T10:15:00+02:00', '2026-03-06T10:15:00+02:00'],
    ['on Monday where the day is a Saturday', '2026-03-06T10:15:00+02:00', '2026-03-09T09:00:00+02:00'],
    ['on Monday where the day is a Sunday', '2026-03-07T16:00:00+02:00', '2026-03-09T09:00:00+02:00'],
    [
      'when the window opens, for an event before hours',
      '2026-03-02T06:00:00+02:00',
      '2026-03-03T09:00:00+02:00',
    ],
    ['in the very first moment of the window', '2026-03-02T09:00:00+02:00', '2026-03-03T09:00:00+02:00'],
    [
      'in the very last moment of the window',
      '2026-03-02T17:59:59.999+02:00',
      '2026-03-03T17:59:59.999+02:00',
    ],
    [
      'the day after, where the window has just closed',
      '2026-03-02T18:00:00+02:00',
      '2026-03-04T09:00:00+02:00',
    ],
    [
      'after the weekend, for an event on Thursday night',
      '2026-03-05T23:30:00+02:00',
      '2026-03-09T09:00:00+02:00',
    ],
  ])('%s', (_, event, expected) => {
    expect(due(event, 1)).toBe(utc(expected));
  });

  it('on the day in Helsinki, whatever zone the event is written in', () => {
    expect(due('2026-03-03T22:30:00Z', 1)).toBe(utc('2026-03-05T09:00:00+02:00'));
  });

  it('at the same wall-clock hour across the change to summer time', () => {
    expect(due('2026-03-27T10:15:00+02:00', 3)).toBe(utc('2026-03-30T10:15:00+03:00'));
  });

  it('at the same wall-clock hour across the change to winter time', () => {
    expect(due('2026-10-23T10:15:00+03:00', 3)).toBe(utc('2026-10-26T10:15:00+02:00'));
  });

  it('in the next hour that exists, where the window opens in the hour that the clock skips', () => {
    const nightOfSunday: SendingWindow = { ...sundays, fromHour: 3, toHour: 6 };
    expect(due('2026-03-28T10:00:00+02:00', 0, nightOfSunday)).toBe(utc('2026-03-29T04:00:00+03:00'));
  });

  it('in a week, where the only weekday is over', () => {
    const mondays: SendingWindow = { weekdays: [1], fromHour: 9, toHour: 10, publicHolidays: false };
    expect(due('2026-03-02T10:00:00+02:00', 0, mondays)).toBe(utc('2026-03-09T09:00:00+02:00'));
  });

  it('at once, where the event is reported late and the window is open', () => {
    const now = '2026-03-04T14:03:02+02:00';
    expect(due('2026-01-05T10:00:00+02:00', 2, workingHours, now)).toBe(utc(now));
  });

  it('when the window opens, where the event is reported late and at night', () => {
    expect(due('2026-01-05T10:00:00+02:00', 2, workingHours, '2026-03-06T20:00:00+02:00')).toBe(
      utc('2026-03-09T09:00:00+02:00'),
    );
  });
});

describe('a public holiday', () => {
  it.each([
    ['Good Friday to Easter Monday', '2026-04-02T19:00:00+03:00', '2026-04-07T09:00:00+03:00'],
    ['Midsummer Eve', '2026-06-18T19:00:00+03:00', '2026-06-22T09:00:00+03:00'],
    ['Ascension Day, a Thursday', '2026-05-14T10:00:00+03:00', '2026-05-15T09:00:00+03:00'],
    ['Christmas Eve to the Sunday after it', '2026-12-24T10:00:00+02:00', '2026-12-28T09:00:00+02:00'],
    ['New Year and Epiphany', '2026-01-05T18:00:00+02:00', '2026-01-07T09:00:00+02:00'],
  ])('closes the window: %s', (_, event, expected) => {
    expect(due(event, 0)).toBe(utc(expected));
  });

  it('ends at midnight in Helsinki, not in UTC', () => {
    const allDay: SendingWindow = { ...weekdays, fromHour: 0, toHour: 24 };
    expect(due('2026-05-01T10:00:00+03:00', 0, { ...allDay, weekdays: [5, 6] })).toBe(
      utc('2026-05-02T00:00:00+03:00'),
    );
    expect(due('2026-01-05T22:30:00Z', 0, allDay)).toBe(utc('2026-01-07T00:00:00+02:00'));
  });

  it('does not close the window of a rule that sends on holidays', () => {
    const event = '2026-12-24T10:00:00+02:00';
    expect(due(event, 0, { ...workingHours, publicHolidays: true })).toBe(utc(event));
  });
});

describe('on the nights on which clocks change, a slot', () => {
  const spring = '2026-03-29';
  const autumn = '2026-10-25';
  const night = (fromHour: number, toHour: number): SendingWindow => ({ ...sundays, fromHour, toHour });

  it('that lies in the skipped hour only is not there that day', () => {
    expect(due('2026-03-28T10:00:00+02:00', 0, night(3, 4))).toBe(utc('2026-04-05T03:00:00+03:00'));
  });

  it('that begins before the skipped hour goes on after it', () => {
    const open = Date.parse(`${spring}T02:00:00+02:00`);
    expect(due('2026-03-28T10:00:00+02:00', 0, night(2, 5))).toBe(text(open));
    expect(slotEndsAt(night(2, 5), open) - open).toBe(2 * 60 * 60 * 1000);
  });

  it('that begins in the hour that comes twice begins the first time, and is open the second time too', () => {
    const window = night(3, 4);
    expect(due('2026-10-24T10:00:00+03:00', 0, window)).toBe(utc(`${autumn}T03:00:00+03:00`));
    const again = Date.parse(`${autumn}T03:30:00+02:00`);
    expect(nextOpening(window, again)).toBe(again);
    expect(text(slotEndsAt(window, again))).toBe(utc(`${autumn}T04:00:00+02:00`));
  });

  it('that ends as the hour comes for the first time is over when it comes again', () => {
    expect(due(`${autumn}T03:10:00+02:00`, 0, night(2, 3))).toBe(utc('2026-11-01T02:00:00+02:00'));
  });

  it('is kept by delays: an hour that is skipped becomes the next, one that comes twice the first', () => {
    expect(text(delayed(Date.parse('2026-03-28T03:30:00+02:00'), 1))).toBe(utc(`${spring}T04:30:00+03:00`));
    expect(text(delayed(Date.parse('2026-10-24T03:30:00+03:00'), 1))).toBe(utc(`${autumn}T03:30:00+03:00`));
    expect(text(delayed(Date.parse(`${autumn}T03:30:00+02:00`), 0))).toBe(utc(`${autumn}T03:30:00+02:00`));
  });
});

it.each([
  ['at its hour', workingHours, '2026-03-02T09:00:00+02:00', '2026-03-02T18:00:00+02:00'],
  [
    'at midnight after it',
    { ...workingHours, toHour: 24 },
    '2026-03-02T23:59:59+02:00',
    '2026-03-03T00:00:00+02:00',
  ],
])('a slot ends %s', (_, window, open, end) => {
  expect(text(slotEndsAt(window, Date.parse(open)))).toBe(utc(end));
});

it('a request expires so many calendar days after its delay, at the hour of the event', () => {
  const { expiresAt } = planUnder(rule({ delayDays: 2, expiresAfterDays: 14 }), {
    occurredAt: Date.parse('2026-03-20T10:15:00+02:00'),
    now: Date.parse('2026-03-20T10:15:00+02:00'),
  });
  expect(text(expiresAt)).toBe(utc('2026-04-05T10:15:00+03:00'));
});

it.each<[string, SendingWindow]>([
  ['names no weekday', { ...workingHours, weekdays: [] }],
  ['ends when it begins', { ...workingHours, fromHour: 12, toHour: 12 }],
])('refuses a window that %s', (_, window) => {
  expect(() => due('2026-03-02T10:00:00+02:00', 1, window)).toThrow(RangeError);
});
