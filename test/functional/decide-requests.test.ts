/**
 * From a stage event in the queue to what is stored: one outcome for an event however often it comes, references only as
 * hashes, and a poison message that stops no other. Tables are kept in memory.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decisionRecordSchema } from '../../shared/adapters/decision-records.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { collectLog, deliver } from '../support/lambda-invocation.ts';
import { eventDocument, recipient } from '../support/stage-events.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('INVITATIONS_TABLE', 'invitations');
vi.stubEnv('SETTINGS_TABLE', 'settings');
vi.stubEnv('REFERENCES_SECRET_ARN', 'arn:references');

let dynamodb: FakeDynamoDb;
let log: ReturnType<typeof collectLog>;
beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T10:16:00+02:00') });
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: 'the references key' });
  log = collectLog();
  dynamodb = new FakeDynamoDb();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Hands events over, each time a second later, so that records have an order. */
async function take(...documents: unknown[]): Promise<string[]> {
  vi.setSystemTime(Date.now() + 1000);
  const { handler } = await import('../../functions/decide-requests/handler.ts');
  const bodies = documents.map((document) =>
    typeof document === 'string' ? document : JSON.stringify(document),
  );
  return deliver(handler, ...bodies);
}

const stored = (kind: string): Record<string, unknown>[] =>
  dynamodb.items('invitations').filter(({ sk }) => String(sk).startsWith(kind));
const records = () => stored('DECISION').map((item) => decisionRecordSchema.parse(item));
const requests = () => stored('REQUEST');
const reasons = () => records().map(({ reason }) => reason);

describe('an event', () => {
  it('leaves a record, a request with its mark, a ledger and its unit', async () => {
    expect(await take(eventDocument())).toEqual([]);
    expect(records()).toMatchObject([
      { stage: 'plan-meeting.held', outcome: 'asked', reason: null, role: 'parent' },
    ]);
    expect(requests()).toMatchObject([
      { state: 'due', address: 'p1@example.org', dueAt: Date.parse('2026-03-03T10:15:00+02:00') },
    ]);
    const requestId = String(requests()[0]?.['requestId']);
    expect(dynamodb.items('invitations')).toContainEqual(
      expect.objectContaining({ pk: 'DUE', sk: `2026-03-03T08:15:00.000Z#${requestId}`, requestId }),
    );
    expect(stored('LEDGER')).toMatchObject([{ version: 1, asks: [{ requestId }] }]);
    expect(dynamodb.items('settings')).toMatchObject([
      { pk: 'UNITS', confirmed: false, region: '1.2.246.10.12345678.10' },
    ]);
  });

  it('leaves no reference in the clear', async () => {
    const refs = { caseRef: 'case-ref', householdRef: 'household-ref', occasionRef: 'occasion-ref' };
    await take(
      eventDocument({ id: 'event-ref' }, { ...refs, recipients: [recipient({ contactRef: 'contact-ref' })] }),
    );
    expect(JSON.stringify([dynamodb.items('invitations'), dynamodb.items('settings')])).not.toMatch(/-ref\b/);
    expect(log.text()).toBe('');
  });

  it('that comes again is counted, and changes nothing else', async () => {
    await take(eventDocument());
    const before = dynamodb.items('invitations').filter(({ sk }) => sk !== 'EVENT');
    await take(eventDocument());
    await take(eventDocument());
    expect(dynamodb.items('invitations').filter(({ sk }) => sk !== 'EVENT')).toEqual(before);
    expect(stored('EVENT')).toMatchObject([{ redeliveries: 2 }]);
  });

  it('about the same occasion under another id is decided as a duplicate', async () => {
    await take(eventDocument({ id: 'first' }));
    await take(eventDocument({ id: 'second' }));
    expect(reasons()).toEqual([null, 'duplicate-event']);
    expect(requests()).toHaveLength(1);
  });

  it('without an occasion of its own is a duplicate in the same case, at the same stage, on the same day in Helsinki only', async () => {
    const on = (id: string, time: string, caseRef = 'c-1') =>
      take(
        eventDocument(
          { id, time },
          { occasionRef: undefined, caseRef, recipients: [recipient({ contactRef: id })] },
        ),
      );
    await on('a', '2026-03-02T10:15:00+02:00');
    await on('b', '2026-03-02T21:59:00Z');
    await on('c', '2026-03-02T22:01:00Z');
    await on('d', '2026-03-02T10:15:00+02:00', 'c-2');
    expect(reasons().toSorted()).toEqual(['duplicate-event', null, null, null]);
  });

  it('of an unknown stage is recorded as such', async () => {
    await take(eventDocument({ type: 'fi.kuultu.moon.landed.v1' }));
    expect(records()).toMatchObject([{ stage: 'moon.landed', reason: 'unknown-stage', rule: null }]);
  });

  it('soon after another about the same person is held back for the gap', async () => {
    await take(eventDocument({ id: 'a' }));
    await take(eventDocument({ id: 'b', type: 'fi.kuultu.service.ended.v1' }));
    expect(reasons()).toEqual([null, 'cooldown']);
    expect(records()[1]?.nextPossibleAt).toBe(
      Date.parse('2026-03-03T10:15:00+02:00') + 30 * 24 * 60 * 60 * 1000,
    );
  });

  it('for twenty people is stored in one transaction', async () => {
    const recipients = Array.from({ length: 20 }, (_, i) => recipient({ contactRef: `p-${i}` }));
    expect(await take(eventDocument({}, { recipients }))).toEqual([]);
    expect(requests()).toHaveLength(20);
  });
});

