import { environment } from '../../shared/contract/environment.ts';
import { listReleases, readRelease } from '../../shared/adapters/report-store.ts';
import { quarterSchema } from '../../shared/domain/calendar/month.ts';
import { tableIdSchema } from '../../shared/domain/reports/table.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json } from '../../shared/lambda/http-function.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { demandRole } from '../../shared/lambda/roles.ts';

const reports = required(environment.reportsTable);
const groupsClaim = required(environment.groupsClaim);

/** Serves the report store: the list of releases, or one release. */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['analyst', 'admin']);
  const { table, period } = request.pathParameters ?? {};
  if (table === undefined) {
    const releases = await listReleases(reports);
    return json(200, {
      releases: releases.map((release) => ({
        ...release,
        href: `/v1/reports/${release.table}/${release.period}`,
      })),
    });
  }
  const id = tableIdSchema.safeParse(table);
  const quarter = quarterSchema.safeParse(period);
  const release =
    id.success && quarter.success ? await readRelease(reports, id.data, quarter.data) : undefined;
  // A table that never existed and a period that is not released yet must look the same.
  if (release === undefined) throw new Problem(404, 'There is no such release.');
  return json(200, release);
});
