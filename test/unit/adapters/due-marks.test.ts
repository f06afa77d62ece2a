/** The marks by which requests are found when their time has come. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { dueMark, dueRequests, postponeRequest, removeDueMarks } =
  await import('../../../shared/adapters/due-marks.ts');

const now = Date.parse('2026-03-03T10:15:00+02:00');
let dynamodb: FakeDynamoDb;
beforeEach(() => (dynamodb = new FakeDynamoDb()));

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

  it('come again for a request that was put off, once however often that is said', async () => {
    await postponeRequest('table', 'r-1', now + 1000);
    await postponeRequest('table', 'r-1', now + 1000);
    expect(await dueRequests('table', now + 999, 10)).toEqual([]);
    expect(await dueRequests('table', now + 1000, 10)).toMatchObject([{ requestId: 'r-1' }]);
  });
});
