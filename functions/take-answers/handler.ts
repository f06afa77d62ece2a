import { environment } from '../../shared/contract/environment.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { closedPage, questionPage, thanksPage } from '../../shared/domain/respondent/page.ts';
import { pageTexts } from '../../shared/domain/respondent/page-texts.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction } from '../../shared/lambda/http-function.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { formOf, page, surveyPath } from '../../shared/lambda/respondent-page.ts';
import { readSubmission } from './submission.ts';
import { takeAnswers } from './take-answers.ts';

const ballots = required(environment.ballotsTable);
const pool = required(environment.poolTable);
const mixKeys = required(environment.mixKeysTable);
const ticketsSecretArn = required(environment.ticketsSecretArn);

/** Takes the question form of a browser without JavaScript: the ticket is spent here, and only here. */
export const handler = httpFunction(async (request) => {
  const { language, survey } = surveyPath(request);
  const submission = readSubmission(survey, formOf(request));
  if (submission === undefined) throw new Problem(400, 'The form is not one of ours, or is not complete.');
  if (Object.keys(submission.answers).length === 0) {
    const { questionSet, invitation, nonce } = submission;
    const problem = pageTexts[language].nothingAnswered;
    const { rawPath: action } = request;
    return page(request, 422, questionPage({ language, questionSet, action, invitation, nonce, problem }));
  }
  const ticketsKey = await readSecret(ticketsSecretArn);
  const outcome = await takeAnswers(submission, { ballots, pool, mixKeys, ticketsKey, now: now() });
  switch (outcome) {
    case 'taken':
      return page(request, 200, thanksPage(language));
    case 'used':
      return page(request, 409, closedPage(language, 'used'));
    case 'expired':
      return page(request, 410, closedPage(language, 'expired'));
    case 'unavailable':
      return page(request, 503, closedPage(language, 'unavailable'));
    case 'forged':
      throw new Problem(400, 'The form is not one of ours, or is not complete.');
  }
});
