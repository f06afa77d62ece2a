/**
 * From an event of SES in the queue to what is stored: who bounced for good or complained is suppressed, everything else
 * is only noted on the request, nothing is sent, and what can't be read goes to the dead letters while the others are
 * done. Tables are kept in memory.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { referenceHash } from '../../shared/adapters/crypto/references.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { collectLog, deliver } from '../support/lambda-invocation.ts';
import { bounced, complained, delayed } from '../support/mail-events.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('INVITATIONS_TABLE', 'invitations');
vi.stubEnv('REFERENCES_SECRET_ARN', 'arn:references');

const hash = referenceHash('the references key');
const request = { pk: 'REQUEST#r-1', sk: 'REQUEST', requestId: 'r-1', state: 'sent' };
const ses = mockClient(SESClient);

let dynamodb: FakeDynamoDb;
let log: ReturnType<typeof collectLog>;
function begin(calls = new DeadlyCalls()): void {
  dynamodb = new FakeDynamoDb(calls.around);
  dynamodb.seed('invitations', request);
}
beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-03T10:17:00+02:00') });
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: 'the references key' });
  ses.reset();
  log = collectLog();
  begin();
});
afterEach(() => {
  expect(ses.calls()).toEqual([]);
  const written = log.text() + JSON.stringify(dynamodb.items('invitations'));
  expect(written).not.toMatch(/@(example|kuultu)/i);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** @returns ids of the messages that would come again */
async function take(...events: readonly unknown[]): Promise<string[]> {
  const { handler } = await import('../../functions/note-deliveries/handler.ts');
  return deliver(
    handler,
    ...events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event))),
  );
}

const suppressed = (): unknown[] =>
  dynamodb
    .items('invitations')
    .filter(({ sk }) => sk === 'SUPPRESSION')
    .map(({ addressHash, cause, requestId }) => [addressHash, cause, requestId]);
const noted = (): unknown =>
  dynamodb.items('invitations').find(({ pk }) => pk === 'REQUEST#r-1')?.['delivery'];
const ofAnn = hash('address', 'p1@example.org');

describe('an event about a mail', () => {
  it.each([
    ['a permanent bounce', bounced('Permanent'), [[ofAnn, 'bounce', 'r-1']], 'bounced', 'a mail bounced'],
    ['a transient bounce', bounced('Transient'), [], 'bounced', 'a mail bounced'],
    ['a bounce that nobody understands', bounced('Undetermined'), [], 'bounced', 'a mail bounced'],
    [
      'a complaint',
      complained(),
      [[ofAnn, 'complaint', 'r-1']],
      'complained',
      'a recipient complained about a mail',
    ],
    ['a delay', delayed(), [], 'delayed', 'a mail is delayed'],
  ])('that tells of %s', async (_, event, addresses, delivery, phrase) => {
    expect(await take(event)).toEqual([]);
    expect(suppressed()).toEqual(addresses);
    expect(noted()).toBe(delivery);
    expect(log.lines()).toEqual([{ level: 'INFO', phrase, requestId: 'r-1' }]);
    expect(dynamodb.items('invitations').find(({ sk }) => sk === 'REQUEST')).toMatchObject(request);
  });

  it('in the envelope of the bus is read alike', async () => {
    const envelope = { version: '0', source: 'aws.ses', 'detail-type': 'Email Bounced', resources: [] };
    expect(await take({ ...envelope, detail: bounced('Permanent') })).toEqual([]);
    expect(suppressed()).toEqual([[ofAnn, 'bounce', 'r-1']]);
  });

  it('suppresses the address that was written to, and the one that it was forwarded to', async () => {
    await take(bounced('Permanent', { to: 'p1@example.org' }, ['Somebody Else <Other@Example.net>']));
    const other = hash('address', 'other@example.net');
    expect(suppressed().sort()).toEqual(
      [
        [ofAnn, 'bounce', 'r-1'],
        [other, 'bounce', 'r-1'],
      ].sort(),
    );
  });

  it('suppresses an address once, however it is spelled', async () => {
    await take(complained({ to: 'P1@Example.org' }, ['p1@EXAMPLE.org']));
    expect(suppressed()).toEqual([[ofAnn, 'complaint', 'r-1']]);
  });

  it.each([
    ['has no tag', null],
    ['has a tag that is no id of ours', 'p1@example.org'],
    ['belongs to a request that is forgotten', 'r-0'],
  ])('that %s still suppresses, and makes no request up', async (_, requestId) => {
    expect(await take(complained({ requestId }))).toEqual([]);
    expect(suppressed()).toMatchObject([[ofAnn, 'complaint', requestId === 'r-0' ? 'r-0' : undefined]]);
    expect(dynamodb.items('invitations')).toHaveLength(2);
    expect(noted()).toBeUndefined();
  });
});

describe('events', () => {
  it('that come again, late and out of order leave what the strongest of them says', async () => {
    const events = [complained(), delayed(), bounced('Transient'), complained(), delayed()];
    expect(await take(...events)).toEqual([]);
    expect(await take(...events.toReversed())).toEqual([]);
    expect(noted()).toBe('complained');
    expect(suppressed()).toEqual([[ofAnn, 'complaint', 'r-1']]);
  });

  it.each(['before', 'after'])(
    'are done in full by the next try where a call fails, %s it took effect',
    async (when) => {
      for (const call of [1, 2]) {
        vi.resetModules();
        begin(new DeadlyCalls({ call, takesEffect: when === 'after', dies: false }));
        expect(await take(bounced('Permanent'))).toEqual(['0']);
        expect(await take(bounced('Permanent'))).toEqual([]);
        expect(suppressed()).toEqual([[ofAnn, 'bounce', 'r-1']]);
        expect(noted()).toBe('bounced');
      }
    },
  );

  const nonsense = [
    'not JSON: p1@example.org',
    {},
    null,
    { eventType: 'Open', open: {}, mail: complained().mail },
    { ...bounced('Permanent'), bounce: undefined },
    { ...bounced('Permanent'), mail: undefined },
    bounced('Eternal'),
    complained({ to: '' }),
    { 'detail-type': 'Email Bounced', detail: 'p1@example.org' },
  ];

  it('that cannot be read go to the dead letters, and stop no other', async () => {
    const failed = await take(...nonsense, bounced('Permanent'));
    expect(failed).toEqual(nonsense.map((_, position) => String(position)));
    expect(suppressed()).toEqual([[ofAnn, 'bounce', 'r-1']]);
    expect(log.lines().filter(({ level }) => level === 'ERROR')).toHaveLength(nonsense.length);
  });
});
