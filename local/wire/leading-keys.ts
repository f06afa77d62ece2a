import { z } from 'zod';
import { itemKey, recordsByDay, soleKey } from '../../shared/contract/tables.ts';

const attributes = z.record(z.string(), z.unknown());
const text = z.object({ S: z.string() });

/** A call of DynamoDB that is about one table, or what a batch or a transaction asks of it. */
const partSchema = z.looseObject({
  Key: attributes.optional(),
  Item: attributes.optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: attributes.default({}),
});

/** What partitions are called by, in tables and in the index. Where there are two, the first is the key. */
const names = [itemKey.partition, recordsByDay.partition, soleKey];

/** The partitions that a part of a call names, as `dynamodb:LeadingKeys` has them: none in a scan, or in what can't be read. */
export function leadingKeys(part: unknown): string[] {
  const parsed = partSchema.safeParse(part);
  if (!parsed.success) return [];
  const { Key, Item, KeyConditionExpression: condition = '', ...expression } = parsed.data;
  const compared = condition.split(/ AND /i).flatMap((clause): [string, unknown][] => {
    const [, name = '', value = ''] = /^\s*([#\w]+)\s*=\s*(:\w+)\s*$/.exec(clause) ?? [];
    const { ExpressionAttributeNames: aliases, ExpressionAttributeValues: values } = expression;
    return [[aliases[name] ?? name, values[value]]];
  });
  const given = new Map(Object.entries(Key ?? Item ?? {}).concat(compared));
  const name = (condition === '' ? [itemKey.partition, soleKey] : names).find((each) => given.has(each));
  const key = text.safeParse(name === undefined ? undefined : given.get(name));
  return key.success ? [key.data.S] : [];
}

const writesSchema = z.array(z.object({ PutRequest: z.unknown(), DeleteRequest: z.unknown() }).partial());
const keysSchema = z.object({ Keys: z.array(attributes) }).catch({ Keys: [] });

/** The same of all that a batch asks of one table. */
export function leadingKeysInBatch(requests: unknown): string[] {
  const writes = writesSchema.safeParse(requests);
  const parts = writes.success
    ? writes.data.map(({ PutRequest, DeleteRequest }) => PutRequest ?? DeleteRequest)
    : keysSchema.parse(requests).Keys.map((Key) => ({ Key }));
  return [...new Set(parts.flatMap(leadingKeys))];
}
