/**
 * A request is claimed once, never within the gap, and never where its person, case or address has changed since it was looked
 * at; it ends once, without its address, as a record.
 */
import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { days } from '../../../shared/domain/calendar/duration.ts';
import { emptyCase, emptyContact } from '../../../shared/domain/decisions/ledger.ts';
import type { Request } from '../../../shared/adapters/requests.ts';
import { dueRequest, readRequest } from '../../support/requests.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { claimRequest, endRequest, unclaimRequest } =
  await import('../../../shared/adapters/request-claims.ts');
const { requestItem } = await import('../../../shared/adapters/requests.ts');

const now = Date.parse('2026-03-03T10:15:00+02:00');
const request = (requestId: string, changes: Partial<Request> = {}): Request =>
  dueRequest(now, { requestId, ...changes });
const { seen } = request('r-1');

let dynamodb: FakeDynamoDb;
const contactItem = {
  pk: 'CONTACT#ann',
  sk: 'LEDGER',
  ...emptyContact,
  version: 1,
  sequence: seen,
  disturbedAt: 0,
};
const caseItem = { pk: 'CASE#case-1', sk: 'LEDGER', ...emptyCase, version: 1, sequence: seen };
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
  dynamodb.seed('table', requestItem(request('r-1')));
  dynamodb.seed('table', requestItem(request('r-2')));
  dynamodb.seed('table', contactItem);
  dynamodb.seed('table', caseItem);
});
const stored = (pk = 'REQUEST#r-1') => dynamodb.items('table').find((item) => item['pk'] === pk);
const claim = (requestId: string, at = now, upTo = { contact: seen, case: seen }) =>
  claimRequest('table', request(requestId), { now: at, seen: upTo });

describe('a claim', () => {
  it('succeeds once', async () => {
    expect(await claim('r-1')).toEqual({ kind: 'claimed' });
    expect(await claim('r-1')).toEqual({ kind: 'not-due' });
    expect(await readRequest('table', 'r-1')).toMatchObject({ state: 'claimed' });
  });

  it('of a request that was moved or looked at by somebody else meanwhile is refused', async () => {
    dynamodb.seed('table', requestItem(request('r-1', { seen: seen + 1 })));
    expect(await claim('r-1')).toEqual({ kind: 'not-due' });
  });

  it('of another request waits until the gap is over, to the millisecond', async () => {
    await claim('r-1');
    const possibleAt = now + days(30);
    expect(await claim('r-2', possibleAt - 1)).toEqual({ kind: 'too-soon', possibleAt });
    expect(await readRequest('table', 'r-2')).toMatchObject({ state: 'due' });
    expect(await claim('r-2', possibleAt)).toEqual({ kind: 'claimed' });
  });

  it.each<[string, () => void]>([
    [
      'the person has said something',
      () => {
        dynamodb.seed('table', { ...contactItem, disturbedAt: seen + 1 });
      },
    ],
    [
      'the person has said something, and was asked lately too',
      () => {
        dynamodb.seed('table', {
          ...contactItem,
          disturbedAt: seen + 1,
          lastSentAt: now - 1,
          lastSentRequest: 'r-0',
        });
      },
    ],
    [
      'the case is disturbed',
      () => {
        dynamodb.seed('table', { ...caseItem, disturbedAt: seen + 1 });
      },
    ],
    [
      'the address is suppressed',
      () => {
        dynamodb.seed('table', { pk: 'ADDRESS#address-1', sk: 'SUPPRESSION' });
      },
    ],
  ])('is refused, and changes nothing, where %s since', async (_, disturb) => {
    disturb();
    const before = dynamodb.items('table');
    expect(await claim('r-1')).toEqual({ kind: 'disturbed' });
    expect(dynamodb.items('table')).toEqual(before);
  });

  it('holds each ledger against what was seen of it, however far ahead the other one is', async () => {
    dynamodb.seed('table', { ...caseItem, disturbedAt: seen + 3 });
    expect(await claim('r-1', now, { contact: seen + 50, case: seen + 2 })).toEqual({ kind: 'disturbed' });
    expect(await claim('r-1', now, { contact: seen + 50, case: seen + 3 })).toEqual({ kind: 'claimed' });
    dynamodb.seed('table', { ...contactItem, disturbedAt: seen + 3 });
    expect(await claim('r-2', now, { contact: seen + 2, case: seen + 50 })).toEqual({ kind: 'disturbed' });
  });

  it('that was given back can be made again at once', async () => {
    await claim('r-1');
    await unclaimRequest('table', request('r-1'));
    expect(await claim('r-1', now + 1)).toEqual({ kind: 'claimed' });
  });

  it('that was given back does not make another request wait: the sending before it is the last again', async () => {
    dynamodb.seed('table', { ...contactItem, lastSentAt: now - days(40), lastSentRequest: 'r-0' });
    await claim('r-1');
    expect(await claim('r-2')).toMatchObject({ kind: 'too-soon' });
    await unclaimRequest('table', request('r-1'));
    expect(stored('CONTACT#ann')).toMatchObject({ lastSentAt: now - days(40) });
    expect(await claim('r-2', now + 1)).toEqual({ kind: 'claimed' });
  });

  it('that was given back has its address again, is no record, and is kept no longer than it can be sent', async () => {
    const before = stored();
    await claim('r-1');
    await endRequest('table', { requestId: 'r-1', end: 'send-uncertain', now }, ['claimed']);
    expect(stored()).toMatchObject({ kind: 'ended' });
    expect(stored()?.['expiresOn']).toBeGreaterThan(Number(before?.['expiresOn']));
    await unclaimRequest('table', request('r-1'));
    expect(stored()).toEqual(before);
    expect(before?.['expiresOn']).toBe((now + days(44)) / 1000);
  });

  it.each([
    [['None', 'TransactionConflict', 'None', 'None']],
    [['None', 'ConditionalCheckFailed', 'None', 'None']],
    [['ThrottlingError', 'None', 'None', 'None']],
  ])('that is cancelled for %j without more to say is a fault, to be tried again', async (codes) => {
    const error = new TransactionCanceledException({
      message: 'cancelled',
      CancellationReasons: codes.map((Code) => ({ Code })),
      $metadata: {},
    });
    mockClient(DynamoDBClient).on(TransactWriteItemsCommand).rejects(error);
    await expect(claim('r-1')).rejects.toBe(error);
  });

  it('that fails otherwise fails', async () => {
    mockClient(DynamoDBClient).on(TransactWriteItemsCommand).rejects(new Error('no network'));
    await expect(claim('r-1')).rejects.toThrow('no network');
  });
});

describe('an end', () => {
  it('forgets the address, and stands among the records of its day', async () => {
    await claim('r-1');
    await endRequest('table', { requestId: 'r-1', end: 'sent', now }, ['claimed']);
    const ended = await readRequest('table', 'r-1');
    expect(ended).toMatchObject({ state: 'sent' });
    expect(ended).not.toHaveProperty('address');
    expect(stored()).toMatchObject({
      kind: 'ended',
      recordDay: '2026-03-03',
      recordOrder: '2026-03-03T08:15:00.000Z#r-1',
      expiresOn: Date.UTC(2027, 4, 1) / 1000,
    });
  });

  it('from another state changes nothing', async () => {
    await endRequest('table', { requestId: 'r-1', end: 'send-uncertain', now }, ['claimed']);
    expect(await readRequest('table', 'r-1')).toEqual(request('r-1'));
    await unclaimRequest('table', request('nobody'));
    expect(await readRequest('table', 'nobody')).toBeUndefined();
  });
});
