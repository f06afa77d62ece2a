import * as z from 'zod';

/** Months and periods begin and end at midnight in this zone. */
export const timeZone = 'Europe/Helsinki';

/** A calendar month in Helsinki, such as `2026-03`. Text order is time order. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2026-03');
export type Month = z.infer<typeof monthSchema>;

/** A calendar quarter in Helsinki, such as `2026-Q1`. Text order is time order. */
export const quarterSchema = z.string().regex(/^\d{4}-Q[1-4]$/, 'expected a quarter such as 2026-Q1');
export type Quarter = z.infer<typeof quarterSchema>;

// Swedish dates are ISO dates. The respondent's path needs no more of a calendar than this, and is spared the rest.
const inHelsinki = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' });

/** @param instantMs epoch milliseconds */
export const monthAt = (instantMs: number): Month => inHelsinki.format(instantMs);

/** The month so many months later. */
export const monthsAfter = (month: Month, months: number): Month =>
  new Date(Date.UTC(yearOf(month), monthIndex(month) + months)).toISOString().slice(0, 'YYYY-MM'.length);

/** When a month begins in UTC, in epoch milliseconds: near enough for what is cleaned up some time after it. */
export const startOfMonth = (month: Month): number => Date.UTC(yearOf(month), monthIndex(month));

const yearOf = (month: Month): number => Number(month.slice(0, 4));
const monthIndex = (month: Month): number => Number(month.slice(5)) - 1;

export const quarterOf = (month: Month): Quarter =>
  `${month.slice(0, 4)}-Q${Math.floor(monthIndex(month) / 3) + 1}`;

/** @param instantMs epoch milliseconds */
export const quarterAt = (instantMs: number): Quarter => quarterOf(monthAt(instantMs));

/** The three months of a quarter, in order. */
export const monthsOf = (quarter: Quarter): Month[] =>
  [0, 1, 2].map((later) => monthsAfter(firstMonthOf(quarter), later));

/** The first month of a quarter. */
export const firstMonthOf = (quarter: Quarter): Month =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(-1)) * 3 - 2).padStart(2, '0')}`;

export const nextQuarter = (quarter: Quarter): Quarter => quarterOf(monthsAfter(firstMonthOf(quarter), 3));

/** The quarter so many quarters before. */
export const quartersBefore = (quarter: Quarter, quarters: number): Quarter =>
  quarterOf(monthsAfter(firstMonthOf(quarter), -3 * quarters));

/** Every quarter from the first to the last, both included, in order; empty where the last comes before the first. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = first; quarter <= last; quarter = nextQuarter(quarter)) quarters.push(quarter);
  return quarters;
}
