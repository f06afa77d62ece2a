/**
 * One blind signature for each ticket: whatever is lost, sent twice or sent by a hundred at once, a ticket has one ballot
 * signed, always with the same answer; and what is forged, malformed or out of its time is refused and spends nothing.
 * Tables and KMS are kept in memory; keys, tickets, blinding and signatures are real.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isBallotSigned } from '../../shared/adapters/crypto/blind-signature.ts';
import { makeTicket } from '../../shared/adapters/crypto/tickets.ts';
import { blindBallot } from '../support/blind-ballots.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { FakeKms, spkiOf } from '../support/fake-kms.ts';
import { callHttp, collectLog, type RequestFacts } from '../support/lambda-invocation.ts';
import { organisation } from '../support/organisation.ts';
import { bytesOfNumber } from '../support/rfc9474.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  BALLOTS_TABLE: 'ballots',
  BALLOT_KEYS_TABLE: 'ballot-keys',
  BALLOT_WRAPPING_KEY_ARN: 'arn:ballot-wrapping',
  TICKETS_SECRET_ARN: 'arn:tickets',
  POOL_TABLE: 'pool',
  MIX_KEYS_TABLE: 'mix-keys',
  SETTINGS_TABLE: 'settings',
  ORGANISATION: JSON.stringify(organisation),
})) {
  vi.stubEnv(name, value);
}

const ticketsKey = 'the tickets key of this test';
const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const keys = { '2026-Q1': newKey(), '2026-Q2': newKey() };
type Quarter = keyof typeof keys;

let calls: DeadlyCalls;
let dynamodb: FakeDynamoDb;
let kms: FakeKms;
let log: ReturnType<typeof collectLog>;

const setClock = (instant: string): void => {
  vi.setSystemTime(Date.parse(instant));
};

function storeKey(quarter: Quarter): void {
  dynamodb.seed('ballot-keys', {
    id: quarter,
    publicKey: spkiOf(keys[quarter]),
    wrappedPrivateKey: kms.wrap('arn:ballot-wrapping', { quarter }, keys[quarter]),
  });
}

function begin(fatal?: ConstructorParameters<typeof DeadlyCalls>[0]): void {
  vi.resetModules();
  calls = new DeadlyCalls(fatal);
  dynamodb = new FakeDynamoDb(calls.around);
  kms = new FakeKms(calls.around);
  storeKey('2026-Q1');
  storeKey('2026-Q2');
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-03T10:15:00+02:00') });
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: ticketsKey });
  log = collectLog();
  begin();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const newTicket = (expiryMonth = '2026-05'): string => makeTicket(ticketsKey, expiryMonth);

async function post(body: unknown, facts: RequestFacts = {}) {
  const { handler } = await import('../../functions/sign-ballots/handler.ts');
  const {
    statusCode,
    headers,
    body: text,
  } = await callHttp(handler, {
    method: 'POST',
    path: '/v1/ballots',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...facts,
  });
  return { status: statusCode, headers, text, body: JSON.parse(text) as Record<string, unknown> };
}

/** A ticket with a ballot for it, as a page would post them. */
async function newPost(quarter: Quarter = '2026-Q1', ticket = newTicket()) {
  const ballot = await blindBallot(keys[quarter]);
  return { posted: { ticket, keyId: quarter, blinded: ballot.blinded }, ballot };
}

const marks = () => dynamodb.items('ballots');

/** That nothing but the answer itself tells of what was posted: no log line, and no word of the answer. */
function expectSilence({ text }: { text: string }, posted: Readonly<Record<string, string>>): void {
  for (const value of [posted['ticket'], posted['blinded']]) {
    if (value === undefined || value.length < 8) continue;
    expect(text).not.toContain(value);
    expect(log.text()).not.toContain(value);
  }
}

