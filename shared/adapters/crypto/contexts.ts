import { createHmac } from 'node:crypto';
import { canonicalContext, type Context } from '../../domain/context.ts';
import { contextBytes } from '../../domain/respondent/link.ts';

/**
 * The name of a context in links and seals: the first 9 bytes of an HMAC-SHA-256 over its one spelling, in
 * base64url. It is its own MAC: a name that nobody was given stands for nothing, and can't be guessed.
 *
 * @param key secret that the sender holds, and the mix, which checks
 */
export const contextName = (key: string, context: Context): string =>
  createHmac('sha256', key)
    .update(canonicalContext(context))
    .digest()
    .subarray(0, contextBytes)
    .toString('base64url');
