import type { Rule } from '../../shared/domain/rules/rule.ts';
import type { Recipient } from '../../shared/domain/stage-event.ts';
import { stages } from '../../shared/domain/vocabulary.ts';
import { dayMs, dayOf } from './naive-calendar.ts';
import { blocksOf, flagsOf, isHard, isOff, type Told } from './naive-facts.ts';
import { asksAge, asksRole, gapOf, isFull, isWorker, ruleOf } from './naive-rules.ts';

/** An ask as the judge sees it: standing from its decision until it is withdrawn. */
export type Ask = {
  readonly requestId: string;
  readonly about: Told;
  readonly recipient: Recipient;
  readonly rule: Rule;
  readonly meant: number;
  readonly expiresAt: number;
  /** When it is to leave, and at which step this was settled. */
  at: number;
  settled: number;
  mailedAt: number | undefined;
  end: string | undefined;
};

/** All that the judge knows at a step. */
export type Knowledge = {
  readonly rules: readonly Rule[];
  readonly events: Told[];
  readonly asks: Ask[];
  readonly preferences: Map<string, 'opted-out' | { readonly pausedUntil: number }>;
  readonly languages: Map<string, string>;
  readonly suppressed: Set<string>;
  /** Lots that have been seen, by person and stage. */
  readonly lots: Map<string, number>;
};

/** One whom an event names, and when a message would reach them. */
export type Question = {
  readonly about: Told;
  readonly recipient: Recipient;
  readonly rule: Rule;
  readonly at: number;
};

/** Why nobody would be asked who is named by this event, whatever the time: in the order of the gates. */
export function reasonsOfRule(known: Knowledge, about: Told): string[] {
  const rule = ruleOf(known.rules, about.stage);
  const isReported = known.events.some(
    (one) => one !== about && one.occasion === about.occasion && one.stage === about.stage,
  );
  if (!stages.some((stage) => stage === about.stage)) return ['unknown-stage'];
  if (rule === undefined) return ['no-rule'];
  return [
    ...(rule.enabled ? [] : ['rule-disabled']),
    ...(isOff(about.occasion, known.events) ? ['stage-cancelled'] : []),
    ...(isReported ? ['duplicate-event'] : []),
  ];
}

/** Why this person would not be asked, whatever the time. */
export function reasonsOfPerson(known: Knowledge, { about, rule, recipient }: Question): string[] {
  const { contactRef, email, language } = recipient;
  const namings = about.event.data.recipients.filter((one) => one.contactRef === contactRef);
  const flags = [...namings.flatMap((one) => one.flags), ...flagsOf(contactRef, known.events)];
  const hasForm = known.languages.has(contactRef) || /^(fi|sv|en)(-|$)/.test(language);
  return [
    ...(asksRole(rule, recipient) ? [] : ['role-not-asked']),
    ...(asksAge(rule, recipient) ? [] : ['too-young']),
    ...flags.filter((flag) => flag !== 'no-messages'),
    ...(email === undefined || flags.includes('no-messages') ? ['no-channel'] : []),
    ...(hasForm || rule.fallbackLanguage !== null ? [] : ['no-language-form']),
  ];
}

/** Why a message must not reach this person at this time: what holds before deciding and before sending alike. */
export function reasonsOfMoment(known: Knowledge, question: Question, self?: Ask): string[] {
  const { about, recipient, rule, at } = question;
  const { caseRef } = about.event.data;
  const said = known.preferences.get(recipient.contactRef);
  const isPaused = typeof said === 'object' && at < said.pausedUntil;
  return [
    ...(isOff(about.occasion, known.events) ? ['stage-cancelled'] : []),
    ...blocksOf(caseRef, known.events),
    ...(said === 'opted-out' ? ['opted-out'] : []),
    ...(isPaused ? ['paused'] : []),
    ...(known.suppressed.has(recipient.email?.toLowerCase() ?? '') ? ['address-suppressed'] : []),
    ...(isHard(caseRef, known.events, rule.holdDays, at) ? ['hold'] : []),
    ...reasonsOfCounting(
      question,
      standing(known).filter((ask) => ask !== self),
    ),
  ];
}

const standing = ({ asks }: Knowledge): Ask[] =>
  asks.filter(({ end }) => end === undefined || end === 'sent');

/** Gaps and caps, beside asks that stand. */
function reasonsOfCounting({ about, recipient, rule, at }: Question, asks: readonly Ask[]): string[] {
  const { contactRef, role } = recipient;
  const { caseRef, householdRef, unit } = about.event.data;
  const own = asks.filter((ask) => ask.recipient.contactRef === contactRef);
  const isNear = (ask: Ask, days: number): boolean => Math.abs(ask.at - at) < days * dayMs;
  const sameStage = own.filter(
    (ask) => ask.about.stage === about.stage && ask.about.event.data.caseRef === caseRef,
  );
  const families = isWorker(role) ? [] : asks.filter((ask) => !isWorker(ask.recipient.role));
  const ofHousehold = families.filter(({ about: { event } }) => event.data.householdRef === householdRef);
  const ofCase = families.filter(({ about: { event } }) => event.data.caseRef === caseRef);
  const capped = asks.filter((ask) => ask.rule.unitDailyCap !== null && ask.about.event.data.unit === unit);
  const isOver = (cap: Rule['personCap'], counted: readonly Ask[]): boolean =>
    isFull(
      cap,
      counted.map((ask) => dayOf(ask.at)),
      dayOf(at),
    );
  return [
    ...(sameStage.some((ask) => isNear(ask, rule.stageGapDays)) ? ['already-asked-for-stage'] : []),
    ...(own.some((ask) => isNear(ask, gapOf(rule, role))) ? ['cooldown'] : []),
    ...(isOver(isWorker(role) ? rule.worker.cap : rule.personCap, own) ? ['period-cap'] : []),
    ...(householdRef !== undefined && isOver(rule.householdCap, ofHousehold) ? ['household-cap'] : []),
    ...(isOver(rule.caseCap, ofCase) ? ['case-cap'] : []),
    ...(rule.unitDailyCap !== null && isOver({ most: rule.unitDailyCap, days: 1 }, capped)
      ? ['unit-daily-cap']
      : []),
  ];
}
