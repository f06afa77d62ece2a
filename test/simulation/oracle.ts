import type { Decision } from '../../shared/domain/decisions/decide.ts';
import { heldBackReasons, type HeldBackReason } from '../../shared/domain/decisions/reasons.ts';
import type { StageEvent } from '../../shared/domain/stage-event.ts';
import type { PreferenceChange } from '../../shared/domain/respondent/preference-choice.ts';
import type { History } from './history.ts';
import { dayMs, dayOf, hourMs, midnightOf, wall } from './naive-calendar.ts';
import { told, type Told } from './naive-facts.ts';
import { yieldsTo } from './naive-priority.ts';
import {
  reasonsOfMoment,
  reasonsOfPerson,
  reasonsOfRule,
  type Ask,
  type Knowledge,
  type Question,
} from './naive-reasons.ts';
import { isOpen, openTimes, planOf, ruleOf } from './naive-rules.ts';
import { judgeMails } from './judge-mails.ts';
import type { Play, Step } from './play.ts';
import { insist } from './insist.ts';

/**
 * Judges what the system did by what has been promised (README, handbook, vocabulary of reasons), with a calendar and a
 * count of its own. It knows the history, the decisions and the mails, and nothing of ledgers. Both ways: nobody is
 * asked against a promise, and nobody is left out without a reason.
 *
 * @throws with what was promised and what happened instead
 */
export function judge({ rules }: History, { steps }: Play): void {
  const court = new Court(rules);
  for (const [index, step] of steps.entries()) court.take(step, index);
  court.close();
}

class Court {
  readonly #known: Knowledge;
  readonly #events = new Set<string>();
  readonly #lots = new Map<string, unknown>();

