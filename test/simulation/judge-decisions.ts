import type { Asked, Decision } from '../../shared/domain/decisions/decide.ts';
import { heldBackReasons, type HeldBackReason } from '../../shared/domain/decisions/reasons.ts';
import { insist } from './insist.ts';
import { dayMs, hourMs } from './naive-calendar.ts';
import type { Told } from './naive-facts.ts';
import { yieldsTo } from './naive-priority.ts';
import {
  reasonsOfMoment,
  reasonsOfPerson,
  reasonsOfRule,
  type Ask,
  type Knowledge,
  type Question,
} from './naive-reasons.ts';
import { isOpen, planOf, ruleOf } from './naive-rules.ts';

type Plan = ReturnType<typeof planOf>;

/**
 * Judges one decision: held back for the first reason that there is, and asked where there is none.
 *
 * @returns the ask that it leads to, if it does
 */
export function judgeDecision(
  known: Knowledge,
  about: Told,
  decision: Decision,
  now: number,
): Omit<Ask, 'settled'> | undefined {
  const { outcome, position } = decision;
  const recipient = about.event.data.recipients[position];
  const rule = ruleOf(known.rules, about.stage);
  const reason = reasonIn(decision);
  insist(reason === undefined || heldBackReasons.includes(reason), 'reasons are a closed list', decision);
  const general = reasonsOfRule(known, about);
  if (rule === undefined || recipient === undefined || general.length > 0) {
    insist(reason === general[0], `the reason is ${general[0] ?? 'none'}`, { about, decision });
    return undefined;
  }
  const plan = planOf(rule, about.time, now);
  const question: Question = { about, recipient, rule, at: plan.at };
  judgeReason(known, question, decision, now);
  if (outcome.kind === 'held-back') {
    judgeNextDate(known, question, outcome.reason, outcome.nextPossibleAt);
    return undefined;
  }
  judgePlan(plan, outcome);
  if (outcome.isTooLate) return undefined;
  const { requestId, dueAt: at, expiresAt } = outcome;
  const { meant } = plan;
  return { requestId, about, recipient, rule, meant, expiresAt, at, mailedAt: undefined, end: undefined };
}

const reasonIn = ({ outcome }: Decision): HeldBackReason | undefined =>
  outcome.kind === 'asked' ? undefined : outcome.reason;

function judgeReason(known: Knowledge, question: Question, decision: Decision, now: number): void {
  const reason = reasonIn(decision);
  const yields = yieldsTo(known, question, now);
  const lot = lotIn(known, question, decision);
  const first = firstOf([...reasonsOfPerson(known, question), ...reasonsOfMoment(known, question)]);
  const seen = { question, decision, first, yields, now };
  if (reason === 'lower-priority') {
    const isFirst = yields !== 'must-not' && rank(first) > rank(reason);
    insist(isFirst, 'an ask yields to what is near', seen);
    return;
  }
  const due = firstOf([
    ...(first === undefined ? [] : [first]),
    ...(yields === 'must' ? ['lower-priority'] : []),
    ...(lot !== undefined && lot >= question.rule.samplePercent ? ['sampled-out'] : []),
  ]);
  insist(reason === due, `the reason is ${due ?? 'none, so they are asked'}`, seen);
}

const order: readonly string[] = heldBackReasons;
const rank = (reason: string | undefined): number =>
  reason === undefined ? Infinity : order.indexOf(reason);
const firstOf = (reasons: readonly string[]): string | undefined =>
  reasons.toSorted((a, b) => rank(a) - rank(b))[0];

/** A person's lot for a stage, which is always the same; undefined where it was not looked at. */
function lotIn({ lots }: Knowledge, { about, recipient }: Question, { gates }: Decision): number | undefined {
  const value = gates.find(({ gate }) => gate === 'sampled-out')?.value;
  if (typeof value !== 'object' || value === null || !('lot' in value)) return undefined;
  const { lot } = value;
  const name = `${recipient.contactRef} ${about.stage}`;
  const isTheSame = (lots.get(name) ?? lot) === lot;
  insist(isTheSame && lot >= 0 && lot < 100, 'a lot is drawn once', { name, lot });
  lots.set(name, lot);
  return lot;
}

function judgePlan(plan: Plan, asked: Asked): void {
  const isPlanned = asked.dueAt === plan.at && asked.expiresAt === plan.expiresAt;
  insist(isPlanned, 'a request has the time that its rule says', { plan, asked });
  insist(asked.isTooLate === plan.at > plan.expiresAt, 'what comes too late is known at once', {
    plan,
    asked,
  });
}

const dated: readonly HeldBackReason[] = [
  ...(['paused', 'hold', 'already-asked-for-stage', 'cooldown', 'period-cap'] as const),
  ...(['household-cap', 'case-cap', 'unit-daily-cap'] as const),
];

/** The date that is said is the first open instant at which the reason that held back stands no more. */
function judgeNextDate(
  known: Knowledge,
  question: Question,
  reason: HeldBackReason,
  next: number | null,
): void {
  const { at, rule } = question;
  const seen = { question, reason, next };
  if (reason === 'lower-priority') insist(next !== null && next > at, 'a date is in the future', seen);
  if (!dated.includes(reason)) return;
  if (next === null) throw new Error(`${reason} knows when it is over`);
  insist(next > at && isOpen(rule.window, next), 'asking is possible in an open hour', seen);
  const stands = (time: number): boolean =>
    reasonsOfMoment(known, { ...question, at: time }).includes(reason);
  insist(!stands(next), 'asking is possible on the date that is said', seen);
  for (const before of [1, hourMs, dayMs, 7 * dayMs]) {
    const time = next - before;
    const isCandidate = time > at && isOpen(rule.window, time);
    insist(!isCandidate || stands(time), 'asking is not possible before the date that is said', seen);
  }
}