describe('a ballot', () => {
  it('is signed so that its message has a signature of the quarter’s key, and nothing is said beside it', async () => {
    const { posted, ballot } = await newPost();
    const answer = await post(posted);
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
    expect(Object.keys(answer.body)).toEqual(['signature']);
    const signature = ballot.finish(String(answer.body['signature'])) ?? '';
    const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
    expect(isBallotSigned(createPublicKey(keys['2026-Q1']), bytes(ballot.nonce), bytes(signature))).toBe(
      true,
    );
    expect(isBallotSigned(createPublicKey(keys['2026-Q2']), bytes(ballot.nonce), bytes(signature))).toBe(
      false,
    );
    expect(log.text()).toBe('');
  });

  it('leaves a mark by the month, which holds neither ticket nor number nor anything of the message', async () => {
    const { posted, ballot } = await newPost();
    const { body } = await post(posted);
    const [mark, ...others] = marks();
    expect(others).toEqual([]);
    expect(Object.keys(mark ?? {}).toSorted()).toEqual(['ballot', 'expiresOn', 'id', 'keyId']);
    expect(mark).toMatchObject({ keyId: '2026-Q1', expiresOn: Date.parse('2026-08-01T00:00:00Z') / 1000 });
    for (const secret of [posted.ticket, posted.blinded, ballot.nonce, String(body['signature'])])
      expect(JSON.stringify(mark)).not.toContain(secret.slice(0, 16));
  });

  it('sent again, and by a hundred at once, has the same answer, and one mark that stays as it is', async () => {
    const { posted } = await newPost();
    const first = await post(posted);
    const before = marks();
    setClock('2026-03-20T18:00:00+02:00');
    const again = await Promise.all(Array.from({ length: 100 }, () => post(posted)));
    expect(new Set(again.map(({ status, text }) => `${String(status)} ${text}`))).toEqual(
      new Set([`200 ${first.text}`]),
    );
    expect(marks()).toEqual(before);
  });

  it('of a ticket that another one has used is refused, then and later', async () => {
    const { posted } = await newPost();
    await post(posted);
    const before = marks();
    const other = await newPost('2026-Q1', posted.ticket);
    for (const refused of [await post(other.posted), await post(other.posted)]) {
      expect(refused.body).toEqual({
        ...{ type: 'about:blank', title: 'This ticket has been used by another ballot.', status: 409 },
      });
      expectSilence(refused, other.posted);
    }
    expect(marks()).toEqual(before);
    expect((await post(posted)).status).toBe(200);
  });

  it('is signed for one alone where twenty of them come at once for a ticket', async () => {
    const ticket = newTicket();
    const posts = await Promise.all(Array.from({ length: 20 }, () => newPost('2026-Q1', ticket)));
    const answers = await Promise.all(posts.map(({ posted }) => post(posted)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(19).fill(409)]);
    expect(marks()).toHaveLength(1);
  });

  it('asks KMS and the table of keys once in a function’s life', async () => {
    for (let nth = 0; nth < 3; nth += 1) expect((await post((await newPost()).posted)).status).toBe(200);
    expect(kms.calls).toEqual(['unwrap under arn:ballot-wrapping for 2026-Q1']);
    // The key, its unwrapping, and a mark each.
    expect(calls.made).toBe(5);
  });
});

describe('a ticket', () => {
  it.each([
    ['of another key', makeTicket('another key', '2026-05')],
    ['of nobody', randomBytes(16).toString('base64url')],
  ])('%s is refused by name, and nothing is looked up for it', async (_, ticket) => {
    const { posted } = await newPost('2026-Q1', ticket);
    const refused = await post(posted);
    expect(refused).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/problem+json' },
      body: { errors: [{ pointer: '/ticket' }] },
    });
    expect(calls.made).toBe(0);
    expectSilence(refused, posted);
  });

  it('of which one bit is another is refused', async () => {
    const ticket = Buffer.from(newTicket(), 'base64url');
    const { posted } = await newPost();
    for (let byte = 0; byte < ticket.length; byte += 1) {
      const changed = Buffer.from(ticket);
      changed.writeUInt8(changed.readUInt8(byte) ^ 1, byte);
      expect((await post({ ...posted, ticket: changed.toString('base64url') })).status).toBe(400);
    }
    expect(calls.made).toBe(0);
  });

  it('is good through its last month in Helsinki, and no longer', async () => {
    const [first, second] = [
      await newPost('2026-Q2', newTicket('2026-04')),
      await newPost('2026-Q2', newTicket('2026-04')),
    ];
    setClock('2026-04-30T20:59:59.999Z');
    expect((await post(first.posted)).status).toBe(200);
    setClock('2026-04-30T21:00:00Z');
    const late = await post(second.posted);
    expect(late.body).toEqual({ type: 'about:blank', title: 'This ticket has expired.', status: 410 });
    expectSilence(late, second.posted);
    expect(marks()).toHaveLength(1);
  });

  it('that has expired is told so, and not to try with another key, where its key is gone', async () => {
    const [old, other] = [await newPost('2026-Q1', newTicket('2026-03')), await newPost()];
    setClock('2026-05-01T00:00:00+03:00');
    expect((await post(old.posted)).status).toBe(410);
    // Whoever can still answer is told which key it takes.
    expect((await post(other.posted)).body).toMatchObject({ status: 409, keyId: '2026-Q2' });
    expect([marks(), kms.calls]).toEqual([[], []]);
  });

  it('that has expired still has its own ballot signed again, and no other', async () => {
    setClock('2026-04-30T23:59:00+03:00');
    const { posted } = await newPost('2026-Q2', newTicket('2026-04'));
    const first = await post(posted);
    setClock('2026-05-10T12:00:00+03:00');
    expect(await post(posted)).toEqual(first);
    expect((await post((await newPost('2026-Q2', posted.ticket)).posted)).status).toBe(410);
    setClock('2026-07-31T23:59:59+03:00');
    expect(await post(posted)).toEqual(first);
  });
});

