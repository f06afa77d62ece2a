import { Temporal } from 'temporal-polyfill';
import { timeZone } from './month.ts';

/*
 * Wall-clock time in Helsinki as plain numbers. Deciding asks for it very often, and a replay millions of times: the
 * calendar library is asked once an hour of history, and the rest is arithmetic.
 */

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** A day in Helsinki, counted from 1970-01-01. Differences of two are calendar days. */
export type DayNumber = number;

/** The days of one instant's wall clock: which day it is, and how far into it in milliseconds by the clock. */
export type WallTime = { readonly day: DayNumber; readonly sinceMidnight: number };

const offsets = new Map<number, number>();

/** What Helsinki is ahead of UTC, in milliseconds. It changes on the hour. */
function offsetAt(instantMs: number): number {
  const hour = Math.floor(instantMs / hourMs);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const instant = Temporal.Instant.fromEpochMilliseconds(hour * hourMs);
  const offset = instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
  offsets.set(hour, offset);
  return offset;
}

/** @param instantMs epoch milliseconds */
export function wallTimeAt(instantMs: number): WallTime {
  const local = instantMs + offsetAt(instantMs);
  const day = Math.floor(local / dayMs);
  return { day, sinceMidnight: local - day * dayMs };
}

/** @param instantMs epoch milliseconds */
export const dayNumberAt = (instantMs: number): DayNumber => wallTimeAt(instantMs).day;

/**
 * The instant at which the clock on the wall shows a time. One that comes twice is taken the first time; one that is
 * skipped is an hour later, as everybody's phone shows it.
 *
 * @returns epoch milliseconds
 */
export function instantAt({ day, sinceMidnight }: WallTime): number {
  const local = day * dayMs + sinceMidnight;
  const before = offsetAt(local - dayMs);
  const after = offsetAt(local + dayMs);
  const summerFirst = before > after ? [before, after] : [after, before];
  for (const offset of summerFirst) if (offsetAt(local - offset) === offset) return local - offset;
  return local - before;
}

/** The instant at which an hour of a day begins, from 0 to 24. @returns epoch milliseconds */
export const hourOf = (day: DayNumber, hour: number): number =>
  instantAt({ day, sinceMidnight: hour * hourMs });

/** ISO weekday, Monday 1 to Sunday 7. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** @param date such as `2026-03-02` */
export const dayNumberOf = (date: string): DayNumber => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** A day number as a date, such as `2026-03-02`. */
export const dateOf = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10);