it('out of the envelope of the bus is decided like any other', async () => {
  const envelope = { 'detail-type': 'fi.kuultu.service.ended.v1', source: 'cis', detail: eventDocument() };
  expect(await take(envelope)).toEqual([]);
  expect(requests()).toHaveLength(1);
});

it('with a personal identity code is refused on this way in too, and stored nowhere', async () => {
  expect(await take(eventDocument({}, { serviceTask: '010190-123A' }))).toEqual(['0']);
  expect(dynamodb.items('invitations')).toEqual([]);
  expect(dynamodb.items('settings')).toEqual([]);
  expect(log.text()).not.toContain('010190');
});

it('that lies more than a year ahead is refused', async () => {
  expect(await take(eventDocument({ time: '2027-03-04T10:16:00+02:00' }))).toEqual(['0']);
  expect(await take(eventDocument({ time: '2027-03-02T10:15:00+02:00' }))).toEqual([]);
});

it('keeps a ledger as long as its latest ask counts, be it a year ahead', async () => {
  await take(eventDocument({ time: '2027-02-01T10:00:00+02:00' }));
  const [ledger] = stored('LEDGER');
  expect(new Date(Number(ledger?.['expiresOn']) * 1000).toISOString()).toBe('2028-04-01T00:00:00.000Z');
});

it('of long ago, as out of a history, reaches nobody and blocks nothing', async () => {
  await take(eventDocument({ id: 'old', time: '2025-03-02T10:15:00+02:00' }, { caseRef: 'c-old' }));
  const [request] = requests();
  expect(Number(request?.['expiresAt'])).toBeLessThan(Date.now());
  expect(stored('LEDGER')).toEqual([]);
  await take(eventDocument({ id: 'new' }));
  expect(reasons()).toEqual([null, null]);
});

it('events about one person that are decided at the same time ask once', async () => {
  const stages = ['plan-meeting.held', 'service.ended', 'aftercare.ended', 'placement.ended'];
  const events = stages.map((stage) => eventDocument({ id: stage, type: `fi.kuultu.${stage}.v1` }));
  expect(await take(...events)).toEqual([]);
  expect(requests()).toHaveLength(1);
  expect(records()).toHaveLength(4);
});

it('poison stops no other message, and what it says is not logged', async () => {
  const failed = await take('{"half":', eventDocument(), { ...eventDocument(), time: 'p9@example.org' });
  expect(failed).toEqual(['0', '2']);
  expect(requests()).toHaveLength(1);
  expect(log.lines().map(({ messageId }) => messageId)).toEqual(['0', '2']);
  expect(log.text()).not.toMatch(/example\.org|half/);
});
