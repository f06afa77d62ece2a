import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { emptyContact, type ContactLedger } from '../domain/decisions/ledger.ts';
import { dynamodb, fromItem, toItem, type Item } from './dynamodb.ts';
import { ledgerKey, ledgerSchemas } from './ledger-items.ts';

/** One person's ledger, read consistently; empty for somebody of whom nothing is known. */
export async function readContact(table: string, contactHash: string): Promise<ContactLedger> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: ledgerKey('CONTACT', contactHash), ConsistentRead: true }),
  );
  return item === undefined ? emptyContact : ledgerSchemas.CONTACT.parse(fromItem(item));
}

export type Sending = {
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly gapMs: number;
  /** The sequence up to which it is known what the person has said about being asked. */
  readonly seen: number;
};

/**
 * Notes that a request leaves now. Refused where the person has said anything since, and where another request left
 * within the gap. The same request may try again.
 */
export const noteSending = (
  table: string,
  contactHash: string,
  { requestId, now, gapMs, seen }: Sending,
): TransactWriteItem => ({
  Update: {
    TableName: table,
    Key: ledgerKey('CONTACT', contactHash),
    // What was before is kept, for the case that this one turns out not to leave.
    UpdateExpression:
      'SET sentBeforeAt = if_not_exists(lastSentAt,:never), lastSentAt = :now, lastSentRequest = :request',
    ConditionExpression: [
      'attribute_not_exists(lastSentAt)',
      'lastSentAt <= :latest',
      'lastSentRequest = :request',
    ]
      .map((isApart) => `disturbedAt <= :seen AND ${isApart}`)
      .join(' OR '),
    ExpressionAttributeValues: toItem({
      ':now': now,
      ':never': 0,
      ':latest': now - gapMs,
      ':request': requestId,
      ':seen': seen,
    }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

/** Takes a sending back that did not take place: the one before it is the last again. */
export const forgetSending = (table: string, contactHash: string, requestId: string): TransactWriteItem => ({
  Update: {
    TableName: table,
    Key: ledgerKey('CONTACT', contactHash),
    UpdateExpression: 'SET lastSentAt = sentBeforeAt REMOVE lastSentRequest',
    ConditionExpression: 'lastSentRequest = :request',
    ExpressionAttributeValues: toItem({ ':request': requestId }),
  },
});

const refusal = z.object({ disturbedAt: z.number(), lastSentAt: z.number().optional() });

/**
 * When the last request left, from the ledger that refused one; undefined where it refused for another reason.
 *
 * @returns epoch milliseconds
 */
export function lastSentIn(ledger: Item, { seen }: Pick<Sending, 'seen'>): number | undefined {
  const { disturbedAt, lastSentAt } = refusal.parse(fromItem(ledger));
  return disturbedAt > seen ? undefined : lastSentAt;
}
