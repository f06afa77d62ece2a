import { ruleBytesMost } from '../../shared/api/rules.ts';
import { ruleDraftSchema, type RuleDraft } from '../../shared/domain/rules/rule.ts';
import { sentRuleSchema } from '../../shared/domain/rules/sent-rule.ts';
import { bodyOf, jsonBody, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';

/** What lies beside the rules under the same path. */
const otherRoutes: ReadonlySet<string> = new Set(['replay', 'replays']);

/** The identifier in the path. @throws Problem 404 where no rule can have it */
export function ruleIdOf({ pathParameters }: HttpRequest): string {
  const id = ruleDraftSchema.shape.id.safeParse(pathParameters?.['id']);
  if (!id.success || otherRoutes.has(id.data))
    throw new Problem(404, 'There can be no rule with this identifier.');
  return id.data;
}

/**
 * The rule that a caller wants to save.
 *
 * @throws Problem 400 naming every field that is wrong, missing or unknown; 404 for an impossible identifier, 413
 */
export function draftIn(request: HttpRequest): RuleDraft {
  const id = ruleIdOf(request);
  if (bodyOf(request).length > ruleBytesMost) throw new Problem(413, 'The rule is too large.');
  const draft = parseInput(sentRuleSchema, jsonBody(request));
  if (draft.id === id) return draft;
  const fault = { pointer: '/id', detail: 'expected the identifier in the path' };
  throw new Problem(400, 'The request is not as expected.', [fault]);
}
