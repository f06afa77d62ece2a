import { actionsQuerySchema, type actionsListSchema } from '../../shared/api/digests.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { readAllActions } from '../../shared/adapters/actions.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json } from '../../shared/lambda/http-function.ts';
import { entityTag, preconditionOf } from '../../shared/lambda/precondition.ts';
import { parseInput } from '../../shared/lambda/problem.ts';
import { demandRole, subjectOf } from '../../shared/lambda/roles.ts';
import { saveInTurn } from './save-in-turn.ts';
import { sentActions, subjectIn } from './sent-actions.ts';

const settings = required(environment.settingsTable);
const groupsClaim = required(environment.groupsClaim);

/** Shows administrators what units, organisations and regions answer to the feedback of a quarter, and saves what one answers. */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['admin']);
  if (request.requestContext.http.method === 'GET') {
    const { period } = parseInput(actionsQuerySchema, request.queryStringParameters ?? {});
    const actions = await readAllActions(settings, period);
    return json(200, { period, actions } satisfies Told<typeof actionsListSchema>);
  }
  const change = { by: subjectOf(request), at: now() };
  const path = await subjectIn(request, settings, change.at);
  const saved = await saveInTurn(settings, path, sentActions(request, path), preconditionOf(request), change);
  return json(saved.version === 1 ? 201 : 200, saved, entityTag(saved.version));
});
