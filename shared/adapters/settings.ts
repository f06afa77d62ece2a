import {
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { contextSchema, type Context } from '../domain/context.ts';
import { unitSchema, type Unit } from '../domain/unit.ts';
import { auditWrite, changedFields, type Change } from './audit.ts';
import { dynamodb, fromItem, putOnce, readPartition, toItem, type Item } from './dynamodb.ts';

const unitKey = (id: string): Item => toItem({ pk: 'UNITS', sk: id });
const contextKey = (name: string): Item => toItem({ pk: 'CONTEXTS', sk: name });

/** All units, in the order of their identifiers. */
export const readUnits = async (table: string): Promise<Unit[]> =>
  (await readPartition(table, 'UNITS')).map((item) => unitSchema.parse(item));

/** @returns undefined where neither an event nor an administrator has named such a unit */
export async function readUnit(table: string, id: string): Promise<Unit | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: unitKey(id), ConsistentRead: true }),
  );
  return item && unitSchema.parse(fromItem(item));
}

/** Stores what an administrator says of a unit, and that they did. */
export async function saveUnit(table: string, unit: Unit, change: Change): Promise<void> {
  const before = await readUnit(table, unit.id);
  const placed = { Put: { TableName: table, Item: { ...unitKey(unit.id), ...toItem(unit) } } };
  const entry = auditWrite(table, change, {
    kind: 'unit',
    id: unit.id,
    fromVersion: null,
    toVersion: null,
    changed: changedFields(before, unit),
  });
  await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [placed, entry] }));
}

/** Makes a unit known that an event has named, unless it is known already. */
export async function registerUnit(table: string, unit: Unit): Promise<void> {
  await putOnce(table, { ...unitKey(unit.id), ...toItem(unit) });
}

const storedContext = z.object({ sk: z.string(), context: contextSchema });

/** Remembers what a context's name stands for. The same name always stands for the same context. */
export async function registerContext(table: string, name: string, context: Context): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({ TableName: table, Item: { ...contextKey(name), ...toItem({ context }) } }),
  );
}

/** @returns undefined where nobody was ever given such a context */
export async function readContext(table: string, name: string): Promise<Context | undefined> {
  const { Item: item } = await dynamodb.send(new GetItemCommand({ TableName: table, Key: contextKey(name) }));
  return item && storedContext.parse(fromItem(item)).context;
}

/** Every context, by name. */
export async function readContexts(table: string): Promise<Map<string, Context>> {
  const stored = (await readPartition(table, 'CONTEXTS')).map((item) => storedContext.parse(item));
  return new Map(stored.map(({ sk, context }) => [sk, context]));
}

/** Whether anybody was ever given a context, as everybody is who is asked. */
export async function isAnyContextKnown(table: string): Promise<boolean> {
  const { Items: items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': 'CONTEXTS' }),
      Limit: 1,
    }),
  );
  return items.length > 0;
}
