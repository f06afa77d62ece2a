import { readTrial } from '../../shared/adapters/survey-trials.ts';
import { trialQuerySchema } from '../../shared/api/surveys.ts';
import { environment } from '../../shared/contract/environment.ts';
import { asVersion } from '../../shared/domain/questions/draft.ts';
import { trialEndPage, trialPage, trialPath } from '../../shared/domain/respondent/trial-page.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { readOrganisation } from '../../shared/lambda/organisation.ts';
import { respondentFunction, tellPerson } from '../../shared/lambda/respondent-function.ts';
import { page, pageLanguage } from '../../shared/lambda/respondent-page.ts';

const settings = required(environment.settingsTable);
const organisation = readOrganisation();

/**
 * Lets administrators and a client panel try a form before anybody is asked with it. What they send goes nowhere: it is not
 * even read, and this function may write to no table, and reach neither ballots nor answers nor reports.
 */
export const handler = respondentFunction({ organisation }, async (request) => {
  const language = pageLanguage(request);
  const query = trialQuerySchema.safeParse(request.queryStringParameters);
  const trial = query.success ? await readTrial(settings, query.data.t, now()) : undefined;
  if (!query.success || trial === undefined) return tellPerson(request, 404, 'missing', { organisation });
  if (request.requestContext.http.method === 'POST')
    return page(request, 200, trialEndPage(language, organisation));
  // No version has the number 0: nobody is asked with this form yet.
  const form = asVersion(trial.id, 0, trial.draft);
  return page(request, 200, trialPage(language, form, trialPath(language, query.data.t), organisation));
});
