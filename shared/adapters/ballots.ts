import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Quarter } from '../domain/calendar/month.ts';
import { dynamodb, isConditionRefused, toItem } from './dynamodb.ts';

/** What is stored of a used ticket: the same attributes in the same sizes, whichever way the answer came. */
export type Mark = {
  /** Hash of the ticket. */
  readonly id: string;
  /** The quarter of the ballot. */
  readonly keyId: Quarter;
  /** Hash that tells this ballot from another of the same ticket. */
  readonly ballot: string;
  /** Epoch seconds, no finer than a month, when the ticket has expired anyway. */
  readonly expiresOn: number;
};

/**
 * Marks a ticket as used by one ballot, in one conditional write.
 *
 * @param may whether it may be used for the first time, or only once more by the ballot that has used it
 * @returns false where it may not; the same ballot may come again
 */
export async function markTicket(table: string, mark: Mark, may: 'begin' | 'repeat'): Promise<boolean> {
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: table,
        Item: toItem(mark),
        ConditionExpression:
          may === 'begin' ? 'attribute_not_exists(id) OR ballot = :ballot' : 'ballot = :ballot',
        ExpressionAttributeValues: toItem({ ':ballot': mark.ballot }),
      }),
    );
    return true;
  } catch (error) {
    if (isConditionRefused(error)) return false;
    throw error;
  }
}
