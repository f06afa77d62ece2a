import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { recordsByDay } from '../shared/contract/tables.ts';
import { asStored, keyIn, type Item, type Snapshot, type StoredItem } from './stored-items.ts';

const attribute = z.union([
  // What is binary goes over the wire in base64, which takes a third more than what is stored.
  z.strictObject({ B: z.base64() }).transform(({ B: sent }): AttributeValue => ({
    B: Buffer.from(sent, 'base64'),
  })),
  z.custom<AttributeValue>(),
]);
const attributes = z.record(z.string(), attribute);
const withKey = z.object({ TableName: z.string(), Key: attributes });
const part = z.union([
  z.object({ Put: z.object({ TableName: z.string(), Item: attributes }) }),
  z.object({ Update: withKey.extend({ UpdateExpression: z.string() }) }),
  z.object({ Delete: withKey }),
  z.object({ ConditionCheck: withKey }),
]);
const transactionSchema = z.object({ TransactItems: z.array(part) });
type Part = z.infer<typeof part>;

/** What one item of a transaction costs: in its table, and in the index that it stands in. */
type Cost = { readonly table: number; readonly index: number; readonly isCheck: boolean };

/** What was stored before a stretch of work and after it. */
export type Change = { readonly before: Snapshot; readonly after: Snapshot };

/**
 * Write units of one transaction as AWS bills them: two for every kilobyte begun of each item that it writes or checks,
 * and as many again for what it changes in an index. A check bills like a write of what it looks at.
 *
 * DynamoDB Local's own figure adds up only such items of a transaction as differ in their cost, so that six items of two
 * units each are two, and it takes every check for small. So what is written is weighed here; and the engine must agree,
 * counted its way.
 *
 * @param engineUnits the engine's figure; undefined where it refused the transaction. AWS bills that as well, without
 *   saying how much: it is counted as though it had been carried out
 */
export function transactionUnits(body: string, change: Change, engineUnits: number | undefined): number {
  const { TransactItems: parts } = transactionSchema.parse(JSON.parse(body));
  const costs = parts.map((one) => costOf(one, change));
  const distinct = new Map(costs.map((cost) => [JSON.stringify(asEngineCounts(cost)), asEngineCounts(cost)]));
  const expected = added([...distinct.values()]);
  if (engineUnits !== undefined && engineUnits !== expected)
    throw new Error(`a transaction of ${JSON.stringify(costs)} is ${engineUnits} units to the engine`);
  return added(costs);
}

const asEngineCounts = ({ table, index, isCheck }: Cost): Cost => ({
  table: isCheck ? 2 : table,
  index,
  // To the engine, a check is a write like any other.
  isCheck: false,
});

const added = (costs: readonly Cost[]): number =>
  costs.reduce((units, { table, index }) => units + table + index, 0);

function costOf(one: Part, { before, after }: Change): Cost {
  if ('Put' in one) {
    const { TableName: table, Item: item } = one.Put;
    return written(before.get(keyIn(table, item)), asStored(item));
  }
  const { was, is } = storedUnder(keyOf(one), { before, after });
  if ('ConditionCheck' in one) return { table: unitsFor(was ?? is), index: 0, isCheck: true };
  if ('Delete' in one) return written(was, undefined);
  // Another write of the same stretch may have put the item into the index, or taken it out, since this one.
  const movesInIndex = one.Update.UpdateExpression.includes(recordsByDay.partition);
  return written(was, is && { ...is, place: movesInIndex ? is.place : was?.place });
}

function keyOf(one: Exclude<Part, { Put: unknown }>): { table: string; key: Item } {
  const named = 'Update' in one ? one.Update : 'Delete' in one ? one.Delete : one.ConditionCheck;
  return { table: named.TableName, key: named.Key };
}

function storedUnder({ table, key }: { table: string; key: Item }, { before, after }: Change) {
  const name = keyIn(table, key);
  return { was: before.get(name), is: after.get(name) };
}

function written(was: StoredItem | undefined, is: StoredItem | undefined): Cost {
  const table = Math.max(unitsFor(was), unitsFor(is));
  const [left, joined] = [was, is].map((item) => (item?.place === undefined ? 0 : unitsFor(item)));
  const stays = was?.place === is?.place;
  const index = stays ? Math.max(left ?? 0, joined ?? 0) : (left ?? 0) + (joined ?? 0);
  return { table, index, isCheck: false };
}

/** Where there is no item, one of the smallest size is billed. */
const unitsFor = (item: StoredItem | undefined): number =>
  2 * Math.max(1, Math.ceil((item?.bytes ?? 0) / 1024));
