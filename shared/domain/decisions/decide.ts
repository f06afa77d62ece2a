import { days } from '../duration.ts';
import type { Rule } from '../rules/rule.ts';
import type { Language, Role } from '../vocabulary.ts';
import type { EventFacts, RecipientFacts } from './facts.ts';
import * as gates from './gates.ts';
import type { GateOutcome } from './gates.ts';
import { withAsk, type Ask, type ContactLedger } from './ledger.ts';
import type { HeldBackReason } from './reasons.ts';

/** What was decided for one recipient of one event. There is exactly one, whatever the outcome. */
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
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly expiresAt: number;
  readonly minimumGapDays: number;
};

/**
 * Decides for every recipient of an event whether to ask: the one place where discretion lives. Pure: the same
 * facts give the same decisions, at night, under load, and in a replay a year later.
 *
 * @param newRequestId makes an identifier that says nothing about the person
 * @returns decisions in the order of the recipients, and the ledgers that asking changes, by contact hash
 */
export function decide(
  event: EventFacts,
  newRequestId: () => string,
): { decisions: Decision[]; ledgers: Map<string, ContactLedger> } {
  const ledgers = new Map<string, ContactLedger>();
  const decisions = event.recipients.map((facts) => {
    // A person who is named twice in one event has already been asked when the second naming is decided.
    const ledger = ledgers.get(facts.contactHash) ?? facts.ledger;
    const decision = decideRecipient(event, { ...facts, ledger }, newRequestId);
    if (decision.outcome.kind === 'asked' && !isTooLate(decision.outcome)) {
      ledgers.set(facts.contactHash, withAsk(ledger, askOf(event, decision.outcome), event.now));
    }
    return decision;
  });
  return { decisions, ledgers };
}

function decideRecipient(event: EventFacts, facts: RecipientFacts, newRequestId: () => string): Decision {
  const rule = event.rules.find(({ stage }) => stage === event.stage);
  const tried = tryGates(event, facts, rule);
  const base = {
    position: facts.position,
    contactHash: facts.contactHash,
    role: facts.recipient.role,
    rule: rule === undefined ? null : { id: rule.id, version: rule.version },
    gates: tried,
  };
  const last = tried.at(-1);
  if (last !== undefined && !last.passed) {
    return {
      ...base,
      outcome: { kind: 'held-back', reason: last.gate, nextPossibleAt: last.nextPossibleAt },
    };
  }
  return { ...base, outcome: ask(event, facts, rule, newRequestId()) };
}

function tryGates(event: EventFacts, facts: RecipientFacts, rule: Rule | undefined): GateOutcome[] {
  const beforeRule = [() => gates.stageGates.unknownStage(event), () => gates.stageGates.noRule(rule)];
  const underRule = rule === undefined ? [] : gatesUnder(rule, event, facts);
  const tried: GateOutcome[] = [];
  for (const gate of [...beforeRule, ...underRule]) {
    const outcome = gate();
    tried.push(outcome);
    if (!outcome.passed) break;
  }
  return tried;
}

function gatesUnder(rule: Rule, event: EventFacts, facts: RecipientFacts): (() => GateOutcome)[] {
  const at = gates.requestDueAt(rule, event);
  return [
    () => gates.stageGates.ruleDisabled(rule),
    () => gates.stageGates.duplicateEvent(event),
    () => gates.roleNotAsked(rule, facts),
    () => gates.tooYoung(rule, facts),
    ...gates.safetyGates(facts),
    () => gates.noChannel(facts),
    () => gates.noLanguageForm(rule, facts),
    () => gates.alreadyAskedForStage(rule, event.caseHash, facts.ledger, at),
    () => gates.cooldown(rule, facts.ledger, at),
  ];
}

function ask(event: EventFacts, facts: RecipientFacts, rule: Rule | undefined, requestId: string): Asked {
  const audience = rule && gates.audienceFor(rule, facts);
  const language = rule && gates.formLanguage(rule, facts);
  // The gates have just established all three; a change to them that forgets this must not go on quietly.
  if (!rule || !audience || !language) throw new Error('an ask needs a rule, an audience and a language');
  const dueAt = gates.requestDueAt(rule, event);
  return {
    kind: 'asked',
    requestId,
    questionSet: audience.questionSet,
    language,
    dueAt,
    expiresAt: gates.requestMeantFor(rule, event) + days(rule.expiresAfterDays),
    minimumGapDays: rule.minimumGapDays,
  };
}

/** An event of long ago, as out of a history, makes a request that has expired before it is due: it reaches nobody. */
const isTooLate = ({ dueAt, expiresAt }: Asked): boolean => dueAt > expiresAt;

const askOf = (event: EventFacts, { requestId, dueAt }: Asked): Ask => ({
  requestId,
  stage: event.stageName,
  caseHash: event.caseHash,
  at: dueAt,
});
