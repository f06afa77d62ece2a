import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
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
  type DeleteItemCommandInput,
  type GetItemCommandInput,
  type PutItemCommandInput,
  type QueryCommandInput,
  type ScanCommandInput,
  type TransactWriteItemsCommandInput,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { recordsByDay } from '../../shared/contract/tables.ts';

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
  deletes?: boolean;
};

/**
 * DynamoDB as far as the adapters use it: tables in memory, with the expressions that occur in them. An expression
 * that it does not know throws, so that it can never agree by mistake.
 */
export class FakeDynamoDb {
  readonly #tables = new Map<string, Map<string, Plain>>();
  readonly #indexes = new Map<string, Map<unknown, Plain[]>>();

  /** How many writes each transaction held that was stored. */
  readonly transactions: number[] = [];

  /** How many items a query looks at before it gives back a page, as DynamoDB does after 1 MB, whatever it filters. */
  pageMost = Number.POSITIVE_INFINITY;

  /** @param around runs each call, told where it is a transaction, and may refuse it before or after it took effect */
  constructor(around: <T>(call: () => T, kind?: 'transaction') => T = (call) => call()) {
    const mock = mockClient(DynamoDBClient);
    mock.on(GetItemCommand).callsFake((input: GetItemCommandInput) => around(() => this.#get(input)));
    mock.on(PutItemCommand).callsFake((input: PutItemCommandInput) => around(() => this.#writeOne(input)));
    mock
      .on(DeleteItemCommand)
      .callsFake((input: DeleteItemCommandInput) => around(() => this.#deleteOne(input)));
    mock
      .on(UpdateItemCommand)
      .callsFake((input: UpdateItemCommandInput) => around(() => this.#writeOne(input)));
    mock.on(QueryCommand).callsFake((input: QueryCommandInput) => around(() => this.#query(input)));
    mock.on(ScanCommand).callsFake((input: ScanCommandInput) => around(() => this.#scan(input)));
    mock
      .on(TransactWriteItemsCommand)
      .callsFake((input: TransactWriteItemsCommandInput) =>
        around(() => this.#transact(input), 'transaction'),
      );
    mock
      .on(BatchGetItemCommand)
      .callsFake((input: BatchGetItemCommandInput) => around(() => this.#getAll(input)));
    mock
      .on(BatchWriteItemCommand)
      .callsFake((input: BatchWriteItemCommandInput) => around(() => this.#deleteAll(input)));
  }

  /** Carries out a command, for whoever makes more calls than a mocked client can remember. */
  carryOut(command: object): object {
    if (command instanceof GetItemCommand) return this.#get(command.input);
    if (command instanceof PutItemCommand || command instanceof UpdateItemCommand)
      return this.#writeOne(command.input);
    if (command instanceof QueryCommand) return this.#query(command.input);
    if (command instanceof ScanCommand) return this.#scan(command.input);
    if (command instanceof TransactWriteItemsCommand) return this.#transact(command.input);
    if (command instanceof BatchGetItemCommand) return this.#getAll(command.input);
    if (command instanceof BatchWriteItemCommand) return this.#deleteAll(command.input);
    throw new Error('the fake does not know the command');
  }

  /** Everything in a table, in the order of its keys. */
  items(table: string): Plain[] {
    return [...this.#table(table)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  }

  /** Puts an item there as it would have been left by another function. */
  seed(table: string, item: Readonly<Plain>): void {
    this.#indexes.delete(table);
    this.#table(table).set(keyOf(item), structuredClone(withOwnBytes(item)));
  }

  #table(name: string): Map<string, Plain> {
    const table = this.#tables.get(name) ?? new Map<string, Plain>();
    this.#tables.set(name, table);
    return table;
  }

  #read(table: string | undefined, key: Stored | undefined): Plain | undefined {
    return this.#table(table ?? '').get(keyOf(unmarshall(key ?? {})));
  }

  #get(input: GetItemCommandInput): { Item?: Stored } {
    const item = this.#read(input.TableName, input.Key);
    return item === undefined ? {} : { Item: toStored(projected(item, input.ProjectionExpression, input)) };
  }

  #getAll({ RequestItems = {} }: BatchGetItemCommandInput): { Responses: Record<string, Stored[]> } {
    const found = Object.entries(RequestItems).map(([table, wanted]): [string, Stored[]] => [
      table,
      (wanted.Keys ?? [])
        .map((key) => this.#read(table, key))
        .filter((item) => item !== undefined)
        .map((item) => toStored(projected(item, wanted.ProjectionExpression, wanted))),
    ]);
    return { Responses: Object.fromEntries(found) };
  }

  #deleteOne({ TableName = '', Key, ...expression }: DeleteItemCommandInput): object {
    // A condition would have to be looked at.
    if (expression.ConditionExpression !== undefined) throw new Error('the fake deletes without conditions');
    this.#indexes.delete(TableName);
    this.#table(TableName).delete(keyOf(unmarshall(Key ?? {})));
    return {};
  }

  #deleteAll({ RequestItems = {} }: BatchWriteItemCommandInput): object {
    for (const [table, requests] of Object.entries(RequestItems)) {
      this.#indexes.delete(table);
      for (const { DeleteRequest: deletion } of requests)
        this.#table(table).delete(keyOf(unmarshall(deletion?.Key ?? {})));
    }
    return {};
  }

  #scan(input: ScanCommandInput): { Items?: Stored[]; Count: number } {
    const items = this.items(input.TableName ?? '').filter((item) =>
      holds(input.FilterExpression, item, input),
    );
    return { ...(input.Select !== 'COUNT' && { Items: items.map(toStored) }), Count: items.length };
  }

  #query(input: QueryCommandInput): { Items: Stored[]; LastEvaluatedKey?: Stored } {
    const { TableName: table = '', IndexName: index, ExclusiveStartKey: start } = input;
    const candidates = index === undefined ? this.items(table) : this.#inPartition(table, index, input);
    const inOrder = candidates.filter((item) => holds(input.KeyConditionExpression, item, input));
    const matching = input.ScanIndexForward === false ? inOrder.toReversed() : inOrder;
    const startKey = start && keyOf(unmarshall(start));
    const first = startKey === undefined ? 0 : matching.findIndex((item) => keyOf(item) === startKey) + 1;
    const last = first + Math.min(input.Limit ?? this.pageMost, this.pageMost);
    const page = matching.slice(first, last);
    const final = page.at(-1);
    return {
      Items: page
        .filter((item) => holds(input.FilterExpression, item, input))
        .map((item) => toStored(projected(item, input.ProjectionExpression, input))),
      ...(last < matching.length && final && { LastEvaluatedKey: toStored(keysOf(final, index)) }),
    };
  }

  /** What an index has in the partition that a query names, in its order. Kept until the next write. */
  #inPartition(table: string, index: string, input: QueryCommandInput): Plain[] {
    const days =
      this.#indexes.get(table) ??
      Map.groupBy(inIndex(index, this.items(table)), (item) => item[recordsByDay.partition]);
    this.#indexes.set(table, days);
    const [, value = ''] = /^\S+ = (:\w+)/.exec(input.KeyConditionExpression ?? '') ?? [];
    return days.get(valueIn(value, input)) ?? [];
  }

  #writeOne(write: Write): object {
    if (!this.#isAllowed(write))
      throw new ConditionalCheckFailedException({ message: 'The condition failed', $metadata: {} });
    this.#apply(write);
    return {};
  }

  #transact({ TransactItems: items = [] }: TransactWriteItemsCommandInput): object {
    const writes = items.map(({ Put, Update, ConditionCheck, Delete }): Write => {
      const deletion = Delete && { ...Delete, deletes: true };
      return Put ?? Update ?? ConditionCheck ?? deletion ?? { TableName: undefined };
    });
    const keys = writes.map(
      ({ TableName, Key, Item }) => `${TableName ?? ''} ${keyOf(unmarshall(Key ?? Item ?? {}))}`,
    );
    if (writes.length > 100 || new Set(keys).size < keys.length)
      throw new Error('a transaction takes at most 100 writes, each of an item of its own');
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
    this.transactions.push(writes.length);
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
    if (expression.deletes === true) this.#deleteOne({ TableName, Key: key });
    // A mere check of a condition changes nothing.
    if (update === undefined) return;
    const keyOnly = unmarshall(key ?? {});
    const before = this.#table(TableName).get(keyOf(keyOnly)) ?? keyOnly;
    this.seed(TableName, updated(before, update, expression));
  }
}

const toStored = (item: Plain): Stored => marshall(item, { removeUndefinedValues: true });

/** A small buffer is a part of a large one, all of which would be copied along. */
const withOwnBytes = (item: Readonly<Plain>): Plain =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? new Uint8Array(value) : value,
    ]),
  );

// Where there is a partition key, `id` is an attribute like any other.
const keyOf = ({ pk, sk, id }: Plain): string => JSON.stringify(pk === undefined ? id : [pk, sk]);

/** The items that are in an index, in its order. */
function inIndex(index: string, items: readonly Plain[]): Plain[] {
  if (index !== recordsByDay.name) throw new Error(`the fake does not know the index ${index}`);
  const { partition, sort } = recordsByDay;
  const placeOf = (item: Plain): string => JSON.stringify([item[partition], item[sort]]);
  return items
    .filter((item) => partition in item && sort in item)
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** The keys by which a query goes on behind an item. */
const keysOf = (item: Plain, index: string | undefined): Plain => {
  const names = ['pk', 'sk', ...(index === undefined ? [] : [recordsByDay.partition, recordsByDay.sort])];
  return Object.fromEntries(names.map((name) => [name, item[name]]));
};

/** An item as far as a projection names it: attributes, and attributes of those. */
function projected(item: Plain, projection: string | undefined, expression: Expression): Plain {
  if (projection === undefined) return item;
  const seen: Plain = {};
  for (const path of projection.split(', ')) {
    const [name = '', inner, ...deeper] = path.split('.').map((word) => nameIn(word, expression));
    if (deeper.length > 0) throw new Error(`the fake does not know the projection ${path}`);
    if (!(name in item)) continue;
    if (inner === undefined) seen[name] = item[name];
    else seen[name] = { ...(seen[name] as Plain | undefined), [inner]: (item[name] as Plain)[inner] };
  }
  return seen;
}

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
  '>': (a, b) => a > b,
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
  const [, name = '', operator = '', value = ''] = /^([#\w]+) (=|<|<=|>|>=) (:\w+)$/.exec(clause) ?? [];
  const comparison = compare[operator];
  if (comparison === undefined) throw new Error(`the fake does not know the condition ${clause}`);
  const actual = item[nameIn(name, expression)];
  return actual !== undefined && comparison(actual as string, valueIn(value, expression) as string);
}

/** A value, an attribute as it was before the update, or that with a value in its stead where there is none. */
function operandIn(operand: string, item: Plain, expression: Expression): unknown {
  if (operand.startsWith(':')) return valueIn(operand, expression);
  const [, name, fallback] = /^if_not_exists\((\w+),(:\w+)\)$/.exec(operand) ?? [];
  if (name !== undefined) return item[name] ?? valueIn(fallback ?? '', expression);
  if (!(operand in item)) throw new Error(`the fake does not know the operand ${operand}`);
  return item[operand];
}

function updated(item: Plain, update: string, expression: Expression): Plain {
  const [, set, remove] = /^(?:SET (.+?))?(?: ?REMOVE (.+))?$/.exec(update) ?? [];
  const addition = /^ADD (\w+) (:\w+)$/.exec(update);
  if (set === undefined && remove === undefined && addition === null)
    throw new Error(`the fake does not know the update ${update}`);
  const next = { ...item };
  for (const assignment of set?.split(', ') ?? []) {
    const [name = '', value = ''] = assignment.split(' = ');
    next[nameIn(name, expression)] = operandIn(value, item, expression);
  }
  if (addition) {
    const [, name = '', value = ''] = addition;
    next[name] = Number(next[name] ?? 0) + Number(valueIn(value, expression));
  }
  const removed = new Set((remove?.split(', ') ?? []).map((name) => nameIn(name, expression)));
  return Object.fromEntries(Object.entries(next).filter(([name]) => !removed.has(name)));
}
