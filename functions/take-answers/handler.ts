import { environment } from '../../shared/contract/environment.ts';
import { heardReader } from '../../shared/adapters/heard.ts';
import { formReader } from '../../shared/adapters/question-sets.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { heardAfterThanks } from '../../shared/domain/respondent/heard-section.ts';
import type { Markup } from '../../shared/domain/respondent/markup.ts';
import { endingPage, questionPage, type QuestionForm } from '../../shared/domain/respondent/page.ts';
import { nothing } from '../../shared/domain/respondent/page-frame.ts';
import { pageTextsFor, type Spoken } from '../../shared/domain/respondent/page-texts.ts';
import { problemTexts } from '../../shared/domain/respondent/problem-texts.ts';
import type { FormLanguage } from '../../shared/domain/vocabulary.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import type { HttpAnswer, HttpRequest } from '../../shared/lambda/http-function.ts';
import { fault } from '../../shared/lambda/log.ts';
import { readOrganisation } from '../../shared/lambda/organisation.ts';
import { respondentFunction, tellPerson } from '../../shared/lambda/respondent-function.ts';
import {
  browserFormOf,
  page,
  pageLanguage,
  surveyIn,
  textFormBytesMost,
} from '../../shared/lambda/respondent-page.ts';
import { spared } from '../../shared/lambda/spared.ts';
import { regionOf } from './region-of.ts';
import { readSubmission, type Submission } from './submission.ts';
import { takeAnswers, type Taken } from './take-answers.ts';

const ballots = required(environment.ballotsTable);
const pool = required(environment.poolTable);
const settings = required(environment.settingsTable);
const mixKeys = required(environment.mixKeysTable);
const ticketsSecretArn = required(environment.ticketsSecretArn);
const organisation = readOrganisation();
const readHeard = heardReader(settings);
const pages = { organisation };
const readForm = formReader(settings);

/** Takes the question form of a browser without JavaScript: the ticket is spent here, and only here. */
export const handler = respondentFunction(pages, async (request) => {
  const language = pageLanguage(request);
  if (request.requestContext.http.method !== 'POST') return onlyTakes(request);
  const form = browserFormOf(request, textFormBytesMost);
  const survey = surveyIn(request);
  // Withdrawn or not: whoever has begun to answer may finish.
  const questionSet = survey && (await readForm(survey));
  if (questionSet === undefined) return tellPerson(request, 404, 'withdrawn', pages);
  const submission = readSubmission(questionSet, form);
  if (submission === undefined) return tellPerson(request, 400, 'incomplete', pages);

  const spoken = { language, audience: questionSet.audience };
  const askAgain = (status: number, why: Problem): HttpAnswer =>
    page(request, status, formAgain(submission, { language, action: request.rawPath, ...why }));
  const lacking = lackOf(submission, spoken);
  if (lacking !== undefined) return askAgain(422, lacking);
  switch (await takeOrTell(submission, request)) {
    case 'taken':
      return page(
        request,
        200,
        endingPage(spoken, 'thanks', organisation, await heardFor(submission, language)),
      );
    case 'used':
      return page(request, 409, endingPage(spoken, 'used', organisation));
    case 'expired':
      return page(request, 410, endingPage(spoken, 'expired', organisation));
    case 'unavailable':
      // The same form again, with the same nonce and the answers in it: sending it once more is safe.
      return askAgain(503, { problem: pageTextsFor(spoken).unavailable });
    case 'forged':
      return tellPerson(request, 400, 'incomplete', pages);
  }
});

/** What is told after thanks of the region where somebody has answered. The answer is taken, whatever becomes of this. */
const heardFor = ({ invitation }: Submission, language: FormLanguage): Promise<Markup> =>
  spared('what was heard could not be read', nothing, async () => {
    const regions = await readHeard(now());
    return regions.length === 0
      ? nothing
      : heardAfterThanks(language, regions, await regionOf(settings, invitation.context));
  });

/** Why a form comes back, in words. */
type Problem = Pick<QuestionForm, 'problem' | 'isCommentAtFault'>;

/** What somebody has to mend before it can be taken; undefined where there is nothing. */
function lackOf({ answers, comment }: Submission, spoken: Spoken): Problem | undefined {
  if (comment.kind === 'too-long')
    return { problem: problemTexts[spoken.language].shorten(comment.excess), isCommentAtFault: true };
  const isEmpty = Object.keys(answers).length === 0 && comment.kind === 'none';
  return isEmpty ? { problem: pageTextsFor(spoken).nothingAnswered } : undefined;
}

/** The form once more, with everything that was chosen and written, however long. */
const formAgain = (
  submission: Submission,
  frame: Problem & Pick<QuestionForm, 'language' | 'action'>,
): string => {
  const { comment } = submission;
  return questionPage({
    ...submission,
    ...frame,
    organisation,
    comment: comment.kind === 'none' ? '' : comment.text,
  });
};

/** Somebody has the address of the page that came after Send, from a tab of yesterday or a bookmark, and no form. */
function onlyTakes(request: HttpRequest): HttpAnswer {
  const answer = tellPerson(request, 405, 'misplaced', pages);
  return { ...answer, headers: { ...answer.headers, allow: 'POST' } };
}

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
