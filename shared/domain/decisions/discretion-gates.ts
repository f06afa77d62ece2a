import { days } from '../calendar/duration.ts';
import { dayNumberAt, dayNumberOf, hourOf } from '../calendar/helsinki.ts';
import type { Cap, Rule } from '../rules/rule.ts';
import { lotOf } from '../rules/sampling.ts';
import { nextOpening } from '../rules/slots.ts';
import { isWorker } from '../vocabulary.ts';
import { countUnder } from './caps.ts';
import { holdsOverAt } from './case-course.ts';
import { askedOn } from './counting.ts';
import { holdBack, judge, pass, type GateOutcome } from './gates.ts';
import { ruleFor } from './known.ts';
import type { CountedAsk, Expectation } from './ledger.ts';
import type { HeldBackReason } from './reasons.ts';
import { asks } from './recipient-gates.ts';
import type { Situation } from './situation.ts';

/*
 * Gates that ask whether this is the moment: what people have said about being asked, what is hard in their lives now,
 * and how often they, their household and their case have been asked already.
 */

/**
 * The first time in an open slot at which a gate would let an ask pass: where the slot after one obstacle falls upon
 * another, the search goes on behind that.
 *
 * @param freeFrom the first time from a given one on that the gate has nothing against: that very time, if it has not
 */
function nextPossible(
  { rule: { window }, at }: Pick<Situation, 'rule' | 'at'>,
  freeFrom: (from: number) => number,
): number {
  let open = nextOpening(window, freeFrom(at));
  for (let free = freeFrom(open); free !== open; free = freeFrom(open)) open = nextOpening(window, free);
  return open;
}

export const optedOut = ({ contact: { preference } }: Situation): GateOutcome =>
  judge('opted-out', preference.kind !== 'opted-out', preference.kind === 'opted-out');

export function paused({ contact: { preference }, rule, at }: Situation): GateOutcome {
  if (preference.kind !== 'paused') return pass('paused');
  const { until } = preference;
  return at < until ? holdBack('paused', until, nextOpening(rule.window, until)) : pass('paused', until);
}

export const addressSuppressed = ({ isSuppressed }: Situation): GateOutcome =>
  judge('address-suppressed', !isSuppressed, isSuppressed);

export function hold(situation: Situation): GateOutcome {
  const over = (from: number) => holdsOverAt(situation.case.holds, situation.rule.holdDays, from);
  const { reason } = over(situation.at);
  if (reason === null) return pass('hold');
  return holdBack(
    'hold',
    reason,
    nextPossible(situation, (from) => over(from).at),
  );
}

export function alreadyAskedForStage({ event, rule, contact, at }: Situation): GateOutcome {
  const sameStage = contact.asks.filter(
    (ask) => ask.stage === event.stageName && ask.caseHash === event.caseHash,
  );
  return apart('already-asked-for-stage', sameStage, rule.stageGapDays, { rule, at });
}

/** The gap between any two asks to one person. */
export const gapDaysOf = ({ minimumGapDays, worker }: Rule, role: Situation['recipient']['role']): number =>
  isWorker(role) ? worker.minimumGapDays : minimumGapDays;

/** The minimum gap holds to both sides: an ask that is already planned for later counts like one of the past. */
export const cooldown = ({ rule, recipient, contact, at }: Situation): GateOutcome =>
  apart('cooldown', contact.asks, gapDaysOf(rule, recipient.role), { rule, at });

function apart(
  gate: HeldBackReason,
  known: readonly CountedAsk[],
  gapDays: number,
  planned: Pick<Situation, 'rule' | 'at'>,
): GateOutcome {
  const gap = days(gapDays);
  const times = known.map((ask) => ask.at).sort((a, b) => a - b);
  // In order of time, each ask that is too near to the time so far moves it behind itself.
  const freeFrom = (from: number): number =>
    times.reduce((time, asked) => (Math.abs(time - asked) < gap ? asked + gap : time), from);
  if (freeFrom(planned.at) === planned.at) return pass(gate, gapDays);
  return holdBack(gate, gapDays, nextPossible(planned, freeFrom));
}