  constructor(rules: History['rules']) {
    this.#known = {
      rules,
      events: [],
      asks: [],
      preferences: new Map(),
      languages: new Map(),
      suppressed: new Set(),
    };
  }

  take(step: Step, index: number): void {
    switch (step.kind) {
      case 'decided':
        this.#decided(step.event, step.decisions, step.at, index);
        return;
      case 'delivered-again':
        insist(this.#events.has(step.event.id), 'only what has been decided is a redelivery', step);
        return;
      case 'preference':
        this.#said(step.contactRef, step.change, step.at);
        return;
      case 'bounce':
        this.#known.suppressed.add(step.address.toLowerCase());
        return;
      case 'moved':
        this.#moved(this.#pending(step.requestId), step.to, step.at, index);
        return;
      case 'ended':
        this.#ended(this.#askOf(step.requestId), step);
        return;
      case 'refused':
      case 'mail':
        this.#leaves(this.#pending(step.requestId), step);
    }
  }

  close(): void {
    const { asks, rules } = this.#known;
    for (const ask of asks) insist(ask.end !== undefined, 'every request ends', ask);
    judgeMails(asks, rules);
  }

  #askOf(requestId: string): Ask {
    const ask = this.#known.asks.find((one) => one.requestId === requestId);
    if (ask === undefined) throw new Error(`nobody decided ${requestId}`);
    return ask;
  }

  #pending(requestId: string): Ask {
    const ask = this.#askOf(requestId);
    insist(
      ask.end === undefined && ask.mailedAt === undefined,
      'a request ends once, and nothing follows',
      ask,
    );
    return ask;
  }

  #said(contactRef: string, { choice, language }: PreferenceChange, at: number): void {
    if (language !== undefined) this.#known.languages.set(contactRef, language);
    if (choice === undefined) return;
    const months = { 'pause-3': 3, 'pause-6': 6, 'pause-12': 12, stop: 0, start: 0 }[choice];
    if (choice === 'start') this.#known.preferences.delete(contactRef);
    else if (choice === 'stop') this.#known.preferences.set(contactRef, 'opted-out');
    else this.#known.preferences.set(contactRef, { pausedUntil: endOfPause(at, months) });
  }

  #decided(event: StageEvent, decisions: readonly Decision[], now: number, index: number): void {
    insist(!this.#events.has(event.id), 'an event is decided once', event);
    this.#events.add(event.id);
    const about = told(event);
    this.#known.events.push(about);
    const { recipients } = event.data;
    insist(decisions.length === recipients.length, 'each recipient has one decision', event);
    for (const [position, decision] of decisions.entries()) {
      insist(decision.position === position, 'decisions are in the order of recipients', decision);
      this.#decidedOne(about, decision, now, index);
    }
  }

  #decidedOne(about: Told, decision: Decision, now: number, index: number): void {
    const { outcome, position } = decision;
    const recipient = about.event.data.recipients[position];
    const rule = ruleOf(this.#known.rules, about.stage);
    const reason = outcome.kind === 'asked' ? undefined : outcome.reason;
    insist(reason === undefined || heldBackReasons.includes(reason), 'reasons are a closed list', decision);
    const general = reasonsOfRule(this.#known, about);
    if (rule === undefined || recipient === undefined || general.length > 0) {
      insist(reason === general[0], `the reason is ${general[0] ?? 'none'}`, { about, decision });
      return;
    }
    const plan = planOf(rule, about.time, now);
    const question: Question = { about, recipient, rule, at: plan.at };
    const reasons = [...reasonsOfPerson(this.#known, question), ...reasonsOfMoment(this.#known, question)];
    this.#isDue(question, decision, firstOf(reasons), now);
    if (outcome.kind === 'held-back') {
      judgeNextDate(this.#known, question, outcome.reason, outcome.nextPossibleAt);
      return;
    }
    const { requestId, dueAt, expiresAt, isTooLate } = outcome;
    insist(dueAt === plan.at && expiresAt === plan.expiresAt, 'a request has the time that its rule says', {
      plan,
      about,
      decision,
    });
    insist(isTooLate === plan.at > plan.expiresAt, 'what comes too late is known at once', {
      plan,
      decision,
    });
    if (isTooLate) return;
    this.#known.asks.push({
      ...{ requestId, about, recipient, rule, meant: plan.meant, expiresAt, at: dueAt },
      ...{ settled: index, mailedAt: undefined, end: undefined },
    });
  }

  /** Held back for the first reason that there is, and asked where there is none. */
  #isDue(question: Question, decision: Decision, first: string | undefined, now: number): void {
    const { outcome } = decision;
    const reason = outcome.kind === 'asked' ? undefined : outcome.reason;
    const yields = yieldsTo(this.#known, question, now);
    const lot = this.#lotIn(question, decision);
    const isOut = lot !== undefined && lot >= question.rule.samplePercent;
    const seen = { question, decision, first, yields, now };
    if (reason === 'lower-priority') {
      insist(yields !== 'must-not' && rank(first) > rank(reason), 'an ask yields to what is near', seen);
      return;
    }
    const chances = [
      first,
      yields === 'must' ? 'lower-priority' : undefined,
      isOut ? 'sampled-out' : undefined,
    ];
    const due = firstOf(chances.filter((one) => one !== undefined));
    insist(reason === due, `the reason is ${due ?? 'none, so they are asked'}`, seen);
  }

  /** A person's lot for a stage, which is always the same. */
  #lotIn({ about, recipient }: Question, { gates }: Decision): number | undefined {
    const value = gates.find(({ gate }) => gate === 'sampled-out')?.value;
    if (typeof value !== 'object' || value === null || !('lot' in value)) return undefined;
    const name = `${recipient.contactRef} ${about.stage}`;
    const known = this.#lots.get(name) ?? value.lot;
    this.#lots.set(name, known);
    insist(known === value.lot && value.lot >= 0 && value.lot < 100, 'a lot is drawn once', { name, value });
    return value.lot;
  }

  #moved(ask: Ask, to: number, now: number, index: number): void {
    const from = Math.max(now, ask.at);
    insist(to >= from && to <= ask.expiresAt, 'a request moves to a later time, within its own', { ask, to });
    insist(isOpen(ask.rule.window, to), 'a request moves to an open hour', { ask, to });
    const reasons = reasonsOfMoment(this.#known, { ...ask, at: to }, ask);
    insist(reasons.length === 0, 'a request moves to where nothing is against it', { ask, to, reasons });
    this.#isImpossible(ask, from, to - 1);
    ask.at = to;
    ask.settled = index;
  }

  #ended(ask: Ask, step: Extract<Step, { kind: 'ended' }>): void {
    insist(ask.end === undefined, 'a request ends once', { ask, step });
    const isSent = step.state === 'sent';
    insist(isSent === (ask.mailedAt !== undefined), 'a request is sent if its mail has left', { ask, step });
    if (!isSent) {
      const reasons = this.#isImpossible(ask, Math.max(step.at, ask.at), ask.expiresAt);
      const isTrue = step.reason === undefined || reasons.has(step.reason);
      insist(isTrue, 'a request is withdrawn for a reason that there is', { ask, step, reasons });
      insist(
        (step.reason === undefined) === (step.state !== 'withdrawn'),
        'what is withdrawn says why',
        step,
      );
    }
    ask.end = step.state;
  }

  /** Within these times a request can't leave: nobody is passed over, or made to wait, for nothing. */
  #isImpossible(ask: Ask, from: number, to: number): Set<string> {
    const found = new Set<string>();
    for (const at of openTimes(ask.rule.window, from, to)) {
      const reasons = reasonsOfMoment(this.#known, { ...ask, at }, ask);
      if (this.#isTooSoon(ask, at)) reasons.push('cooldown');
      insist(reasons.length > 0, 'a request that could leave leaves', {
        ask,
        at,
      });
      for (const reason of reasons) found.add(reason);
    }
    return found;
  }

  /** A mail that left late in its slot keeps the next one away for the whole gap. */
  #isTooSoon({ recipient, rule }: Ask, at: number): boolean {
    const gap = (recipient.role.endsWith('-worker') ? rule.worker : rule).minimumGapDays * dayMs;
    return this.#known.asks.some(
      ({ mailedAt, recipient: { contactRef } }) =>
        mailedAt !== undefined && contactRef === recipient.contactRef && at < mailedAt + gap,
    );
  }

  /** A mail is handed over: whatever has come in between, nothing is against it now. */
  #leaves(ask: Ask, { at, kind }: Step): void {
    const question = { ...ask, at };
    const counting = [
      'already-asked-for-stage',
      'cooldown',
      'period-cap',
      'household-cap',
      'case-cap',
      'unit-daily-cap',
    ];
    const reasons = [
      ...ask.recipient.flags,
      // How it stands beside the others has been settled when its time was, and is judged by the mails together.
      ...reasonsOfMoment(this.#known, question, ask).filter((reason) => !counting.includes(reason)),
      ...(isOpen(ask.rule.window, at) ? [] : ['closed']),
      ...(at >= Math.max(ask.meant, ask.at) ? [] : ['too early']),
      ...(at <= ask.expiresAt ? [] : ['expired']),
      ...(dayOf(at) === dayOf(ask.at) ? [] : ['another day']),
    ];
    insist(reasons.length === 0, 'a mail leaves where nothing is against it', {
      ask,
      at,
      reasons,
    });
    if (kind === 'mail') ask.mailedAt = at;
  }
}

