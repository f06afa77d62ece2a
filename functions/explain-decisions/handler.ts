import { environment } from '../../shared/contract/environment.ts';
import {
  decisionsOfContact,
  requestStatesOf,
  type DecisionRecord,
} from '../../shared/adapters/decision-records.ts';
import { referenceHash } from '../../shared/adapters/crypto/references.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { heldBackReasons } from '../../shared/domain/decisions/reasons.ts';
import type { RequestState } from '../../shared/domain/request-state.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json } from '../../shared/lambda/http-function.ts';
import { demandRole } from '../../shared/lambda/roles.ts';
import { readQuestion } from './question.ts';
import { decisionsOfStageBetween } from './stage-decisions.ts';

const invitations = required(environment.invitationsTable);
const referencesSecretArn = required(environment.referencesSecretArn);
const groupsClaim = required(environment.groupsClaim);

/** Tells an administrator what was decided, and why: for one person, or for one stage over a time. */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['admin']);
  const question = readQuestion(request.queryStringParameters ?? {});
  const { records, next } =
    question.of === 'contact'
      ? await decisionsAbout(question.contactRef, question.after)
      : await decisionsOfStageBetween(invitations, question);
  const states = await requestStatesOf(
    invitations,
    records.flatMap(({ requestId }) => requestId ?? []),
  );
  return json(200, { decisions: records.map((record) => explained(record, states)), next: next ?? null });
});

async function decisionsAbout(contactRef: string, after: string | undefined) {
  const hash = referenceHash(await readSecret(referencesSecretArn));
  const { records, last, hasMore } = await decisionsOfContact(
    invitations,
    hash('contact', contactRef),
    after,
  );
  return { records, next: hasMore ? last : undefined };
}

const instant = (epochMs: number | null): string | null =>
  epochMs === null ? null : new Date(epochMs).toISOString();

/** A record as administrators see it: in instants, with the end of its request, and without what identifies. */
function explained(record: DecisionRecord, states: ReadonlyMap<string, RequestState>) {
  const { stage, role, rule, gates, outcome, reason, requestId } = record;
  return {
    decidedAt: instant(record.decidedAt),
    occurredAt: instant(record.occurredAt),
    stage,
    role,
    outcome,
    reason,
    nextPossibleAt: instant(record.nextPossibleAt),
    dueAt: instant(record.dueAt),
    requestState: requestId === null ? null : (states.get(requestId) ?? null),
    rule,
    gates: heldBackReasons
      .filter((gate) => gate in gates)
      .map((gate) => ({ gate, passed: gate !== reason, value: gates[gate] ?? null })),
  };
}
