import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Endpoints } from '../endpoints.ts';

const endpointsSchema: z.ZodType<Endpoints> = z.object({
  api: z.url(),
  web: z.url(),
  control: z.url(),
  dynamodb: z.url(),
  sqs: z.url(),
  ses: z.url(),
  region: z.string(),
  webhookSecret: z.string().startsWith('whsec_'),
  tokens: z.object({ admin: z.string(), analyst: z.string() }),
});

/**
 * The addresses of the local system that runs.
 *
 * @param path of `.local/endpoints.json`, which stands there only while a system runs
 * @returns undefined when there is none
 * @throws ZodError when the file is something else
 */
export function readEndpoints(path: string): Endpoints | undefined {
  const text = readIfPresent(path);
  return text === undefined ? undefined : endpointsSchema.parse(JSON.parse(text));
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
