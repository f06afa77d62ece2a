import { randomBytes } from 'node:crypto';
import { environment } from '../../shared/contract/environment.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { readContext } from '../../shared/adapters/settings.ts';
import { ticketExpiryMonth } from '../../shared/adapters/crypto/tickets.ts';
import { questionSetVersion } from '../../shared/domain/questions/question-sets.ts';
import { monthAt } from '../../shared/domain/calendar/month.ts';
import { readCode, surveyName } from '../../shared/domain/respondent/link.ts';
import { closedPage, codePage, questionPage } from '../../shared/domain/respondent/page.ts';
import { pageTexts } from '../../shared/domain/respondent/page-texts.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction } from '../../shared/lambda/http-function.ts';
import { cacheablePage, formOf, page, surveyPath } from '../../shared/lambda/respondent-page.ts';

const settings = required(environment.settingsTable);
const ticketsSecretArn = required(environment.ticketsSecretArn);

/**
 * The respondent's page. GET is the same for everyone and uses nothing up; POST takes the code from the mail and
 * answers with the question form. Nothing is marked before the answers come.
 */
export const handler = httpFunction(async (request) => {
  const { language } = surveyPath(request);
  if (request.requestContext.http.method === 'GET') return cacheablePage(request, codePage(language));

  const texts = pageTexts[language];
  const invitation = readCode(formOf(request).get('code') ?? '');
  const expiryMonth = invitation && ticketExpiryMonth(await readSecret(ticketsSecretArn), invitation.ticket);
  if (invitation === undefined || expiryMonth === undefined)
    return page(request, 422, codePage(language, texts.mistyped));
  if (expiryMonth < monthAt(now())) return page(request, 410, closedPage(language, 'expired'));
  const context = await readContext(settings, invitation.context);
  const questionSet = context && questionSetVersion(context.questionSet, context.questionSetVersion);
  if (questionSet === undefined) return page(request, 422, codePage(language, texts.mistyped));

  return page(
    request,
    200,
    questionPage({
      language,
      questionSet,
      // The code decides which form this is, not the address at which it was typed.
      action: `/${language}/s/${surveyName(questionSet.id, questionSet.version)}/answers`,
      invitation,
      nonce: randomBytes(32).toString('base64url'),
    }),
  );
});
