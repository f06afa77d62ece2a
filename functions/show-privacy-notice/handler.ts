import { privacyNotice } from '../../shared/domain/respondent/privacy-notice.ts';
import { readOrganisation } from '../../shared/lambda/organisation.ts';
import { respondentFunction } from '../../shared/lambda/respondent-function.ts';
import { cacheablePage, pageLanguage } from '../../shared/lambda/respondent-page.ts';

const organisation = readOrganisation();

/** The privacy notice. It knows nothing of whoever reads it, and is the same for everyone. */
export const handler = respondentFunction({ organisation }, (request) =>
  Promise.resolve(cacheablePage(request, privacyNotice(pageLanguage(request), organisation))),
);
