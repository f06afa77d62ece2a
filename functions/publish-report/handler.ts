import { loadSolver } from '../../shared/adapters/linear-programs.ts';
import { environment } from '../../shared/contract/environment.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { scheduledFunction } from '../../shared/lambda/scheduled-function.ts';
import { publishPeriods } from './publish-periods.ts';

const table = required(environment.reportsTable);
const bucket = required(environment.releasesBucket);
const settings = required(environment.settingsTable);

/** Publishes what has been counted and was not published yet. */
export const handler = scheduledFunction(async () => {
  const { published, waiting, failed } = await publishPeriods({
    table,
    bucket,
    settings,
    loadSolver,
    now: now(),
  });
  for (const release of published) info('a release was published', release);
  for (const { period } of waiting) info('a period waits for its invited counts', { period });
  // A period that waits in its first night may be a matter of hours. Afterwards somebody has to see to it, and hears of a run that failed.
  if (failed.length > 0) throw new Error('a period could not be published');
  if (waiting.some(({ isLate }) => isLate)) throw new Error('a period waits for its invited counts');
});
