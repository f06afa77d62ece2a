import { isDeepStrictEqual } from 'node:util';
import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { System } from '../../local/system.ts';

type Item = Record<string, AttributeValue>;

/** Items of a table as they lie there, in an order of their own that is always the same. */
export type Stored = { readonly table: string; readonly items: readonly Item[] };

const asTool = ({ endpoints: { dynamodb, region } }: System): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: dynamodb,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

const keyOf = ({ pk, sk, id }: Item): Item => ({ ...(pk && { pk }), ...(sk && { sk }), ...(id && { id }) });
const order = (item: Item): string => JSON.stringify(keyOf(item));

/** @param variable that tells functions the table's name, such as `POOL_TABLE` */
export async function readStored(system: System, variable: string): Promise<Stored> {
  const table = system.tables[variable] ?? '';
  const client = asTool(system);
  try {
    // Tests store little: everything fits the one page that a scan returns at once.
    const { Items: items = [] } = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true }),
    );
    return { table, items: items.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)) };
  } finally {
    client.destroy();
  }
}

/** Brings a table back to what was read of it. */
export async function restoreStored(system: System, variable: string, before: Stored): Promise<void> {
  const now = await readStored(system, variable);
  const client = asTool(system);
  const kept = new Set(before.items.map(order));
  try {
    for (const item of now.items.filter((one) => !kept.has(order(one))))
      await client.send(new DeleteItemCommand({ TableName: before.table, Key: keyOf(item) }));
    for (const Item of before.items.filter((item) => !now.items.some((one) => isDeepStrictEqual(one, item))))
      await client.send(new PutItemCommand({ TableName: before.table, Item }));
  } finally {
    client.destroy();
  }
}

/** Puts many items into a table, as they would have been left by its functions. */
export async function storeAll(
  system: System,
  variable: string,
  items: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const table = system.tables[variable] ?? '';
  const client = asTool(system);
  // A call takes 25 items.
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, index) =>
    items.slice(index * 25, index * 25 + 25),
  ).values();
  const work = async (): Promise<void> => {
    for (const batch of batches) {
      const writes = batch.map((item) => ({ PutRequest: { Item: marshall(item) } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: writes } }));
    }
  };
  try {
    await Promise.all(Array.from({ length: 8 }, work));
  } finally {
    client.destroy();
  }
}

export const itemsIn = async (system: System, variable: string): Promise<Record<string, unknown>[]> =>
  (await readStored(system, variable)).items.map((item) => unmarshall(item));
