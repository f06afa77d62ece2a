import type { decisionsSchema, decisionSummarySchema } from '../../shared/api/decisions.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { decisionsOfContact } from '../../shared/adapters/decision-records.ts';
import { referenceHash } from '../../shared/adapters/crypto/references.ts';
import { requestStandings } from '../../shared/adapters/requests.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json, type HttpAnswer, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { demandRole } from '../../shared/lambda/roles.ts';
import { explained } from './explained.ts';
import { readPeriod, readQuestion } from './question.ts';
import { decisionsOfStageBetween, type DecisionsFound } from './stage-decisions.ts';
import { summaryOf } from './summary.ts';

const invitations = required(environment.invitationsTable);
const referencesSecretArn = required(environment.referencesSecretArn);
const groupsClaim = required(environment.groupsClaim);

/** Tells administrators what was decided, and why: for one person, for one stage, and in counts. */
export const handler = httpFunction(async (request) => {
  // Counts too: who knows that a family had an event on a day could learn the reason in it.
  demandRole(request, groupsClaim, ['admin']);
  switch (request.routeKey) {
    case 'GET /v1/decisions':
      return decisions(request);
    case 'GET /v1/decisions/summary':
      return summary(request);
    default:
      throw new Problem(404, 'There is nothing here.');
  }
});

async function decisions({ queryStringParameters }: HttpRequest): Promise<HttpAnswer> {
  const question = readQuestion(queryStringParameters ?? {});
  const { records, next } =
    question.of === 'contact'
      ? await decisionsAbout(question.contactRef, question.after)
      : await decisionsOfStageBetween(invitations, question);
  const requestIds = records.flatMap(({ requestId }) => requestId ?? []);
  const standings = await requestStandings(invitations, requestIds);
  return json(200, {
    decisions: records.map((record) => explained(record, standings.get(record.requestId ?? ''))),
    next: next ?? null,
  } satisfies Told<typeof decisionsSchema>);
}

async function decisionsAbout(contactRef: string, after: string | undefined): Promise<DecisionsFound> {
  const hash = referenceHash(await readSecret(referencesSecretArn));
  const contactHash = hash('contact', contactRef);
  const { records, last, hasMore } = await decisionsOfContact(invitations, contactHash, after);
  return { records, next: hasMore ? last : undefined };
}

async function summary({ queryStringParameters }: HttpRequest): Promise<HttpAnswer> {
  const period = readPeriod(queryStringParameters ?? {});
  return json(200, { ...period, ...(await summaryOf(invitations, period)) } satisfies Told<
    typeof decisionSummarySchema
  >);
}
