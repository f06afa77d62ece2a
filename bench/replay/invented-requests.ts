import type { Draws } from '../../local/simulation/draws.ts';
import { recordPlace } from '../../shared/adapters/record-order.ts';
import type { Request } from '../../shared/adapters/requests.ts';
import { recordsExpireOn } from '../../shared/adapters/retention.ts';
import type { Suppression } from '../../shared/adapters/suppressions.ts';
import { days } from '../../shared/domain/calendar/duration.ts';
import type { Decision } from '../../shared/domain/decisions/decide.ts';
import { gapDaysOf } from '../../shared/domain/decisions/discretion-gates.ts';
import type { EventFacts } from '../../shared/domain/decisions/facts.ts';
import { ledgersOf, sequenceAfter } from '../../shared/domain/decisions/known.ts';
import { leavesBefore } from '../../shared/domain/decisions/leaving.ts';
import { recheck, type Pending } from '../../shared/domain/decisions/recheck.ts';
import { currentQuestionSet } from '../../shared/domain/questions/question-sets.ts';
import type { World } from '../../shared/domain/replay/world.ts';
import { defaultRules } from '../../shared/domain/rules/default-rules.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';

/** An item of the Invitations table that is a record. */
export type StoredRecord = Readonly<Record<string, unknown>>;

type Waiting = { readonly request: Request; readonly pending: Pending; readonly rule: Rule };

/** Of so many mails one bounces, and after one of so many its reader pauses. */
const mailsPerBounce = 150;
const mailsPerPause = 100;

/** Requests until they end: sent at their time, or withdrawn where a hold, a pause or a bounce has come in between. */
export class InventedRequests {
  readonly #world: World;
  readonly #draws: Draws;
  /** By time, the earliest last. */
  readonly #waiting: Waiting[] = [];

  constructor(world: World, draws: Draws) {
    this.#world = world;
    this.#draws = draws;
  }

  note(event: EventFacts, decision: Decision, sequence: number): void {
    const { outcome, position } = decision;
    const recipient = event.recipients[position];
    const rule = defaultRules.find(({ id }) => id === decision.rule?.id);
    if (outcome.kind === 'held-back' || outcome.isTooLate) return;
    if (recipient === undefined || rule === undefined)
      throw new Error('an ask without a recipient or a rule');
    const { requestId, dueAt: at, expiresAt } = outcome;
    const pending = { requestId, event: { ...event, recipients: [recipient] }, recipient, at, expiresAt };
    const index = this.#waiting.findLastIndex(({ request }) => request.dueAt > at);
    this.#waiting.splice(index + 1, 0, {
      request: requestOf(pending, rule, outcome.language, sequence),
      pending,
      rule,
    });
  }

  /** Lets everything leave whose time has come. @param now epoch milliseconds */
  *leaveBefore(now: number): Generator<StoredRecord> {
    for (let next = this.#waiting.at(-1); next && next.request.dueAt < now; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      yield* this.#leave(next);
    }
  }

  *#leave({ request, pending, rule }: Waiting): Generator<StoredRecord> {
    const { dueAt, contactHash, about } = request;
    const parties = { contactHash, caseHash: about.caseHash, addressHash: about.addressHash };
    if (this.#world.isDisturbed(parties, request.seen)) {
      const known = this.#world.known(pending.event);
      const outcome = recheck(pending, rule, known, dueAt);
      if (outcome.kind === 'withdraw') {
        const sequence = sequenceAfter(dueAt, ledgersOf(known));
        this.#world.withdraw(request, { countsUnit: false, sequence });
        yield endedItem({ ...request, state: 'withdrawn', endReason: outcome.reason }, sequence);
        return;
      }
      if (outcome.kind === 'expired' || outcome.at !== dueAt)
        throw new Error('nothing that is invented here makes a request wait');
    }
    yield endedItem({ ...request, state: 'sent' }, dueAt);
    if (this.#draws.chance(1 / mailsPerBounce)) yield this.#bounce(request);
    else if (this.#draws.chance(1 / mailsPerPause)) yield this.#pause(request);
  }

  #bounce({ requestId, dueAt, about: { addressHash } }: Request): StoredRecord {
    this.#world.suppress(addressHash);
    const suppression: Suppression = {
      kind: 'suppression',
      addressHash,
      cause: 'bounce',
      suppressedAt: dueAt,
      requestId,
    };
    // After the request's own end, which has the same instant.
    return {
      pk: `ADDRESS#${addressHash}`,
      sk: 'SUPPRESSION',
      ...suppression,
      ...recordPlace(dueAt, `~${addressHash}`),
    };
  }

  #pause({ contactHash, dueAt }: Request): StoredRecord {
    const sequence = sequenceAfter(dueAt, [this.#world.contact(contactHash)]);
    const preference = { kind: 'paused', until: dueAt + days(180) } as const;
    this.#world.say(contactHash, preference, null, sequence);
    return {
      pk: `CONTACT#${contactHash}`,
      sk: `PREFERENCE#${new Date(sequence).toISOString()}`,
      ...{ kind: 'preference', sequence, contactHash, preference, language: null },
      ...recordPlace(sequence, `~${contactHash}`),
      expiresOn: recordsExpireOn(sequence),
    };
  }
}

const endedItem = (request: Request, endedAt: number): StoredRecord => ({
  pk: `REQUEST#${request.requestId}`,
  sk: 'REQUEST',
  ...request,
  kind: 'ended',
  ...recordPlace(endedAt, request.requestId),
  expiresOn: recordsExpireOn(endedAt),
});

function requestOf(
  { requestId, event, recipient, at, expiresAt }: Pending,
  rule: Rule,
  language: Request['language'],
  sequence: number,
): Request {
  const { eventHash, caseHash, householdHash, occasionHash, stageName, unit } = event;
  const { contactHash, addressHash, role, ageBand } = recipient;
  const questionSet = rule.audiences.find((audience) => audience.role === role)?.questionSet ?? '';
  const questionSetVersion = currentQuestionSet(questionSet)?.version;
  if (addressHash === null || unit === null || questionSetVersion === undefined)
    throw new Error('an ask needs an address, a unit and a form');
  const context = { questionSet, questionSetVersion, unit, stage: stageName, role, ageBand, language };
  const circumstances = {
    voluntary: true,
    serviceTask: '10',
    socialService: '46',
    provision: 'own',
  } as const;
  return {
    requestId,
    state: 'due',
    contactHash,
    language,
    fellBack: false,
    context: { ...context, channel: 'mail', ...circumstances },
    about: { eventHash, caseHash, householdHash, occasionHash, addressHash },
    rule: { id: rule.id, version: rule.version },
    seen: sequence,
    dueAt: at,
    leavesBefore: leavesBefore(rule, [], { at, expiresAt }),
    expiresAt,
    minimumGapDays: gapDaysOf(rule, role),
  };
}
