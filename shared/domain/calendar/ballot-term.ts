import {
  firstMonthOf,
  monthAt,
  monthsAfter,
  nextQuarter,
  quarterAt,
  type Month,
  type Quarter,
} from './month.ts';

/** For so long after midnight, what was begun in the quarter before is still taken as it is. */
const underWayMs = 10 * 60_000;

/** Whether ballots are signed, and answers sealed, with a quarter's keys: in the quarter, and for ten minutes more. */
export const isOpenAt = (quarter: Quarter, now: number): boolean =>
  quarter === quarterAt(now) || quarter === quarterAt(now - underWayMs);

/**
 * Whether a ballot of a quarter still counts: through the month after it. No new ones are made then, but a reply that was
 * lost can be had again, and whoever has a ballot can cast it.
 */
export const isInGraceAt = (quarter: Quarter, now: number): boolean =>
  quarter <= quarterAt(now) && monthAt(now) <= graceMonthOf(quarter);

/** The month after a quarter. */
export const graceMonthOf = (quarter: Quarter): Month => firstMonthOf(nextQuarter(quarter));

/** When everything that is still under way at midnight has arrived or been refused: how long a close has to wait. */
export const arrivedAfterMs = 2 * underWayMs;

/** The month under which an answer is kept: one that was sealed for a quarter belongs to it, though it came after midnight. */
export const monthSealedFor = (quarter: Quarter, now: number): Month =>
  quarter === quarterAt(now) ? monthAt(now) : monthsAfter(firstMonthOf(quarter), 2);
