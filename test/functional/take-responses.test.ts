/**
 * One sealed answer for each ballot: whatever is lost, sent twice or sealed anew, a signed ballot puts one answer into
 * the pool, in the quarter that it is sealed for; and what is not signed, malformed or out of its time puts in nothing.
 * Tables are kept in memory; blinding, signatures and seals are real. The function is told of no ticket, no secret and
 * no private key: there is none to be had here.
 */
import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signBlinded } from '../../shared/adapters/crypto/blind-signature.ts';
import { seal, unseal } from '../../shared/adapters/crypto/seal.ts';
import { ballotHash } from '../../shared/adapters/crypto/tickets.ts';
import { blindBallot } from '../support/blind-ballots.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { spkiOf } from '../support/fake-kms.ts';
import { callHttp, collectLog, type RequestFacts } from '../support/lambda-invocation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  POOL_TABLE: 'pool',
  BALLOT_KEYS_TABLE: 'ballot-keys',
})) {
  vi.stubEnv(name, value);
}

const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const keys = { '2026-Q1': newKey(), '2026-Q2': newKey() };
type Quarter = keyof typeof keys;
const mixKey = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey;

let calls: DeadlyCalls;
let dynamodb: FakeDynamoDb;
let log: ReturnType<typeof collectLog>;

const setClock = (instant: string): void => {
  vi.setSystemTime(Date.parse(instant));
};