describe('a number', () => {
  const modulus = BigInt(
    `0x${Buffer.from(createPublicKey(keys['2026-Q1']).export({ format: 'jwk' }).n ?? '', 'base64url').toString('hex')}`,
  );
  const numbers: readonly [string, Buffer][] = [
    ['0', bytesOfNumber(0n, 256)],
    ['1', bytesOfNumber(1n, 256)],
    ['n-1', bytesOfNumber(modulus - 1n, 256)],
    ['n', bytesOfNumber(modulus, 256)],
    ['n+1', bytesOfNumber(modulus + 1n, 256)],
    ['n+2', bytesOfNumber(modulus + 2n, 256)],
    ['the largest of its length', Buffer.alloc(256, 0xff)],
    ['one a byte short', bytesOfNumber(2n ** 2000n, 255)],
    ['one a byte long', bytesOfNumber(2n, 257)],
    ['one of a byte', Buffer.of(2)],
    ['none at all', Buffer.alloc(0)],
  ];

  it.each(numbers)('that is %s is not signed, and spends nothing', async (_, number) => {
    const { posted } = await newPost();
    const refused = await post({ ...posted, blinded: number.toString('base64url') });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/blinded' }] } });
    expect(refused.body).not.toHaveProperty('signature');
    expect(marks()).toEqual([]);
    expect(log.text()).toBe('');
    expect((await post(posted)).status).toBe(200);
  });

  it.each([
    ['2', bytesOfNumber(2n, 256)],
    ['n-2', bytesOfNumber(modulus - 2n, 256)],
  ])('that is %s is one like any other', async (_, number) => {
    const { posted } = await newPost();
    expect((await post({ ...posted, blinded: number.toString('base64url') })).status).toBe(200);
  });
});

describe('the turn of a quarter', () => {
  it('lets a new ballot have the old key for ten minutes, and then names the key that signs', async () => {
    const posts = [await newPost(), await newPost(), await newPost()] as const;
    setClock('2026-03-31T20:59:59.999Z');
    expect((await post(posts[0].posted)).status).toBe(200);
    setClock('2026-03-31T21:09:59.999Z');
    expect((await post(posts[1].posted)).status).toBe(200);
    setClock('2026-03-31T21:10:00Z');
    const late = await post(posts[2].posted);
    expect(late.body).toEqual({
      ...{ type: 'about:blank', title: 'This key signs no new ballots.', status: 409, keyId: '2026-Q2' },
    });
    expectSilence(late, posts[2].posted);
    expect(marks()).toHaveLength(2);
    expect((await post((await newPost('2026-Q2', posts[2].posted.ticket)).posted)).status).toBe(200);
  });

  it('has both keys sign in its first minutes, each its own', async () => {
    setClock('2026-04-01T00:00:00+03:00');
    for (const quarter of ['2026-Q1', '2026-Q2'] as const) {
      const { posted, ballot } = await newPost(quarter);
      const { status, body } = await post(posted);
      expect([status, ballot.finish(String(body['signature']))?.length]).toEqual([200, 342]);
    }
  });

  it.each(['2026-04-01T00:30:00+03:00', '2026-04-15T12:00:00+03:00', '2026-04-30T23:59:59.999+03:00'])(
    'does not part a ballot from its answer: at %s it is the same as before',
    async (instant) => {
      const { posted } = await newPost();
      const first = await post(posted);
      setClock(instant);
      expect(await post(posted)).toEqual(first);
      // Another function's life knows nothing of the first.
      vi.resetModules();
      expect(await post(posted)).toEqual(first);
      expect(marks()).toHaveLength(1);
    },
  );

  it('is over for a ballot a month later, to the moment', async () => {
    const { posted } = await newPost();
    await post(posted);
    setClock('2026-05-01T00:00:00+03:00');
    expect((await post(posted)).body).toMatchObject({ status: 409, keyId: '2026-Q2' });
    // Whatever the table still holds of the key by then, and whatever this function's life has unwrapped of it.
    expect(kms.calls).toEqual(['unwrap under arn:ballot-wrapping for 2026-Q1']);
  });

  it('leaves a ticket used: another ballot under the new key is refused as another', async () => {
    const { posted } = await newPost();
    await post(posted);
    setClock('2026-04-02T12:00:00+03:00');
    const other = await post((await newPost('2026-Q2', posted.ticket)).posted);
    expect(other.status).toBe(409);
    expect(other.body).not.toHaveProperty('keyId');
    // A ballot that never was does not get the old key by saying so.
    expect((await post((await newPost('2026-Q1', posted.ticket)).posted)).body).toMatchObject({
      keyId: '2026-Q2',
    });
  });

  it.each(['2026-Q2', '2026-Q3', '2025-Q4', '1999-Q1', '9999-Q4'])(
    'is not brought about by asking for %s in the first quarter',
    async (keyId) => {
      const { posted } = await newPost();
      expect((await post({ ...posted, keyId })).body).toMatchObject({ status: 409, keyId: '2026-Q1' });
      expect([calls.made, kms.calls]).toEqual([0, []]);
    },
  );
});

