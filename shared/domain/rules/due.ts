import { Temporal } from 'temporal-polyfill';
import { timeZone } from '../month.ts';
import type { SendingWindow } from './rule.ts';

/**
 * When a message that is late for its window may still leave: after a backlog, or when it had to wait for the minimum
 * gap. Nobody is woken by a survey.
 */
export const wakingHours: SendingWindow = { weekdays: [1, 2, 3, 4, 5, 6, 7], fromHour: 8, toHour: 20 };

/**
 * The first instant at or after `delayDays` from the event at which the window is open, and never before now.
 *
 * @param eventMs when the stage was reached, epoch milliseconds
 * @param nowMs epoch milliseconds; an event that is reported late is due from now on
 * @returns epoch milliseconds
 */
export function dueAt(eventMs: number, delayDays: number, window: SendingWindow, nowMs: number): number {
  const delayed = inHelsinki(eventMs).add({ days: delayDays }).epochMilliseconds;
  return nextOpening(window, Math.max(delayed, nowMs));
}

/**
 * The first instant from a given one on at which a window is open: that very instant, if it is open then.
 *
 * @param fromMs epoch milliseconds
 * @returns epoch milliseconds
 * @throws RangeError where the window is never open
 */
export function nextOpening({ weekdays, fromHour, toHour }: SendingWindow, fromMs: number): number {
  let day = inHelsinki(fromMs).toPlainDate();
  // One of any seven days is in a window that names a weekday; the eighth is today again, after its hours.
  for (let tried = 0; tried < 8; tried += 1) {
    const open = Math.max(atHour(day, fromHour), fromMs);
    if (weekdays.includes(day.dayOfWeek) && open < atHour(day, toHour)) return open;
    day = day.add({ days: 1 });
  }
  throw new RangeError('a sending window must name at least one weekday and end after it begins');
}

const inHelsinki = (epochMs: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);

/** @param hour from 0 to 24, by the clock on the wall */
function atHour(day: Temporal.PlainDate, hour: number): number {
  const [date, plainTime] = hour === 24 ? [day.add({ days: 1 }), { hour: 0 }] : [day, { hour }];
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}
