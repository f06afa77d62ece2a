import { environment } from '../../shared/contract/environment.ts';
import {
  listReleases,
  publishRelease,
  readClosedPeriods,
  readTallies,
} from '../../shared/adapters/report-store.ts';
import { dayAt } from '../../shared/domain/calendar/day.ts';
import { composeRelease } from '../../shared/domain/reports/release.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { scheduledFunction } from '../../shared/lambda/scheduled-function.ts';

const reports = required(environment.reportsTable);

/** Publishes every table of every closed period that has no release yet. A release is computed once, and frozen. */
export const handler = scheduledFunction(async () => {
  const released = new Set((await listReleases(reports)).map(({ table, period }) => `${table} ${period}`));
  for (const { period, tables } of await readClosedPeriods(reports)) {
    const missing = tables.filter((table) => !released.has(`${table} ${period}`));
    if (missing.length === 0) continue;
    const tallies = await readTallies(reports, period);
    for (const table of missing) {
      await publishRelease(reports, composeRelease(table, period, tallies), dayAt(now()));
      info('a release was published', { table, period });
    }
  }
});
