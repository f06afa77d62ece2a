import type { Cap, Rule, SendingWindow } from '../../shared/domain/rules/rule.ts';
import { ageBands, type AgeBand } from '../../shared/domain/vocabulary.ts';
import type { Recipient } from '../../shared/domain/stage-event.ts';
import { dayOf, daysLater, hourMs, isHoliday, wall, weekdayOf } from './naive-calendar.ts';

/* What a rule's words mean, by plain counting. */

export const isWorker = (role: string): boolean => role.endsWith('-worker');

/** The rule that answers for a stage: the one that is turned on, else one that is turned off. */
export const ruleOf = (rules: readonly Rule[], stage: string): Rule | undefined =>
  rules.find((rule) => rule.stage === stage && rule.enabled) ?? rules.find((rule) => rule.stage === stage);

export function isOpen({ weekdays, fromHour, toHour, publicHolidays }: SendingWindow, at: number): boolean {
  const day = dayOf(at);
  const hour = Math.floor(wall(at) / hourMs) % 24;
  return (
    weekdays.includes(weekdayOf(day)) &&
    fromHour <= hour &&
    hour < toHour &&
    (publicHolidays || !isHoliday(day))
  );
}

/** Open instants worth a look, one an hour, from one instant on up to another. */
export function* openTimes(window: SendingWindow, from: number, to: number): Generator<number> {
  for (let at = from; at <= to; at = (Math.floor(at / hourMs) + 1) * hourMs) if (isOpen(window, at)) yield at;
}

/** When a request for an event is to leave, and when it is too late for it. */
export function planOf(
  rule: Rule,
  time: number,
  now: number,
): { at: number; meant: number; expiresAt: number } {
  const meant = daysLater(time, rule.delayDays);
  const [at] = openTimes(rule.window, Math.max(meant, now), Infinity);
  if (at === undefined) throw new RangeError('a window opens at some time');
  return { at, meant, expiresAt: daysLater(meant, rule.expiresAfterDays) };
}

const rank = (band: AgeBand): number => ageBands.indexOf(band);

/** Whether a rule asks anybody in this role who is as old or older. */
export const asksRole = ({ audiences }: Rule, { role, ageBand }: Recipient): boolean =>
  audiences.some(
    (one) => one.role === role && (one.ageBands ?? ['18+']).some((band) => rank(band) >= rank(ageBand)),
  );

/** Whether a rule asks people in this role and of this age. */
export const asksAge = ({ audiences, youngestAgeBand }: Rule, { role, ageBand }: Recipient): boolean =>
  rank(ageBand) >= rank(youngestAgeBand) &&
  audiences.some(
    (one) => one.role === role && (one.ageBands === undefined || one.ageBands.includes(ageBand)),
  );

export const gapOf = (rule: Rule, role: string): number =>
  isWorker(role) ? rule.worker.minimumGapDays : rule.minimumGapDays;

/** Whether one more on a day would be too many in any run of days, counted day by day. */
export function isFull({ most, days }: Cap, taken: readonly number[], day: number): boolean {
  if (taken.length < most) return false;
  for (let first = day - days + 1; first <= day; first += 1) {
    const counted = taken.filter((one) => one >= first && one < first + days).length;
    if (counted >= most) return true;
  }
  return false;
}
