import { ScanCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
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

/** Every sealed answer of the pool, a page at a time, so that a country's quarter fits into memory. */
export async function* sealedAnswers(table: string): AsyncGenerator<SealedAnswer> {
  let startKey: Item | undefined;
  do {
    const { Items: items = [], LastEvaluatedKey: last } = await dynamodb.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: startKey }),
    );
    for (const item of items) yield sealedAnswerSchema.parse(fromItem(item));
    startKey = last;
  } while (startKey !== undefined);
}
