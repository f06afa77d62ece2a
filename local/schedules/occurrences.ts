import { CronDate, CronExpressionParser } from 'cron-parser';

const unitMs: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * The latest time, at or before `now`, at which EventBridge Scheduler would run a schedule. Instants are in epoch
 * milliseconds. Rates are counted from the epoch, since a schedule has no beginning here.
 *
 * @throws for an expression that is not understood
 */
export const latestOccurrence = (expression: string, timeZone: string, now: number): number => {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) {
    const periodMs = Number(rate[1]) * (unitMs[rate[2] ?? ''] ?? Number.NaN);
    return Math.floor(now / periodMs) * periodMs;
  }
  const cron = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) \*\)$/.exec(expression);
  if (
    cron === null ||
    /[LW#]/.test(
      cron
        .slice(1, 6)
        .join(' ')
        .replaceAll(/JUL|WED/g, ''),
    )
  ) {
    throw new Error(`The local runner does not understand the schedule ${expression}`);
  }
  const [, minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = ''] = cron;
  // AWS counts weekdays from 1 on Sunday, everybody else from 0.
  const weekdays = dayOfWeek.replaceAll(/\d+/g, (day) => String(Number(day) - 1));
  const parsed = CronExpressionParser.parse([0, minute, hour, dayOfMonth, month, weekdays].join(' '), {
    // The parser looks strictly before this, in whole seconds.
    currentDate: new Date(Math.floor(now / 1000) * 1000 + 1000),
    tz: timeZone,
  });
  for (;;) {
    const occurrence = parsed.prev();
    // The parser moves a time that the spring's change of clocks skips; Scheduler leaves it out.
    const hours: readonly unknown[] = parsed.fields.hour.values;
    if (!hours.includes(occurrence.getHours())) continue;
    const hourBefore = new CronDate(new Date(occurrence.getTime() - 3_600_000), timeZone);
    // Of an hour that the autumn's change of clocks repeats, only the first counts, unless every hour does.
    const repeated = hour !== '*' && hourBefore.getHours() === occurrence.getHours();
    return repeated ? hourBefore.getTime() : occurrence.getTime();
  }
};
