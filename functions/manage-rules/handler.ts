import {
  auditQuerySchema,
  type auditSchema,
  type rulesSchema,
  type ruleVersionsSchema,
  type savedRuleSchema,
} from '../../shared/api/rules.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { readAudit } from '../../shared/adapters/audit.ts';
import { readRules, readRuleVersions } from '../../shared/adapters/rules.ts';
import { monthAt } from '../../shared/domain/calendar/month.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json, type HttpAnswer, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { entityTag, preconditionOf } from '../../shared/lambda/precondition.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';
import { demandRole, subjectOf } from '../../shared/lambda/roles.ts';
import { saveChecked } from './save-checked.ts';
import { draftIn, ruleIdOf } from './sent-rule.ts';

const settings = required(environment.settingsTable);
const groupsClaim = required(environment.groupsClaim);

/** Shows administrators the stage rules, their versions and who changed what, and saves a rule as its next version. */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['admin']);
  switch (request.routeKey) {
    case 'GET /v1/rules':
      return json(200, { rules: await readRules(settings) } satisfies Told<typeof rulesSchema>);
    case 'GET /v1/rules/{id}':
      return oneRule(ruleIdOf(request));
    case 'GET /v1/rules/{id}/versions':
      return versionsOf(ruleIdOf(request));
    case 'PUT /v1/rules/{id}':
      return save(request);
    case 'GET /v1/audit':
      return audit(request);
    default:
      throw new Problem(404, 'There is nothing here.');
  }
});

const noSuchRule = (): Problem => new Problem(404, 'There is no such rule.');

async function oneRule(id: string): Promise<HttpAnswer> {
  const rule = (await readRules(settings)).find((known) => known.id === id);
  if (rule === undefined) throw noSuchRule();
  return json(200, rule, entityTag(rule.version));
}

async function versionsOf(id: string): Promise<HttpAnswer> {
  const versions = await readRuleVersions(settings, id);
  if (versions.length === 0) throw noSuchRule();
  return json(200, {
    versions: versions.map(({ rule, ...saved }) => ({ version: rule.version, ...saved, rule })),
  } satisfies Told<typeof ruleVersionsSchema>);
}

async function save(request: HttpRequest): Promise<HttpAnswer> {
  const draft = draftIn(request);
  const change = { by: subjectOf(request), at: now() };
  const { rule, warnings } = await saveChecked(settings, draft, preconditionOf(request), change);
  const saved: Told<typeof savedRuleSchema> = { ...rule, warnings };
  return json(rule.version === 1 ? 201 : 200, saved, entityTag(rule.version));
}

async function audit({ queryStringParameters }: HttpRequest): Promise<HttpAnswer> {
  const { month = monthAt(now()) } = parseInput(auditQuerySchema, queryStringParameters ?? {});
  const entries = await readAudit(settings, month);
  return json(200, { month, entries } satisfies Told<typeof auditSchema>);
}
