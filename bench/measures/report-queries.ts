import * as z from 'zod';
import type { MeasuredSystem } from '../measured-system.ts';
import { workOf } from '../meter.ts';
import type { Work } from '../work.ts';

const releaseSchema = z.object({ cells: z.array(z.unknown()) });

/** The work of one read of the report store. */
export type ReportQueryWork = {
  readonly path: string;
  /** Answers behind the release. */
  readonly answers: number;
  readonly cells: number;
  readonly responseBytes: number;
  readonly work: Work;
};

/** Reads the same table of two periods: one with few answers behind it, and one with many. */
export async function measureReportQueries(
  measured: MeasuredSystem,
  periods: readonly { readonly period: string; readonly answers: number }[],
): Promise<{ readonly list: Work; readonly releases: ReportQueryWork[] }> {
  const { meter } = measured;
  await read(measured, '/v1/reports');
  const list = workOf(await meter.count(() => read(measured, '/v1/reports')));
  const releases: ReportQueryWork[] = [];
  for (const { period, answers } of periods) {
    const path = `/v1/reports/T1/${period}`;
    let text = '';
    const counted = await meter.count(async () => {
      text = await read(measured, path);
    });
    const { cells } = releaseSchema.parse(JSON.parse(text));
    if (cells.length === 0) throw new Error(`${path} has no figures, so reading it would show nothing`);
    const responseBytes = Buffer.byteLength(text);
    releases.push({ path, answers, cells: cells.length, responseBytes, work: workOf(counted) });
  }
  return { list, releases };
}

async function read({ system, meter }: MeasuredSystem, path: string): Promise<string> {
  const { api, tokens } = system.endpoints;
  const headers = { authorization: `Bearer ${tokens.analyst}` };
  const response = await meter.request('serve-reports', () => fetch(new URL(path, api), { headers }));
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.text();
}
