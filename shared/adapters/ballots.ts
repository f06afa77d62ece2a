import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb, isConditionRefused, toItem } from './dynamodb.ts';

/**
 * Marks a ticket as used by one ballot, in one conditional write.
 *
 * @param ticket hash of the ticket
 * @param ballot hash that tells this ballot from another of the same ticket
 * @param expiresOn epoch seconds, no finer than a month, when the ticket has expired anyway
 * @returns false where the ticket was used by another ballot; the same ballot may come again
 */
export async function markTicket(
  table: string,
  ticket: string,
  ballot: string,
  expiresOn: number,
): Promise<boolean> {
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: table,
        Item: toItem({ id: ticket, ballot, expiresOn }),
        ConditionExpression: 'attribute_not_exists(id) OR ballot = :ballot',
        ExpressionAttributeValues: toItem({ ':ballot': ballot }),
      }),
    );
    return true;
  } catch (error) {
    if (isConditionRefused(error)) return false;
    throw error;
  }
}
