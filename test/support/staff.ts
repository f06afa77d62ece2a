import * as z from 'zod';
import type { System } from '../../local/system.ts';
import { answered, type Answered } from './deliveries.ts';

/** Asks the API as an administrator or analyst does; as nobody when the role is undefined. */
export async function askAs(
  system: System,
  role: keyof System['endpoints']['tokens'] | undefined,
  path: string,
  init: RequestInit = {},
): Promise<Answered> {
  const headers = {
    'content-type': 'application/json',
    ...Object.fromEntries(new Headers(init.headers)),
    ...(role !== undefined && { authorization: `Bearer ${system.endpoints.tokens[role]}` }),
  };
  const route = `${init.method ?? 'GET'} ${path.replace(/\?.*$/, '')}`;
  return answered(await fetch(`${system.endpoints.api}${path}`, { ...init, headers }), route);
}

const explainedSchema = z.object({
  decisions: z.array(
    z.object({
      stage: z.string(),
      outcome: z.enum(['asked', 'held-back']),
      reason: z.string().nullable(),
      nextPossibleAt: z.string().nullable(),
      dueAt: z.string().nullable(),
      requestState: z.string().nullable(),
      endReason: z.string().nullable(),
      gates: z.array(z.object({ gate: z.string(), passed: z.boolean(), value: z.unknown() })),
      explanation: z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() }),
    }),
  ),
});
export type Explained = z.infer<typeof explainedSchema>['decisions'][number];

/** What was decided for somebody, in the order of deciding, as an administrator is told. */
export async function decisionsFor(system: System, contactRef: string): Promise<Explained[]> {
  const path = `/v1/decisions?contactRef=${encodeURIComponent(contactRef)}`;
  const { status, body } = await askAs(system, 'admin', path);
  if (status !== 200) throw new Error(`the decisions came with status ${status}`);
  return explainedSchema.parse(body).decisions;
}

const rangeSchema = z.strictObject({ from: z.number(), to: z.number() });

const releaseSchema = z.strictObject({
  table: z.string(),
  period: z.string(),
  revision: z.int(),
  releasedOn: z.iso.date(),
  correction: z.string().nullable(),
  labels: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string()))),
  notes: z.array(z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() })),
  title: z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() }),
  dimensions: z.array(z.string()),
  cells: z.array(
    z
      .object({
        item: z.string(),
        responses: z.int(),
        distribution: z.array(z.int()).nullable(),
        groups: z.tuple([z.int(), z.int(), z.int()]).nullable(),
        mean: z.number().nullable(),
        meanBand: rangeSchema.nullable(),
        indexInterval: rangeSchema.nullable(),
        earlier: z.array(z.unknown()),
        index: z.number().nullable(),
        responseRate: z.number().nullable(),
      })
      .catchall(z.string()),
  ),
});
export type ReadRelease = z.infer<typeof releaseSchema>;

/** A release, as an analyst reads it. @throws ZodError where it is not as the contract says */
export async function releaseOf(system: System, table: string, period: string): Promise<ReadRelease> {
  return releaseSchema.parse((await askAs(system, 'analyst', `/v1/reports/${table}/${period}`)).body);
}
