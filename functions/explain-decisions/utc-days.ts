import type { Stretch } from '../../shared/adapters/decisions-by-day.ts';
import { days } from '../../shared/domain/calendar/duration.ts';

const dayLength = 'YYYY-MM-DD'.length;

/**
 * The stretches of records, one for each day in UTC, from one instant on and before another: an order begins with its
 * instant, and sorts behind it.
 *
 * @param start an instant such as `2026-03-01T22:00:00.000Z`, or an order from which on
 * @param end an instant
 */
export function stretchesBetween(start: string, end: string): Stretch[] {
  const stretches: Stretch[] = [];
  if (start > end) return stretches;
  for (let day = start.slice(0, dayLength); day <= end.slice(0, dayLength); day = dayAfterUtc(day))
    stretches.push({ day, first: start, last: end });
  return stretches;
}

const dayAfterUtc = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days(1)).toISOString().slice(0, dayLength);
