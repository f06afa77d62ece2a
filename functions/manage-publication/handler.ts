import { readCorrections } from '../../shared/adapters/corrections.ts';
import { readThresholds } from '../../shared/adapters/thresholds.ts';
import type { correctionsSchema } from '../../shared/api/publication.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json } from '../../shared/lambda/http-function.ts';
import { demandRole, subjectOf } from '../../shared/lambda/roles.ts';
import { requestCorrectionOf } from './request-correction.ts';
import { replaceThresholds, told } from './replace-thresholds.ts';
import { entityTag } from '../../shared/lambda/precondition.ts';

const settings = required(environment.settingsTable);
const reports = required(environment.reportsTable);
const groupsClaim = required(environment.groupsClaim);

/** How many answers a published cell must have, and periods that are to be released once more. */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['admin']);
  const change = () => ({ by: subjectOf(request), at: now() });
  switch (request.routeKey) {
    case 'GET /v1/thresholds': {
      const stored = await readThresholds(settings);
      return json(200, told(stored), entityTag(stored.version));
    }
    case 'PUT /v1/thresholds': {
      const stored = await replaceThresholds(settings, request, change());
      return json(200, told(stored), entityTag(stored.version));
    }
    case 'GET /v1/corrections':
      return json(200, { corrections: await readCorrections(reports) } satisfies Told<
        typeof correctionsSchema
      >);
    default:
      return json(202, await requestCorrectionOf({ settings, reports }, request, change()));
  }
});
