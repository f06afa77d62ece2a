import { decide, type Decision } from '../../shared/domain/decisions/decide.ts';
import { gapDaysOf } from '../../shared/domain/decisions/discretion-gates.ts';
import type { EventFacts } from '../../shared/domain/decisions/facts.ts';
import type { Known } from '../../shared/domain/decisions/known.ts';
import { leavesBefore } from '../../shared/domain/decisions/leaving.ts';
import { isSamePreference } from '../../shared/domain/decisions/same-preference.ts';
import { wishesAfter } from '../../shared/domain/respondent/preference-choice.ts';
import type { StageEvent } from '../../shared/domain/stage-event.ts';
import type { ReplayRecord } from '../../shared/domain/replay/record.ts';
import { World } from '../../shared/domain/replay/world.ts';
import { decisionRecord } from '../../shared/adapters/decision-records.ts';
import { recordPlace } from '../../shared/adapters/record-order.ts';
import { factsOf } from '../../functions/decide-requests/event-facts.ts';
import type { Happening, History } from './history.ts';
import { Sender, type Request } from './sender.ts';
import type { Play, Step } from './step.ts';

/** References as they are, so that a counterexample can be read. */
const hash = (kind: string, ...parts: readonly string[]): string => [kind, ...parts].join(':');

/** Plays a history as the live system would, in memory: the same decisions and the same steps before each mail. */
export function play({ rules, happenings, lateMs }: History): Play {
  const player = new Player(rules, lateMs);
  for (const happening of happenings) {
    player.sendUntil(happening.at);
    player.take(happening);
  }
  player.sendUntil(Infinity);
  return player.result();
}

class Player {
  readonly #rules: History['rules'];
  readonly #world = new World();
  readonly #steps: Step[] = [];
  readonly #records: { readonly order: string; readonly record: ReplayRecord }[] = [];
  readonly #sender: Sender;
  readonly #decided = new Set<string>();
  #requests = 0;

  constructor(rules: History['rules'], lateMs: number) {
    this.#rules = rules;
    this.#sender = new Sender(
      this.#world,
      {
        step: (step) => this.#steps.push(step),
        record: (sequence, names, record) => {
          this.#keep(sequence, names, record);
        },
      },
      lateMs,
    );
  }

  sendUntil(now: number): void {
    this.#sender.runUntil(now);
  }

  result(): Play {
    const inOrder = this.#records.toSorted((a, b) => (a.order < b.order ? -1 : 1));
    return { steps: this.#steps, records: inOrder.map(({ record }) => record) };
  }

  take(happening: Happening): void {
    switch (happening.kind) {
      case 'event':
        this.#decide(happening.event, happening.now, happening.at);
        return;
      case 'preference':
        this.#say(happening);
        return;
      case 'bounce': {
        const addressHash = hash('address', happening.address.trim().toLowerCase());
        const record = { kind: 'suppression', addressHash, suppressedAt: happening.at } as const;
        this.#world.suppress(addressHash);
        this.#keep(happening.at, [addressHash], record);
        this.#steps.push(happening);
        return;
      }
      case 'outage':
        this.#sender.fail(happening);
    }
  }

  #keep(sequence: number, names: readonly string[], record: ReplayRecord): void {
    this.#records.push({ order: recordPlace(sequence, ...names).recordOrder, record });
  }

  #decide(event: StageEvent, now: number, at: number): void {
    const facts = factsOf(event, hash, now);
    if (this.#decided.has(facts.eventHash)) {
      this.#steps.push({ kind: 'delivered-again', event, at });
      return;
    }
    this.#decided.add(facts.eventHash);
    const known = this.#world.known(facts);
    const outcome = decide(facts, known, this.#rules, () => `request-${(this.#requests += 1)}`);
    const { sequence, decisions } = outcome;
    this.#world.keep(facts, sequence, outcome.ledgers);
    this.#keep(sequence, [facts.eventHash], {
      kind: 'event',
      ...facts,
      sequence,
      recipientCount: facts.recipients.length,
    });
    for (const decision of decisions) {
      const names = [facts.eventHash, String(decision.position).padStart(2, '0')];
      this.#keep(sequence, names, decisionRecord(facts, decision, known.suppressed));
      this.#sender.add(this.#requestOf(facts, decision, sequence, outcome.ledgers.case ?? known.case));
    }
    this.#steps.push({ kind: 'decided', event, decisions, at: now });
    for (const requestId of outcome.requestsToRecheck) this.#sender.mark(requestId, now);
  }

  #requestOf(
    facts: EventFacts,
    { outcome, position, rule: decidedBy }: Decision,
    sequence: number,
    { holds }: Known['case'],
  ): Request | undefined {
    const recipient = facts.recipients[position];
    const rule = this.#rules.find(({ id }) => id === decidedBy?.id);
    if (outcome.kind === 'held-back' || outcome.isTooLate) return undefined;
    if (recipient === undefined || rule === undefined) throw new Error('an ask has a recipient and a rule');
    const { requestId, dueAt, expiresAt } = outcome;
    return {
      requestId,
      contactHash: recipient.contactHash,
      about: facts,
      context: { role: recipient.role, unit: facts.unit ?? '', stage: facts.stageName },
      state: 'due',
      // As it is read back from its item: neither place nor flags are kept with a request.
      recipient: { ...recipient, position: 0, flags: [] },
      rule,
      seen: sequence,
      dueAt,
      expiresAt,
      leavesBefore: leavesBefore(rule, holds, { at: dueAt, expiresAt }),
      minimumGapDays: gapDaysOf(rule, recipient.role),
    };
  }

  #say(said: Extract<Happening, { kind: 'preference' }>): void {
    const { contactRef, change, at } = said;
    const contactHash = hash('contact', contactRef);
    const ledger = this.#world.contact(contactHash);
    const { preference, language } = wishesAfter(ledger, change, at);
    this.#steps.push(said);
    if (isSamePreference(ledger.preference, preference) && ledger.language === language) return;
    const sequence = Math.max(at, ledger.sequence + 1);
    this.#world.say(contactHash, preference, language, sequence);
    this.#keep(sequence, [contactHash], { kind: 'preference', sequence, contactHash, preference, language });
  }
}
