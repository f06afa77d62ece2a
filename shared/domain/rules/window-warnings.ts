import { dayNumberOf, weekdayOf } from '../calendar/helsinki.ts';
import { holidayYears, isPublicHoliday } from '../calendar/public-holidays.ts';
import type { Finding } from './finding.ts';
import type { RuleDraft, SendingWindow } from './rule.ts';

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * Requests that are too late before the window opens. There are always events whose requests are not, as soon as a
 * window opens at all: those whose delay ends within it.
 */
export function waitWarnings({ window, delayDays, expiresAfterDays }: RuleDraft): Finding[] {
  const patienceHours = expiresAfterDays * 24;
  const late = weekdayNames.filter(
    (_, index) => longestWaitHours(window, ((index + delayDays) % 7) + 1) > patienceHours,
  );
  if (late.length > 0) {
    const detail =
      `requests about events on ${late.join(', ')} can be too late before the window opens: let them expire later, ` +
      'or open the window on more days';
    return [{ pointer: '/expiresAfterDays', detail }];
  }
  const closedDays = longestClosedDays(window);
  if (waitHours(window, closedDays + 1) <= patienceHours) return [];
  const detail = `around public holidays the window is closed for up to ${closedDays} days: some requests will be too late`;
  return [{ pointer: '/expiresAfterDays', detail }];
}

/** The longest that a request waits whose delay ends on a weekday, leaving public holidays aside. */
function longestWaitHours(window: SendingWindow, weekday: number): number {
  const { weekdays, fromHour, toHour } = window;
  const daysAhead =
    [1, 2, 3, 4, 5, 6, 7].find((ahead) => weekdays.includes(((weekday - 1 + ahead) % 7) + 1)) ?? 7;
  if (!weekdays.includes(weekday)) return daysAhead * 24 + fromHour;
  return toHour === 24 ? fromHour : Math.max(fromHour, waitHours(window, daysAhead));
}

/** From the end of the window on one day to its next opening. */
const waitHours = ({ fromHour, toHour }: SendingWindow, daysAhead: number): number =>
  daysAhead * 24 - toHour + fromHour;

/** The most days in a row on which the window does not open, in all the years whose public holidays are known. */
function longestClosedDays({ weekdays, publicHolidays }: SendingWindow): number {
  const first = dayNumberOf(`${Math.min(...holidayYears)}-01-01`);
  const last = dayNumberOf(`${Math.max(...holidayYears)}-12-31`);
  let longest = 0;
  let closed = 0;
  for (let day = first; day <= last; day += 1) {
    const isOpen = weekdays.includes(weekdayOf(day)) && (publicHolidays || !isPublicHoliday(day));
    closed = isOpen ? 0 : closed + 1;
    longest = Math.max(longest, closed);
  }
  return longest;
}
