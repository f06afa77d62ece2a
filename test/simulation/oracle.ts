import type { Decision } from '../../shared/domain/decisions/decide.ts';
import type { PreferenceChange } from '../../shared/domain/respondent/preference-choice.ts';
import type { StageEvent } from '../../shared/domain/stage-event.ts';
import type { History } from './history.ts';
import { insist } from './insist.ts';
import { judgeDecision } from './judge-decisions.ts';
import { judgeMails } from './judge-mails.ts';
import { judgeEnd, judgeLeaving, judgeMove } from './judge-requests.ts';
import { dayMs, midnightOf, wall } from './naive-calendar.ts';
import { told } from './naive-facts.ts';
import type { Ask, Knowledge } from './naive-reasons.ts';
import type { Play, Step } from './step.ts';

/**
 * Judges what the system did by what has been promised (README, handbook, list of reasons), with a calendar and a count
 * of its own. It knows the history, the decisions and the mails, and nothing of ledgers. Both ways: nobody is asked
 * against a promise, and nobody is left out without a reason.
 *
 * @throws with what was promised and what happened instead
 */
export function judge({ rules }: History, { steps }: Play): void {
  const court = new Court(rules);
  for (const [index, step] of steps.entries()) court.take(step, index);
  court.close();
}

/** Hears step after step, and knows at each what has been told before. */
class Court {
  readonly #known: Knowledge;
  readonly #events = new Set<string>();

  constructor(rules: History['rules']) {
    this.#known = {
      rules,
      events: [],
      asks: [],
      preferences: new Map(),
      languages: new Map(),
      suppressed: new Set(),
      lots: new Map(),
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
        judgeMove(this.#known, this.#pending(step.requestId), step, index);
        return;
      case 'ended':
        judgeEnd(this.#known, this.#askOf(step.requestId), step);
        return;
      case 'refused':
      case 'mail':
        judgeLeaving(this.#known, this.#pending(step.requestId), step);
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
    const isPending = ask.end === undefined && ask.mailedAt === undefined;
    insist(isPending, 'a request ends once, and nothing follows', ask);
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
    insist(decisions.length === event.data.recipients.length, 'each recipient has one decision', event);
    for (const [position, decision] of decisions.entries()) {
      insist(decision.position === position, 'decisions are in the order of recipients', decision);
      const ask = judgeDecision(this.#known, about, decision, now);
      if (ask !== undefined) this.#known.asks.push({ ...ask, settled: index });
    }
  }
}

/** A pause lasts through the same day of a later month; the last day of that month where it has no such day. */
function endOfPause(at: number, months: number): number {
  const today = new Date(wall(at));
  const [year, month, date] = [today.getUTCFullYear(), today.getUTCMonth() + months, today.getUTCDate()];
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return midnightOf(Date.UTC(year, month, Math.min(date, lastDate)) / dayMs + 1);
}
