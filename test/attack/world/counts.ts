import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { System } from '../../../local/system.ts';
import type { Item } from './dumps.ts';

/** What lies in a table now. @param variable that names it, such as `POOL_TABLE` */
export async function itemsNow({ endpoints, tables }: System, variable: string): Promise<Item[]> {
  const { dynamodb: endpoint, region } = endpoints;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  try {
    const items: Item[] = [];
    const wanted = { TableName: tables[variable], ConsistentRead: true };
    for await (const { Items = [] } of paginateScan({ client }, wanted))
      items.push(...Items.map((item) => unmarshall(item)));
    return items;
  } finally {
    client.destroy();
  }
}

export const idsIn = async (system: System, variable: string): Promise<Set<string>> =>
  new Set((await itemsNow(system, variable)).map(({ id }) => String(id)));
