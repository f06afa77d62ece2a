import { dayNumberAt } from '../calendar/helsinki.ts';
import type { Rule } from '../rules/rule.ts';
import { nextOpening } from '../rules/slots.ts';
import { isCancelled } from './case-course.ts';
import { withoutAsk, withUnitAsks } from './counting.ts';
import * as discretion from './discretion-gates.ts';
import type { EventFacts, RecipientFacts } from './facts.ts';
import { judge, type GateOutcome } from './gates.ts';
import type { Known } from './known.ts';
import { emptyContact } from './ledger.ts';
import type { HeldBackReason } from './reasons.ts';
import * as reach from './recipient-gates.ts';
import type { Situation } from './situation.ts';

/** A request that was decided and has not left: with the facts from which it was decided. */
export type Pending = {
  readonly requestId: string;
  readonly event: EventFacts;
  readonly recipient: RecipientFacts;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly expiresAt: number;
};

/** What is to become of a pending request that is looked at again. */
export type Recheck =
  /** It may leave at this time, which is open and for which every gate lets it pass. Epoch milliseconds. */
  | { readonly kind: 'may-leave'; readonly at: number }
  | { readonly kind: 'withdraw'; readonly reason: HeldBackReason }
  /** No slot came in time. */
  | { readonly kind: 'expired' };

/** The gates of which something can change between deciding and sending. */
const gatesBeforeSending: readonly ((situation: Situation) => GateOutcome)[] = [
  ({ isCancelled: isOff }) => judge('stage-cancelled', !isOff, isOff),
  ...reach.safetyGates,
  reach.noChannel,
  discretion.optedOut,
  discretion.paused,
  discretion.addressSuppressed,
  discretion.hold,
  discretion.alreadyAskedForStage,
  discretion.cooldown,
  discretion.periodCap,
  discretion.householdCap,
  discretion.caseCap,
  discretion.unitDailyCap,
];

/**
 * The earliest time from a given one on at which a pending request may leave, by the gates that decided it and by what
 * is known now: a hold, an opt-out, a safety flag or a cancellation in between wins.
 *
 * @param from epoch milliseconds
 */
export function recheck(pending: Pending, rule: Rule, known: Known, from: number): Recheck {
  let at = nextOpening(rule.window, from);
  while (at <= pending.expiresAt) {
    const situation = situationOf(pending, rule, known, at);
    const stopped = gatesBeforeSending.map((gate) => gate(situation)).find(({ passed }) => !passed);
    if (stopped === undefined) return { kind: 'may-leave', at };
    const { nextPossibleAt } = stopped;
    if (nextPossibleAt === null || nextPossibleAt > pending.expiresAt)
      return { kind: 'withdraw', reason: stopped.gate };
    at = nextPossibleAt;
  }
  return { kind: 'expired' };
}

/** Everything as when it was decided, but for the request's own asks: it must not stand in its own way. */
function situationOf(
  { requestId, event, recipient, at: planned }: Pending,
  rule: Rule,
  known: Known,
  at: number,
): Situation {
  const { contactHash, addressHash } = recipient;
  const contact = known.contacts.get(contactHash) ?? emptyContact;
  const { household, case: course, unit } = known;
  return {
    event,
    // What the latest event about the person said must be minded, in place of what the deciding one said.
    recipient: { ...recipient, flags: [...contact.flags] },
    rule,
    rules: [rule],
    at,
    isCancelled: isCancelled(known.occasion),
    isDuplicate: false,
    contact: { ...contact, asks: withoutAsk(contact.asks, requestId) },
    household: { ...household, asks: withoutAsk(household.asks, requestId) },
    case: { ...course, asks: withoutAsk(course.asks, requestId) },
    unit: rule.unitDailyCap === null ? unit : withUnitAsks(unit, dayNumberAt(planned), -1, planned),
    isSuppressed: addressHash !== null && known.suppressed.has(addressHash),
    withdrawnForms: known.withdrawnForms,
  };
}
