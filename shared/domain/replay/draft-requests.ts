import type { Decision } from '../decisions/decide.ts';
import type { EventFacts } from '../decisions/facts.ts';
import { recheck, type Pending } from '../decisions/recheck.ts';
import type { HeldBackReason } from '../decisions/reasons.ts';
import type { Rule } from '../rules/rule.ts';
import { hasCountedUnit } from './fold-live.ts';
import type { AskedAbout, DecisionOf, ReplayRecord } from './record.ts';
import type { ReplayTally } from './tally.ts';
import type { World } from './world.ts';

/** A request that only the draft has made: it leaves, waits or is stopped as the live system would have done it. */
type DraftRequest = AskedAbout & {
  readonly pending: Pending;
  readonly rule: Rule;
  readonly seen: number;
};

/** A live request: whether the draft has made it as well and counts it in its unit's day, and whether it is the period's. */
type LiveRequest = {
  readonly isDrafts: boolean;
  readonly countsUnit: boolean;
  readonly isOfPeriod: boolean;
};

/**
 * Requests of a replay until they leave. Where the draft asks at the same time as the live rules did, what became of
 * the live request is what becomes of the draft's. Where it asks otherwise, the gates before sending are tried again.
 */
export class DraftRequests {
  readonly #world: World;
  readonly #tally: ReplayTally;
  /** Live requests that have not ended. */
  readonly #live = new Map<string, LiveRequest>();
  /** By time, the earliest last. */
  readonly #waiting: DraftRequest[] = [];

  constructor(world: World, tally: ReplayTally) {
    this.#world = world;
    this.#tally = tally;
  }

  /** Notes requests of before the period, which the draft takes as they were. */
  takeOver(decisions: readonly DecisionOf[]): void {
    for (const { requestId, isTooLate, gates } of decisions) {
      if (requestId === null || isTooLate) continue;
      this.#live.set(requestId, { isDrafts: true, countsUnit: hasCountedUnit(gates), isOfPeriod: false });
    }
  }

  /** Notes what a decision has led to. */
  note(
    event: EventFacts,
    { outcome, rule: decidedBy, position }: Decision,
    live: DecisionOf,
    rules: readonly Rule[],
    seen: number,
  ): void {
    const recipient = event.recipients.find((one) => one.position === position);
    const rule = rules.find(({ id }) => id === decidedBy?.id);
    const isAsked = outcome.kind === 'asked' && !outcome.isTooLate;
    const isDrafts = isAsked && outcome.dueAt === live.dueAt;
    if (live.requestId !== null && !live.isTooLate)
      this.#live.set(live.requestId, { isDrafts, countsUnit: rule?.unitDailyCap !== null, isOfPeriod: true });
    if (!isAsked || isDrafts || !recipient || !rule) return;
    const { requestId, dueAt: at, expiresAt } = outcome;
    this.#wait({
      requestId,
      contactHash: recipient.contactHash,
      about: event,
      context: { role: recipient.role, unit: event.unit ?? '', stage: event.stageName },
      dueAt: at,
      rule,
      seen,
      pending: { requestId, event: { ...event, recipients: [recipient] }, recipient, at, expiresAt },
    });
  }

  followMove(record: Extract<ReplayRecord, { kind: 'moved' }>): void {
    const live = this.#live.get(record.requestId);
    if (live?.isDrafts === true) this.#world.move(record, record.movedTo, live);
  }

  followEnd(record: Extract<ReplayRecord, { kind: 'ended' }>): void {
    const { state, endReason, requestId, context } = record;
    const live = this.#live.get(requestId);
    this.#live.delete(requestId);
    if (live === undefined || (state !== 'withdrawn' && state !== 'expired-before-sending')) return;
    if (live.isDrafts) this.#world.withdraw(record, live);
    if (!live.isOfPeriod) return;
    const who = whoOf(record);
    this.#tally.withdrawn('live', context.stage, who, endReason);
    if (live.isDrafts) this.#tally.withdrawn('draft', context.stage, who, endReason);
  }

  /** Lets everything leave whose time has come. @param now epoch milliseconds */
  leaveBefore(now: number): void {
    for (let next = this.#waiting.at(-1); next && next.dueAt <= now; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      this.#leave(next, next.dueAt);
    }
  }

  /** Looks at requests of an occasion that is off without waiting for their time. */
  recheckNow(requestIds: readonly string[], now: number): void {
    for (const requestId of requestIds) {
      const index = this.#waiting.findIndex((request) => request.requestId === requestId);
      const [request] = index < 0 ? [] : this.#waiting.splice(index, 1);
      if (request !== undefined) this.#leave(request, now);
    }
  }

  #leave(request: DraftRequest, now: number): void {
    const { pending, rule, contactHash, about, dueAt } = request;
    const addressHash = pending.recipient.addressHash ?? '';
    const parties = { contactHash, caseHash: about.caseHash, addressHash };
    if (!this.#world.isDisturbed(parties, request.seen)) return;
    const outcome = recheck(pending, rule, this.#world.known(pending.event), Math.max(now, dueAt));
    if (outcome.kind === 'may-leave') {
      if (outcome.at === dueAt && dueAt > now) this.#wait(request);
      if (outcome.at === dueAt) return;
      this.#world.move(request, outcome.at, { countsUnit: rule.unitDailyCap !== null });
      this.#wait({ ...request, dueAt: outcome.at, seen: now, pending: { ...pending, at: outcome.at } });
      return;
    }
    this.#withdraw(request, outcome.kind === 'withdraw' ? outcome.reason : undefined);
  }

  #withdraw(request: DraftRequest, reason: HeldBackReason | undefined): void {
    this.#world.withdraw(request, { countsUnit: request.rule.unitDailyCap !== null });
    this.#tally.withdrawn('draft', request.context.stage, whoOf(request), reason);
  }

  #wait(request: DraftRequest): void {
    let low = 0;
    let high = this.#waiting.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#waiting[middle]?.dueAt ?? 0) > request.dueAt) low = middle + 1;
      else high = middle;
    }
    this.#waiting.splice(low, 0, request);
  }
}

const whoOf = ({ contactHash, about: { householdHash }, context: { role } }: AskedAbout) => ({
  contactHash,
  householdHash,
  role,
});