it.each([
  ['2026-03-29T02:59:59+02:00', '2026-Q1'],
  ['2026-03-29T04:00:00+03:00', '2026-Q1'],
  ['2026-06-30T23:59:59+03:00', '2026-Q2'],
] as const)('signs at %s by the clocks of Helsinki', async (instant, quarter) => {
  setClock(instant);
  expect((await post((await newPost(quarter, newTicket('2026-06'))).posted)).status).toBe(200);
});

describe('a post', () => {
  const blinded = randomBytes(256).toString('base64url');
  const ticket = newTicket();
  const keyId = '2026-Q1';
  const whole = { ticket, keyId, blinded };
  const without = (field: keyof typeof whole): Partial<typeof whole> =>
    Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));

  it.each<[string, unknown, string[]]>([
    ['is an array', [whole], ['']],
    ['is null', null, ['']],
    ['is a text', 'null', ['']],
    ['is empty', {}, ['/ticket', '/keyId', '/blinded']],
    ['has no ticket', without('ticket'), ['/ticket']],
    ['has no key', without('keyId'), ['/keyId']],
    ['has no number', without('blinded'), ['/blinded']],
    ['holds numbers', { ticket: 1, keyId: 2, blinded: 3 }, ['/ticket', '/keyId', '/blinded']],
    ['holds lists', { ticket: [ticket], keyId, blinded: [blinded] }, ['/ticket', '/blinded']],
    ['holds nulls', { ticket: null, keyId: null, blinded: null }, ['/ticket', '/keyId', '/blinded']],
    ['has a short ticket', { ...whole, ticket: ticket.slice(2) }, ['/ticket']],
    ['has a padded ticket', { ...whole, ticket: `${ticket}==` }, ['/ticket']],
    ['has another spelling of the ticket', { ...whole, ticket: otherSpelling(ticket) }, ['/ticket']],
    ['has another spelling of the number', { ...whole, blinded: otherSpelling(blinded) }, ['/blinded']],
    ['has the other alphabet', { ...whole, blinded: `+/${blinded.slice(2)}` }, ['/blinded']],
    ['has a blank', { ...whole, blinded: ` ${blinded}` }, ['/blinded']],
    ['has a key that is no quarter', { ...whole, keyId: '2026-Q5' }, ['/keyId']],
    ['has a key that every object has', { ...whole, keyId: '__proto__' }, ['/keyId']],
    ['has a number longer than any', { ...whole, blinded: 'A'.repeat(8196) }, ['/blinded']],
  ])('that %s is refused by its fields, and nothing is looked up for it', async (_, body, pointers) => {
    const refused = await post(body);
    expect(refused).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json' } });
    const { errors } = refused.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
    expectSilence(refused, whole);
    expect([calls.made, log.text()]).toEqual([0, '']);
  });

  it('whose fields are in its prototype holds none', async () => {
    const refused = await post(`{"__proto__":${JSON.stringify(whole)},"constructor":{"prototype":{}}}`);
    expect(refused.status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'ticket')).toBe(false);
  });

  it.each<[string, RequestFacts, number]>([
    ['is a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['has no type', { headers: {} }, 415],
    ['is no JSON', { body: '{"ticket":' }, 400],
    ['is not there', { body: undefined }, 400],
    [
      'is larger than any of ours',
      { body: JSON.stringify({ ...whole, filling: 'x'.repeat(16 * 1024) }) },
      413,
    ],
    ['is one value without an end', { body: '['.repeat(16_000) }, 400],
  ])('that %s is refused', async (_, facts, status) => {
    const refused = await post(whole, facts);
    expect(refused).toMatchObject({ status, headers: { 'content-type': 'application/problem+json' } });
    expectSilence(refused, whole);
    expect([calls.made, log.text()]).toEqual([0, '']);
  });
});

