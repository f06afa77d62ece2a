import * as z from 'zod';
import type { Endpoints } from '../endpoints.ts';
import { askAs } from './staff.ts';

const releasesSchema = z.object({ releases: z.array(z.object({ table: z.string(), period: z.string() })) });
const releaseSchema = z.object({ cells: z.array(z.record(z.string(), z.unknown())) });
type Cell = z.infer<typeof releaseSchema>['cells'][number];

/** What an analyst finds published, such as `T1 2026-Q2`. */
export async function publishedReleases(endpoints: Endpoints): Promise<string[]> {
  const { releases } = releasesSchema.parse(await askAs(endpoints, '/v1/reports', { role: 'analyst' }));
  return releases.map(({ table, period }) => `${table} ${period}`);
}

/** The cells of a release. */
export async function publishedCells(endpoints: Endpoints, table: string, period: string): Promise<Cell[]> {
  const told = await askAs(endpoints, `/v1/reports/${table}/${period}`, { role: 'analyst' });
  return releaseSchema.parse(told).cells;
}
