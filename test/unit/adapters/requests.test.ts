/** Requests as they are stored: with an address as long as they are to be sent, and never in what administrators are told. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { days } from '../../../shared/domain/calendar/duration.ts';
import { dueRequest, readRequest } from '../../support/requests.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { expiredRequestItem, requestItem, requestStandings } =
  await import('../../../shared/adapters/requests.ts');
const { recordPlace } = await import('../../../shared/adapters/record-order.ts');

const now = Date.parse('2026-03-03T10:15:00+02:00');
let dynamodb: FakeDynamoDb;
beforeEach(() => (dynamodb = new FakeDynamoDb()));

describe('a request', () => {
  it('is read as it was written, and is cleared away with its address a month after it could be sent', async () => {
    const request = dueRequest(now);
    dynamodb.seed('table', requestItem(request));
    expect(await readRequest('table', 'r-1')).toEqual(request);
    expect(await readRequest('table', 'r-2')).toBeUndefined();
    expect(requestItem(request)['expiresOn']).toBe((request.expiresAt + days(30)) / 1000);
    // What is pending is no record: records hold no address.
    expect(requestItem(request)).not.toHaveProperty('recordDay');
  });

  it('that expired before it could leave never has an address, and is a record from the start', () => {
    const item = expiredRequestItem(dueRequest(now, { seen: now }));
    expect(item).toMatchObject({
      state: 'expired-before-sending',
      kind: 'ended',
      recordDay: '2026-03-03',
      recordOrder: '2026-03-03T08:15:00.000Z#r-1',
      expiresOn: Date.UTC(2027, 4, 1) / 1000,
    });
    expect(JSON.stringify(item)).not.toContain('p1@example.org');
  });
});

it('how requests stand is told of many at once, without their addresses', async () => {
  const ids = Array.from({ length: 150 }, (_, n) => `r-${n}`);
  for (const requestId of ids) dynamodb.seed('table', requestItem(dueRequest(now, { requestId })));
  const ended = dueRequest(now, { requestId: 'r-7', state: 'withdrawn', endReason: 'hold' });
  dynamodb.seed('table', { ...requestItem(ended), ...recordPlace(now + 5, 'r-7') });
  const standings = await requestStandings('table', [...ids, 'gone']);
  expect(standings.size).toBe(150);
  expect(standings.get('r-7')).toEqual({
    requestId: 'r-7',
    state: 'withdrawn',
    endReason: 'hold',
    dueAt: now,
    endedAt: now + 5,
  });
  expect(standings.get('r-8')).toEqual({ requestId: 'r-8', state: 'due', dueAt: now, endedAt: null });
});
