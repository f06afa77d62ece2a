import { readSubject } from '../../shared/adapters/subjects.ts';
import { quarterAt } from '../../shared/domain/calendar/month.ts';
import {
  sentActionsSchema,
  sentRegionActionsSchema,
  type SentActions,
} from '../../shared/domain/digest/actions.ts';
import { actionsPathSchema, type ActionsPath } from '../../shared/domain/digest/subject.ts';
import { bodyOf, jsonBody, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';

/** Several times the longest list that the schema lets pass. */
const bodyBytesMost = 64 * 1024;

/**
 * Whom a path names.
 *
 * @param at epoch milliseconds
 * @throws Problem 404 where there is nobody of this name, or the quarter has not begun, or of a region is not over
 */
export async function subjectIn(
  { pathParameters }: HttpRequest,
  settings: string,
  at: number,
): Promise<ActionsPath> {
  const path = actionsPathSchema.safeParse(pathParameters);
  const isKnown = path.success && (await readSubject(settings, path.data)) !== undefined;
  if (!isKnown) throw new Problem(404, 'There is no such unit, organisation or region, or no such quarter.');
  const quarter = quarterAt(at);
  if (path.data.period > quarter) throw new Problem(404, 'The quarter has not begun.');
  // Whoever has just answered reads it: it must not look like an answer to what they said a minute ago.
  if (path.data.kind === 'regions' && path.data.period === quarter)
    throw new Problem(404, 'The quarter is not over.');
  return path.data;
}

/** What a caller sent. @throws Problem 400 naming every field that is wrong, missing or unknown; 413 */
export function sentActions(request: HttpRequest, { kind }: ActionsPath): SentActions {
  if (bodyOf(request).length > bodyBytesMost) throw new Problem(413, 'The list is too large.');
  return parseInput(kind === 'regions' ? sentRegionActionsSchema : sentActionsSchema, jsonBody(request));
}
