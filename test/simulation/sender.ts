import { days } from '../../shared/domain/calendar/duration.ts';
import type { EventFacts, RecipientFacts } from '../../shared/domain/decisions/facts.ts';
import { ledgersOf, sequenceAfter, type Known } from '../../shared/domain/decisions/known.ts';
import { leavesBefore } from '../../shared/domain/decisions/leaving.ts';
import { recheck, type Recheck } from '../../shared/domain/decisions/recheck.ts';
import type { AskedAbout, ReplayRecord } from '../../shared/domain/replay/record.ts';
import type { World } from '../../shared/domain/replay/world.ts';
import type { RequestState } from '../../shared/domain/request-state.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';
import type { Happening } from './history.ts';
import type { Step } from './step.ts';

/** A request as the Invitations table holds it, with what it was decided from. Times are epoch milliseconds. */
export type Request = Omit<AskedAbout, 'about'> & {
  readonly about: EventFacts;
  readonly recipient: RecipientFacts;
  readonly rule: Rule;
  readonly minimumGapDays: number;
  readonly expiresAt: number;
  readonly leavesBefore: number;
  readonly seen: number;
  readonly state: RequestState;
};

type Notebook = {
  readonly step: (step: Step) => void;
  readonly record: (sequence: number, names: readonly string[], record: ReplayRecord) => void;
};

type Outage = Extract<Happening, { kind: 'outage' }>;

const pauseMs = 10 * 60 * 1000;
const looksMost = 4;

/** The sending of requests as functions/send-request does it, with ledgers in memory in place of a table. */
export class Sender {
  readonly #world: World;
  readonly #notebook: Notebook;
  readonly #lateMs: number;
  readonly #requests = new Map<string, Request>();
  /** When a person's last mail was handed over, and of which request: no other may follow within the gap. */
  readonly #lastSent = new Map<string, { readonly at: number; readonly requestId: string }>();
  #marks: { readonly at: number; readonly requestId: string }[] = [];
  #down = 0;
  #refused = 0;

  /** @param lateMs by how much every run is late */
  constructor(world: World, notebook: Notebook, lateMs: number) {
    this.#world = world;
    this.#lateMs = lateMs;
    this.#notebook = notebook;
  }

  add(request: Request | undefined): void {
    if (request === undefined) return;
    this.#requests.set(request.requestId, request);
    this.mark(request.requestId, request.dueAt);
  }

  mark(requestId: string, at: number): void {
    this.#marks.push({ at, requestId });
  }

  fail({ until, how }: Outage): void {
    if (how === 'is-down') this.#down = Math.max(this.#down, until);
    else this.#refused = Math.max(this.#refused, until);
  }

