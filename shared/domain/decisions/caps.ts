import { dayNumberAt, hourOf, type DayNumber } from '../calendar/helsinki.ts';
import type { Cap } from '../rules/rule.ts';
import type { CountedAsk } from './ledger.ts';

/** How a cap stands for an ask at a given time. */
export type CapCount = {
  /** Asks in the fullest run of days that the new one would fall into. */
  readonly counted: number;
  /** The first instant from that time on at which one more would not be too many: epoch milliseconds. */
  readonly possibleAt: number;
};

/**
 * Counts asks in a rolling window of calendar days, to both sides: asks that are planned for later count as well, since
 * the run of days that would be overfull may end after the new one.
 *
 * @param at when the new ask would leave, epoch milliseconds
 */
export function countUnder({ most, days }: Cap, asks: readonly CountedAsk[], at: number): CapCount {
  const first = dayNumberAt(at);
  const taken = asks.map((ask) => dayNumberAt(ask.at)).sort((a, b) => a - b);
  const { counted } = fullest(taken, first, days);
  let day = first;
  for (let run = fullest(taken, day, days); run.counted >= most; run = fullest(taken, day, days))
    day = run.begins + days;
  return { counted, possibleAt: day === first ? at : hourOf(day, 0) };
}

/**
 * The fullest run of so many days that holds a given day. It begins with one of the asks in it: any other run could
 * begin later and hold as many.
 */
function fullest(taken: readonly DayNumber[], day: DayNumber, days: number) {
  let best = { counted: 0, begins: day };
  for (const begins of taken) {
    if (begins >= day + days) break;
    if (begins <= day - days) continue;
    // A run that begins after the day does not hold it: from the day itself on, all that follow are counted together.
    const from = Math.min(begins, day);
    const counted = taken.filter((other) => other >= from && other < from + days).length;
    if (counted > best.counted) best = { counted, begins };
  }
  return best;
}
