import { DynamoDBClient, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { recordsByDay } from '../shared/contract/tables.ts';
import type { System } from '../local/system.ts';

type Item = Record<string, AttributeValue>;
type StoredItem = { readonly text: string; readonly bytes: number; readonly isIndexed: boolean };

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
  for (const variable of ['INVITATIONS_TABLE', 'REPORTS_TABLE']) {
    for await (const item of itemsOf(client, tables[variable])) {
      items.set(JSON.stringify([variable, item['pk'], item['sk']]), {
        text: JSON.stringify(item),
        bytes: itemBytes(item),
        isIndexed: recordsByDay.partition in item,
      });
    }
  }
  client.destroy();
  return items;
}

async function* itemsOf(client: DynamoDBClient, table: string | undefined): AsyncGenerator<Item> {
  let startKey: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: startKey }),
    );
    yield* page.Items ?? [];
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
}

/**
 * Write units of each item that has come or changed since, as written once in a transaction: two for every
 * kilobyte begun, and as many again in the index that an item stands in with all its attributes.
 */
export function transactionUnits(before: Snapshot, after: Snapshot): number[] {
  return [...after]
    .filter(([key, { text }]) => before.get(key)?.text !== text)
    .map(([key, { bytes, isIndexed }]) => {
      const kilobytes = Math.ceil(Math.max(bytes, before.get(key)?.bytes ?? 0) / 1024);
      return 2 * kilobytes * (isIndexed ? 2 : 1);
    });
}

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
