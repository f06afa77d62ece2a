import type { HttpAnswer, HttpRequest } from './http-function.ts';

/**
 * Whether a caller has what a tag stands for already, and only asks whether it still holds (RFC 9110, 13.1.2).
 *
 * @param tag with its quotes
 */
export function hasAlready({ headers }: HttpRequest, tag: string): boolean {
  const known = headers['if-none-match']?.trim();
  if (known === undefined) return false;
  // A weak tag and a strong one of the same text are alike here.
  const opaque = (text: string): string => text.replace(/^W\//, '');
  return known === '*' || (known.match(/(W\/)?"[^"]*"/g) ?? []).some((one) => opaque(one) === opaque(tag));
}

/**
 * An answer under an entity tag: without its body, and with the status 304, where the caller has it already.
 *
 * @param tag with its quotes
 */
export function tagged(request: HttpRequest, tag: string, answer: HttpAnswer): HttpAnswer {
  const headers = { ...answer.headers, etag: tag };
  if (!hasAlready(request, tag)) return { ...answer, headers };
  const described = Object.entries(headers).filter(([name]) => !name.startsWith('content-'));
  return { statusCode: 304, headers: Object.fromEntries(described) };
}