describe('what goes wrong on our side', () => {
  it.each([1, 2, 3])(
    'in call %d is told barely, spends at most the ballot itself, and is made good',
    async (call) => {
      for (const takesEffect of [false, true]) {
        begin({ call, takesEffect, dies: true });
        const { posted, ballot } = await newPost();
        const failed = await post(posted);
        expect(failed.body).toEqual({
          ...{ type: 'about:blank', title: 'Something went wrong here. Please try again.', status: 500 },
        });
        expectSilence(failed, posted);
        calls.beginNextProcess();
        const { status, body } = await post(posted);
        expect(status).toBe(200);
        expect(ballot.finish(String(body['signature']))).toBeDefined();
        expect(marks()).toHaveLength(1);
      }
    },
  );

  it('such as a key that is not there yet spends nothing, and is looked for again', async () => {
    setClock('2026-07-01T00:00:00+03:00');
    const { posted } = await newPost();
    expect((await post({ ...posted, keyId: '2026-Q3' })).status).toBe(500);
    expect(marks()).toEqual([]);
    expect(log.lines()).toMatchObject([
      { level: 'ERROR', phrase: 'a request failed', route: 'POST /v1/ballots' },
    ]);
    dynamodb.seed('ballot-keys', {
      id: '2026-Q3',
      publicKey: spkiOf(keys['2026-Q1']),
      wrappedPrivateKey: kms.wrap('arn:ballot-wrapping', { quarter: '2026-Q3' }, keys['2026-Q1']),
    });
    expect((await post({ ...posted, keyId: '2026-Q3', ticket: newTicket('2026-09') })).status).toBe(200);
  });

  it('such as a private key of another quarter in this one’s place signs nothing', async () => {
    dynamodb.seed('ballot-keys', {
      id: '2026-Q1',
      publicKey: spkiOf(keys['2026-Q2']),
      wrappedPrivateKey: kms.wrap('arn:ballot-wrapping', { quarter: '2026-Q2' }, keys['2026-Q2']),
    });
    expect((await post((await newPost()).posted)).status).toBe(500);
    expect(marks()).toEqual([]);
  });

  it('is not what it is where a key was destroyed: it signs no more', async () => {
    dynamodb.seed('ballot-keys', { id: '2026-Q1', publicKey: spkiOf(keys['2026-Q1']) });
    setClock('2026-04-20T12:00:00+03:00');
    expect((await post((await newPost()).posted)).body).toMatchObject({ status: 409, keyId: '2026-Q2' });
  });
});

it('a mark does not tell a ballot from a form without JavaScript', async () => {
  await post((await newPost()).posted);
  dynamodb.seed('mix-keys', {
    id: '2026-Q1',
    publicKey: spkiOf(generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey),
  });
  const { handler } = await import('../../functions/take-answers/handler.ts');
  const form = {
    ticket: newTicket(),
    context: randomBytes(9).toString('base64url'),
    nonce: randomBytes(32).toString('base64url'),
    heard: '4',
  };
  const { statusCode } = await callHttp(handler, {
    method: 'POST',
    path: '/fi/s/meeting.1/answers',
    pathParameters: { language: 'fi', survey: 'meeting.1' },
    body: new URLSearchParams(form).toString(),
  });
  expect(statusCode).toBe(200);
  const shapes = marks().map((mark) =>
    Object.entries(mark)
      .map(([name, value]) => `${name}: ${typeof value} of ${String(value).length}`)
      .toSorted(),
  );
  expect(shapes).toHaveLength(2);
  expect(shapes[0]).toEqual(shapes[1]);
});

/** The same bytes with other bits where they are thrown away. */
function otherSpelling(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(text.at(-1) ?? '');
  const other = `${text.slice(0, -1)}${alphabet[last ^ 1] ?? ''}`;
  if (!Buffer.from(other, 'base64url').equals(Buffer.from(text, 'base64url')))
    throw new Error('no other spelling');
  return other;
}
