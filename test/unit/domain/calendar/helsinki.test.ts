/**
 * The arithmetic of Helsinki's clock against the calendar library, over random instants and wall times, and every hour
 * around both clock changes of every year; and the table of public holidays against the library that knows them.
 */
import fc from 'fast-check';
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import * as helsinki from '../../../../shared/domain/calendar/helsinki.ts';
import { holidayYears, isPublicHoliday } from '../../../../shared/domain/calendar/public-holidays.ts';

const zone = 'Europe/Helsinki';
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const zoned = (instantMs: number) =>
  Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone);
const dateAt = (day: number) => Temporal.PlainDate.from('1970-01-01').add({ days: day });

/** The wall clock as the library shows it. */
function shownAt(instantMs: number): helsinki.WallTime {
  const shown = zoned(instantMs);
  const { hour, minute, second, millisecond } = shown;
  return {
    day: shown.toPlainDate().since('1970-01-01').days,
    sinceMidnight: hour * hourMs + minute * 60_000 + second * 1000 + millisecond,
  };
}

/** The instant at which the library has a clock show this. */
const instantOf = ({ day, sinceMidnight }: helsinki.WallTime): number =>
  dateAt(day)
    .toPlainDateTime('00:00')
    .add({ milliseconds: sinceMidnight })
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) });
const wallTimes = fc.record({
  day: fc.integer({ min: 10_957, max: 47_482 }),
  sinceMidnight: fc.integer({ min: 0, max: dayMs - 1 }),
});
/** Every quarter of an hour from a day before to a day after each change of the clock. */
const aroundChanges = Array.from({ length: 100 }, (_, year) =>
  Temporal.PlainDate.from({ year: 2000 + year, month: 1, day: 1 }),
)
  .flatMap((first) => {
    const spring = first.toZonedDateTime(zone).getTimeZoneTransition('next');
    const autumn = spring?.getTimeZoneTransition('next');
    return [spring, autumn].flatMap((change) => change?.epochMilliseconds ?? []);
  })
  .flatMap((change) => Array.from({ length: 193 }, (_, n) => change + (n - 96) * (hourMs / 4)));

describe('the clock on the wall', () => {
  it('is read as the calendar library reads it', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(helsinki.wallTimeAt(instant)).toEqual(shownAt(instant));
        expect(helsinki.dayNumberAt(instant)).toBe(shownAt(instant).day);
      }),
      { numRuns: 2000 },
    );
  });

  it('is set as the calendar library sets it', () => {
    fc.assert(
      fc.property(wallTimes, (time) => {
        expect(helsinki.instantAt(time)).toBe(instantOf(time));
      }),
      { numRuns: 2000 },
    );
  });

  it('is read and set alike around every clock change of a century', () => {
    expect(aroundChanges).toHaveLength(200 * 193);
    const differing = aroundChanges.filter((instant) => {
      const shown = shownAt(instant);
      const { day, sinceMidnight } = helsinki.wallTimeAt(instant);
      // What the wall would have shown without the change: an hour that is skipped, or comes twice.
      const unshown = { day, sinceMidnight: (sinceMidnight + hourMs) % dayMs };
      return (
        day !== shown.day ||
        sinceMidnight !== shown.sinceMidnight ||
        helsinki.instantAt(shown) !== instantOf(shown) ||
        helsinki.instantAt(unshown) !== instantOf(unshown)
      );
    });
    expect(differing).toEqual([]);
  });

  it('takes a time that comes twice the first time, and a time that never comes an hour later', () => {
    const at = (date: string, hour: number) =>
      new Date(helsinki.hourOf(helsinki.dayNumberOf(date), hour)).toISOString();
    expect(at('2026-10-25', 3)).toBe('2026-10-25T00:00:00.000Z');
    expect(at('2026-03-29', 3)).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-03-29', 24)).toBe('2026-03-29T21:00:00.000Z');
    expect(at('2026-10-25', 24)).toBe('2026-10-25T22:00:00.000Z');
  });
});

it('days have the dates and weekdays of the calendar library', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 60_000 }), (day) => {
      const date = dateAt(day);
      expect(helsinki.dateOf(day)).toBe(date.toString());
      expect(helsinki.dayNumberOf(date.toString())).toBe(day);
      expect(helsinki.weekdayOf(day)).toBe(date.dayOfWeek);
    }),
  );
});

describe('public holidays', () => {
  const library = new Holidays('FI');
  /** The country rests on these eves, which the library counts among the holidays of banks. */
  const eves = ['juhannusaatto', 'jouluaatto'];

  it.each(holidayYears)(
    'of %d are those that the library knows, and the eves of Christmas and Midsummer',
    (year) => {
      const known = library
        .getHolidays(year)
        .filter(({ type, name }) => type === 'public' || eves.includes(name))
        .map(({ date }) => date.slice(0, 10));
      const days = Array.from({ length: 366 }, (_, n) => helsinki.dayNumberOf(`${year}-01-01`) + n);
      const listed = days
        .map(helsinki.dateOf)
        .filter((date) => date.startsWith(String(year)) && isPublicHoliday(helsinki.dayNumberOf(date)));
      expect(listed).toEqual([...new Set(known)].sort());
    },
  );

  it('are known for a long time', () => {
    expect(Math.min(...holidayYears)).toBeLessThanOrEqual(2020);
    expect(Math.max(...holidayYears)).toBeGreaterThanOrEqual(2060);
  });
});
