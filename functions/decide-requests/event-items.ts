import { decisionItem, decisionRecord } from '../../shared/adapters/decision-records.ts';
import { dueMark } from '../../shared/adapters/due-marks.ts';
import { expiredRequestItem, requestItem, type Request } from '../../shared/adapters/requests.ts';
import type { EventItems } from '../../shared/adapters/stage-events.ts';
import type { Context } from '../../shared/domain/context.ts';
import type { Asked, Decision, Outcome } from '../../shared/domain/decisions/decide.ts';
import { gapDaysOf } from '../../shared/domain/decisions/discretion-gates.ts';
import type { EventFacts } from '../../shared/domain/decisions/facts.ts';
import type { Known } from '../../shared/domain/decisions/known.ts';
import { leavesBefore } from '../../shared/domain/decisions/leaving.ts';
import { currentVersion, type Standing } from '../../shared/domain/questions/catalogue.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';
import { stageNameOf, type Recipient, type StageEvent } from '../../shared/domain/stage-event.ts';
import { formLanguageFor } from '../../shared/domain/vocabulary.ts';

type Basis = {
  readonly facts: EventFacts;
  readonly known: Known;
  readonly rules: readonly Rule[];
  /** Which versions of forms are published and withdrawn. */
  readonly standings: readonly Standing[];
};

/**
 * Everything new that an event leaves behind beside its own record: a record for each decision, a request for each that
 * asks, and marks for requests of an occasion that is off, by which they are looked at without waiting for their time.
 */
export function eventItems(event: StageEvent, basis: Basis, outcome: Outcome): EventItems {
  const { facts, known } = basis;
  const { sequence, decisions, requestsToRecheck } = outcome;
  const requests = decisions.flatMap((decision) => requestOf(event, basis, decision, outcome) ?? []);
  const pending = requests.filter(({ isTooLate }) => !isTooLate).map(({ request }) => request);
  return {
    newItems: [
      ...decisions.map((decision) =>
        decisionItem(decisionRecord(facts, decision, known.suppressed), sequence),
      ),
      ...requests.map(({ request, isTooLate }) =>
        isTooLate ? expiredRequestItem(request) : requestItem(request),
      ),
    ],
    dueMarks: [
      ...requestsToRecheck.map((requestId) => dueMark(requestId, facts.now)),
      ...pending.map(({ requestId, dueAt }) => dueMark(requestId, dueAt)),
    ],
  };
}

/** The request that a decision leads to, if it asks, and whether it has expired before it could leave. */
function requestOf(
  event: StageEvent,
  { facts, known, rules, standings }: Basis,
  decision: Decision,
  { sequence, ledgers }: Outcome,
): { readonly request: Request; readonly isTooLate: boolean } | undefined {
  const { outcome: asked, position } = decision;
  const recipient = event.data.recipients[position];
  const rule = rules.find(({ id }) => id === decision.rule?.id);
  if (asked.kind === 'held-back') return undefined;
  if (recipient === undefined || rule === undefined) throw new Error('an ask needs a recipient and a rule');
  const hasChosen = typeof known.contacts.get(decision.contactHash)?.language === 'string';
  const { holds } = ledgers.case ?? known.case;
  const { dueAt, expiresAt } = asked;
  const request: Request = {
    requestId: asked.requestId,
    state: 'due',
    contactHash: decision.contactHash,
    address: recipient.email,
    language: asked.language,
    fellBack: !hasChosen && formLanguageFor(recipient.language) !== asked.language,
    context: contextOf(event, asked, recipient, currentVersion(asked.questionSet, standings)),
    about: aboutOf(facts, position),
    rule: { id: rule.id, version: rule.version },
    seen: sequence,
    dueAt,
    leavesBefore: leavesBefore(rule, holds, { at: dueAt, expiresAt }),
    expiresAt,
    minimumGapDays: gapDaysOf(rule, recipient.role),
  };
  return { request, isTooLate: asked.isTooLate };
}

function aboutOf(facts: EventFacts, position: number): Request['about'] {
  const { eventHash, caseHash, householdHash, occasionHash, recipients } = facts;
  const addressHash = recipients[position]?.addressHash;
  if (addressHash === undefined || addressHash === null) throw new Error('an ask needs an address');
  return { eventHash, caseHash, householdHash, occasionHash, addressHash };
}

function contextOf(
  { type, data }: StageEvent,
  { questionSet, language }: Asked,
  { role, ageBand }: Recipient,
  version: number | undefined,
): Context {
  if (version === undefined || data.unit === undefined) throw new Error('an ask needs a form and a unit');
  return {
    questionSet,
    questionSetVersion: version,
    unit: data.unit,
    stage: stageNameOf(type),
    role,
    ageBand,
    language,
    channel: 'mail',
    voluntary: data.voluntary ?? null,
    serviceTask: data.serviceTask ?? null,
    socialService: data.socialService ?? null,
    provision: data.provision ?? null,
  };
}
