import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { HttpAnswer, HttpRequest } from './http-function.ts';

const source = (inlined: string): string =>
  `'sha256-${createHash('sha256').update(inlined).digest('base64')}'`;

/** What stands in a page itself. */
export type Inlined = {
  readonly style: string;
  /** The one script that may run, and post to where it came from; none when absent. */
  readonly script?: string | undefined;
};

/** Headers of a page: nothing may load, run or be embedded but what the page itself holds. */
export const pageHeaders = ({ style, script }: Inlined): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${source(style)}`,
    ...(script === undefined ? [] : [`script-src ${source(script)}`, "connect-src 'self'"]),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

/**
 * Compresses a page where the browser can: most then fit a packet. Whoever has a text of their own repeated beside
 * an invitation has sent the invitation along, so nobody can learn one by trying what compresses well.
 */
export function compressed(request: HttpRequest, answer: HttpAnswer, html: string): HttpAnswer {
  const varied = { ...answer, headers: { ...answer.headers, vary: 'accept-encoding' } };
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return { ...varied, body: html };
  return {
    ...varied,
    headers: { ...varied.headers, 'content-encoding': 'gzip' },
    body: gzipSync(html).toString('base64'),
    isBase64Encoded: true,
  };
}
