/** When a request leaves: the first open hour after the delay, by Helsinki's wall clock, also across both clock changes. */
import { describe, expect, it } from 'vitest';
import { dueAt } from '../../../shared/domain/rules/due.ts';
import type { SendingWindow } from '../../../shared/domain/rules/rule.ts';

const workingHours: SendingWindow = { weekdays: [1, 2, 3, 4, 5], fromHour: 9, toHour: 18 };

const due = (event: string, delayDays: number, window = workingHours, now = event): string =>
  new Date(dueAt(Date.parse(event), delayDays, window, Date.parse(now))).toISOString();
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
    const nightOfSunday: SendingWindow = { weekdays: [7], fromHour: 3, toHour: 6 };
    expect(due('2026-03-28T10:00:00+02:00', 0, nightOfSunday)).toBe(utc('2026-03-29T04:00:00+03:00'));
  });

  it('in a week, where the only weekday is over', () => {
    const mondays: SendingWindow = { weekdays: [1], fromHour: 9, toHour: 10 };
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

it.each<[string, SendingWindow]>([
  ['names no weekday', { ...workingHours, weekdays: [] }],
  ['ends when it begins', { ...workingHours, fromHour: 12, toHour: 12 }],
])('refuses a window that %s', (_, window) => {
  expect(() => due('2026-03-02T10:00:00+02:00', 1, window)).toThrow(RangeError);
});
