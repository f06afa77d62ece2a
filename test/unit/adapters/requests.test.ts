/** A request's life in its table: found when due, claimed once, never within the gap, and without an address once it has ended. */
import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Request } from '../../../shared/adapters/requests.ts';
import { dueRequest } from '../../support/requests.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const {
  claimRequest,
  dueMark,
  dueRequests,
  endRequest,
  postponeRequest,
  readRequest,
  removeDueMarks,
  requestItem,
  unclaimRequest,
} = await import('../../../shared/adapters/requests.ts');

const dayMs = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-03-03T10:15:00+02:00');
const request = (requestId: string, changes: Partial<Request> = {}): Request =>
  dueRequest(now, { requestId, ...changes });

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
  dynamodb.seed('table', requestItem(request('r-1')));
  dynamodb.seed('table', requestItem(request('r-2')));
});

describe('a claim', () => {
  it('succeeds once', async () => {
    expect(await claimRequest('table', request('r-1'), now)).toEqual({ kind: 'claimed' });
    expect(await claimRequest('table', request('r-1'), now)).toEqual({ kind: 'not-due' });
    expect(await readRequest('table', 'r-1')).toMatchObject({ state: 'claimed' });
  });

  it('of another request waits until the gap is over, to the millisecond', async () => {
    await claimRequest('table', request('r-1'), now);
    const possibleAt = now + 30 * dayMs;
    expect(await claimRequest('table', request('r-2'), possibleAt - 1)).toEqual({
      kind: 'too-soon',
      possibleAt,
    });
    expect(await readRequest('table', 'r-2')).toMatchObject({ state: 'due' });
    expect(await claimRequest('table', request('r-2'), possibleAt)).toEqual({ kind: 'claimed' });
  });

  it('that was given back can be made again at once', async () => {
    await claimRequest('table', request('r-1'), now);
    await unclaimRequest('table', request('r-1'));
    expect(await claimRequest('table', request('r-1'), now + 1)).toEqual({ kind: 'claimed' });
  });

  it('that was given back has its address again, and not for longer than it can be sent', async () => {
    const stored = () => dynamodb.items('table').find(({ pk }) => pk === 'REQUEST#r-1');
    const [before] = [stored()];
    await claimRequest('table', request('r-1'), now);
    await endRequest('table', { requestId: 'r-1', end: 'send-uncertain', now }, ['claimed']);
    expect(stored()?.['expiresOn']).toBeGreaterThan(Number(before?.['expiresOn']));
    await unclaimRequest('table', request('r-1'));
    expect(stored()).toEqual(before);
    expect(before?.['expiresOn']).toBe((now + 44 * dayMs) / 1000);
  });

  it.each([
    [['None', 'TransactionConflict']],
    [['None', 'ConditionalCheckFailed']],
    [['ThrottlingError', 'None']],
  ])('that is cancelled for %j without more to say is a fault, to be tried again', async (codes) => {
    const error = new TransactionCanceledException({
      message: 'cancelled',
      CancellationReasons: codes.map((Code) => ({ Code })),
      $metadata: {},
    });
    mockClient(DynamoDBClient).on(TransactWriteItemsCommand).rejects(error);
    await expect(claimRequest('table', request('r-1'), now)).rejects.toBe(error);
  });
});

describe('an end', () => {
  it('forgets the address', async () => {
    await claimRequest('table', request('r-1'), now);
    await endRequest('table', { requestId: 'r-1', end: 'sent', now }, ['claimed']);
    const ended = await readRequest('table', 'r-1');
    expect(ended).toMatchObject({ state: 'sent' });
    expect(ended).not.toHaveProperty('address');
  });

  it('from another state changes nothing', async () => {
    await endRequest('table', { requestId: 'r-1', end: 'send-uncertain', now }, ['claimed']);
    expect(await readRequest('table', 'r-1')).toEqual(request('r-1'));
    await unclaimRequest('table', request('nobody'));
    expect(await readRequest('table', 'nobody')).toBeUndefined();
  });
});

describe('due marks', () => {
  it('are found from their very instant on, earliest first, as many as are wanted', async () => {
    for (const [id, at] of [
      ['late', now + 1],
      ['b', now],
      ['a', now - 5000],
      ['c', now],
    ] as const)
      dynamodb.seed('table', { ...dueMark(id, at) });
    const idsOf = async (most: number) =>
      (await dueRequests('table', now, most)).map(({ requestId }) => requestId);
    expect(await idsOf(10)).toEqual(['a', 'b', 'c']);
    expect(await idsOf(2)).toEqual(['a', 'b']);
  });

  it('are taken away all, however many', async () => {
    const marks = Array.from({ length: 60 }, (_, i) => dueMark(`r-${i}`, now));
    for (const mark of marks) dynamodb.seed('table', { ...mark });
    await removeDueMarks('table', marks);
    expect(await dueRequests('table', now, 100)).toEqual([]);
  });

  it('come again for a request that was put off', async () => {
    await postponeRequest('table', 'r-1', now + 1000);
    expect(await dueRequests('table', now + 999, 10)).toEqual([]);
    expect(await dueRequests('table', now + 1000, 10)).toMatchObject([{ requestId: 'r-1' }]);
  });
});
