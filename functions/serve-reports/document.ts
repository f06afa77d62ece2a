import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unpacked } from '../../shared/adapters/packed.ts';
import type { PackedRelease } from '../../shared/adapters/releases.ts';
import { written } from '../../shared/domain/releases/exports/written.ts';
import { releaseSchema } from '../../shared/domain/releases/release.ts';
import { weightsIn } from '../../shared/lambda/accepted.ts';
import { hasAlready } from '../../shared/lambda/conditional.ts';
import type { HttpAnswer, HttpRequest } from '../../shared/lambda/http-function.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { mediaTypes, type Wanted } from './wanted.ts';

/** A document to send, whole or compressed. */
type Document = {
  /** The same where the document is the same, to the byte. */
  readonly hash: string;
  readonly plain: () => string;
  readonly compressed: () => Uint8Array;
};

/** JSON goes out as it is stored; the other formats are made of it. */
function documentOf(stored: PackedRelease, { wish }: Wanted): Document {
  const { format } = wish;
  if (format === 'json')
    return {
      hash: hashOf(stored),
      plain: () => gunzipSync(stored).toString(),
      compressed: () => stored,
    };
  const text = written(releaseSchema.parse(unpacked(stored)), { ...wish, format });
  return { hash: hashOf(text), plain: () => text, compressed: () => gzipSync(text) };
}

const hashOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('base64url');

/** How long a caller may keep a release: the latest may be corrected in any night, and a revision never changes. */
const secondsKept = { latest: 3600, revision: 30 * 24 * 3600 } as const;

/** An answer of Lambda is JSON of up to 6 MB: in it, quotation marks and line ends take twice their place. */
const answerBytesMost = 5_900_000;

/** Answers with a release. @throws Problem 406 where it is too large for a caller who takes nothing compressed */
export function sendRelease(request: HttpRequest, stored: PackedRelease, wanted: Wanted): HttpAnswer {
  const document = documentOf(stored, wanted);
  const encodings = weightsIn(request.headers['accept-encoding'] ?? '');
  const takesGzip = (encodings.get('gzip') ?? encodings.get('*') ?? 0) > 0;
  const tag = `"${document.hash}${takesGzip ? '-gzip' : ''}"`;
  const headers = {
    etag: tag,
    'cache-control': `private, max-age=${secondsKept[wanted.revision === undefined ? 'latest' : 'revision']}`,
    vary: wanted.isNegotiated ? 'accept, accept-encoding' : 'accept-encoding',
  };
  if (hasAlready(request, tag)) return { statusCode: 304, headers };
  const described = { ...headers, ...descriptionOf(wanted) };
  if (takesGzip)
    return {
      statusCode: 200,
      headers: { ...described, 'content-encoding': 'gzip' },
      body: Buffer.from(document.compressed()).toString('base64'),
      isBase64Encoded: true,
    };
  const body = document.plain();
  if (Buffer.byteLength(JSON.stringify(body)) > answerBytesMost)
    throw new Problem(
      406,
      'This is too large to be sent as it is. Say with Accept-Encoding that you take gzip.',
    );
  return { statusCode: 200, headers: described, body };
}

/** What the document is, and under which name a browser saves what is a file anyway. */
function descriptionOf({ table, period, wish: { format } }: Wanted): Record<string, string> {
  const [type] = mediaTypes[format];
  if (format === 'json' || format === 'json-stat') return { 'content-type': type };
  return {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="kuultu-${table}-${period}.${format}"`,
  };
}