export const periodCap = (situation: Situation): GateOutcome => {
  const { rule, recipient, contact } = situation;
  const cap = isWorker(recipient.role) ? rule.worker.cap : rule.personCap;
  return capped('period-cap', cap, contact.asks, situation);
};

/** A household's and a case's asks are those to its people: workers neither use them up nor are held back by them. */
export const householdCap = (situation: Situation): GateOutcome => {
  const { rule, recipient, household, event } = situation;
  if (isWorker(recipient.role) || event.householdHash === null) return pass('household-cap');
  return capped('household-cap', rule.householdCap, household.asks, situation);
};

export const caseCap = (situation: Situation): GateOutcome => {
  const { rule, recipient, case: caseLedger } = situation;
  if (isWorker(recipient.role)) return pass('case-cap');
  return capped('case-cap', rule.caseCap, caseLedger.asks, situation);
};

function capped(
  gate: HeldBackReason,
  cap: Cap,
  known: readonly CountedAsk[],
  situation: Situation,
): GateOutcome {
  const { counted } = countUnder(cap, known, situation.at);
  const value = { counted, ...cap };
  if (counted < cap.most) return pass(gate, value);
  return holdBack(
    gate,
    value,
    nextPossible(situation, (from) => countUnder(cap, known, from).possibleAt),
  );
}

/** Yields to a more important stage whose ask would come within the gap: asking now would use up the person's turn. */
export function lowerPriority(situation: Situation): GateOutcome {
  const { rule, at } = situation;
  const coming = moreImportant(situation);
  const near = coming.find(({ comesAt, gap }) => Math.abs(comesAt - at) < gap);
  if (near === undefined) return pass('lower-priority', rule.priority);
  const freeFrom = (from: number): number =>
    coming.reduce((time, { comesAt, gap }) => (Math.abs(time - comesAt) < gap ? comesAt + gap : time), from);
  const { stage, on } = near;
  return holdBack('lower-priority', { stage, on }, nextPossible(situation, freeFrom));
}

/** Expected stages at which a rule of higher priority would ask the same person, in the order of those asks. */
function moreImportant({ event, rule, rules, recipient, case: { expected } }: Situation) {
  return expected
    .flatMap((expectation) => {
      const { stage, on } = expectation;
      if (on === null) return [];
      const coming = ruleFor(rules, stageOfExpectation(expectation, rules));
      if (coming === undefined || !coming.enabled || coming.priority <= rule.priority) return [];
      const willAsk = asks(coming, recipient) && isInSample(coming, recipient.contactHash, stage);
      if (!willAsk || dayNumberOf(on) < dayNumberAt(event.now)) return [];
      const comesAt = nextOpening(coming.window, hourOf(dayNumberOf(on) + coming.delayDays, 0));
      // Asking now must neither take the place of what comes, nor be too near for its own gap.
      const gap = days(Math.max(gapDaysOf(rule, recipient.role), gapDaysOf(coming, recipient.role)));
      return [{ stage, on, comesAt, gap }];
    })
    .sort((a, b) => a.comesAt - b.comesAt);
}

const isInSample = ({ samplePercent }: Rule, contactHash: string, stage: string): boolean =>
  lotOf(contactHash, stage) < samplePercent;

const stageOfExpectation = ({ stage }: Expectation, rules: Situation['rules']) =>
  rules.find((rule) => rule.stage === stage)?.stage ?? null;

export function sampledOut({ event, rule, recipient }: Situation): GateOutcome {
  const lot = lotOf(recipient.contactHash, event.stageName);
  return judge('sampled-out', lot < rule.samplePercent, { lot, percent: rule.samplePercent });
}

export function unitDailyCap({ rule, unit, at }: Situation): GateOutcome {
  if (rule.unitDailyCap === null) return pass('unit-daily-cap');
  const most = rule.unitDailyCap;
  const counted = askedOn(unit, dayNumberAt(at));
  const value = { counted, most, days: 1 };
  if (counted < most) return pass('unit-daily-cap', value);
  const freeFrom = (from: number): number => {
    const day = dayNumberAt(from);
    return askedOn(unit, day) < most ? from : hourOf(day + 1, 0);
  };
  return holdBack('unit-daily-cap', value, nextPossible({ rule, at }, freeFrom));
}
