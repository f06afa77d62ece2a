/*
 * Helsinki's calendar for the judge, from the law and from arithmetic, and from nothing that the code under test uses:
 * summer time from the last Sunday of March to the last Sunday of October at 01:00 UTC, holidays from the date of
 * Easter and from rules such as "the Saturday from 20 to 26 June".
 */

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

const lastSunday = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return last.getTime() - last.getUTCDay() * dayMs;
};

type Year = { readonly begins: number; readonly ends: number };
const summers = new Map<number, Year>();

function summerOf(year: number): Year {
  const known = summers.get(year);
  if (known) return known;
  const summer = { begins: lastSunday(year, 2) + hourMs, ends: lastSunday(year, 9) + hourMs };
  summers.set(year, summer);
  return summer;
}

const meanYearMs = 365.2425 * dayMs;

/** Milliseconds of Helsinki's clock ahead of UTC. */
function offsetAt(instant: number): number {
  // Near a year's ends the estimate may name the year beside it, which is winter as well.
  const { begins, ends } = summerOf(1970 + Math.floor(instant / meanYearMs));
  return begins <= instant && instant < ends ? 3 * hourMs : 2 * hourMs;
}

/** What the clock on the wall shows, as if it were UTC. */
export const wall = (instant: number): number => instant + offsetAt(instant);

/** The first instant at which the clock on the wall shows a time; an hour later, where it never does. */
export function instantOf(wallTime: number): number {
  const summer = wallTime - 3 * hourMs;
  return offsetAt(summer) === 3 * hourMs ? summer : wallTime - 2 * hourMs;
}

/** The number of the local day. */
export const dayOf = (instant: number): number => Math.floor(wall(instant) / dayMs);

/** Local midnight at the start of a day. */
export const midnightOf = (day: number): number => instantOf(day * dayMs);

/** The same time by the clock so many days later. */
export const daysLater = (instant: number, days: number): number =>
  days === 0 ? instant : instantOf(wall(instant) + days * dayMs);

/** ISO weekday of a day number: 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;

export const dayNamed = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;
export const nameOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

const holidays = new Map<number, ReadonlySet<number>>();

export function isHoliday(day: number): boolean {
  const year = new Date(day * dayMs).getUTCFullYear();
  const known = holidays.get(year) ?? holidaysOf(year);
  holidays.set(year, known);
  return known.has(day);
}

function holidaysOf(year: number): ReadonlySet<number> {
  const easter = easterOf(year);
  const on = (month: number, date: number): number => Date.UTC(year, month - 1, date) / dayMs;
  const saturdayFrom = (day: number): number => day + ((6 - weekdayOf(day) + 7) % 7);
  const midsummer = saturdayFrom(on(6, 20));
  return new Set([
    ...[on(1, 1), on(1, 6), on(5, 1), on(12, 6), on(12, 24), on(12, 25), on(12, 26)],
    ...[easter - 2, easter, easter + 1, easter + 39, easter + 49],
    ...[midsummer - 1, midsummer, saturdayFrom(on(10, 31))],
  ]);
}

/** Easter Sunday after Butcher (Nature, 1876). */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1) / dayMs;
}
