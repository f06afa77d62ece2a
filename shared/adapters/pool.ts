import { ScanCommand, TransactWriteItemsCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { monthSchema, type Month } from '../domain/calendar/month.ts';
import { sealedAnswerExpiresOn } from './retention.ts';
import { dynamodb, fromItem, isConditionRefused, putOnce, toItem, type Item } from './dynamodb.ts';

const sealedAnswerSchema = z.object({ month: monthSchema, sealed: z.instanceof(Uint8Array) });
/** A sealed answer and the month in which it came: all that is stored of it. */
export type SealedAnswer = { readonly month: Month; readonly sealed: Uint8Array };

/**
 * Puts a sealed answer into the pool, once: a repeat of the same ballot changes nothing.
 *
 * @param ballot hash of the ballot nonce
 */
export async function poolAnswer(table: string, ballot: string, answer: SealedAnswer): Promise<void> {
  await putOnce(table, toItem({ id: ballot, ...answer, expiresOn: sealedAnswerExpiresOn(answer.month) }));
}

/**
 * Whether the pool holds an answer of this ballot. It is asked by a check alone: whoever takes answers can read none.
 *
 * @param ballot hash of the ballot nonce
 */
export async function isPooled(table: string, ballot: string): Promise<boolean> {
  const check = {
    TableName: table,
    Key: toItem({ id: ballot }),
    ConditionExpression: 'attribute_exists(id)',
  };
  try {
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [{ ConditionCheck: check }] }));
    return true;
  } catch (error) {
    if (isConditionRefused(error)) return false;
    throw error;
  }
}

/** Every sealed answer of some months, a page at a time, so that a country's quarter fits into memory. */
export async function* sealedAnswers(table: string, months: readonly Month[]): AsyncGenerator<SealedAnswer> {
  for await (const { Items: items = [] } of scanned(table, months, 'ALL_ATTRIBUTES'))
    for (const item of items) yield sealedAnswerSchema.parse(fromItem(item));
}

/**
 * How many sealed answers there are of some months.
 *
 * @param most that matters: counting ends with the page on which they are reached
 */
export async function countSealedAnswers(
  table: string,
  months: readonly Month[],
  most: number,
): Promise<number> {
  let count = 0;
  for await (const { Count: more = 0 } of scanned(table, months, 'COUNT')) {
    count += more;
    if (count >= most) break;
  }
  return count;
}

/** The pages of the pool. What was counted before stays there until it expires; it is left out where it lies. */
async function* scanned(
  table: string,
  months: readonly Month[],
  select: 'ALL_ATTRIBUTES' | 'COUNT',
): AsyncGenerator<ScanCommandOutput> {
  if (months.length === 0) return;
  const names = months.map((_, index) => `:month${index}`);
  let startKey: Item | undefined;
  do {
    const page: ScanCommandOutput = await dynamodb.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        Select: select,
        FilterExpression: `#month IN (${names.join(', ')})`,
        ExpressionAttributeNames: { '#month': 'month' },
        ExpressionAttributeValues: toItem(Object.fromEntries(names.map((name, at) => [name, months[at]]))),
        ExclusiveStartKey: startKey,
      }),
    );
    yield page;
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
}
