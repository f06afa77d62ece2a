/** What an event is decided on and how its outcome is stored, on the wire: leftovers are fetched, lost races are told from faults. */
import {
  BatchGetItemCommand,
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventRecord } from '../../../shared/adapters/stage-events.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { countRedelivery, readKnown, recordEvent } = await import('../../../shared/adapters/stage-events.ts');

const keys = { eventHash: 'e', occasionHash: 'o', contactHashes: ['ann', 'bo', 'ann'] };
const ask = { requestId: 'r', stage: 'service.ended', caseHash: 'c', at: 1 };
const storedLedger = (contact: string) => ({
  pk: `CONTACT#${contact}`,
  sk: 'LEDGER',
  version: 2,
  asks: [ask],
  expiresOn: 9,
});
const record = (changes: Partial<EventRecord> = {}): EventRecord => ({
  eventHash: 'e',
  newOccasionHash: 'o',
  newItems: [{ pk: 'CONTACT#ann', sk: 'DECISION#1' }],
  ledgers: new Map([['ann', { version: 0, asks: [ask] }]]),
  expiresOn: 9,
  ...changes,
});

describe('reading', () => {
  const dynamodb = mockClient(DynamoDBClient);
  beforeEach(() => dynamodb.reset());

  it('asks again for what DynamoDB left over, and for nothing twice', async () => {
    const left = { table: { Keys: [marshall({ pk: 'CONTACT#bo', sk: 'LEDGER' })], ConsistentRead: true } };
    dynamodb
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { table: [marshall(storedLedger('ann'))] }, UnprocessedKeys: left })
      .resolvesOnce({ Responses: { table: [marshall(storedLedger('bo'))] } });
    const known = await readKnown('table', keys);
    expect([...known.ledgers.keys()]).toEqual(['ann', 'bo']);
    const [first, second] = dynamodb
      .commandCalls(BatchGetItemCommand)
      .map(({ args }) => args[0].input.RequestItems);
    expect(first?.['table']?.Keys).toHaveLength(4);
    expect(first?.['table']?.ConsistentRead).toBe(true);
    expect(second).toEqual(left);
  });
});

describe('an outcome', () => {
  let dynamodb: FakeDynamoDb;
  beforeEach(() => (dynamodb = new FakeDynamoDb()));

  it('is known from then on: the event, its occasion and the ledgers', async () => {
    const before = await readKnown('table', keys);
    expect(before).toEqual({ event: false, occasion: false, ledgers: new Map() });
    expect(await recordEvent('table', record())).toBe(true);
    const after = await readKnown('table', keys);
    expect(after).toMatchObject({ event: true, occasion: true });
    expect(after.ledgers.get('ann')).toMatchObject({ version: 1, asks: [ask] });
  });

  it.each<[string, Partial<EventRecord>]>([
    ['the event has been decided', { newOccasionHash: undefined, newItems: [], ledgers: new Map() }],
    ['the occasion has been marked', { eventHash: 'another', newItems: [], ledgers: new Map() }],
    ['a ledger has been begun', { eventHash: 'another', newOccasionHash: undefined, newItems: [] }],
  ])('is not stored, and nothing of it is, where %s meanwhile', async (_, changes) => {
    await recordEvent('table', record());
    const before = dynamodb.items('table');
    expect(await recordEvent('table', record(changes))).toBe(false);
    expect(dynamodb.items('table')).toEqual(before);
  });

  it('advances a ledger only from the version that was read', async () => {
    dynamodb.seed('table', storedLedger('ann'));
    const from = (version: number) =>
      record({
        eventHash: `e${version}`,
        newOccasionHash: undefined,
        newItems: [],
        ledgers: new Map([['ann', { version, asks: [ask] }]]),
      });
    expect(await recordEvent('table', from(1))).toBe(false);
    expect(await recordEvent('table', from(2))).toBe(true);
    expect(await recordEvent('table', from(2))).toBe(false);
    expect(dynamodb.items('table').find(({ sk }) => sk === 'LEDGER')).toMatchObject({
      version: 3,
      asks: [ask],
    });
  });

  it('goes into a ledger that a sending has begun without asks', async () => {
    dynamodb.seed('table', { pk: 'CONTACT#ann', sk: 'LEDGER', lastSentAt: 5, lastSentRequest: 'r' });
    expect((await readKnown('table', keys)).ledgers.size).toBe(0);
    expect(await recordEvent('table', record())).toBe(true);
    expect(dynamodb.items('table').find(({ sk }) => sk === 'LEDGER')).toMatchObject({
      version: 1,
      lastSentAt: 5,
    });
  });

  it('counts redeliveries of an event', async () => {
    await recordEvent('table', record());
    await countRedelivery('table', 'e');
    await countRedelivery('table', 'e');
    expect(dynamodb.items('table').find(({ sk }) => sk === 'EVENT')).toMatchObject({ redeliveries: 2 });
  });
});

describe('a transaction that is cancelled', () => {
  const dynamodb = mockClient(DynamoDBClient);
  beforeEach(() => dynamodb.reset());
  const cancelled = (...codes: string[]) =>
    new TransactionCanceledException({
      message: 'cancelled',
      CancellationReasons: codes.map((Code) => ({ Code })),
      $metadata: {},
    });

  it.each([
    [['ConditionalCheckFailed', 'None']],
    [['None', 'TransactionConflict']],
    [['TransactionConflict', 'ConditionalCheckFailed']],
  ])('for %j has lost a race', async (codes) => {
    dynamodb.on(TransactWriteItemsCommand).rejects(cancelled(...codes));
    expect(await recordEvent('table', record())).toBe(false);
  });

  it.each([
    [['ValidationError', 'None']],
    [['ConditionalCheckFailed', 'ItemCollectionSizeLimitExceeded']],
    [['None']],
    [[]],
  ])('for %j is a fault', async (codes: string[]) => {
    const error = cancelled(...codes);
    dynamodb.on(TransactWriteItemsCommand).rejects(error);
    await expect(recordEvent('table', record())).rejects.toBe(error);
  });

  it('never hides another error', async () => {
    dynamodb.on(TransactWriteItemsCommand).rejects(new Error('no network'));
    await expect(recordEvent('table', record())).rejects.toThrow('no network');
  });
});
