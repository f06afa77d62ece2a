import { randomBytes } from 'node:crypto';
import { environment } from '../../shared/contract/environment.ts';
import { heardReader } from '../../shared/adapters/heard.ts';
import { readPublicKeys } from '../../shared/adapters/public-keys.ts';
import { formReader, readStandings } from '../../shared/adapters/question-sets.ts';
import { remembered } from '../../shared/adapters/remembered.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { readContext } from '../../shared/adapters/settings.ts';
import { ticketExpiryMonth } from '../../shared/adapters/crypto/tickets.ts';
import { isWithdrawn as isWithdrawnIn, type FormVersion } from '../../shared/domain/questions/catalogue.ts';
import type { QuestionSet } from '../../shared/domain/questions/question.ts';
import { monthAt, nextQuarter, quarterAt, type Quarter } from '../../shared/domain/calendar/month.ts';
import type { HeardInRegion } from '../../shared/domain/digest/heard.ts';
import { nonceBytes, readCode, surveyName } from '../../shared/domain/respondent/link.ts';
import { codePage, endingPage, questionPage } from '../../shared/domain/respondent/page.ts';
import { pageTextsFor, type Spoken } from '../../shared/domain/respondent/page-texts.ts';
import { scriptWith, surveyPage } from '../../shared/domain/respondent/survey-page.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import type { HttpAnswer, HttpRequest } from '../../shared/lambda/http-function.ts';
import { readOrganisation } from '../../shared/lambda/organisation.ts';
import { respondentFunction, tellPerson } from '../../shared/lambda/respondent-function.ts';
import {
  browserFormOf,
  cacheablePage,
  page,
  pageLanguage,
  surveyIn,
} from '../../shared/lambda/respondent-page.ts';
import { spared } from '../../shared/lambda/spared.ts';

const settings = required(environment.settingsTable);
const ballotKeys = required(environment.ballotKeysTable);
const mixKeys = required(environment.mixKeysTable);
const ticketsSecretArn = required(environment.ticketsSecretArn);
const organisation = readOrganisation();
const readHeard = heardReader(settings);
const readForm = formReader(settings);
/** In front of this function a page is kept for five minutes anyway. */
const readWithdrawn = remembered(60_000, () => readStandings(settings));

/**
 * The respondent's page. GET is the same for everyone and uses nothing up; POST takes the code from the mail and
 * answers with the question form. Nothing is marked before the answers come.
 */
export const handler = respondentFunction({ organisation }, (request) =>
  request.requestContext.http.method === 'GET' ? showSurvey(request) : showQuestions(request),
);

async function showSurvey(request: HttpRequest): Promise<HttpAnswer> {
  const language = pageLanguage(request);
  const survey = surveyIn(request);
  if (survey === undefined) return tellPerson(request, 404, 'no-survey', { organisation });
  const [{ questionSet, isWithdrawn }, script, heard] = await Promise.all([
    findForm(survey),
    scriptAt(quarterAt(now())),
    heardNow(),
  ]);
  if (questionSet === undefined) return tellPerson(request, 404, 'no-survey', { organisation });
  if (isWithdrawn) return tellPerson(request, 410, 'withdrawn', { organisation });
  return cacheablePage(request, surveyPage(language, questionSet, script, organisation, heard), script);
}

/** What is told after thanks: the page is worth as much without it. */
const heardNow = (): Promise<HeardInRegion[]> =>
  spared('what was heard could not be read', [], () => readHeard(now()));

/** A version of a form, if there is one. */
async function findForm(
  survey: FormVersion,
): Promise<{ readonly questionSet: QuestionSet | undefined; readonly isWithdrawn: boolean }> {
  const [standings, questionSet] = await Promise.all([readWithdrawn(now()), readForm(survey)]);
  return { questionSet, isWithdrawn: isWithdrawnIn(standings, survey) };
}

/** The script of a quarter, once it has been put together in this function's life. */
let known: { readonly quarter: Quarter; readonly script: string } | undefined;

async function scriptAt(quarter: Quarter): Promise<string> {
  if (known?.quarter === quarter) return known.script;
  const quarters = [quarter, nextQuarter(quarter)];
  const keys = await readPublicKeys({ ballotKeys, mixKeys }, quarters);
  const script = scriptWith(keys);
  // In a deployment's first hour a key may still be on its way; whoever comes then has the form without JavaScript.
  if (keys.length === quarters.length) known = { quarter, script };
  return script;
}

/** Until the code has said which form it belongs to, the address says whom to speak to. */
async function spokenAt(request: HttpRequest): Promise<Spoken> {
  const survey = surveyIn(request);
  const { audience = 'adult' } = (survey && (await readForm(survey))) ?? {};
  return { language: pageLanguage(request), audience };
}

async function showQuestions(request: HttpRequest): Promise<HttpAnswer> {
  const language = pageLanguage(request);
  const spoken = await spokenAt(request);
  const { mistyped } = pageTextsFor(spoken);
  const invitation = readCode(browserFormOf(request).get('code') ?? '');
  const expiryMonth = invitation && ticketExpiryMonth(await readSecret(ticketsSecretArn), invitation.ticket);
  if (invitation === undefined || expiryMonth === undefined)
    return page(request, 422, codePage(spoken, mistyped, organisation));
  if (expiryMonth < monthAt(now())) return page(request, 410, endingPage(spoken, 'expired', organisation));
  const context = await readContext(settings, invitation.context);
  if (context === undefined) return page(request, 422, codePage(spoken, mistyped, organisation));
  const survey = { id: context.questionSet, version: context.questionSetVersion };
  const found = await findForm(survey);
  if (found.questionSet === undefined || found.isWithdrawn)
    return tellPerson(request, 410, 'withdrawn', { organisation });
  const { questionSet } = found;

  return page(
    request,
    200,
    questionPage({
      language,
      organisation,
      questionSet,
      // The code decides which form this is, not the address at which it was typed.
      action: `/${language}/s/${surveyName(questionSet.id, questionSet.version)}/answers`,
      invitation,
      nonce: randomBytes(nonceBytes).toString('base64url'),
    }),
  );
}
