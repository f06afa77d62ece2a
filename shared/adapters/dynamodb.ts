import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type AttributeValue,
  type BatchGetItemCommandOutput,
  type BatchWriteItemCommandOutput,
  type KeysAndAttributes,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** One client for a function's life, so that connections are kept. Its endpoint and region come from the environment. */
export const dynamodb = new DynamoDBClient({});

export type Item = Record<string, AttributeValue>;

/** An item to store; what is undefined is left out. */
export const toItem = (value: Readonly<Record<string, unknown>>): Item =>
  marshall(value, { removeUndefinedValues: true });

/** A stored item, still to be parsed: what a table holds is as unknown as any other input. */
export const fromItem = (item: Item): unknown => unmarshall(item);

/** The key of the only item in its partition: its sort key repeats its kind. */
export const loneKey = (kind: string, id: string): Item => toItem({ pk: `${kind}#${id}`, sk: kind });

/** Every item of a partition, in the order of their sort keys. */
export const readPartition = (table: string, pk: string): Promise<unknown[]> =>
  collectPages((startKey) =>
    dynamodb.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: toItem({ ':pk': pk }),
        ConsistentRead: true,
        ExclusiveStartKey: startKey,
      }),
    ),
  );

/** A write of a transaction that is refused where the item is there already. Every key has `pk`, or is `id` alone. */
export const putNew = (table: string, item: Item): TransactWriteItem => ({
  Put: conditionalPut(table, item),
});

/** Puts an item unless one is there: what was first stays as it is. */
export async function putOnce(table: string, item: Item): Promise<void> {
  try {
    await dynamodb.send(new PutItemCommand(conditionalPut(table, item)));
  } catch (error) {
    if (!isConditionRefused(error)) throw error;
  }
}

const conditionalPut = (table: string, item: Item) => ({
  TableName: table,
  Item: item,
  ConditionExpression: `attribute_not_exists(${'pk' in item ? 'pk' : 'id'})`,
});

/** Whether a write was refused because of its own condition, rather than failed. */
export function isConditionRefused(error: unknown): boolean {
  if (error instanceof ConditionalCheckFailedException) return true;
  if (!(error instanceof TransactionCanceledException)) return false;
  return (error.CancellationReasons ?? []).some(({ Code }) => Code === 'ConditionalCheckFailed');
}

/** Whether a transaction lost against another one, rather than being wrong: read and try again. */
export function isContention(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? [])
    .map(({ Code }) => Code ?? 'None')
    .filter((code) => code !== 'None');
  return (
    codes.length > 0 &&
    codes.every((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict')
  );
}

/**
 * Sends a transaction, and once more where it met another one on the same items in that very moment: that one is over
 * by then, and the conditions say what it has changed.
 *
 * @throws TransactionCanceledException where a condition is not met, or where it met others time and again
 */
export async function transact(items: TransactWriteItem[], triesLeft = triesMost): Promise<void> {
  try {
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: items }));
  } catch (error) {
    if (triesLeft === 1 || !isCollision(error)) throw error;
    await restAfterLosing(triesMost - triesLeft);
    await transact(items, triesLeft - 1);
  }
}

/**
 * Sends a transaction that rests on what was read before.
 *
 * @returns whether it took place; if not, something has changed meanwhile: read and begin again
 */
export async function transactUnlessChanged(items: TransactWriteItem[]): Promise<boolean> {
  try {
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: items }));
    return true;
  } catch (error) {
    if (!isContention(error)) throw error;
    return false;
  }
}

const triesMost = 4;

/** Waits a little longer after each lost race, by chance, so that rivals do not meet again. @param tried from 0 */
export const restAfterLosing = (tried: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 20 * 2 ** tried)));

/** Whether a transaction was refused for no other reason than that another one was under way. */
const isCollision = (error: unknown): boolean => isContention(error) && !isConditionRefused(error);

/** Reads every page of a query or scan. */
export async function collectPages(
  read: (
    startKey: Item | undefined,
  ) => Promise<{ Items?: Item[] | undefined; LastEvaluatedKey?: Item | undefined }>,
): Promise<unknown[]> {
  const items: unknown[] = [];
  let startKey: Item | undefined;
  do {
    const page = await read(startKey);
    items.push(...(page.Items ?? []).map(fromItem));
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
  return items;
}

/**
 * Reads items by key, up to 100 in one round trip, in any order; what is not there is left out.
 *
 * @param how consistency and projection, for all keys alike
 */
export async function readBatch(
  table: string,
  keys: readonly Item[],
  how: Omit<KeysAndAttributes, 'Keys'>,
): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let start = 0; start < keys.length; start += 100) {
    const found = await readAcross([[table, keys.slice(start, start + 100)]], how);
    items.push(...(found.get(table) ?? []));
  }
  return items;
}

/**
 * Reads items of several tables in one round trip, in any order; what is not there is left out.
 *
 * @param wanted the keys of each table, at most 100 together
 */
export async function readAcross(
  wanted: readonly (readonly [table: string, keys: readonly Item[]])[],
  how: Omit<KeysAndAttributes, 'Keys'>,
): Promise<Map<string, unknown[]>> {
  const found = new Map<string, unknown[]>();
  let unread: Record<string, KeysAndAttributes> = Object.fromEntries(
    wanted.map(([table, keys]) => [table, { ...how, Keys: [...keys] }]),
  );
  while (Object.keys(unread).length > 0) {
    const page: BatchGetItemCommandOutput = await dynamodb.send(
      new BatchGetItemCommand({ RequestItems: unread }),
    );
    for (const [table, items] of Object.entries(page.Responses ?? {}))
      found.set(table, [...(found.get(table) ?? []), ...items.map(fromItem)]);
    unread = page.UnprocessedKeys ?? {};
  }
  return found;
}

/** Deletes items by key, 25 in one round trip. */
export async function deleteBatch(table: string, keys: readonly Item[]): Promise<void> {
  for (let start = 0; start < keys.length; start += 25) {
    const requests = keys.slice(start, start + 25).map((Key) => ({ DeleteRequest: { Key } }));
    let unwritten: BatchWriteItemCommandOutput['UnprocessedItems'] = { [table]: requests };
    while (unwritten !== undefined && Object.keys(unwritten).length > 0) {
      const page: BatchWriteItemCommandOutput = await dynamodb.send(
        new BatchWriteItemCommand({ RequestItems: unwritten }),
      );
      unwritten = page.UnprocessedItems;
    }
  }
}
