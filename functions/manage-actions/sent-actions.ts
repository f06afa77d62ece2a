import { readSubject } from '../../shared/adapters/subjects.ts';
import { quarterAt } from '../../shared/domain/calendar/month.ts';
import { sentActionsSchema, type SentActions } from '../../shared/domain/digest/actions.ts';
import { digestPathSchema, type DigestPath } from '../../shared/domain/digest/subject.ts';
import { bodyOf, jsonBody, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';

/** Several times the longest list that the schema lets pass. */
const bodyBytesMost = 64 * 1024;

/**
 * Whom a path names.
 *
 * @param at epoch milliseconds
 * @throws Problem 404 where there is no such unit or organisation, or the quarter has not begun
 */
export async function subjectIn(
  { pathParameters }: HttpRequest,
  settings: string,
  at: number,
): Promise<DigestPath> {
  const path = digestPathSchema.safeParse(pathParameters);
  const isKnown = path.success && (await readSubject(settings, path.data)) !== undefined;
  if (!isKnown) throw new Problem(404, 'There is no such unit or organisation, or no such quarter.');
  if (path.data.period > quarterAt(at)) throw new Problem(404, 'The quarter has not begun.');
  return path.data;
}

/** What a caller sent. @throws Problem 400 naming every field that is wrong, missing or unknown; 413 */
export function sentActions(request: HttpRequest): SentActions {
  if (bodyOf(request).length > bodyBytesMost) throw new Problem(413, 'The list is too large.');
  return parseInput(sentActionsSchema, jsonBody(request));
}
