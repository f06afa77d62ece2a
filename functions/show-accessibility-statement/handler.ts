import { accessibilityStatement } from '../../shared/domain/respondent/accessibility-statement.ts';
import { readOrganisation } from '../../shared/lambda/organisation.ts';
import { respondentFunction } from '../../shared/lambda/respondent-function.ts';
import { cacheablePage, pageLanguage } from '../../shared/lambda/respondent-page.ts';

const organisation = readOrganisation();

/** The accessibility statement. It knows nothing of whoever reads it, and is the same for everyone. */
export const handler = respondentFunction({ organisation }, (request) =>
  Promise.resolve(cacheablePage(request, accessibilityStatement(pageLanguage(request), organisation))),
);
