import type * as z from 'zod';
import { bodyOf, jsonBody, mediaType, type HttpRequest } from './http-function.ts';
import { parseInput, Problem } from './problem.ts';

/** More than a sealed answer in JSON takes. */
const bytesMost = 16 * 1024;

/**
 * What a respondent's page has posted.
 *
 * @throws Problem 415 where it is not JSON by its type, 413 where it is larger than any post of ours, 400 naming every
 *   field that is not as expected, without a word of what was in it
 */
export function postedJson<Schema extends z.ZodType>(request: HttpRequest, schema: Schema): z.output<Schema> {
  if (mediaType(request) !== 'application/json')
    throw new Problem(415, 'The body has to be application/json.');
  if (bodyOf(request).length > bytesMost) throw new Problem(413, 'The body is too large.');
  return parseInput(schema, jsonBody(request));
}
