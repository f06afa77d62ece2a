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
import { shippedRule } from '../support/rules.ts';
import { eventDocument, recipient } from '../support/stage-events.ts';
import { storeOwnForms } from '../support/own-forms.ts';

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

/** Items of the tables by subject, such as `CASE`. */
const ledgers = (subject: string): Record<string, unknown>[] =>
  stored('LEDGER').filter(({ pk }) => String(pk).startsWith(`${subject}#`));

describe('an event', () => {
  it('leaves a record, a request with its mark, its ledgers and its unit', async () => {
    expect(await take(eventDocument())).toEqual([]);
    expect(records()).toMatchObject([
      { stage: 'plan-meeting.held', outcome: 'asked', reason: null, recipient: { role: 'parent' } },
    ]);
    expect(requests()).toMatchObject([
      { state: 'due', address: 'p1@example.org', dueAt: Date.parse('2026-03-03T10:15:00+02:00') },
    ]);
    const requestId = String(requests()[0]?.['requestId']);
    expect(dynamodb.items('invitations')).toContainEqual(
      expect.objectContaining({ pk: 'DUE', sk: `2026-03-03T08:15:00.000Z#${requestId}`, requestId }),
    );
    for (const subject of ['CONTACT', 'CASE', 'HOUSEHOLD'])
      expect(ledgers(subject)).toMatchObject([{ version: 1, asks: [{ requestId }] }]);
    expect(ledgers('OCCASION')).toMatchObject([{ stages: ['plan-meeting.held'], requestIds: [requestId] }]);
    expect(dynamodb.items('settings')).toMatchObject([
      { pk: 'UNITS', confirmed: false, region: '1.2.246.10.12345678.10' },
    ]);
  });

  it('asks with the version of a form that is in force, as it is read with all else', async () => {
    storeOwnForms(dynamodb, { id: 'meeting', published: [2, 3], withdrawn: [3] });
    await take(eventDocument());
    expect(requests()).toMatchObject([{ context: { questionSet: 'meeting', questionSetVersion: 2 } }]);
  });

  it('asks nobody with a form of which every version is withdrawn', async () => {
    storeOwnForms(dynamodb, { id: 'meeting', published: [2], withdrawn: [1, 2] });
    await take(eventDocument());
    expect([reasons(), requests()]).toEqual([['no-language-form'], []]);
    expect(records()[0]?.gates['no-language-form']).toBeNull();
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
    // Thirty days after the third of March is the eve of Good Friday; the hours of this rule begin at noon.
    expect(records()[1]?.nextPossibleAt).toBe(Date.parse('2026-04-02T12:00:00+03:00'));
  });

  it('for twenty people is stored in one transaction', async () => {
    const recipients = Array.from({ length: 20 }, (_, i) => recipient({ contactRef: `p-${i}` }));
    const many = { most: 1000, days: 1 };
    const generous = {
      ...shippedRule('plan-meeting-held'),
      householdCap: many,
      caseCap: many,
      unitDailyCap: 1000,
    };
    dynamodb.seed('settings', { pk: 'RULES', sk: 'CURRENT', version: 1, rules: [generous] });
    expect(await take(eventDocument({}, { recipients }))).toEqual([]);
    expect(requests()).toHaveLength(20);
    const [write, ...more] = dynamodb.transactions;
    // The event and its occasion, case, household and unit; and for each their ledger, record, request and mark.
    expect(write).toBe(5 + 20 * 4);
    expect(more).toEqual([]);
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
  for (const subject of ['CONTACT', 'CASE', 'HOUSEHOLD']) {
    const [ledger] = ledgers(subject);
    expect(new Date(Number(ledger?.['expiresOn']) * 1000).toISOString()).toBe('2028-04-01T00:00:00.000Z');
  }
});

it('of long ago, as out of a history, reaches nobody and blocks nothing', async () => {
  await take(eventDocument({ id: 'old', time: '2025-03-02T10:15:00+02:00' }, { caseRef: 'c-old' }));
  const [request] = requests();
  expect(request).toMatchObject({ state: 'expired-before-sending', kind: 'ended' });
  expect(request).not.toHaveProperty('address');
  expect(dynamodb.items('invitations').filter(({ pk }) => pk === 'DUE')).toEqual([]);
  for (const subject of ['CONTACT', 'CASE', 'HOUSEHOLD'])
    expect(ledgers(subject)).toMatchObject([{ asks: [] }]);
  await take(eventDocument({ id: 'new' }));
  expect(reasons()).toEqual([null, null]);
});

describe('the course of a case', () => {
  const hold = (changes: object = {}) =>
    eventDocument(
      { id: 'hold', type: 'fi.kuultu.hold.started.v1', time: '2026-03-01T10:00:00+02:00', ...changes },
      { reason: 'taking-into-care', unit: undefined, recipients: [] },
    );

  it('is kept from a hold that names nobody, and holds back everybody of the case until it is over', async () => {
    await take(hold());
    expect(ledgers('CASE')).toMatchObject([{ holds: [{ reason: 'taking-into-care', change: 'started' }] }]);
    expect(dynamodb.items('settings')).toEqual([]);
    await take(eventDocument({ id: 'a' }));
    expect(records()).toMatchObject([
      {
        reason: 'hold',
        gates: { hold: 'taking-into-care' },
        nextPossibleAt: Date.parse('2026-03-31T11:00:00+03:00'),
      },
    ]);
    await take(hold({ id: 'end', type: 'fi.kuultu.hold.ended.v1', time: '2026-03-02T10:00:00+02:00' }));
    await take(
      eventDocument({ id: 'b' }, { occasionRef: 'another', recipients: [recipient({ contactRef: 'p-2' })] }),
    );
    expect(reasons()).toContain(null);
  });

  it('lets a request leave only before a hold that is announced', async () => {
    await take(hold({ time: '2026-03-03T12:00:00+02:00' }));
    await take(eventDocument());
    expect(requests()).toMatchObject([
      {
        dueAt: Date.parse('2026-03-03T10:15:00+02:00'),
        leavesBefore: Date.parse('2026-03-03T12:00:00+02:00'),
      },
    ]);
  });

  it('is blocked by a document for everybody, until another lifts it', async () => {
    const document = (id: string, documentType: string, time: string) =>
      take(
        eventDocument(
          { id, type: 'fi.kuultu.client-plan.reviewed.v1', time },
          { documentType, recipients: [] },
        ),
      );
    const meeting = (id: string) =>
      take(eventDocument({ id }, { occasionRef: id, recipients: [recipient({ contactRef: id })] }));
    await document('block', '11050', '2026-02-01T10:00:00+02:00');
    await meeting('a');
    await document('lift', '11049', '2026-02-20T10:00:00+02:00');
    await meeting('b');
    expect(reasons().toSorted()).toEqual(['contact-restricted', null]);
  });

  it('makes a meeting yield to the end of a placement that is near, and the record says so', async () => {
    await take(eventDocument({}, { expectedEnd: '2026-03-16' }));
    expect(records()).toMatchObject([
      {
        reason: 'lower-priority',
        gates: { 'lower-priority': { stage: 'placement.ended', on: '2026-03-16' } },
      },
    ]);
  });
});

describe('a cancellation', () => {
  const cancelled = (id = 'off') =>
    eventDocument(
      { id, type: 'fi.kuultu.plan-meeting.cancelled.v1', time: '2026-03-02T09:00:00+02:00' },
      { recipients: [] },
    );
  const marks = () => dynamodb.items('invitations').filter(({ pk }) => pk === 'DUE');

  it('has requests of its meeting looked at at once', async () => {
    await take(eventDocument());
    const [before] = marks();
    await take(cancelled());
    expect(marks()).toEqual([
      {
        pk: 'DUE',
        sk: `${new Date().toISOString()}#${String(before?.['requestId'])}`,
        requestId: before?.['requestId'],
      },
      before,
    ]);
  });

  it('that is told twice in one instant is stored twice, with one mark', async () => {
    await take(eventDocument());
    expect(await take(cancelled('a'), cancelled('b'))).toEqual([]);
    expect(stored('EVENT')).toHaveLength(3);
    expect(marks()).toHaveLength(2);
  });

  it('that comes before its meeting is reported keeps everybody from being asked', async () => {
    await take(cancelled());
    await take(eventDocument());
    expect(reasons()).toEqual(['stage-cancelled']);
  });
});

it('asks in the language that the person chose, and does not call that a fallback', async () => {
  await take(eventDocument({ id: 'a', time: '2025-06-02T10:00:00+03:00' }));
  const [ledger] = ledgers('CONTACT');
  dynamodb.seed('invitations', { ...ledger, language: 'sv' });
  await take(eventDocument({ id: 'b' }, { occasionRef: 'b', recipients: [recipient({ language: 'so' })] }));
  const [request] = requests().filter(({ state }) => state === 'due');
  expect(request).toMatchObject({ language: 'sv', fellBack: false, context: { language: 'sv' } });
});

it.each([
  ['fi-x-selko', { language: 'fi-x-selko', fellBack: false, context: { language: 'fi-x-selko' } }],
  ['fi-FI', { language: 'fi', fellBack: false, context: { language: 'fi' } }],
  // There is a slot for Northern Sámi, and nothing in it.
  ['se', { language: 'en', fellBack: true, context: { language: 'en' } }],
])('asks somebody whose language is %s in the form that comes nearest', async (language, asked) => {
  await take(eventDocument({}, { recipients: [recipient({ language })] }));
  expect(requests()).toHaveLength(1);
  expect(requests()[0]).toMatchObject(asked);
});

it('asks nobody at an address that is suppressed, however it is written', async () => {
  const { addressHashOf, suppressAddress } = await import('../../shared/adapters/suppressions.ts');
  const { referenceHash } = await import('../../shared/adapters/crypto/references.ts');
  const addressHash = addressHashOf(referenceHash('the references key'), 'P1@example.org ');
  await suppressAddress('invitations', {
    addressHash,
    cause: 'bounce',
    now: Date.now(),
    requestId: undefined,
  });
  await take(eventDocument());
  expect(records()).toMatchObject([{ reason: 'address-suppressed', suppressed: true }]);
});

it('follows the rules that administrators have saved', async () => {
  dynamodb.seed('settings', {
    pk: 'RULES',
    sk: 'CURRENT',
    version: 4,
    rules: [{ ...shippedRule('plan-meeting-held'), version: 9, enabled: false }],
  });
  await take(eventDocument());
  expect(records()).toMatchObject([
    { reason: 'rule-disabled', rule: { id: 'plan-meeting-held', version: 9 } },
  ]);
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
