import { Temporal } from 'temporal-polyfill';
import { closesAt } from '../../shared/domain/calendar/day.ts';
import { quarterAt, timeZone, type Quarter } from '../../shared/domain/calendar/month.ts';

/** The demo plays two whole quarters, and moves the clock from Thursday to Thursday. */
export type Timetable = {
  readonly quarters: readonly [Quarter, Quarter];
  /** Thursdays of both quarters at noon, and the one after, by which the second quarter has closed; with offset. */
  readonly stops: readonly string[];
  /** First day of the first quarter, such as `2026-04-01`. */
  readonly firstDay: string;
  /** The day after the second quarter. */
  readonly endDay: string;
};

const dayMs = 24 * 60 * 60 * 1000;
const weekMs = 7 * dayMs;
const thursday = 4;

/**
 * The last two quarters that had closed more than a week ago, so that a night lies between the demo's last stop and now:
 * in it comes out what was reviewed at that stop.
 *
 * @param nowMs epoch milliseconds
 */
export function timetableBefore(nowMs: number): Timetable {
  const second = quarterBefore(quarterAt(nowMs - weekMs - dayMs));
  const first = quarterBefore(second);
  const firstDay = startOf(first);
  const endDay = startOf(second).add({ months: 3 });
  const stops: string[] = [];
  let day = firstDay.add({ days: (thursday - firstDay.dayOfWeek + 7) % 7 });
  while (Temporal.PlainDate.compare(day, endDay.add({ weeks: 1 })) < 0) {
    stops.push(stopOn(day));
    day = day.add({ weeks: 1 });
  }
  return { quarters: [first, second], stops, firstDay: firstDay.toString(), endDay: endDay.toString() };
}

/** Requests leave from noon on; by half past, it is afternoon for every rule. */
const stopOn = (day: Temporal.PlainDate): string =>
  day
    .toZonedDateTime({ timeZone, plainTime: '12:30' })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });

const startOf = (quarter: Quarter): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(closesAt(quarter))
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .subtract({ months: 3 });

const quarterBefore = (quarter: Quarter): Quarter =>
  quarterAt(startOf(quarter).toZonedDateTime(timeZone).epochMilliseconds - weekMs);
