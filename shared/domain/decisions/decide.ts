import type { Rule } from '../rules/rule.ts';
import { isWorker, type FormLanguage, type Role } from '../vocabulary.ts';
import { caseAfter, isCancelled, occasionAfter } from './case-course.ts';
import type { EventFacts, RecipientFacts } from './facts.ts';
import { hasLookedAtLedgers, tryGates } from './gate-order.ts';
import type { GateOutcome } from './gates.ts';
import { ledgersOf, planUnder, ruleFor, sequenceAfter, type Known, type Plan } from './known.ts';
import { emptyContact } from './ledger.ts';
import type { HeldBackReason } from './reasons.ts';
import * as reach from './recipient-gates.ts';
import type { Situation } from './situation.ts';
import { flagged, withAllFlags } from './told-flags.ts';
import { askedIn, type Ledgers } from './counting.ts';

/** What was decided about one recipient of an event. There is exactly one, whatever the outcome. */
export type Decision = {
  readonly position: number;
  readonly contactHash: string;
  readonly role: Role;
  readonly rule: { readonly id: string; readonly version: number } | null;
  /** The gates in the order in which they were tried; the last is the one that decided. */
  readonly gates: readonly GateOutcome[];
  readonly outcome: HeldBack | Asked;
};

export type HeldBack = {
  readonly kind: 'held-back';
  readonly reason: HeldBackReason;
  /** Epoch milliseconds from which an ask would be possible, as far as the gate that held back knows. */
  readonly nextPossibleAt: number | null;
};

export type Asked = {
  readonly kind: 'asked';
  readonly requestId: string;
  readonly questionSet: string;
  readonly language: FormLanguage;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly expiresAt: number;
  /**
   * Whether the event came so late, as out of a history, that the request has expired before it is due: it reaches
   * nobody, and counts for nothing.
   */
  readonly isTooLate: boolean;
};

/** What an event leads to. */
export type Outcome = {
  readonly sequence: number;
  readonly decisions: readonly Decision[];
  /** The ledgers that the event has changed, or that a decision has looked at, as they are now. */
  readonly ledgers: Ledgers;
  /** Requests of an occasion that is off: to be looked at without waiting for their time. */
  readonly requestsToRecheck: readonly string[];
};

/**
 * Decides for every recipient of an event whether to ask: the one place where discretion lives. Pure: the same
 * facts give the same decisions, at night, under load, and in a replay a year later.
 *
 * Whatever a decision has looked at counts as changed, even where nobody is asked: so all decisions about the same
 * people have one order, and a replay in that order sees what each of them saw.
 *
 * @param newRequestId makes an identifier that says nothing about the person; given the recipient's position
 */
export function decide(
  event: EventFacts,
  known: Known,
  rules: readonly Rule[],
  newRequestId: (position: number) => string,
): Outcome {
  const rule = ruleFor(rules, event.stage);
  const sequence = sequenceAfter(event.now, ledgersOf(known));
  const occasion = occasionAfter(known.occasion, event);
  const course = caseAfter(known.case, occasion, event, sequence);
  const plan = rule && planUnder(rule, event);
  let now: Ledgers = { occasion, ...(course !== known.case && { case: course }), contacts: new Map() };
  const decisions = withAllFlags(event.recipients).map((recipient) => {
    now = flagged(now, recipient, { event, known, sequence });
    const situation =
      rule && plan && situationOf({ event, recipient, rule, rules, at: plan.at }, known, now, course);
    const gates = tryGates(event, rule, situation);
    if (situation && hasLookedAtLedgers(gates)) now = lookedAt(now, situation);
    const outcome = conclude(gates, situation, plan, newRequestId);
    if (situation && outcome.kind === 'asked' && !outcome.isTooLate)
      now = askedIn(
        now,
        { ...situation, countsUnit: situation.rule.unitDailyCap !== null },
        outcome.requestId,
      );
    return decisionOf(recipient, rule, gates, outcome);
  });
  return {
    sequence,
    decisions,
    ledgers: now,
    requestsToRecheck: event.stage === 'plan-meeting.cancelled' ? known.occasion.requestIds : [],
  };
}

type Constants = Pick<Situation, 'event' | 'recipient' | 'rule' | 'rules' | 'at'>;

function situationOf(constants: Constants, known: Known, now: Ledgers, course: Known['case']): Situation {
  const { event, recipient } = constants;
  const { contactHash, addressHash, flags } = recipient;
  const contact = now.contacts.get(contactHash) ?? known.contacts.get(contactHash) ?? emptyContact;
  return {
    ...constants,
    // An event that arrives late does not take back what a newer one has said must be minded.
    recipient: { ...recipient, flags: [...new Set([...flags, ...contact.flags])] },
    isCancelled: isCancelled(now.occasion ?? known.occasion),
    isDuplicate: known.occasion.stages.includes(event.stageName),
    // A person who is named twice in one event has already been asked when the second naming is decided.
    contact,
    household: now.household ?? known.household,
    case: now.case ?? course,
    unit: now.unit ?? known.unit,
    isSuppressed: addressHash !== null && known.suppressed.has(addressHash),
    withdrawnForms: known.withdrawnForms,
  };
}

/** The same ledgers, with all that the gates may have looked at among them. */
function lookedAt(
  now: Ledgers,
  { event, recipient, rule, contact, household, case: course, unit }: Situation,
): Ledgers {
  const { contactHash, role } = recipient;
  return {
    ...now,
    contacts: new Map(now.contacts).set(contactHash, contact),
    case: course,
    ...(event.householdHash !== null && !isWorker(role) && { household }),
    ...(rule.unitDailyCap !== null && { unit }),
  };
}

function conclude(
  tried: readonly GateOutcome[],
  situation: Situation | undefined,
  plan: Plan | undefined,
  newRequestId: (position: number) => string,
): HeldBack | Asked {
  const last = tried.at(-1);
  if (last !== undefined && !last.passed)
    return { kind: 'held-back', reason: last.gate, nextPossibleAt: last.nextPossibleAt };
  const audience = situation && reach.audienceFor(situation.rule, situation.recipient);
  const language = situation && reach.formLanguage(situation.rule, situation.recipient, situation.contact);
  // The gates have just established all of these; a change to them that forgets this must not go on quietly.
  if (!situation || !plan || !audience || !language)
    throw new Error('an ask needs a rule, an audience and a language');
  return {
    kind: 'asked',
    requestId: newRequestId(situation.recipient.position),
    questionSet: audience.questionSet,
    language,
    dueAt: plan.at,
    expiresAt: plan.expiresAt,
    isTooLate: plan.at > plan.expiresAt,
  };
}

const decisionOf = (
  { position, contactHash, role }: RecipientFacts,
  rule: Rule | undefined,
  gates: readonly GateOutcome[],
  outcome: HeldBack | Asked,
): Decision => ({
  position,
  contactHash,
  role,
  rule: rule === undefined ? null : { id: rule.id, version: rule.version },
  gates,
  outcome,
});
