import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type AttributeValue,
  type BatchGetItemCommandInput,
  type BatchWriteItemCommandInput,
  type GetItemCommandInput,
  type PutItemCommandInput,
  type QueryCommandInput,
  type ScanCommandInput,
  type TransactWriteItemsCommandInput,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

type Stored = Record<string, AttributeValue>;
type Plain = Record<string, unknown>;
type Expression = {
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Stored | undefined;
};
type Write = Expression & {
  TableName: string | undefined;
  ConditionExpression?: string | undefined;
  UpdateExpression?: string | undefined;
  Item?: Stored | undefined;
  Key?: Stored | undefined;
};

/**
 * DynamoDB as far as the adapters use it: tables in memory, with the expressions that occur in them. An expression
 * that it does not know throws, so that it can never agree by mistake.
 */
export class FakeDynamoDb {
  readonly #tables = new Map<string, Map<string, Plain>>();

  /** @param around runs each call, and may refuse it before or after it took effect */
  constructor(around: <T>(call: () => T) => T = (call) => call()) {
    const mock = mockClient(DynamoDBClient);
    mock.on(GetItemCommand).callsFake((input: GetItemCommandInput) => around(() => this.#get(input)));
    mock.on(PutItemCommand).callsFake((input: PutItemCommandInput) => around(() => this.#writeOne(input)));
    mock
      .on(UpdateItemCommand)
      .callsFake((input: UpdateItemCommandInput) => around(() => this.#writeOne(input)));
    mock.on(QueryCommand).callsFake((input: QueryCommandInput) => around(() => this.#query(input)));
    mock
      .on(ScanCommand)
      .callsFake(({ TableName }: ScanCommandInput) =>
        around(() => ({ Items: this.items(TableName ?? '').map(toStored) })),
      );
    mock
      .on(TransactWriteItemsCommand)
      .callsFake((input: TransactWriteItemsCommandInput) => around(() => this.#transact(input)));
    mock
      .on(BatchGetItemCommand)
      .callsFake((input: BatchGetItemCommandInput) => around(() => this.#getAll(input)));
    mock
      .on(BatchWriteItemCommand)
      .callsFake((input: BatchWriteItemCommandInput) => around(() => this.#deleteAll(input)));
  }

  /** Everything in a table, in the order of its keys. */
  items(table: string): Plain[] {
    return [...this.#table(table)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  }

  /** Puts an item there as it would have been left by another function. */
  seed(table: string, item: Readonly<Plain>): void {
    this.#table(table).set(keyOf(item), structuredClone(item));
  }

  #table(name: string): Map<string, Plain> {
    const table = this.#tables.get(name) ?? new Map<string, Plain>();
    this.#tables.set(name, table);
    return table;
  }

  #read(table: string | undefined, key: Stored | undefined): Plain | undefined {
    return this.#table(table ?? '').get(keyOf(unmarshall(key ?? {})));
  }

  #get({ TableName, Key }: GetItemCommandInput): { Item?: Stored } {
    const item = this.#read(TableName, Key);
    return item === undefined ? {} : { Item: toStored(item) };
  }

  #getAll({ RequestItems = {} }: BatchGetItemCommandInput): { Responses: Record<string, Stored[]> } {
    const found = Object.entries(RequestItems).map(([table, { Keys: keys = [] }]): [string, Stored[]] => [
      table,
      keys
        .map((key) => this.#read(table, key))
        .filter((item) => item !== undefined)
        .map(toStored),
    ]);
    return { Responses: Object.fromEntries(found) };
  }

  #deleteAll({ RequestItems = {} }: BatchWriteItemCommandInput): object {
    for (const [table, requests] of Object.entries(RequestItems)) {
      for (const { DeleteRequest: deletion } of requests)
        this.#table(table).delete(keyOf(unmarshall(deletion?.Key ?? {})));
    }
    return {};
  }

  #query(input: QueryCommandInput): { Items: Stored[] } {
    const found = this.items(input.TableName ?? '').filter((item) =>
      holds(input.KeyConditionExpression, item, input),
    );
    return { Items: found.slice(0, input.Limit).map(toStored) };
  }

  #writeOne(write: Write): object {
    if (!this.#isAllowed(write))
      throw new ConditionalCheckFailedException({ message: 'The condition failed', $metadata: {} });
    this.#apply(write);
    return {};
  }

  #transact({ TransactItems: items = [] }: TransactWriteItemsCommandInput): object {
    const writes = items.map(({ Put, Update }): Write => Put ?? Update ?? { TableName: undefined });
    const allowed = writes.map((write) => this.#isAllowed(write));
    if (allowed.includes(false)) {
      const CancellationReasons = writes.map((write, position) => {
        if (allowed[position]) return { Code: 'None' };
        const old = this.#read(write.TableName, write.Key ?? write.Item);
        return { Code: 'ConditionalCheckFailed', ...(old && { Item: toStored(old) }) };
      });
      throw new TransactionCanceledException({ message: 'Cancelled', CancellationReasons, $metadata: {} });
    }
    for (const write of writes) this.#apply(write);
    return {};
  }

  #isAllowed(write: Write): boolean {
    const item = this.#read(write.TableName, write.Key ?? write.Item) ?? {};
    return holds(write.ConditionExpression, item, write);
  }

  #apply({ TableName = '', Item: item, Key: key, UpdateExpression: update, ...expression }: Write): void {
    if (item !== undefined) {
      this.seed(TableName, unmarshall(item));
      return;
    }
    const keyOnly = unmarshall(key ?? {});
    const before = this.#table(TableName).get(keyOf(keyOnly)) ?? keyOnly;
    this.seed(TableName, updated(before, update ?? '', expression));
  }
}

const toStored = (item: Plain): Stored => marshall(item, { removeUndefinedValues: true });

const keyOf = ({ pk, sk, id }: Plain): string => JSON.stringify(id ?? [pk, sk]);

const nameIn = (word: string, { ExpressionAttributeNames: names }: Expression): string =>
  names?.[word] ?? word;

function valueIn(word: string, { ExpressionAttributeValues: values = {} }: Expression): unknown {
  if (!(word in values)) throw new Error(`the expression has no value ${word}`);
  return unmarshall(values)[word];
}

const compare: Record<string, (a: string | number, b: string | number) => boolean> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

function holds(condition: string | undefined, item: Plain, expression: Expression): boolean {
  if (condition === undefined) return true;
  return condition
    .replace(/(\S+) BETWEEN (\S+) AND (\S+)/, '$1 >= $2 AND $1 <= $3')
    .split(' OR ')
    .some((all) => all.split(' AND ').every((clause) => clauseHolds(clause, item, expression)));
}

function clauseHolds(clause: string, item: Plain, expression: Expression): boolean {
  const existence = /^attribute_(not_)?exists\(([#\w]+)\)$/.exec(clause);
  if (existence) return nameIn(existence[2] ?? '', expression) in item === (existence[1] === undefined);
  const membership = /^([#\w]+) IN \(([^)]+)\)$/.exec(clause);
  if (membership) {
    const members = (membership[2] ?? '').split(', ').map((word) => valueIn(word, expression));
    return members.includes(item[nameIn(membership[1] ?? '', expression)]);
  }
  const [, name = '', operator = '', value = ''] = /^([#\w]+) (=|<|<=|>=) (:\w+)$/.exec(clause) ?? [];
  const comparison = compare[operator];
  if (comparison === undefined) throw new Error(`the fake does not know the condition ${clause}`);
  const actual = item[nameIn(name, expression)];
  return actual !== undefined && comparison(actual as string, valueIn(value, expression) as string);
}

function updated(item: Plain, update: string, expression: Expression): Plain {
  const [, set, remove] = /^(?:SET (.+?))?(?: ?REMOVE (.+))?$/.exec(update) ?? [];
  const addition = /^ADD (\w+) (:\w+)$/.exec(update);
  if (set === undefined && remove === undefined && addition === null)
    throw new Error(`the fake does not know the update ${update}`);
  const next = { ...item };
  for (const assignment of set?.split(', ') ?? []) {
    const [name = '', value = ''] = assignment.split(' = ');
    next[nameIn(name, expression)] = valueIn(value, expression);
  }
  if (addition) {
    const [, name = '', value = ''] = addition;
    next[name] = Number(next[name] ?? 0) + Number(valueIn(value, expression));
  }
  const removed = new Set((remove?.split(', ') ?? []).map((name) => nameIn(name, expression)));
  return Object.fromEntries(Object.entries(next).filter(([name]) => !removed.has(name)));
}
