import { Temporal } from 'temporal-polyfill';
import { timeZone } from '../period.ts';
import type { SendingWindow } from './rule.ts';

/**
 * The first instant at or after `delayDays` from the event at which the window is open, and never before now.
 *
 * @param eventMs when the stage was reached, epoch milliseconds
 * @param nowMs epoch milliseconds; an event that is reported late is due from now on
 * @returns epoch milliseconds
 */
export function dueAt(eventMs: number, delayDays: number, window: SendingWindow, nowMs: number): number {
  const delayed = Temporal.Instant.fromEpochMilliseconds(eventMs)
    .toZonedDateTimeISO(timeZone)
    .add({ days: delayDays });
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone);
  const earliest = Temporal.ZonedDateTime.compare(delayed, now) < 0 ? now : delayed;
  let day = earliest.toPlainDate();
  // One of any seven days is in a window that names a weekday; the eighth is today again, after its hours.
  for (let tried = 0; tried < 8; tried += 1) {
    const opens = day.toZonedDateTime({
      timeZone,
      plainTime: Temporal.PlainTime.from({ hour: window.fromHour }),
    });
    const closes = day.toZonedDateTime({
      timeZone,
      plainTime: Temporal.PlainTime.from({ hour: window.toHour }),
    });
    const open = Temporal.ZonedDateTime.compare(opens, earliest) < 0 ? earliest : opens;
    if (window.weekdays.includes(day.dayOfWeek) && Temporal.ZonedDateTime.compare(open, closes) < 0) {
      return open.epochMilliseconds;
    }
    day = day.add({ days: 1 });
  }
  throw new RangeError('a sending window must name at least one weekday and end after it begins');
}
