import { createHash, createHmac } from 'node:crypto';

/** What was sent, as the server got it. */
export type SentRequest = {
  readonly method: string;
  /** Path and query, as in the request line. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
};

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/**
 * The signature that a request to S3 must have (AWS Signature Version 4), worked out step by step from the description of
 * it, for a path that needs no escaping and has no query. The scope and the signed headers are as the request says.
 */
export function signatureFor({ method, path, headers, body }: SentRequest, secret: string): string {
  const authorization = headers['authorization'] ?? '';
  const scope = /Credential=[^/]+\/([^,]+)/.exec(authorization)?.[1] ?? '';
  const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1] ?? '';
  const lines = signed.split(';').map((name) => `${name}:${headers[name]?.trim() ?? ''}\n`);
  const canonical = [method, path, '', lines.join(''), signed, sha256(body)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'] ?? '', scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`);
  return hmac(key, toSign).toString('hex');
}
