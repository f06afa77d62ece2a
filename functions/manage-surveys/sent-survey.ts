import { surveyBytesMost, surveyPathSchema, withdrawalSchema } from '../../shared/api/surveys.ts';
import { sentDraftSchema, type Draft } from '../../shared/domain/questions/draft.ts';
import { bodyOf, jsonBody, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';

/** The identifier in the path. @throws Problem 404 where no form can have it */
export function surveyIdOf({ pathParameters }: HttpRequest): string {
  const path = surveyPathSchema.safeParse(pathParameters);
  if (!path.success) throw new Problem(404, 'There can be no form with this identifier.');
  return path.data.id;
}

/** The draft that a caller wants to save. @throws Problem 400 naming every field that is wrong, missing or unknown; 413 */
export const sentDraft = (request: HttpRequest): Draft => parseInput(sentDraftSchema, bodyIn(request));

/** The version that a caller wants to withdraw. @throws Problem 400 where none is named; 413 */
export const sentWithdrawal = (request: HttpRequest): number =>
  parseInput(withdrawalSchema, bodyIn(request)).version;

function bodyIn(request: HttpRequest): unknown {
  if (bodyOf(request).length > surveyBytesMost) throw new Problem(413, 'The form is too large.');
  return jsonBody(request);
}
