import { environment } from '../../shared/contract/environment.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { scheduledFunction } from '../../shared/lambda/scheduled-function.ts';
import { countInvited } from './count-invited.ts';

const invitations = required(environment.invitationsTable);
const settings = required(environment.settingsTable);
const reports = required(environment.reportsTable);

/** Counts, once a period has closed, how many were asked and how often: the only thing that reports learn of them. */
export const handler = scheduledFunction(async () => {
  for (const period of await countInvited({ invitations, settings, reports, now: now() }))
    info('the asks behind a period were counted', { period });
});
