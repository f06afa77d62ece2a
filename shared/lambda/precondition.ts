import type { HttpRequest } from './http-function.ts';
import { Problem } from './problem.ts';

/**
 * What a caller says of the thing that they mean to replace, after RFC 9110: that it is one of these versions or just
 * any (`If-Match`), that there is none yet (`If-None-Match: *`), or nothing.
 */
export type Precondition =
  | { readonly kind: 'versions'; readonly tags: readonly string[] }
  | { readonly kind: 'any-version' | 'no-version' | 'none' };

/** The header that says at which version a thing is. */
export const entityTag = (version: number): Readonly<Record<string, string>> => ({ etag: `"${version}"` });

/** A list of entity tags, weak or strong. */
const entityTags = /^(W\/)?"[^"]*"(\s*,\s*(W\/)?"[^"]*")*$/;

/** @throws Problem 400 where a header is not as HTTP has it */
export function preconditionOf({ headers }: HttpRequest): Precondition {
  const match = headers['if-match']?.trim();
  const noneMatch = headers['if-none-match']?.trim();
  if (match !== undefined && noneMatch !== undefined)
    throw new Problem(400, 'Send If-Match for what is there, or If-None-Match for what is new, not both.');
  if (noneMatch !== undefined) {
    if (noneMatch !== '*') throw new Problem(400, 'If-None-Match can only be *: there must be none yet.');
    return { kind: 'no-version' };
  }
  if (match === undefined) return { kind: 'none' };
  if (match === '*') return { kind: 'any-version' };
  if (!entityTags.test(match))
    throw new Problem(400, 'If-Match must be the ETag of what is there, such as "3", or *.');
  return { kind: 'versions', tags: match.match(/(W\/)?"[^"]*"/g) ?? [] };
}

/**
 * Holds what the caller said against the version that is in force.
 *
 * @param version undefined where there is no such thing
 * @param what names the thing in a problem's title, such as `rule`
 * @throws Problem 412 where it is not so, 428 where the caller should have said something
 */
export function demandPrecondition(
  precondition: Precondition,
  version: number | undefined,
  what: string,
): void {
  const { kind } = precondition;
  if (version === undefined) {
    if (kind === 'none' || kind === 'no-version') return;
    throw new Problem(412, `There is no such ${what}. Leave If-Match out to make a new one.`);
  }
  if (kind === 'any-version') return;
  if (kind === 'none')
    throw new Problem(428, `There is such a ${what}. Say with the header If-Match which version you change.`);
  // If-Match compares strongly: a weak tag says that it was only much the same.
  if (kind === 'versions' && precondition.tags.includes(`"${version}"`)) return;
  throw new Problem(412, `The ${what} is at version ${version} now. Read it again, and change that.`);
}
