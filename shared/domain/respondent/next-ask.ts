import { days } from '../calendar/duration.ts';
import { countUnder } from '../decisions/caps.ts';
import type { Ask, Preference } from '../decisions/ledger.ts';
import type { Cap, Rule } from '../rules/rule.ts';
import { isWorker, type Role } from '../vocabulary.ts';

/** When the next request may come, as far as can be known: no event may ever lead to one. */
export type NextAsk =
  | { readonly kind: 'never' }
  | { readonly kind: 'any-time' }
  /** Not before an instant: epoch milliseconds. */
  | { readonly kind: 'earliest'; readonly at: number };

/** How seldom a rule asks one person. Workers have terms of their own. */
export const termsOf = (
  { minimumGapDays, personCap, worker }: Rule,
  role: Role,
): { readonly minimumGapDays: number; readonly cap: Cap } =>
  isWorker(role) ? worker : { minimumGapDays, cap: personCap };

export type Person = {
  /** As it is in force now. */
  readonly preference: Preference;
  /** Those that whoever is told may know of. */
  readonly asks: readonly Ask[];
  readonly role: Role;
};

/**
 * The earliest time at which another request may come after those that are known of: by the rules that ask now,
 * whichever of them lets one come first. Asks that are not known of can only put it off.
 *
 * @param now epoch milliseconds
 */
export function nextAskTo({ preference, asks, role }: Person, rules: readonly Rule[], now: number): NextAsk {
  if (preference.kind === 'opted-out') return { kind: 'never' };
  const from = preference.kind === 'paused' ? preference.until : now;
  const last = Math.max(0, ...asks.map(({ at }) => at));
  const allowed = rules
    .filter(({ enabled }) => enabled)
    .map((rule) => {
      const { minimumGapDays, cap } = termsOf(rule, role);
      return countUnder(cap, asks, Math.max(from, last + days(minimumGapDays))).possibleAt;
    });
  const at = Math.min(...allowed);
  return Number.isFinite(at) && at > now ? { kind: 'earliest', at } : { kind: 'any-time' };
}
