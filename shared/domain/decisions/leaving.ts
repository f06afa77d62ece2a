import { slotEndsAt } from '../rules/slots.ts';
import type { Rule } from '../rules/rule.ts';
import { holdsOverAt } from './case-course.ts';
import type { HoldChange } from './ledger.ts';

/**
 * Before when a request must have left: the end of its slot, of its time, or of the peace before the next hard moment
 * that is known already, whichever comes first. A sender that is late looks at it again from then on.
 *
 * @param holds of its case, as far as they are known
 * @param times of the request, in epoch milliseconds
 * @returns epoch milliseconds
 */
export function leavesBefore(
  { window, holdDays }: Pick<Rule, 'window' | 'holdDays'>,
  holds: readonly HoldChange[],
  { at, expiresAt }: { readonly at: number; readonly expiresAt: number },
): number {
  const starts = holds
    .filter(({ change, at: start }) => change === 'started' && start > at)
    .filter(({ at: start }) => holdsOverAt(holds, holdDays, start).reason !== null)
    .map(({ at: start }) => start);
  return Math.min(slotEndsAt(window, at), expiresAt + 1, ...starts);
}
