import { environment } from '../../shared/contract/environment.ts';
import { heardReader } from '../../shared/adapters/heard.ts';
import { heardPage } from '../../shared/domain/respondent/heard-page.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { readOrganisation } from '../../shared/lambda/organisation.ts';
import { respondentFunction } from '../../shared/lambda/respondent-function.ts';
import { cacheablePage, pageLanguage } from '../../shared/lambda/respondent-page.ts';

const settings = required(environment.settingsTable);
const organisation = readOrganisation();
const readHeard = heardReader(settings);

/** What was heard and done in every region. It knows nothing of whoever reads it, and is the same for everyone. */
export const handler = respondentFunction({ organisation }, async (request) => {
  const language = pageLanguage(request);
  return cacheablePage(request, heardPage(language, await readHeard(now()), organisation));
});
