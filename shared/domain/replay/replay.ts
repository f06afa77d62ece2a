import { decide, type Decision, type Outcome } from '../decisions/decide.ts';
import type { EventFacts } from '../decisions/facts.ts';
import { blockFlags } from '../decisions/ledger.ts';
import { withAllFlags } from '../decisions/told-flags.ts';
import type { Rule } from '../rules/rule.ts';
import { DraftRequests } from './draft-requests.ts';
import { foldLive } from './fold-live.ts';
import { isLike } from './likeness.ts';
import type { DecisionOf, EventRecord, ReplayRecord } from './record.ts';
import { ReplayTally, type Frequency, type NewlyAskedTwice, type StageCounts } from './tally.ts';
import { World } from './world.ts';

/** A set of rules, and the time over which it is tried: from an instant on and before another, epoch milliseconds. */
export type Draft = { readonly rules: readonly Rule[]; readonly from: number; readonly to: number };

export type ReplayReport = {
  /**
   * The instant (ISO 8601) of the first record that was met; null where there was none. Caps are whole only where their
   * days reach back no further.
   */
  readonly remembersFrom: string | null;
  readonly events: number;
  readonly recipients: number;
  /** How many decisions are the very same, gate by gate, and how many are not. */
  readonly same: number;
  readonly different: number;
  readonly stages: readonly StageCounts[];
  readonly asksPerPerson: readonly Frequency[];
  readonly asksPerHousehold: readonly Frequency[];
  readonly newlyAskedTwice: readonly NewlyAskedTwice[];
};

/**
 * Decides the events of the past anew under a draft, with the very function that decides today. Everything before the
 * period is taken as it was; from its beginning on, asks are the draft's, while what people said, what bounced and what
 * was hard in a case stay what they were.
 */
export class Replay {
  readonly #draft: Draft;
  readonly #world = new World();
  readonly #tally = new ReplayTally();
  readonly #requests: DraftRequests;
  #waiting: { event: EventRecord; decisions: DecisionOf[] } | undefined;
  #remembersFrom: string | null = null;
  #counts = { events: 0, recipients: 0, same: 0, different: 0 };

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#requests = new DraftRequests(this.#world, this.#tally);
  }

  /** Takes the next record, in the order in which they counted. */
  take(record: ReplayRecord): void {
    if (record.kind === 'decision') {
      if (record.eventHash === this.#waiting?.event.eventHash) this.#waiting.decisions.push(record);
      return;
    }
    this.#decideWaiting();
    switch (record.kind) {
      case 'event':
        this.#remembersFrom ??= new Date(record.sequence).toISOString();
        this.#waiting = { event: record, decisions: [] };
        return;
      case 'preference':
        this.#requests.leaveBefore(record.sequence);
        this.#world.say(record.contactHash, record.preference, record.language, record.sequence);
        return;
      case 'suppression':
        this.#requests.leaveBefore(record.suppressedAt);
        this.#world.suppress(record.addressHash);
        return;
      case 'moved':
        this.#requests.followMove(record);
        return;
      case 'ended':
        this.#requests.followEnd(record);
    }
  }

  /** What has come of it, once every record has been taken. */
  report(): ReplayReport {
    this.#decideWaiting();
    this.#requests.leaveBefore(this.#draft.to);
    const { stages, asksPerPerson, asksPerHousehold, newlyAskedTwice } = this.#tally;
    return {
      remembersFrom: this.#remembersFrom,
      ...this.#counts,
      stages,
      asksPerPerson,
      asksPerHousehold,
      newlyAskedTwice,
    };
  }

  #isInPeriod(instant: number): boolean {
    return this.#draft.from <= instant && instant < this.#draft.to;
  }

  #decideWaiting(): void {
    if (this.#waiting === undefined) return;
    const { event: circumstances, decisions } = this.#waiting;
    this.#waiting = undefined;
    // An index shows a transaction item by item: an event of which not all is there has only just been decided.
    if (decisions.length < circumstances.recipientCount) return;
    const event: EventFacts = { ...circumstances, recipients: decisions.map(({ recipient }) => recipient) };
    this.#rememberOlder(event, decisions, circumstances.sequence);
    this.#requests.leaveBefore(event.now);
    // The period is one of the order in which decisions counted, which runs a little ahead of the clock at times.
    if (this.#isInPeriod(circumstances.sequence)) this.#decideAnew(event, decisions);
    else if (circumstances.sequence < this.#draft.from) {
      foldLive(this.#world, event, circumstances.sequence, decisions);
      this.#requests.takeOver(decisions);
    }
  }

  /** An opt-out or a block may be older than the records: what it has held back tells of it. */
  #rememberOlder(event: EventFacts, decisions: readonly DecisionOf[], sequence: number): void {
    for (const [index, { contactHash, flags }] of withAllFlags(event.recipients).entries()) {
      const gates = decisions[index]?.gates ?? {};
      if (gates['opted-out'] === true) this.#world.say(contactHash, { kind: 'opted-out' }, null, sequence);
      const told = [...flags, ...this.#world.contact(contactHash).flags];
      for (const flag of blockFlags)
        if (gates[flag] === true && !told.includes(flag)) this.#world.rememberBlock(event.caseHash, flag);
    }
  }

  #decideAnew(event: EventFacts, live: readonly DecisionOf[]): void {
    const suppressed = live.flatMap(({ suppressed: was, recipient }) =>
      was && recipient.addressHash !== null ? [recipient.addressHash] : [],
    );
    const known = { ...this.#world.known(event), suppressed: new Set(suppressed) };
    const outcome = decide(event, known, this.#draft.rules, (position) => {
      return live[position]?.requestId ?? `${event.eventHash}#${position}`;
    });
    this.#world.keep(event, outcome.sequence, outcome.ledgers);
    this.#compare(event, outcome, live);
    this.#requests.recheckNow(outcome.requestsToRecheck, event.now);
  }

  #compare(event: EventFacts, { decisions, sequence }: Outcome, live: readonly DecisionOf[]): void {
    this.#counts.events += 1;
    for (const [index, decision] of decisions.entries()) {
      const record = live[index];
      if (record === undefined) continue;
      this.#counts.recipients += 1;
      this.#counts[isLike(decision, record) ? 'same' : 'different'] += 1;
      this.#count(event, decision, record);
      this.#requests.note(event, decision, record, this.#draft.rules, sequence);
    }
  }

  #count({ stageName, householdHash }: EventFacts, { outcome }: Decision, record: DecisionOf): void {
    const { role, contactHash } = record.recipient;
    const who = { contactHash, householdHash, role };
    if (record.reason !== null) this.#tally.heldBack('live', stageName, role, record.reason);
    else if (!record.isTooLate) this.#tally.asked('live', stageName, who);
    if (outcome.kind === 'held-back') this.#tally.heldBack('draft', stageName, role, outcome.reason);
    else if (!outcome.isTooLate) this.#tally.asked('draft', stageName, who);
  }
}
