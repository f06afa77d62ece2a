/**
 * A page that was opened a year ago, with JavaScript: its script runs as it is, against today's functions. Its keys are
 * gone, its ticket has expired; it is told that the time for answering is over, in one go, and nothing is stored. (The
 * form of a browser without JavaScript is told the same: `take-answers.test.ts`.)
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeTicket } from '../../shared/adapters/crypto/tickets.ts';
import { makeBallot, type QuarterKeys } from '../../web/respondent/ballot.ts';
import type { Line } from '../../web/respondent/insist.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { FakeKms, spkiOf } from '../support/fake-kms.ts';
import { callHttp } from '../support/lambda-invocation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  BALLOTS_TABLE: 'ballots',
  BALLOT_KEYS_TABLE: 'ballot-keys',
  BALLOT_WRAPPING_KEY_ARN: 'arn:ballot-wrapping',
  POOL_TABLE: 'pool',
  TICKETS_SECRET_ARN: 'arn:tickets',
})) {
  vi.stubEnv(name, value);
}

const ticketsKey = 'the tickets key of this test';
const newKey = (modulusLength = 2048): KeyObject => generateKeyPairSync('rsa', { modulusLength }).privateKey;
const [ballotKey, laterKey, mixKey] = [newKey(), newKey(), newKey(3072)];
const modulusOf = (key: KeyObject): string => key.export({ format: 'jwk' }).n ?? '';
const keysOfPage: readonly QuarterKeys[] = ['2026-Q1', '2026-Q2'].map((id) => ({
  id,
  ballot: modulusOf(ballotKey),
  mix: modulusOf(mixKey),
}));

let dynamodb: FakeDynamoDb;
let kms: FakeKms;
let posts: string[];
let lose: (path: string) => boolean;

function storeKey(quarter: string, key: KeyObject, isDestroyed = false): void {
  const wrapped = { wrappedPrivateKey: kms.wrap('arn:ballot-wrapping', { quarter }, key) };
  dynamodb.seed('ballot-keys', { id: quarter, publicKey: spkiOf(key), ...(!isDestroyed && wrapped) });
}

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-03T10:15:00+02:00') });
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: ticketsKey });
  dynamodb = new FakeDynamoDb();
  kms = new FakeKms();
  storeKey('2026-Q1', ballotKey);
  posts = [];
  lose = () => false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const line: Line = {
  post: async (path, body) => {
    posts.push(path);
    if (lose(path)) throw new TypeError('the request was lost');
    const { handler } =
      path === '/v1/ballots'
        ? await import('../../functions/sign-ballots/handler.ts')
        : await import('../../functions/take-responses/handler.ts');
    const headers = { 'content-type': 'application/json' };
    const answer = await callHttp(handler, { method: 'POST', path, headers, body: JSON.stringify(body) });
    return { status: answer.statusCode ?? 0, body: JSON.parse(answer.body) };
  },
  pause: () => Promise.resolve(),
};

const openPage = () =>
  makeBallot(
    { ticket: makeTicket(ticketsKey, '2026-05'), context: randomBytes(9).toString('base64url') },
    keysOfPage,
    line,
  );

/** A year in which the quarters’ keys came and went; of the old ones the public halves may still be there. */
function passYear(): void {
  vi.setSystemTime(Date.parse('2027-03-03T10:15:00+02:00'));
  dynamodb = new FakeDynamoDb();
  for (const quarter of ['2026-Q1', '2026-Q2']) storeKey(quarter, ballotKey, true);
  storeKey('2027-Q1', laterKey);
}

it('is told with its first post that the time is over, and not to open the link again for nothing', async () => {
  const send = openPage();
  passYear();
  expect(await send({ heard: 4 })).toBe('expired');
  expect(posts).toEqual(['/v1/ballots']);
  expect([dynamodb.items('ballots'), dynamodb.items('pool')]).toEqual([[], []]);
});

it('is told so too where its keys have left no trace', async () => {
  const send = openPage();
  vi.setSystemTime(Date.parse('2027-03-03T10:15:00+02:00'));
  dynamodb = new FakeDynamoDb();
  storeKey('2027-Q1', laterKey);
  expect(await send({ heard: 4 })).toBe('expired');
});

it('that had its ballot signed, and no connection since, is told so as well', async () => {
  const send = openPage();
  lose = (path) => path === '/v1/responses';
  expect(await send({ heard: 4 })).toBe('unavailable');
  passYear();
  lose = () => false;
  expect(await send({ heard: 4 })).toBe('expired');
  expect(posts.at(-1)).toBe('/v1/responses');
  expect(dynamodb.items('pool')).toEqual([]);
});
