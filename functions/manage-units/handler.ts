import type { Told } from '../../shared/api/told.ts';
import type { unitsSchema } from '../../shared/api/units.ts';
import { environment } from '../../shared/contract/environment.ts';
import { readUnits, saveUnit } from '../../shared/adapters/settings.ts';
import { unitIdSchema, unitPlacementSchema, type Unit } from '../../shared/domain/unit.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json, jsonBody } from '../../shared/lambda/http-function.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';
import { demandRole, subjectOf } from '../../shared/lambda/roles.ts';

const settings = required(environment.settingsTable);
const groupsClaim = required(environment.groupsClaim);

/** Lists the units that are known, and lets an administrator place one. */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['admin']);
  if (request.requestContext.http.method === 'GET')
    return json(200, { units: await readUnits(settings) } satisfies Told<typeof unitsSchema>);

  const id = unitIdSchema.safeParse(request.pathParameters?.['id']);
  if (!id.success) throw new Problem(404, 'There can be no unit with this identifier.');
  const unit: Unit = { ...parseInput(unitPlacementSchema, jsonBody(request)), id: id.data, confirmed: true };
  await saveUnit(settings, unit, { by: subjectOf(request), at: now() });
  return json(200, unit);
});
