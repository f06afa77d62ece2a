import { readForms } from '../../shared/adapters/question-sets.ts';
import { readDraft, readDrafts } from '../../shared/adapters/survey-drafts.ts';
import { readRules } from '../../shared/adapters/rules.ts';
import type { surveysSchema } from '../../shared/api/surveys.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { nationalForms } from '../../shared/domain/questions/national-slots.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json, type HttpAnswer, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { entityTag, preconditionOf } from '../../shared/lambda/precondition.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { demandRole, subjectOf } from '../../shared/lambda/roles.ts';
import { tryDraft } from './begin-trial.ts';
import { publishDraft } from './publish-draft.ts';
import { saveInTurn } from './save-in-turn.ts';
import { sentDraft, sentWithdrawal, surveyIdOf } from './sent-survey.ts';
import { toldDraft, toldSurvey } from './told-survey.ts';
import { withdraw } from './withdraw.ts';

const settings = required(environment.settingsTable);
const origin = required(environment.webOrigin);
const groupsClaim = required(environment.groupsClaim);

/** Shows administrators the forms with which people are asked, keeps their drafts, lets them be tried, and publishes and withdraws versions. */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['admin']);
  const change = () => ({ by: subjectOf(request), at: now() });
  switch (request.routeKey) {
    case 'GET /v1/surveys':
      return list();
    case 'GET /v1/surveys/{id}':
      return one(surveyIdOf(request));
    case 'PUT /v1/surveys/{id}':
      return save(request);
    case 'POST /v1/surveys/{id}/trial':
      return json(
        201,
        await tryDraft({ settings, origin }, surveyIdOf(request), preconditionOf(request), change()),
      );
    case 'POST /v1/surveys/{id}/publish':
      return json(200, await publishDraft(settings, surveyIdOf(request), preconditionOf(request), change()));
    case 'POST /v1/surveys/{id}/withdraw':
      return json(200, await withdraw(settings, surveyIdOf(request), sentWithdrawal(request), change()));
    default:
      throw new Problem(404, 'There is nothing here.');
  }
});

async function list(): Promise<HttpAnswer> {
  const [{ catalogue }, drafts] = await Promise.all([readForms(settings), readDrafts(settings)]);
  const draftVersions = new Map(drafts.map(({ id, version }) => [id, version]));
  const ids = [...new Set([...catalogue.ids, ...draftVersions.keys(), ...nationalForms])].sort();
  const surveys = ids.map((id) => ({
    id,
    current: catalogue.current(id)?.version ?? null,
    draft: draftVersions.get(id) ?? null,
  }));
  return json(200, { surveys } satisfies Told<typeof surveysSchema>);
}

async function one(id: string): Promise<HttpAnswer> {
  const [forms, stored, rules] = await Promise.all([
    readForms(settings),
    readDraft(settings, id),
    readRules(settings),
  ]);
  const survey = toldSurvey(id, { forms, stored, rules });
  if (survey === undefined) throw new Problem(404, 'There is no such form.');
  return json(200, survey, stored && entityTag(stored.version));
}

async function save(request: HttpRequest): Promise<HttpAnswer> {
  const id = surveyIdOf(request);
  const change = { by: subjectOf(request), at: now() };
  const saved = await saveInTurn(settings, id, sentDraft(request), preconditionOf(request), change);
  const [{ catalogue }, rules] = await Promise.all([readForms(settings), readRules(settings)]);
  const told = toldDraft(saved, { catalogue, rules });
  return json(saved.version === 1 ? 201 : 200, told, entityTag(saved.version));
}
