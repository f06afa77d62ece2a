import { environment } from '../../shared/contract/environment.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { endingPage, questionPage } from '../../shared/domain/respondent/page.ts';
import { pageTexts } from '../../shared/domain/respondent/page-texts.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, type HttpAnswer, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { fault } from '../../shared/lambda/log.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { formOf, page, surveyPath } from '../../shared/lambda/respondent-page.ts';
import { readSubmission, type Submission } from './submission.ts';
import { takeAnswers, type Taken } from './take-answers.ts';

const ballots = required(environment.ballotsTable);
const pool = required(environment.poolTable);
const mixKeys = required(environment.mixKeysTable);
const ticketsSecretArn = required(environment.ticketsSecretArn);

/** Takes the question form of a browser without JavaScript: the ticket is spent here, and only here. */
export const handler = httpFunction(async (request) => {
  const { language, survey } = surveyPath(request);
  const submission = readSubmission(survey, formOf(request));
  if (submission === undefined) throw new Problem(400, 'The form is not one of ours, or is not complete.');
  const { answers, comment } = submission;
  const askAgain = (status: number, problem: string): HttpAnswer =>
    page(
      request,
      status,
      questionPage({
        ...submission,
        language,
        action: request.rawPath,
        problem,
        comment: comment.kind === 'none' ? '' : comment.text,
      }),
    );
  const texts = pageTexts[language];
  if (comment.kind === 'too-long') return askAgain(422, texts.tooLong);
  if (Object.keys(answers).length === 0 && comment.kind === 'none')
    return askAgain(422, texts.nothingAnswered);

  switch (await takeOrTell(submission, request)) {
    case 'taken':
      return page(request, 200, endingPage(language, 'thanks'));
    case 'used':
      return page(request, 409, endingPage(language, 'used'));
    case 'expired':
      return page(request, 410, endingPage(language, 'expired'));
    case 'unavailable':
      // The same form again, with the same nonce and the answers in it: sending it once more is safe.
      return askAgain(503, texts.unavailable);
    case 'forged':
      throw new Problem(400, 'The form is not one of ours, or is not complete.');
  }
});

/** What goes wrong on our side is logged, and told on a page that keeps the answers. */
async function takeOrTell(submission: Submission, request: HttpRequest): Promise<Taken | 'unavailable'> {
  try {
    const ticketsKey = await readSecret(ticketsSecretArn);
    return await takeAnswers(submission, { ballots, pool, mixKeys, ticketsKey, now: now() });
  } catch (error) {
    fault('a request failed', error, { route: request.routeKey });
    return 'unavailable';
  }
}
