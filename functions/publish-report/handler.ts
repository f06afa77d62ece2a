import { environment } from '../../shared/contract/environment.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { scheduledFunction } from '../../shared/lambda/scheduled-function.ts';
import { publishPeriods } from './publish-periods.ts';

const reports = required(environment.reportsTable);

/** Publishes what has been counted and was not published yet. */
export const handler = scheduledFunction(async () => {
  const { published, waiting } = await publishPeriods(reports, now());
  for (const { table, period } of published) info('a release was published', { table, period });
  for (const { period } of waiting) info('a period waits for its invited counts', { period });
  // In its first night it may be a matter of hours. Afterwards somebody has to see to it, and hears of a run that failed.
  if (waiting.some(({ isLate }) => isLate)) throw new Error('a period waits for its invited counts');
});
