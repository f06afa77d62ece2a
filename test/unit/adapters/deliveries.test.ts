/**
 * What became of a mail, as it is kept: an address is suppressed once and for good, found by its hash however it is
 * written, and a request knows the strongest thing that was told of it, in whatever order that came. In memory.
 */
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { referenceHash } from '../../../shared/adapters/crypto/references.ts';
import { deliveries } from '../../../shared/domain/request-state.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { noteDelivery } = await import('../../../shared/adapters/deliveries.ts');
const { addressHashOf, suppressAddress, suppressionKey, suppressionSchema } =
  await import('../../../shared/adapters/suppressions.ts');
const { fromItem } = await import('../../../shared/adapters/dynamodb.ts');

const now = Date.parse('2026-03-03T10:15:00+02:00');

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
});

describe('an address', () => {
  const hash = referenceHash('a key of this test');

  it('has one hash, however it is written, and another than anybody else', () => {
    const written = ['ann@example.org', ' Ann@Example.ORG ', 'ANN@EXAMPLE.ORG\n'];
    expect(new Set(written.map((address) => addressHashOf(hash, address)))).toEqual(
      new Set([hash('address', 'ann@example.org')]),
    );
    expect(addressHashOf(hash, 'anne@example.org')).not.toBe(addressHashOf(hash, 'ann@example.org'));
  });

  it('that is suppressed is found by its key, as a record of its day, and never expires', async () => {
    await suppressAddress('table', { addressHash: 'h', cause: 'bounce', now, requestId: 'r-1' });
    expect(dynamodb.items('table')).toEqual([
      {
        ...(fromItem(suppressionKey('h')) as object),
        kind: 'suppression',
        addressHash: 'h',
        cause: 'bounce',
        suppressedAt: now,
        requestId: 'r-1',
        recordDay: '2026-03-03',
        recordOrder: '2026-03-03T08:15:00.000Z#h',
      },
    ]);
    expect(fromItem(suppressionKey('h'))).toEqual({ pk: 'ADDRESS#h', sk: 'SUPPRESSION' });
  });

  it('stays as it was suppressed first', async () => {
    await suppressAddress('table', { addressHash: 'h', cause: 'complaint', now });
    const [first] = dynamodb.items('table');
    await suppressAddress('table', { addressHash: 'h', cause: 'bounce', now: now + 1, requestId: 'r-2' });
    expect(dynamodb.items('table')).toEqual([first]);
    expect(suppressionSchema.parse(first)).toMatchObject({ cause: 'complaint', suppressedAt: now });
  });
});

describe('a request', () => {
  const seeded = { pk: 'REQUEST#r-1', sk: 'REQUEST', requestId: 'r-1', state: 'claimed' };

  it.each([
    [['delayed'], 'delayed'],
    [['delayed', 'delayed'], 'delayed'],
    [['delayed', 'bounced'], 'bounced'],
    [['bounced', 'delayed'], 'bounced'],
    [['complained', 'delayed', 'bounced'], 'complained'],
    [['bounced', 'complained', 'bounced', 'delayed'], 'complained'],
  ] as const)('that is told %j keeps %s, and everything else as it was', async (told, kept) => {
    dynamodb.seed('table', seeded);
    for (const delivery of told) await noteDelivery('table', 'r-1', delivery);
    expect(dynamodb.items('table')).toEqual([{ ...seeded, delivery: kept }]);
  });

  it('that is not there is not made up', async () => {
    for (const delivery of deliveries) await noteDelivery('table', 'forgotten', delivery);
    expect(dynamodb.items('table')).toEqual([]);
  });

  it('that could not be written is a fault, to be tried again', async () => {
    const error = Object.assign(new Error('busy'), { name: 'TransactionConflictException' });
    mockClient(DynamoDBClient).on(UpdateItemCommand).rejects(error);
    await expect(noteDelivery('table', 'r-1', 'bounced')).rejects.toBe(error);
  });
});
