import type { System } from '../../../local/system.ts';
import { plainItem, type RawItem } from './raw-items.ts';

/** An item of a table as somebody has it who copies the table. */
export type Item = Readonly<Record<string, unknown>>;

/** A full copy of every table, by the variable that names it (`POOL_TABLE`), items in the order of a scan. */
export type Dump = ReadonlyMap<string, readonly Item[]>;

/** Copies every table, again and again. The same item again is the same object again: copies compare at a glance. */
export class Copier {
  readonly #system: System;
  readonly #known = new Map<string, Item>();
  #latest: Dump = new Map();

  constructor(system: System) {
    this.#system = system;
  }

  /**
   * @param written names of tables that were written to since the last copy; the others are as they were. All tables
   *   are copied anew when it is left out.
   */
  async copy(written?: ReadonlySet<string>): Promise<Dump> {
    const tables = Object.entries(this.#system.tables).map(async ([name, table]) => {
      const before = this.#latest.get(name);
      const isAsBefore = before !== undefined && written?.has(table) === false;
      return [name, isAsBefore ? before : await this.#scan(table)] as const;
    });
    this.#latest = new Map(await Promise.all(tables));
    return this.#latest;
  }

  async #scan(table: string): Promise<Item[]> {
    const items: Item[] = [];
    let startKey: RawItem | undefined;
    do {
      const page = await this.#page(table, startKey);
      items.push(...page.Items.map((raw) => this.#intern(table, raw)));
      startKey = page.LastEvaluatedKey;
    } while (startKey !== undefined);
    return items;
  }

  /** By hand, since the SDK takes longer over a page than the engine does, and there are thousands. */
  async #page(table: string, startKey: RawItem | undefined): Promise<Page> {
    const response = await fetch(this.#system.endpoints.dynamodb, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.Scan',
        authorization: 'AWS4-HMAC-SHA256 Credential=local/',
      },
      body: JSON.stringify({
        TableName: table,
        ConsistentRead: true,
        ExclusiveStartKey: startKey,
        // Nobody pays for these copies: there is nothing to count.
        ReturnConsumedCapacity: 'NONE',
      }),
    });
    if (!response.ok) throw new Error(`a table could not be copied: ${response.status}`);
    return (await response.json()) as Page;
  }

  #intern(table: string, raw: RawItem): Item {
    const key = `${table} ${JSON.stringify(raw)}`;
    const known = this.#known.get(key) ?? plainItem(raw);
    this.#known.set(key, known);
    return known;
  }
}

type Page = { readonly Items: readonly RawItem[]; readonly LastEvaluatedKey?: RawItem };

export const itemsOf = (dump: Dump, table: string): readonly Item[] => dump.get(table) ?? [];

/** What is there in the later copy, and was not there in the earlier one, or not so. */
export function newIn(later: Dump, earlier: Dump): Map<string, Item[]> {
  const fresh = [...later].map(([table, items]) => {
    const before = new Set(itemsOf(earlier, table));
    return [table, items.filter((item) => !before.has(item))] as const;
  });
  return new Map(fresh.filter(([, items]) => items.length > 0));
}
