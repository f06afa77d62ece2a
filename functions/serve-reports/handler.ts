import type { releaseListSchema } from '../../shared/api/reports.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { listReleases, readPackedRelease, type ListedRelease } from '../../shared/adapters/releases.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json, type HttpAnswer } from '../../shared/lambda/http-function.ts';
import { demandRole } from '../../shared/lambda/roles.ts';
import { sendRelease } from './document.ts';
import { notFound, wantedOf } from './wanted.ts';

const store = { table: required(environment.reportsTable), bucket: required(environment.releasesBucket) };
const groupsClaim = required(environment.groupsClaim);

/** Serves the report store: the list of releases, or one release as JSON, JSON-stat, CSV or PX. */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['analyst', 'admin']);
  if (request.pathParameters?.['table'] === undefined) return listed(await listReleases(store.table));
  const wanted = wantedOf(request);
  const stored = await readPackedRelease(store, wanted.table, wanted.period, wanted.revision);
  if (stored === undefined) throw notFound();
  return sendRelease(request, stored, wanted);
});

/** Each release once: its latest revision, which comes last. */
function listed(all: readonly ListedRelease[]): HttpAnswer {
  const latest = new Map(all.map((release) => [`${release.table} ${release.period}`, release]));
  const releases = [...latest.values()].map((release) => ({
    ...release,
    href: `/v1/reports/${release.table}/${release.period}`,
  }));
  return json(200, { releases } satisfies Told<typeof releaseListSchema>);
}
