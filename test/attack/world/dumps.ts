import { DynamoDBClient, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { System } from '../../../local/system.ts';

/** An item of a table as somebody has it who copies the table. */
export type Item = Readonly<Record<string, unknown>>;

/** A full copy of every table, by the variable that names it (`POOL_TABLE`), items in the order of a scan. */
export type Dump = ReadonlyMap<string, readonly Item[]>;

/** Copies every table, again and again, keeping one copy of what does not change in between. */
export class Copier {
  readonly #system: System;
  readonly #client: DynamoDBClient;
  readonly #known = new Map<string, Item>();

  constructor(system: System) {
    const { dynamodb: endpoint, region } = system.endpoints;
    this.#system = system;
    this.#client = new DynamoDBClient({
      ...{ endpoint, region },
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  }

  async copy(): Promise<Dump> {
    const tables = Object.entries(this.#system.tables);
    return new Map(
      await Promise.all(tables.map(async ([name, table]) => [name, await this.#scan(table)] as const)),
    );
  }

  async #scan(table: string): Promise<Item[]> {
    const items: Item[] = [];
    let startKey: Record<string, AttributeValue> | undefined;
    do {
      const page = await this.#client.send(
        new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: startKey }),
      );
      for (const item of page.Items ?? []) items.push(this.#intern(table, item));
      startKey = page.LastEvaluatedKey;
    } while (startKey !== undefined);
    return items;
  }

  /** The same item again is the same object again, so that two copies are compared at a glance. */
  #intern(table: string, raw: Record<string, AttributeValue>): Item {
    const key = `${table} ${JSON.stringify(raw, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value))}`;
    const known = this.#known.get(key) ?? unmarshall(raw);
    this.#known.set(key, known);
    return known;
  }

  close(): void {
    this.#client.destroy();
  }
}

export const itemsOf = (dump: Dump, table: string): readonly Item[] => dump.get(table) ?? [];

/** What is there in the later copy, and was not there in the earlier one, or not so. */
export function newIn(later: Dump, earlier: Dump): Map<string, Item[]> {
  const fresh = [...later].map(([table, items]) => {
    const before = new Set(itemsOf(earlier, table));
    return [table, items.filter((item) => !before.has(item))] as const;
  });
  return new Map(fresh.filter(([, items]) => items.length > 0));
}
