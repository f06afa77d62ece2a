import { dayMs, midnightOf, wall } from '../naive-calendar.ts';

/*
 * Months and quarters for the judge, as numbers that count on from year to year, and from nothing that the code under
 * test uses.
 */

/** Months since the year 0, in Helsinki. */
export function monthAt(instant: number): number {
  const date = new Date(wall(instant));
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export const quarterAt = (instant: number): number => Math.floor(monthAt(instant) / 3);

/** Local midnight at the start of a month. */
export const monthBegins = (month: number): number =>
  midnightOf(Date.UTC(Math.floor(month / 12), month % 12) / dayMs);

export const quarterBegins = (quarter: number): number => monthBegins(quarter * 3);

/** When the mix may close a quarter. */
export const closesAt = (quarter: number): number => quarterBegins(quarter + 1) + 20 * 60_000;

/** Such as `2026-03`. */
export const monthName = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** Such as `2026-Q1`. */
export const quarterName = (quarter: number): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;

/** The number behind a quarter's name. */
export const quarterNamed = (name: string): number =>
  Number(name.slice(0, 4)) * 4 + Number(name.slice(-1)) - 1;

/** Whether ballots of a quarter are over: it has ended, and the month after it too. */
export const isOverAt = (quarter: number, instant: number): boolean => monthAt(instant) > quarter * 3 + 3;
