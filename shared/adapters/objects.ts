import { setTimeout as rest } from 'node:timers/promises';
import { SignatureV4 } from '@smithy/signature-v4';
import { dynamodb } from './dynamodb.ts';

/*
 * The two calls of S3 that are made, with the signer that signs the calls of DynamoDB in any case: a client for all of S3
 * would weigh on every cold start, and few deployments ever have an object (ADR 23).
 */

// Region and credentials are the same for both services, and are found once.
const { region, credentials, sha256 } = dynamodb.config;
// S3 signs a path as it is sent, where other services have it escaped once more.
const signer = new SignatureV4({ service: 's3', region, credentials, sha256, uriEscapePath: false });

/**
 * Stores an object unless there is one of that name: what was first stays as it is, whatever it holds.
 *
 * @param key name of the object in its bucket, of letters, digits and `-_./`
 * @throws where S3 does not take it, or can't be reached
 */
export async function putObjectOnce(
  bucket: string,
  key: string,
  bytes: Uint8Array,
): Promise<'stored' | 'was-there'> {
  const url = await addressOf(bucket, key);
  const answer = await insist(() => send('PUT', url, bytes));
  if (answer.status === 412) return 'was-there';
  if (answer.status !== 200) throw refused('PUT', answer);
  return 'stored';
}

/** Reads an object. @throws where there is none, which S3 does not tell from one that may not be read */
export async function readObject(bucket: string, key: string): Promise<Uint8Array> {
  const url = await addressOf(bucket, key);
  const answer = await insist(() => send('GET', url));
  if (answer.status !== 200) throw refused('GET', answer);
  return answer.body;
}

/** An endpoint of one's own, by the SDK's name for it, has one host for all buckets. AWS has one for each. */
async function addressOf(bucket: string, key: string): Promise<URL> {
  const endpoint = process.env['AWS_ENDPOINT_URL_S3'];
  const base =
    endpoint === undefined
      ? `https://${bucket}.s3.${await region()}.amazonaws.com`
      : `${endpoint.replace(/\/$/, '')}/${bucket}`;
  return new URL(`${base}/${key}`);
}

type Answer = { readonly status: number; readonly body: Uint8Array };

/** Below the shortest timeout of a function that waits for it, with all attempts. */
const millisecondsMost = 5000;

async function send(method: 'GET' | 'PUT', url: URL, bytes?: Uint8Array): Promise<Answer> {
  const { headers } = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, ...(bytes !== undefined && { 'if-none-match': '*' }) },
    body: bytes,
  });
  const response = await fetch(url, {
    method,
    headers,
    body: bytes ?? null,
    signal: AbortSignal.timeout(millisecondsMost),
  });
  return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
}

/** Too many calls, trouble at S3, or another put under the same name in this very moment: all of them pass. */
const passing: ReadonlySet<number> = new Set([409, 429, 500, 502, 503, 504]);
const attemptsMost = 3;

/** Sends until there is an answer that will stay the same, three times at most. */
async function insist(sendOnce: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; attempt < attemptsMost; attempt += 1) {
    // A connection that was lost while the function slept, for one, is there again at the next attempt.
    const answer = await sendOnce().catch(() => undefined);
    if (answer !== undefined && !passing.has(answer.status)) return answer;
    await rest(attempt * 100);
  }
  return sendOnce();
}

function refused(method: string, { status, body }: Answer): Error {
  const code = /<Code>(\w+)<\/Code>/.exec(Buffer.from(body).toString())?.[1] ?? 'without a code';
  return new Error(`S3 refused a ${method}: ${status} ${code}`);
}
