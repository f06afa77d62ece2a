/**
 * Objects are put once and read, by requests that are signed as S3 wants them: a server on this machine stands in for S3,
 * works out every signature by itself, and answers what the test says. Its own arithmetic is held to AWS's published example.
 */
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bodyOf, listen, type Listening } from '../../../local/http.ts';
import { signatureFor, type SentRequest } from '../../support/sigv4.ts';

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
vi.stubEnv('AWS_SESSION_TOKEN', 'token-of-the-role');
const { putObjectOnce, readObject } = await import('../../../shared/adapters/objects.ts');

type Reply = { status: number; body?: string | Buffer } | 'hang up';
let sent: SentRequest[] = [];
let replies: Reply[] = [];

const s3: Server = createServer((request, response) => {
  void bodyOf(request, 1_000_000).then((body) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const { method = '', url: path = '' } = request;
    sent.push({ method, path, headers, body: body === 'too-large' ? Buffer.alloc(0) : body });
    const reply = replies.shift();
    if (reply === 'hang up' || reply === undefined) request.socket.destroy();
    else response.writeHead(reply.status).end(reply.body);
  });
});
let server: Listening;

beforeAll(async () => {
  server = await listen(s3);
});
afterAll(async () => {
  await server.close();
});
beforeEach(() => {
  vi.stubEnv('AWS_ENDPOINT_URL_S3', server.url);
  sent = [];
  replies = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
  // Nothing was left unsaid, and nothing was asked too often.
  expect(replies).toEqual([]);
});

const bytes = Buffer.from([0, 1, 2, 255]);
const put = () => putObjectOnce('kuultu-releases', 'releases/2026-Q1/T1', bytes);
const read = () => readObject('kuultu-releases', 'releases/2026-Q1/T1');
const error = (status: number, code: string): Reply => ({
  status,
  body: `<Error><Code>${code}</Code></Error>`,
});

describe('the arithmetic of signatures', () => {
  it("comes to what AWS's example of a GET comes to", () => {
    const headers = {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
        'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date',
    };
    expect(signatureFor({ method: 'GET', path: '/test.txt', headers, body: Buffer.alloc(0) }, secret)).toBe(
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });
});

describe('a request', () => {
  it.each([
    ['PUT', put, { status: 200 }],
    ['GET', read, { status: 200, body: bytes }],
  ])(
    'to %s is signed for S3, with its payload, its condition and the token of the role',
    async (method, call, reply) => {
      replies = [reply];
      await call();
      const [request] = sent;
      if (request === undefined) throw new Error('Nothing was sent');
      expect([request.method, request.path]).toEqual([method, '/kuultu-releases/releases/2026-Q1/T1']);
      const { authorization = '', ...headers } = request.headers;
      expect(authorization).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/eu-north-1\/s3\/aws4_request, /,
      );
      const signedHeaders = ['host', 'x-amz-content-sha256', 'x-amz-date', 'x-amz-security-token'];
      const signed =
        method === 'PUT' ? [signedHeaders[0], 'if-none-match', ...signedHeaders.slice(1)] : signedHeaders;
      expect(/SignedHeaders=([^,]+)/.exec(authorization)?.[1]).toBe(signed.join(';'));
      expect(/Signature=(\w+)$/.exec(authorization)?.[1]).toBe(signatureFor(request, secret));
      expect(headers['x-amz-security-token']).toBe('token-of-the-role');
      expect(headers['host']).toBe(new URL(server.url).host);
    },
  );

  it("goes to the bucket's own host at AWS where no endpoint is named", async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_S3', undefined);
    const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response()));
    vi.stubGlobal('fetch', fetched);
    await put();
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toEqual(new URL('https://kuultu-releases.s3.eu-north-1.amazonaws.com/releases/2026-Q1/T1'));
    const headers = Object.fromEntries(new Headers(init?.headers));
    expect(headers['host']).toBe('kuultu-releases.s3.eu-north-1.amazonaws.com');
    const request = { method: 'PUT', path: '/releases/2026-Q1/T1', headers, body: bytes };
    expect(headers['authorization']).toContain(`Signature=${signatureFor(request, secret)}`);
  });
});

describe('an object', () => {
  it('is put on the condition that there is none, and told from one that was there', async () => {
    replies = [{ status: 200 }, error(412, 'PreconditionFailed')];
    expect([await put(), await put()]).toEqual(['stored', 'was-there']);
    expect(sent.map(({ headers, body }) => [headers['if-none-match'], [...body]])).toEqual([
      ['*', [...bytes]],
      ['*', [...bytes]],
    ]);
  });

  it('is read as it was put, byte for byte', async () => {
    replies = [{ status: 200, body: bytes }];
    expect([...(await read())]).toEqual([...bytes]);
  });
});

describe('what S3 refuses', () => {
  it.each([
    [403, 'AccessDenied'],
    [404, 'NoSuchKey'],
    [301, 'PermanentRedirect'],
  ])('with %i fails at once, by its code, and names no object', async (status, code) => {
    replies = [error(status, code), error(status, code)];
    await expect(put()).rejects.toThrow(`S3 refused a PUT: ${status} ${code}`);
    await expect(read()).rejects.toThrow(new RegExp(`^S3 refused a GET: ${status} ${code}$`));
  });

  it('in words that are none of its own fails as well', async () => {
    replies = [{ status: 400, body: 'Bad Request' }];
    await expect(read()).rejects.toThrow('S3 refused a GET: 400 without a code');
  });
});

describe('what passes', () => {
  it.each<[string, Reply]>([
    ['too many calls', error(503, 'SlowDown')],
    ['trouble at S3', error(500, 'InternalError')],
    ['another put in the same moment', error(409, 'ConditionalRequestConflict')],
    ['a connection that is gone', 'hang up'],
  ])('%s is tried again', async (_, reply) => {
    replies = [reply, reply, { status: 200 }];
    expect(await put()).toBe('stored');
    expect(sent).toHaveLength(3);
    expect(sent.map(({ body }) => [...body])).toEqual([[...bytes], [...bytes], [...bytes]]);
  });

  it('a put whose reply was lost is found to be there', async () => {
    replies = ['hang up', error(412, 'PreconditionFailed')];
    expect(await put()).toBe('was-there');
  });

  it('fails after the third attempt, whichever way it fails', async () => {
    replies = [error(503, 'SlowDown'), error(503, 'SlowDown'), error(503, 'SlowDown')];
    await expect(read()).rejects.toThrow('S3 refused a GET: 503 SlowDown');
    replies = ['hang up', 'hang up', 'hang up'];
    await expect(read()).rejects.toThrow('fetch failed');
    expect(sent).toHaveLength(6);
  });
});
