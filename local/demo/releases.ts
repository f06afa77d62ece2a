import * as z from 'zod';
import type { Endpoints } from '../endpoints.ts';

const releasesSchema = z.object({ releases: z.array(z.object({ table: z.string(), period: z.string() })) });
const releaseSchema = z.object({ cells: z.array(z.record(z.string(), z.unknown())) });

/** What an analyst finds published, such as `T1 2026-Q2`. */
export async function publishedReleases(endpoints: Endpoints): Promise<string[]> {
  const { releases } = releasesSchema.parse(await read(endpoints, '/v1/reports'));
  return releases.map(({ table, period }) => `${table} ${period}`);
}

/** Units with at least one published figure in a quarter. */
export async function unitsPublished(endpoints: Endpoints, quarter: string): Promise<number> {
  const { cells } = releaseSchema.parse(await read(endpoints, `/v1/reports/T1/${quarter}`));
  return new Set(cells.map((cell) => cell['unit'])).size;
}

async function read({ api, tokens }: Endpoints, path: string): Promise<unknown> {
  const response = await fetch(new URL(path, api), {
    headers: { authorization: `Bearer ${tokens.analyst}` },
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