  /** Runs for every mark whose time comes before an instant, the earliest first; late, where the sender was down. */
  runUntil(end: number): void {
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      const { requestId, at } = next;
      this.#marks = this.#marks.filter((mark) => mark !== next);
      this.#send(requestId, this.#runsAt(at));
    }
  }

  #next(end: number) {
    const [first] = this.#marks.toSorted((a, b) => a.at - b.at);
    return first !== undefined && this.#runsAt(first.at) < end ? first : undefined;
  }

  #runsAt(due: number): number {
    return Math.max(due + this.#lateMs, this.#down);
  }

  #send(requestId: string, now: number): void {
    const request = this.#requests.get(requestId);
    if (request?.state !== 'due') return;
    const isInSlot = request.dueAt <= now && now < request.leavesBefore;
    if (isInSlot) this.#claim(request, request.seen, now, looksMost);
    else this.#reconsider(request, now, now, looksMost);
  }

  #claim(request: Request, seen: number, now: number, looksLeft: number): void {
    const { requestId, contactHash, about, recipient, minimumGapDays } = request;
    const parties = { contactHash, caseHash: about.caseHash, addressHash: recipient.addressHash ?? '' };
    if (this.#world.isDisturbed(parties, seen)) {
      this.#reconsider(request, now, now, looksLeft);
      return;
    }
    const last = this.#lastSent.get(contactHash);
    const possibleAt =
      last === undefined || last.requestId === requestId ? now : last.at + days(minimumGapDays);
    if (possibleAt > now) {
      this.#reconsider(request, possibleAt, now, looksLeft);
      return;
    }
    if (now < this.#refused) {
      this.#notebook.step({ kind: 'refused', requestId, at: now });
      this.mark(requestId, now + pauseMs);
      return;
    }
    this.#lastSent.set(contactHash, { at: now, requestId });
    this.#notebook.step({ kind: 'mail', requestId, at: now });
    this.#end(request, 'sent', undefined, now);
  }

  #reconsider(request: Request, earliest: number, now: number, looksLeft: number): void {
    if (looksLeft === 0) throw new Error('a request changed each time that it was looked at');
    const { recipient, rule, dueAt, expiresAt, requestId } = request;
    const event = { ...request.about, recipients: [recipient] };
    const known = this.#world.known(event);
    const pending = { requestId, event, recipient, at: dueAt, expiresAt };
    const outcome = recheck(pending, rule, known, Math.max(earliest, now, dueAt));
    if (outcome.kind !== 'may-leave') {
      this.#stop(request, outcome, known, now);
      return;
    }
    const { at } = outcome;
    const isSame = dueAt <= at && at < request.leavesBefore;
    const current = isSame ? request : this.#move(request, at, known, now);
    const seen = Math.max(current.seen, ...ledgersOf(known).map(({ sequence }) => sequence));
    if (at > now) this.mark(requestId, at);
    else this.#claim(current, seen, now, looksLeft - 1);
  }

  #move(request: Request, at: number, known: Known, now: number): Request {
    const { requestId, rule, expiresAt } = request;
    const sequence = sequenceOf(request, known, now);
    this.#world.move(request, at, { countsUnit: rule.unitDailyCap !== null, sequence });
    const { contactHash, about, context, dueAt } = request;
    const moved = { kind: 'moved', requestId, contactHash, about, context, dueAt, movedTo: at } as const;
    this.#notebook.record(sequence, [requestId], moved);
    this.#notebook.step({ kind: 'moved', requestId, at: now, to: at });
    const until = leavesBefore(rule, known.case.holds, { at, expiresAt });
    const next: Request = { ...request, dueAt: at, leavesBefore: until, seen: sequence };
    this.#requests.set(requestId, next);
    return next;
  }

  #stop(request: Request, outcome: Exclude<Recheck, { kind: 'may-leave' }>, known: Known, now: number): void {
    const sequence = sequenceOf(request, known, now);
    this.#world.withdraw(request, { countsUnit: request.rule.unitDailyCap !== null, sequence });
    if (outcome.kind === 'withdraw') this.#end(request, 'withdrawn', outcome.reason, now, sequence);
    else this.#end(request, 'expired-before-sending', undefined, now, sequence);
  }

  #end(
    request: Request,
    state: Exclude<RequestState, 'due'>,
    endReason: Extract<ReplayRecord, { kind: 'ended' }>['endReason'],
    now: number,
    // After the move that may have come right before it.
    sequence = Math.max(now, request.seen + 1),
  ): void {
    const { requestId, contactHash, about, context, dueAt } = request;
    this.#requests.set(requestId, { ...request, state });
    const record = {
      kind: 'ended',
      requestId,
      contactHash,
      about,
      context,
      dueAt,
      state,
      endReason,
    } as const;
    this.#notebook.record(sequence, [requestId], record);
    this.#notebook.step({ kind: 'ended', requestId, at: now, state, reason: endReason });
  }
}

const sequenceOf = ({ seen }: Request, known: Known, now: number): number =>
  sequenceAfter(now, [...ledgersOf(known), { sequence: seen }]);
