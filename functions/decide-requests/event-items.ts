import { decisionItem, type DecisionRecord } from '../../shared/adapters/decision-records.ts';
import { dueMark, requestItem, type Request } from '../../shared/adapters/requests.ts';
import type { Context } from '../../shared/domain/context.ts';
import type { Asked, Decision } from '../../shared/domain/decisions/decide.ts';
import type { EventFacts } from '../../shared/domain/decisions/facts.ts';
import { currentQuestionSet } from '../../shared/domain/questions/question-sets.ts';
import { stageNameOf, type Recipient, type StageEvent } from '../../shared/domain/stage-event.ts';

type NewItem = Readonly<Record<string, unknown>>;

/**
 * Everything new that an event leaves behind: a record for each decision, and a request for each that asks.
 *
 * @param expiresOn of the records, epoch seconds
 */
export function eventItems(
  event: StageEvent,
  facts: EventFacts,
  decisions: readonly Decision[],
  expiresOn: number,
): NewItem[] {
  return decisions.flatMap((decision) => {
    const { eventHash } = facts;
    const record = decisionItem(recordOf(facts, decision), {
      eventHash,
      position: decision.position,
      expiresOn,
    });
    const recipient = event.data.recipients[decision.position];
    if (decision.outcome.kind === 'held-back' || recipient === undefined) return [record];
    const request = requestOf(event, decision, decision.outcome, recipient);
    return [record, requestItem(request), dueMark(request.requestId, request.dueAt)];
  });
}

function recordOf(facts: EventFacts, { role, contactHash, rule, gates, outcome }: Decision): DecisionRecord {
  const common = {
    stage: facts.stageName,
    role,
    contactHash,
    occurredAt: facts.occurredAt,
    decidedAt: facts.now,
    rule,
    gates: Object.fromEntries(gates.map(({ gate, value }) => [gate, value])),
  };
  if (outcome.kind === 'asked') {
    const { requestId, dueAt } = outcome;
    return { ...common, outcome: 'asked', reason: null, nextPossibleAt: null, requestId, dueAt };
  }
  const { reason, nextPossibleAt } = outcome;
  return { ...common, outcome: 'held-back', reason, nextPossibleAt, requestId: null, dueAt: null };
}

function requestOf(
  event: StageEvent,
  { contactHash }: Decision,
  asked: Asked,
  recipient: Recipient,
): Request {
  const { requestId, language, dueAt, expiresAt, minimumGapDays } = asked;
  return {
    requestId,
    state: 'due',
    contactHash,
    address: recipient.email,
    language,
    fellBack: recipient.language.split('-')[0] !== language,
    context: contextOf(event, asked, recipient),
    dueAt,
    expiresAt,
    minimumGapDays,
  };
}

function contextOf(
  { type, data }: StageEvent,
  { questionSet, language }: Asked,
  { role, ageBand }: Recipient,
): Context {
  const version = currentQuestionSet(questionSet)?.version;
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
