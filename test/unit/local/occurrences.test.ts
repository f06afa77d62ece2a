/** When a schedule was last due is worked out as EventBridge Scheduler would, also where the clocks change. */
import { describe, expect, it } from 'vitest';
import { latestOccurrence } from '../../../local/schedules/occurrences.ts';

const latest = (expression: string, now: string): string =>
  new Date(latestOccurrence(expression, 'Europe/Helsinki', Date.parse(now))).toISOString();

describe('latestOccurrence', () => {
  it.each([
    ['at the very time', '2026-03-02T02:00:00+02:00', '2026-03-02T00:00:00.000Z'],
    ['half a second later', '2026-03-02T02:00:00.500+02:00', '2026-03-02T00:00:00.000Z'],
    ['a millisecond before', '2026-03-02T01:59:59.999+02:00', '2026-03-01T00:00:00.000Z'],
    ['in summer time', '2026-07-02T02:00:00+03:00', '2026-07-01T23:00:00.000Z'],
  ])('finds two in the night of Helsinki %s', (_, now, expected) => {
    expect(latest('cron(0 2 * * ? *)', now)).toBe(expected);
  });

  it('leaves out a time that the spring skips', () => {
    expect(latest('cron(0 3 * * ? *)', '2026-03-29T12:00:00+03:00')).toBe('2026-03-28T01:00:00.000Z');
  });

  it('counts a time that the autumn repeats once', () => {
    expect(latest('cron(0 3 * * ? *)', '2026-10-25T03:30:00+03:00')).toBe('2026-10-25T00:00:00.000Z');
    expect(latest('cron(0 3 * * ? *)', '2026-10-25T03:30:00+02:00')).toBe('2026-10-25T00:00:00.000Z');
  });

  it('counts weekdays from 1 on Sunday, as AWS does', () => {
    expect(latest('cron(0 3 ? * 2 *)', '2026-03-04T12:00:00+02:00')).toBe('2026-03-02T01:00:00.000Z');
    expect(latest('cron(0 3 ? * MON-FRI *)', '2026-03-08T12:00:00+02:00')).toBe('2026-03-06T01:00:00.000Z');
  });

  it('counts rates from the epoch', () => {
    expect(latest('rate(1 minute)', '2026-03-02T10:15:59+02:00')).toBe('2026-03-02T08:15:00.000Z');
    expect(latest('rate(6 hours)', '2026-03-02T10:15:59+02:00')).toBe('2026-03-02T06:00:00.000Z');
  });

  it.each(['at(2026-03-02T02:00:00)', 'cron(0 2 L * ? *)', 'cron(0 2 * * ? 2027)', 'rate(1 fortnight)'])(
    'throws on %s',
    (expression) => {
      expect(() => latest(expression, '2026-03-02T02:00:00+02:00')).toThrow('does not understand');
    },
  );
});
