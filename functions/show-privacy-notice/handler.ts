import { environment } from '../../shared/contract/environment.ts';
import { controllerSchema } from '../../shared/domain/respondent/controller.ts';
import { privacyNotice } from '../../shared/domain/respondent/privacy-notice.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction } from '../../shared/lambda/http-function.ts';
import { cacheablePage, pageLanguage } from '../../shared/lambda/respondent-page.ts';

/** JSON: null where nobody has told the installation whose it is. */
const controller = controllerSchema.nullable().parse(JSON.parse(required(environment.controller)));

/** The privacy notice. It knows nothing of whoever reads it, and is the same for everyone. */
export const handler = httpFunction((request) =>
  Promise.resolve(cacheablePage(request, privacyNotice(pageLanguage(request), controller ?? undefined))),
);
