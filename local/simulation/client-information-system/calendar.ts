import { Temporal } from 'temporal-polyfill';
import type { Draws } from '../draws.ts';

/** A calendar day in Helsinki: whole days since 1970-01-01, a Thursday. */
export type Day = number;

const epoch = Temporal.PlainDate.from('1970-01-01');

/** @param date such as `2026-03-02`. @throws RangeError when it is none */
export const dayOf = (date: string): Day => epoch.until(Temporal.PlainDate.from(date)).days;

/** Such as `2026-03-02`. */
export const dateOf = (day: Day): string => epoch.add({ days: day }).toString();

/** Monday 0 to Sunday 6. */
const weekday = (day: Day): number => (day + 3) % 7;

export const isWorkingDay = (day: Day): boolean => weekday(day) < 5;

/** The day itself, or the Monday after a weekend. */
export const workingDayFrom = (day: Day): Day => (isWorkingDay(day) ? day : day + 7 - weekday(day));

const opensAtMinute = 8 * 60;
const lastSlotMinute = 15 * 60 + 45;
const slotMinutes = 5;

/** Minute of the day within office hours, to five minutes, as meetings and entries are dated. */
export const officeMinute = (draws: Draws): number =>
  opensAtMinute + slotMinutes * draws.between(0, (lastSlotMinute - opensAtMinute) / slotMinutes);

/** Date and time with Helsinki's offset, such as `2026-03-02T10:15:00+02:00`. */
export function timeAt(day: Day, minute: number): string {
  return epoch
    .add({ days: day })
    .toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
    .toZonedDateTime('Europe/Helsinki')
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
