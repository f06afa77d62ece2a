/**
 * Shows that of two who have read the same version, or that there is none, one puts the next, and the other changes nothing.
 * The table is one in memory.
 */
import { beforeEach, expect, it } from 'vitest';
import { toItem, transactUnlessChanged } from '../../../shared/adapters/dynamodb.ts';
import { putVersion } from '../../../shared/adapters/versioned.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
});

const put = (version: number, by: string, read: number | undefined): Promise<boolean> =>
  transactUnlessChanged([putVersion('t', toItem({ pk: 'THING', sk: 'CURRENT', version, by }), read)]);
const stored = (): unknown[] => dynamodb.items('t').map(({ version, by }) => [version, by]);

it('is the first where there was none, for one of two', async () => {
  expect([await put(1, 'ann', undefined), await put(1, 'ben', undefined)]).toEqual([true, false]);
  expect(stored()).toEqual([[1, 'ann']]);
});

it('is the next where nobody has put one since, for one of two', async () => {
  await put(1, 'ann', undefined);
  expect([await put(2, 'ben', 1), await put(2, 'ann', 1)]).toEqual([true, false]);
  expect(stored()).toEqual([[2, 'ben']]);
});

it('is none where there was one, and is gone', async () => {
  expect(await put(2, 'ann', 1)).toBe(false);
  expect(stored()).toEqual([]);
});
