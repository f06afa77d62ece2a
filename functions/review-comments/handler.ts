import type * as z from 'zod';
import { readRegisters } from '../../shared/adapters/comment-reviews.ts';
import { commentsQuerySchema, type commentSummarySchema } from '../../shared/api/comments.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { decisionSchema } from '../../shared/domain/comments/decision.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json, type HttpAnswer, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { postedJson } from '../../shared/lambda/posted-json.ts';
import { entityTag, preconditionOf } from '../../shared/lambda/precondition.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';
import { demandRole, subjectOf } from '../../shared/lambda/roles.ts';
import { decide } from './decide.ts';
import { listComments } from './list-comments.ts';
import { nameIn, readOne, toldComment } from './one-comment.ts';

const reports = required(environment.reportsTable);
const settings = required(environment.settingsTable);
const groupsClaim = required(environment.groupsClaim);

/**
 * Shows reviewers what people wrote in their own words, with personal data masked, and takes down what they decide: nothing
 * is shown wider that a person has not approved.
 */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['admin']);
  switch (request.routeKey) {
    case 'GET /v1/comments':
      return json(
        200,
        await listComments(reports, parseInput(commentsQuerySchema, request.queryStringParameters ?? {})),
      );
    case 'GET /v1/comments/summary':
      return summary();
    case 'GET /v1/comments/{id}':
      return one(request);
    case 'POST /v1/comments/{id}':
      return decided(request);
    default:
      throw new Problem(404, 'There is nothing here.');
  }
});

async function summary(): Promise<HttpAnswer> {
  const registers = await readRegisters(reports);
  const told: Told<typeof commentSummarySchema> = {
    periods: registers.map(
      ({ period, pending, approved, rejected, withdrawn, isClosed, isCorrectionDue }) => ({
        ...{ period, pending, approved, rejected, withdrawn },
        ...{ isClosed, isCorrectionDue },
      }),
    ),
  };
  return json(200, told);
}

async function one(request: HttpRequest): Promise<HttpAnswer> {
  const { comment } = await readOne(reports, nameIn(request));
  return json(200, toldComment(comment), entityTag(comment.version));
}

async function decided(request: HttpRequest): Promise<HttpAnswer> {
  const name = nameIn(request);
  const decision: z.infer<typeof decisionSchema> = postedJson(request, decisionSchema);
  const change = { by: subjectOf(request), at: now() };
  const comment = await decide({ reports, settings }, name, decision, preconditionOf(request), change);
  return json(200, toldComment(comment), entityTag(comment.version));
}
