import type { AgeBand, Language, SafetyFlag } from '../vocabulary.ts';
import { ageBands, languages, safetyFlags } from '../vocabulary.ts';
import type { Audience, Rule } from '../rules/rule.ts';
import { dueAt } from '../rules/due.ts';
import { days } from '../duration.ts';
import type { Ask, ContactLedger } from './ledger.ts';
import type { EventFacts, RecipientFacts } from './facts.ts';
import type { HeldBackReason } from './reasons.ts';

/** What a gate looked at, kept in the decision record so that it explains itself. */
export type GateValue = string | number | boolean | null;

/** A gate that was tried: passed, or the one that held the recipient back. */
export type GateOutcome = {
  readonly gate: HeldBackReason;
  readonly passed: boolean;
  readonly value: GateValue;
  /** Epoch milliseconds from which this gate would let an ask pass; null where no date is known. */
  readonly nextPossibleAt: number | null;
};

const pass = (gate: HeldBackReason, value: GateValue = null): GateOutcome => ({
  gate,
  passed: true,
  value,
  nextPossibleAt: null,
});
const hold = (gate: HeldBackReason, value: GateValue, nextPossibleAt: number | null = null): GateOutcome => ({
  gate,
  passed: false,
  value,
  nextPossibleAt,
});
const judge = (gate: HeldBackReason, passed: boolean, value: GateValue): GateOutcome =>
  passed ? pass(gate, value) : hold(gate, value);

/** The gates that concern the event as a whole. */
export const stageGates = {
  unknownStage: ({ stage }: EventFacts) => judge('unknown-stage', stage !== undefined, stage ?? null),
  noRule: (rule: Rule | undefined) => judge('no-rule', rule !== undefined, rule?.id ?? null),
  ruleDisabled: (rule: Rule) => judge('rule-disabled', rule.enabled, rule.enabled),
  duplicateEvent: ({ occasionIsKnown }: EventFacts) =>
    judge('duplicate-event', !occasionIsKnown, occasionIsKnown),
};

/** The audience of a rule that a recipient belongs to, whatever the rule's youngest band says. */
export function audienceFor(rule: Rule, { recipient }: RecipientFacts): Audience | undefined {
  return rule.audiences.find(
    ({ role, ageBands: bands }) => role === recipient.role && (bands?.includes(recipient.ageBand) ?? true),
  );
}

/** Whoever is older than every audience of their role is not asked in that role. */
export function roleNotAsked(rule: Rule, { recipient }: RecipientFacts): GateOutcome {
  const isAsked = rule.audiences.some(
    ({ role, ageBands: bands = ageBands }) =>
      role === recipient.role && bands.some((band) => ageRank(band) >= ageRank(recipient.ageBand)),
  );
  return judge('role-not-asked', isAsked, recipient.role);
}

const ageRank = (band: AgeBand): number => ageBands.indexOf(band);

export function tooYoung(rule: Rule, facts: RecipientFacts): GateOutcome {
  const { ageBand } = facts.recipient;
  const isOldEnough = ageRank(ageBand) >= ageRank(rule.youngestAgeBand);
  return judge('too-young', isOldEnough && audienceFor(rule, facts) !== undefined, ageBand);
}

export const safety = (flag: SafetyFlag, { recipient }: RecipientFacts): GateOutcome =>
  judge(flag, !recipient.flags.includes(flag), recipient.flags.includes(flag));

export const safetyGates = (facts: RecipientFacts): (() => GateOutcome)[] =>
  safetyFlags.map((flag) => () => safety(flag, facts));

export function noChannel({ recipient }: RecipientFacts): GateOutcome {
  if (recipient.flags.includes('no-messages')) return hold('no-channel', 'no-messages');
  return recipient.email === undefined ? hold('no-channel', null) : pass('no-channel', 'mail');
}

/** The language of the form for a recipient: their own, else the rule's fallback, else none. */
export function formLanguage(rule: Rule, { recipient }: RecipientFacts): Language | null {
  const wanted = recipient.language.split('-')[0];
  return languages.find((language) => language === wanted) ?? rule.fallbackLanguage;
}

export function noLanguageForm(rule: Rule, facts: RecipientFacts): GateOutcome {
  return judge('no-language-form', formLanguage(rule, facts) !== null, facts.recipient.language);
}

export function alreadyAskedForStage(
  rule: Rule,
  caseHash: string,
  ledger: ContactLedger,
  at: number,
): GateOutcome {
  const sameStage = ledger.asks.filter((ask) => ask.stage === rule.stage && ask.caseHash === caseHash);
  return tooNear('already-asked-for-stage', sameStage, rule.stageGapDays, at);
}

/** The minimum gap holds to both sides: an ask that is already planned for later counts like one of the past. */
export const cooldown = (rule: Rule, ledger: ContactLedger, at: number): GateOutcome =>
  tooNear('cooldown', ledger.asks, rule.minimumGapDays, at);

function tooNear(gate: HeldBackReason, asks: readonly Ask[], gapDays: number, at: number): GateOutcome {
  const gap = days(gapDays);
  // In order of time, each ask that is too near to the time so far moves it behind itself.
  const times = asks.map((ask) => ask.at).toSorted((a, b) => a - b);
  const possible = times.reduce((time, asked) => (Math.abs(time - asked) < gap ? asked + gap : time), at);
  return possible === at ? pass(gate, gapDays) : hold(gate, gapDays, possible);
}

/** When a request under this rule should leave, had the event been reported at once. */
export const requestMeantFor = (rule: Rule, { occurredAt }: EventFacts): number =>
  dueAt(occurredAt, rule.delayDays, rule.window, occurredAt);

/** When a request under this rule can leave. */
export const requestDueAt = (rule: Rule, event: EventFacts): number =>
  dueAt(event.occurredAt, rule.delayDays, rule.window, event.now);
