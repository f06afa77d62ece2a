import { environment } from '../../shared/contract/environment.ts';
import {
  readPreferenceReference,
  type PreferenceReference,
} from '../../shared/adapters/crypto/preference-links.ts';
import { savePreference } from '../../shared/adapters/preferences.ts';
import { readSecret } from '../../shared/adapters/secrets.ts';
import { preferencesPath } from '../../shared/domain/respondent/link.ts';
import type { PreferenceChange } from '../../shared/domain/respondent/preference-choice.ts';
import { unknownPreferencesPage, type Notice } from '../../shared/domain/respondent/preferences-page.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import type { HttpRequest } from '../../shared/lambda/http-function.ts';
import { fault } from '../../shared/lambda/log.ts';
import { readOrganisation } from '../../shared/lambda/organisation.ts';
import { respondentFunction } from '../../shared/lambda/respondent-function.ts';
import { page, pageLanguage, seeOther } from '../../shared/lambda/respondent-page.ts';
import { readPosted } from './posted.ts';
import { showPreferences } from './show-preferences.ts';

const invitations = required(environment.invitationsTable);
const settings = required(environment.settingsTable);
const preferencesSecretArn = required(environment.preferencesSecretArn);
const organisation = readOrganisation();

/**
 * The page on which a person sees why a request came, and pauses, stops, resumes or changes the language. Only a POST
 * changes anything: mail scanners open every link. A mail program's one click is a POST as well, and is answered
 * without a redirect, as RFC 8058 wants it.
 */
export const handler = respondentFunction({ organisation, isDiscreet: true }, async (request) => {
  const language = pageLanguage(request);
  const { r: reference = '', saved } = request.queryStringParameters ?? {};
  const person = readPreferenceReference(await readSecret(preferencesSecretArn), reference);
  if (person === undefined) return page(request, 404, unknownPreferencesPage(language, organisation));
  const answer = async (status: number, notice?: Notice) =>
    page(
      request,
      status,
      await showPreferences(
        person,
        { language, organisation, reference, notice },
        { invitations, settings, now: now() },
      ),
    );

  if (request.requestContext.http.method !== 'POST')
    return answer(200, saved === undefined ? undefined : 'saved');
  const posted = readPosted(request);
  if (posted.kind === 'nothing') return answer(422, 'choose');
  const change = posted.kind === 'one-click' ? { choice: 'stop' as const } : posted.change;
  if (!(await saveOrTell(person, change, request))) return answer(503, 'unavailable');
  // The page that follows can be loaded again, and gone back to, without anything being sent twice.
  return posted.kind === 'one-click'
    ? answer(200, 'saved')
    : seeOther(`${preferencesPath(language, reference)}&saved=1`);
});

/** What goes wrong on our side is logged, and told on a page from which it can be tried again. */
async function saveOrTell(
  { contactHash }: PreferenceReference,
  change: PreferenceChange,
  request: HttpRequest,
): Promise<boolean> {
  try {
    await savePreference(invitations, contactHash, change, now());
    return true;
  } catch (error) {
    fault('a request failed', error, { route: request.routeKey });
    return false;
  }
}
