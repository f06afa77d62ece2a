import type { HttpRequest } from '../../shared/lambda/http-function.ts';
import { Problem } from '../../shared/lambda/problem.ts';

const formats = [
  ['html', 'text/html'],
  ['json', 'application/json'],
] as const;
export type Format = (typeof formats)[number][0];

/** What a caller takes, and how gladly, from 0 to 1: the most precise range that fits decides (RFC 9110, 12.5.1). */
function quality(accept: string, type: string): number {
  const ranges = accept.split(',').map((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { name, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
  });
  const fitting = [type, type.replace(/\/.*/, '/*'), '*/*'];
  const best = fitting
    .map((name) => ranges.find((range) => range.name === name))
    .find((range) => range !== undefined);
  return best?.weight ?? 0;
}

/** The page, or its figures where these are what a caller would rather have. @throws Problem 406 for neither */
export function formatFor({ headers }: HttpRequest): Format {
  const accept = headers['accept'] ?? '*/*';
  const [best] = formats
    .map(([format, type]) => ({ format, weight: quality(accept, type) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  if (best === undefined) throw new Problem(406, 'A digest is text/html or application/json.');
  return best.format;
}
