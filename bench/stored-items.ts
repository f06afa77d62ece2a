import { DynamoDBClient, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { recordsByDay } from '../shared/contract/tables.ts';
import type { System } from '../local/system.ts';

export type Item = Readonly<Record<string, AttributeValue>>;
export type StoredItem = {
  readonly bytes: number;
  /** Where it lies in the index by day, which holds it with all its attributes; undefined where it is not there. */
  readonly place: string | undefined;
};

/** What the tables that are written in transactions hold at one moment, by table and key. */
export type Snapshot = ReadonlyMap<string, StoredItem>;

/** Reads the tables of the two zones that write in transactions. */
export async function readTransactedTables({ endpoints, tables }: System): Promise<Snapshot> {
  const client = new DynamoDBClient({
    endpoint: endpoints.dynamodb,
    region: endpoints.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const items = new Map<string, StoredItem>();
  for (const table of [tables['INVITATIONS_TABLE'], tables['REPORTS_TABLE']]) {
    if (table === undefined) throw new Error('a table is missing');
    for await (const item of itemsOf(client, table)) items.set(keyIn(table, item), asStored(item));
  }
  client.destroy();
  return items;
}

async function* itemsOf(client: DynamoDBClient, table: string): AsyncGenerator<Item> {
  let startKey: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: startKey }),
    );
    yield* page.Items ?? [];
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
}

/** An item's table and key as one text, from the item or from its key alone. */
export const keyIn = (table: string, { pk, sk, id }: Item): string => JSON.stringify([table, pk, sk, id]);

export const asStored = (item: Item): StoredItem => ({
  bytes: itemBytes(item),
  place: item[recordsByDay.partition]?.S && item[recordsByDay.sort]?.S,
});

const itemBytes = (item: Item): number =>
  Object.entries(item).reduce(
    (bytes, [name, value]) => bytes + Buffer.byteLength(name) + valueBytes(value),
    0,
  );

/** Sizes as DynamoDB's documentation gives them. @throws for a type that the table does not hold */
function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.B !== undefined) return value.B.length;
  // Two digits a byte, without the zeros at either end.
  if (value.N !== undefined)
    return Math.ceil(value.N.replace(/\D/g, '').replace(/^0+|0+$/g, '').length / 2) + 1;
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  if (value.L !== undefined) return value.L.reduce((bytes, element) => bytes + 1 + valueBytes(element), 3);
  throw new Error(`nobody has said how large this is: ${JSON.stringify(value)}`);
}
