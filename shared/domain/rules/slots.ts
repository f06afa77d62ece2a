import { hourOf, instantAt, wallTimeAt, weekdayOf, type DayNumber } from '../calendar/helsinki.ts';
import { isPublicHoliday } from '../calendar/public-holidays.ts';
import type { SendingWindow } from './rule.ts';

/** The longest stretch, in days, that is searched for an open hour: past it, a window counts as never open. */
const searchedDays = 400;

/**
 * The instant so many calendar days after an event, at the same time by the clock on the wall.
 *
 * @param eventMs epoch milliseconds
 * @returns epoch milliseconds
 */
export function delayed(eventMs: number, delayDays: number): number {
  if (delayDays === 0) return eventMs;
  const { day, sinceMidnight } = wallTimeAt(eventMs);
  return instantAt({ day: day + delayDays, sinceMidnight });
}

/**
 * The first instant from a given one on at which a window is open: that very instant, if it is open then.
 *
 * @param fromMs epoch milliseconds
 * @returns epoch milliseconds
 * @throws RangeError where the window is never open
 */
export function nextOpening(window: SendingWindow, fromMs: number): number {
  const { day: first } = wallTimeAt(fromMs);
  for (let day = first; day < first + searchedDays; day += 1) {
    if (!isOpenOn(window, day)) continue;
    const open = Math.max(hourOf(day, window.fromHour), fromMs);
    if (open < hourOf(day, window.toHour)) return open;
  }
  throw new RangeError('a sending window must name at least one weekday and end after it begins');
}

const isOpenOn = ({ weekdays, publicHolidays }: SendingWindow, day: DayNumber): boolean =>
  weekdays.includes(weekdayOf(day)) && (publicHolidays || !isPublicHoliday(day));

/**
 * When the slot ends that is open at a given instant: epoch milliseconds.
 *
 * @param openMs an instant at which the window is open
 */
export const slotEndsAt = ({ toHour }: SendingWindow, openMs: number): number =>
  hourOf(wallTimeAt(openMs).day, toHour);
