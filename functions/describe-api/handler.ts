import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { tagged } from '../../shared/lambda/conditional.ts';
import { httpFunction, type HttpAnswer } from '../../shared/lambda/http-function.ts';
import { apiDocument } from './document.ts';

// Put together once in this function's life: it is the same for everyone until the next deployment.
const document = JSON.stringify(apiDocument());
const compressed = gzipSync(document).toString('base64');

/** Weak, since the compressed document and the plain one are the same document. */
const tag = `W/"${createHash('sha256').update(document).digest('base64url').slice(0, 22)}"`;

const headers = {
  'content-type': 'application/json',
  'cache-control': 'public, max-age=3600',
  vary: 'accept-encoding',
  // It is public, and pages that show such documents ask for it from wherever they are.
  'access-control-allow-origin': '*',
};

const plainAnswer: HttpAnswer = { statusCode: 200, headers, body: document };
const compressedAnswer: HttpAnswer = {
  statusCode: 200,
  headers: { ...headers, 'content-encoding': 'gzip' },
  body: compressed,
  isBase64Encoded: true,
};

/** Describes the API in OpenAPI 3.1. */
export const handler = httpFunction((request) => {
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  return Promise.resolve(tagged(request, tag, takesGzip ? compressedAnswer : plainAnswer));
});
