import { mostWanted } from '../../shared/lambda/accepted.ts';
import type { HttpRequest } from '../../shared/lambda/http-function.ts';
import { Problem } from '../../shared/lambda/problem.ts';

const mediaTypes = { html: 'text/html', json: 'application/json' } as const;
const formats = ['html', 'json'] as const;

/** The page, or its figures where these are what a caller would rather have. @throws Problem 406 for neither */
export function formatFor({ headers }: HttpRequest): (typeof formats)[number] {
  const format = mostWanted(headers['accept'], formats, (offered) => [mediaTypes[offered]]);
  if (format === undefined) throw new Problem(406, 'A digest is text/html or application/json.');
  return format;
}
