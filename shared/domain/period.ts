import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** Periods open and close at midnight in this zone. */
export const timeZone = 'Europe/Helsinki';

/** A calendar quarter in Helsinki, such as `2026-Q1`. Text order is time order. */
export const quarterSchema = z.string().regex(/^\d{4}-Q[1-4]$/, 'expected a quarter such as 2026-Q1');
export type Quarter = z.infer<typeof quarterSchema>;

/** A calendar month in Helsinki, such as `2026-03`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2026-03');
export type Month = z.infer<typeof monthSchema>;

/** @param instantMs epoch milliseconds */
export function monthAt(instantMs: number): Month {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toPlainYearMonth()
    .toString();
}

export function quarterOf(month: Month): Quarter {
  const { year, month: number } = Temporal.PlainYearMonth.from(month);
  return `${year}-Q${Math.ceil(number / 3)}`;
}

/** @param instantMs epoch milliseconds */
export const quarterAt = (instantMs: number): Quarter => quarterOf(monthAt(instantMs));

function firstMonth(quarter: Quarter): Temporal.PlainYearMonth {
  const { year, number } = quarterParts(quarter);
  return Temporal.PlainYearMonth.from({ year, month: (number - 1) * 3 + 1 });
}

function quarterParts(quarter: Quarter): { year: number; number: number } {
  const [year, number] = quarter.split('-Q').map(Number);
  if (year === undefined || number === undefined) throw new RangeError('expected a quarter such as 2026-Q1');
  return { year, number };
}

export const nextQuarter = (quarter: Quarter): Quarter =>
  quarterOf(firstMonth(quarter).add({ months: 3 }).toString());

/** Every quarter from the first to the last, both included, in order; empty where the last comes before the first. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = first; quarter <= last; quarter = nextQuarter(quarter)) quarters.push(quarter);
  return quarters;
}

/** The instant, in epoch milliseconds, at which a quarter has closed: midnight in Helsinki after its last day. */
export function closesAt(quarter: Quarter): number {
  return firstMonth(quarter).add({ months: 3 }).toPlainDate({ day: 1 }).toZonedDateTime(timeZone)
    .epochMilliseconds;
}

/** The calendar day in Helsinki, such as `2026-03-02`. @param instantMs epoch milliseconds */
export function dayAt(instantMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Midnight in Helsinki at the start of a calendar day such as `2026-03-02`, in epoch milliseconds. */
export const startOfDay = (day: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;

export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** Midnight in Helsinki at the start of the month `months` after the given one, in epoch milliseconds. */
export function startOfMonthAfter(month: Month, months: number): number {
  return Temporal.PlainYearMonth.from(month).add({ months }).toPlainDate({ day: 1 }).toZonedDateTime(timeZone)
    .epochMilliseconds;
}

/** The month so many months later. */
export const monthsAfter = (month: Month, months: number): Month =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString();