function begin(fatal?: ConstructorParameters<typeof DeadlyCalls>[0]): void {
  vi.resetModules();
  calls = new DeadlyCalls(fatal);
  dynamodb = new FakeDynamoDb(calls.around);
  // The first quarter's private key has been destroyed: to verify takes the public one.
  dynamodb.seed('ballot-keys', { id: '2026-Q1', publicKey: spkiOf(keys['2026-Q1']) });
  dynamodb.seed('ballot-keys', {
    id: '2026-Q2',
    publicKey: spkiOf(keys['2026-Q2']),
    wrappedPrivateKey: new Uint8Array(randomBytes(24)),
  });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-03T10:15:00+02:00') });
  log = collectLog();
  begin();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const sealed = (answers: Readonly<Record<string, number>>): string =>
  seal(spkiOf(mixKey), JSON.stringify({ context: 'a-context-12', answers })).toString('base64url');

/** A ballot with its signature and an answer, as a page would post them. */
async function newResponse(keyId: Quarter = '2026-Q1', signer: KeyObject = keys[keyId]) {
  const ballot = await blindBallot(signer);
  const signature = signBlinded(signer, Buffer.from(ballot.blinded, 'base64url'));
  return {
    keyId,
    nonce: ballot.nonce,
    signature: ballot.finish(signature?.toString('base64url') ?? '') ?? '',
    sealed: sealed({ heard: 4 }),
  };
}
type Response = Awaited<ReturnType<typeof newResponse>>;

async function post(body: unknown, facts: RequestFacts = {}) {
  const { handler } = await import('../../functions/take-responses/handler.ts');
  const answer = await callHttp(handler, {
    method: 'POST',
    path: '/v1/responses',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...facts,
  });
  const { statusCode: status, headers, body: text } = answer;
  return { status, headers, text, body: JSON.parse(text) as Record<string, unknown> };
}

const pooled = () => dynamodb.items('pool');
const readPooled = (): unknown[] =>
  pooled().map((item) => JSON.parse(unseal(mixKey, item['sealed'] as Uint8Array)) as unknown);
const heard = (value: number) => ({ context: 'a-context-12', answers: { heard: value } });

/** That nothing of what was posted is told, in the answer or in the log. */
function expectSilence({ text }: { text: string }, { nonce, signature, sealed: answer }: Response): void {
  for (const value of [nonce, signature, answer, ballotHash(nonce)]) {
    expect(text).not.toContain(value.slice(0, 20));
    expect(log.text()).not.toContain(value.slice(0, 20));
  }
}

describe('a response', () => {
  it('is taken without a word, and lies in the pool with its month alone', async () => {
    const response = await newResponse();
    expect(await post(response)).toMatchObject({
      status: 202,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: {},
    });
    const [item, ...others] = pooled();
    expect(others).toEqual([]);
    expect(Object.keys(item ?? {}).toSorted()).toEqual(['expiresOn', 'id', 'month', 'sealed']);
    expect(item).toMatchObject({ id: ballotHash(response.nonce), month: '2026-03' });
    const { sealed: kept, ...beside } = item ?? {};
    expect(Buffer.from(kept as Uint8Array).toString('base64url')).toBe(response.sealed);
    for (const part of [response.nonce, response.signature])
      expect(JSON.stringify(beside)).not.toContain(part.slice(0, 16));
    // A month’s first moment says nothing of a day.
    expect(new Date(Number(beside['expiresOn']) * 1000).toISOString()).toMatch(/-01T00:00:00\.000Z$/);
    expect(log.text()).toBe('');
  });

  it('sent again, also sealed anew, with other answers and by a hundred at once, is the same and counts once', async () => {
    const response = await newResponse();
    const first = await post(response);
    const before = pooled();
    setClock('2026-03-31T23:00:00+03:00');
    const again = await Promise.all(
      Array.from({ length: 100 }, (_, nth) =>
        post({ ...response, sealed: sealed({ heard: (nth % 5) + 1 }) }),
      ),
    );
    expect(new Set(again.map(({ status, text }) => `${String(status)} ${text}`))).toEqual(
      new Set([`202 ${first.text}`]),
    );
    expect(pooled()).toEqual(before);
    expect(readPooled()).toEqual([heard(4)]);
  });

  it('that a hundred post at once, each sealed otherwise, is one answer', async () => {
    const response = await newResponse();
    const envelopes = Array.from({ length: 100 }, (_, nth) => sealed({ heard: (nth % 5) + 1 }));
    const answers = await Promise.all(envelopes.map((envelope) => post({ ...response, sealed: envelope })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(pooled()).toHaveLength(1);
  });

  it('has its key looked up once in a function’s life', async () => {
    for (let nth = 0; nth < 3; nth += 1) await post(await newResponse());
    expect(calls.made).toBe(4);
  });
});

describe('a ballot', () => {
  const flip = (text: string, byte: number): string => {
    const bytes = Buffer.from(text, 'base64url');
    bytes.writeUInt8(bytes.readUInt8(byte) ^ 1, byte);
    return bytes.toString('base64url');
  };
  const forgeries: readonly [string, (response: Response) => Promise<object> | object][] = [
    ['signed with another key', () => newResponse('2026-Q1', newKey())],
    ['signed with the key of another quarter', () => newResponse('2026-Q1', keys['2026-Q2'])],
    ['said to be of another quarter', (response) => ({ ...response, keyId: '2026-Q2', sealedTo: '2026-Q1' })],
    ['of a quarter that never had a key', (response) => ({ ...response, keyId: '2031-Q1' })],
    ['of a quarter that was before all keys', (response) => ({ ...response, keyId: '1999-Q1' })],
    ['with another prefix', (response) => ({ ...response, nonce: flip(response.nonce, 0) })],
    ['with another nonce', (response) => ({ ...response, nonce: flip(response.nonce, 63) })],
    [
      'with the signature of another',
      async (response) => ({ ...response, signature: (await newResponse()).signature }),
    ],
    [
      'with one bit of its signature changed',
      (response) => ({ ...response, signature: flip(response.signature, 200) }),
    ],
    [
      'with a signature a byte short',
      (response) => ({ ...response, signature: cut(response.signature, 255) }),
    ],
    [
      'with a signature a byte long',
      (response) => ({ ...response, signature: padTo(response.signature, 257) }),
    ],
    ['with no signature', (response) => ({ ...response, signature: '' })],
    ['signed with zeros', (response) => ({ ...response, signature: 'A'.repeat(342) })],
    [
      'signed with ones',
      (response) => ({ ...response, signature: Buffer.alloc(256, 0xff).toString('base64url') }),
    ],
  ];

  it.each(forgeries)('%s is refused by its signature, and puts in nothing', async (_, forge) => {
    const response = await newResponse();
    const refused = await post(await forge(response));
    expect(refused.body).toEqual({
      type: 'about:blank',
      title: 'The response is not as expected.',
      status: 400,
      errors: [{ pointer: '/signature', detail: 'expected the signature of our key over the nonce' }],
    });
    expect(pooled()).toEqual([]);
    expectSilence(refused, response);
    expect(log.text()).toBe('');
    expect((await post(response)).status).toBe(202);
  });

  it('blinded for the signer and not taken off is no signature', async () => {
    const ballot = await blindBallot(keys['2026-Q1']);
    const blindSignature = signBlinded(keys['2026-Q1'], Buffer.from(ballot.blinded, 'base64url'));
    const signature = blindSignature?.toString('base64url') ?? '';
    expect(
      (await post({ keyId: '2026-Q1', nonce: ballot.nonce, signature, sealed: sealed({ heard: 5 }) })).status,
    ).toBe(400);
  });
});

describe('the turn of a quarter', () => {
  it('belongs to the old one for ten minutes, by what the answer is sealed for', async () => {
    const [before, after, atLast] = [await newResponse(), await newResponse(), await newResponse()];
    for (const [instant, response] of [
      ['2026-03-31T20:59:59.999Z', before],
      ['2026-03-31T21:00:00Z', after],
      ['2026-03-31T21:09:59.999Z', atLast],
    ] as const) {
      setClock(instant);
      expect([instant, (await post(response)).status]).toEqual([instant, 202]);
    }
    expect(pooled().map(({ month }) => month)).toEqual(['2026-03', '2026-03', '2026-03']);
    setClock('2026-03-31T21:10:00Z');
    const response = await newResponse();
    const late = await post(response);
    expect(late.body).toEqual({
      type: 'about:blank',
      title: 'The quarter is not open that this is sealed for.',
      ...{ status: 409, keyId: '2026-Q2' },
    });
    expectSilence(late, response);
    expect(pooled()).toHaveLength(3);
  });

  it('leaves a ballot good for an answer that is sealed anew, which belongs to the new quarter', async () => {
    const response = await newResponse();
    setClock('2026-04-01T00:10:00+03:00');
    const { body } = await post(response);
    const anew = { ...response, sealed: sealed({ heard: 2 }), sealedTo: body['keyId'] };
    for (let nth = 0; nth < 2; nth += 1) expect((await post(anew)).status).toBe(202);
    expect(pooled()).toMatchObject([{ id: ballotHash(response.nonce), month: '2026-04' }]);
    expect(readPooled()).toEqual([heard(2)]);
  });

  it('lets an answer be sealed for either quarter in its first minutes, and counts it once', async () => {
    setClock('2026-04-01T00:05:00+03:00');
    const [old, its] = [await newResponse(), await newResponse('2026-Q2')];
    expect((await post({ ...old, sealedTo: '2026-Q2' })).status).toBe(202);
    expect((await post({ ...its, sealedTo: '2026-Q1' })).status).toBe(202);
    const months = new Map(pooled().map(({ id, month }) => [id, month]));
    expect([months.get(ballotHash(old.nonce)), months.get(ballotHash(its.nonce))]).toEqual([
      '2026-04',
      '2026-03',
    ]);
    expect((await post(old)).status).toBe(202);
    expect(pooled()).toHaveLength(2);
    expect(new Map(pooled().map(({ id, month }) => [id, month]))).toEqual(months);
  });

  it.each(['2026-04-01T00:30:00+03:00', '2026-04-15T12:00:00+03:00', '2026-04-30T23:59:59.999+03:00'])(
    'does not lose an answer whose reply was lost: at %s it is taken already',
    async (instant) => {
      const response = await newResponse();
      await post(response);
      const before = pooled();
      setClock(instant);
      expect(await post(response)).toMatchObject({ status: 202, body: {} });
      expect((await post({ ...response, sealed: sealed({ heard: 1 }), sealedTo: '2026-Q2' })).status).toBe(
        202,
      );
      expect(pooled()).toEqual(before);
      // And whoever has not sent one is not told so.
      expect((await post(await newResponse())).status).toBe(409);
    },
  );

  it.each(['2026-Q2', '2026-Q3', '2025-Q4', '9999-Q1'])(
    'is not brought about by a seal for %s in the first quarter',
    async (sealedTo) => {
      const refused = await post({ ...(await newResponse()), sealedTo });
      expect(refused.body).toMatchObject({ status: 409, keyId: '2026-Q1' });
      expect(pooled()).toEqual([]);
    },
  );

  it('is over for a ballot a month later, to the moment, taken or not', async () => {
    const [early, inTime, late] = [await newResponse(), await newResponse(), await newResponse()];
    await post(early);
    setClock('2026-04-30T23:59:59.999+03:00');
    expect((await post({ ...inTime, sealedTo: '2026-Q2' })).status).toBe(202);
    setClock('2026-05-01T00:00:00+03:00');
    for (const response of [early, { ...late, sealedTo: '2026-Q2' }]) {
      const refused = await post(response);
      expect(refused.body).toEqual({ type: 'about:blank', title: 'The ballot is too old.', status: 410 });
      expectSilence(refused, response);
    }
    expect(pooled()).toHaveLength(2);
    // That a ballot is too old is told to nobody who has none.
    expect((await post(await newResponse('2026-Q1', newKey()))).status).toBe(400);
  });
});

it.each([
  ['2026-01-01T00:00:00+02:00', '2026-Q1', '2026-01'],
  ['2026-03-29T02:59:59+02:00', '2026-Q1', '2026-03'],
  ['2026-03-29T04:00:00+03:00', '2026-Q1', '2026-03'],
  ['2026-04-30T21:00:00Z', '2026-Q2', '2026-05'],
] as const)('an answer at %s belongs to its month in Helsinki', async (instant, quarter, month) => {
  setClock(instant);
  expect((await post(await newResponse(quarter))).status).toBe(202);
  expect(pooled()).toMatchObject([{ month }]);
});

describe('a post', () => {
  const whole = {
    keyId: '2026-Q1',
    nonce: randomBytes(64).toString('base64url'),
    signature: randomBytes(256).toString('base64url'),
    sealed: randomBytes(3840).toString('base64url'),
  } as const;
  const fields = ['/keyId', '/nonce', '/signature', '/sealed'];
  const of = (bytes: number): string => randomBytes(bytes).toString('base64url');

  it.each<[string, unknown, string[]]>([
    ['is an array', [whole], ['']],
    ['is null', null, ['']],
    ['is a number', 5, ['']],
    ['is empty', {}, fields],
    ['holds numbers', { keyId: 1, nonce: 2, signature: 3, sealed: 4 }, fields],
    ['holds nulls', { keyId: null, nonce: null, signature: null, sealed: null }, fields],
    ['holds lists', { ...whole, nonce: [whole.nonce], sealed: [whole.sealed] }, ['/nonce', '/sealed']],
    ['has a key that is no quarter', { ...whole, keyId: '2026-03' }, ['/keyId']],
    ['is sealed for what is no quarter', { ...whole, sealedTo: 'constructor' }, ['/sealedTo']],
    ['is sealed for nothing', { ...whole, sealedTo: null }, ['/sealedTo']],
    ['has a nonce without its prefix', { ...whole, nonce: of(32) }, ['/nonce']],
    ['has a nonce a byte short', { ...whole, nonce: of(63) }, ['/nonce']],
    ['has a nonce a byte long', { ...whole, nonce: of(65) }, ['/nonce']],
    ['has a padded nonce', { ...whole, nonce: `${whole.nonce}==` }, ['/nonce']],
    ['has an envelope a byte short', { ...whole, sealed: of(3839) }, ['/sealed']],
    ['has an envelope a byte long', { ...whole, sealed: of(3841) }, ['/sealed']],
    ['has no envelope', { ...whole, sealed: '' }, ['/sealed']],
    ['has the other alphabet', { ...whole, sealed: `+/${whole.sealed.slice(2)}` }, ['/sealed']],
    ['has a padded signature', { ...whole, signature: `${whole.signature}=` }, ['/signature']],
  ])('that %s is refused by its fields, and nothing is looked up for it', async (_, body, pointers) => {
    const refused = await post(body);
    expect(refused).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json' } });
    const { errors } = refused.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
    expectSilence(refused, whole);
    expect([calls.made, log.text()]).toEqual([0, '']);
  });

  it('in another spelling is not another ballot', async () => {
    const response = await newResponse();
    // Of the last character of 64 bytes four bits are thrown away.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(response.nonce.at(-1) ?? '');
    const nonce = `${response.nonce.slice(0, -1)}${alphabet[last ^ 1] ?? ''}`;
    expect(Buffer.from(nonce, 'base64url')).toEqual(Buffer.from(response.nonce, 'base64url'));
    expect((await post({ ...response, nonce })).status).toBe(400);
    expect(pooled()).toEqual([]);
  });

  it('whose fields are in its prototype holds none', async () => {
    const response = await newResponse();
    expect((await post(`{"__proto__":${JSON.stringify(response)}}`)).status).toBe(400);
    expect(pooled()).toEqual([]);
  });

  it.each<[string, RequestFacts, number]>([
    ['is a form', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415],
    ['has no type', { headers: {} }, 415],
    ['is no JSON', { body: '{"nonce":' }, 400],
    ['is not there', { body: undefined }, 400],
    [
      'is larger than any of ours',
      { body: JSON.stringify({ ...whole, filling: 'x'.repeat(16 * 1024) }) },
      413,
    ],
  ])('that %s is refused', async (_, facts, status) => {
    const refused = await post(whole, facts);
    expect(refused).toMatchObject({ status, headers: { 'content-type': 'application/problem+json' } });
    expectSilence(refused, whole);
    expect([calls.made, log.text()]).toEqual([0, '']);
  });

  it('with a ticket in it is taken without it: nothing looks at one', async () => {
    const response = await newResponse();
    expect((await post({ ...response, ticket: 'a-ticket-of-somebody' })).status).toBe(202);
    expect(JSON.stringify(pooled())).not.toContain('a-ticket-of-somebody');
  });
});

describe('what goes wrong on our side', () => {
  it.each([1, 2])('in call %d is told barely, and made good by the same response', async (call) => {
    for (const takesEffect of [false, true]) {
      begin({ call, takesEffect, dies: true });
      const response = await newResponse();
      const failed = await post(response);
      expect(failed.body).toEqual({
        ...{ type: 'about:blank', title: 'Something went wrong here. Please try again.', status: 500 },
      });
      expectSilence(failed, response);
      expect(log.lines().at(-1)).toMatchObject({ phrase: 'a request failed', route: 'POST /v1/responses' });
      calls.beginNextProcess();
      expect((await post(response)).status).toBe(202);
      expect(readPooled()).toEqual([heard(4)]);
    }
  });

  it('while the quarter turns is not taken for an answer that was not pooled', async () => {
    begin({ call: 2, takesEffect: false, dies: false });
    setClock('2026-04-01T00:30:00+03:00');
    const response = await newResponse();
    expect((await post(response)).status).toBe(500);
    expect((await post(response)).status).toBe(409);
  });
});

const cut = (text: string, bytes: number): string =>
  Buffer.from(text, 'base64url').subarray(0, bytes).toString('base64url');
const padTo = (text: string, bytes: number): string =>
  Buffer.concat([Buffer.alloc(bytes - 256), Buffer.from(text, 'base64url')]).toString('base64url');
