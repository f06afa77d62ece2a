import { arrivedAfterMs } from './ballot-term.ts';
import { closesAt, startOfDay } from './day.ts';
import {
  firstMonthOf,
  monthsAfter,
  quarterAt,
  quarterOf,
  quartersBetween,
  type Month,
  type Quarter,
} from './month.ts';

/** How long an invitation can be answered: through the end of so many months after the one in which it was sent. */
export const ticketMonths = 2;

/** A span of time in epoch milliseconds: the beginning belongs to it, the end does not. */
export type Span = { readonly from: number; readonly to: number };

/**
 * When the tickets were sent that may stand behind the answers of a quarter: up to five months before it.
 *
 * A ballot of the quarter before can still be cast in the quarter's first month, and was signed for a ticket that was
 * valid then. At the end, what is begun before midnight may be finished a little after it.
 */
export function ticketsBehind(quarter: Quarter): Span {
  const ballotsFrom = monthsAfter(firstMonthOf(quarter), -3);
  return {
    from: startOfDay(`${monthsAfter(ballotsFrom, -ticketMonths)}-01`),
    to: closesAt(quarter) + arrivedAfterMs,
  };
}

/** A quarter itself. */
export const spanOf = (quarter: Quarter): Span => ({
  from: startOfDay(`${firstMonthOf(quarter)}-01`),
  to: closesAt(quarter),
});

/**
 * The quarters, earliest first, behind which tickets can be counted: all that have closed, as long as every ask in them is
 * on record.
 *
 * @param keptFrom the first month of which every record is there
 * @param now epoch milliseconds
 */
export const countableQuarters = (keptFrom: Month, now: number): Quarter[] =>
  quartersBetween(quarterOf(keptFrom), quarterAt(now)).filter(
    (quarter) => firstMonthOf(quarter) >= keptFrom && ticketsBehind(quarter).to <= now,
  );
