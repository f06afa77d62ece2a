import { Temporal } from 'temporal-polyfill';
import { firstMonthOf, nextQuarter, timeZone, type Quarter } from './month.ts';

/** A calendar day in Helsinki, such as `2026-03-02`. */
export type Day = string;

/** @param instantMs epoch milliseconds */
export const dayAt = (instantMs: number): Day =>
  Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Midnight in Helsinki at the start of a day, in epoch milliseconds. */
export const startOfDay = (day: Day): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;

export const dayAfter = (day: Day): Day => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** The instant at which a quarter has closed: midnight in Helsinki after its last day, in epoch milliseconds. */
export const closesAt = (quarter: Quarter): number => startOfDay(`${firstMonthOf(nextQuarter(quarter))}-01`);

/** The day so many calendar months later; where that month is too short, its last day. */
export const monthsAfterDay = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString();