const order: readonly string[] = heldBackReasons;
const rank = (reason: string | undefined): number =>
  reason === undefined ? Infinity : order.indexOf(reason);
const firstOf = (reasons: readonly string[]): string | undefined =>
  reasons.toSorted((a, b) => rank(a) - rank(b))[0];

/** A pause lasts through the same day of a later month; the last day of that month where it has no such day. */
function endOfPause(at: number, months: number): number {
  const today = new Date(wall(at));
  const [year, month, date] = [today.getUTCFullYear(), today.getUTCMonth() + months, today.getUTCDate()];
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return midnightOf(Date.UTC(year, month, Math.min(date, lastDate)) / dayMs + 1);
}

const dated: readonly HeldBackReason[] = [
  ...(['paused', 'hold', 'already-asked-for-stage', 'cooldown', 'period-cap'] as const),
  ...(['household-cap', 'case-cap', 'unit-daily-cap'] as const),
];

/** The date on which asking is possible again is the first such date, as far as the reason that held back goes. */
function judgeNextDate(
  known: Knowledge,
  question: Question,
  reason: HeldBackReason,
  next: number | null,
): void {
  const seen = { question, reason, next };
  if (reason === 'lower-priority')
    insist(next !== null && next > question.at, 'a date is in the future', seen);
  if (!dated.includes(reason)) return;
  if (next === null) throw new Error(`${reason} knows when it is over`);
  insist(
    next > question.at && isOpen(question.rule.window, next),
    'asking is possible in an open hour',
    seen,
  );
  const stands = (at: number): boolean => reasonsOfMoment(known, { ...question, at }).includes(reason);
  insist(!stands(next), 'asking is possible on the date that is said', seen);
  for (const before of [1, hourMs, dayMs, 7 * dayMs]) {
    const at = next - before;
    const isCandidate = at > question.at && isOpen(question.rule.window, at);
    insist(!isCandidate || stands(at), 'asking is not possible before the date that is said', {
      ...seen,
      at,
    });
  }
}
