import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { deliveries, type Delivery } from '../domain/request-state.ts';
import { dynamodb, isConditionRefused, loneKey, toItem } from './dynamodb.ts';

/**
 * Notes on a request what became of its mail. Events of SES come late, twice and in any order: the strongest stays. A
 * request that is not there any more stays away, and its state is left alone, so that nothing is ever sent again.
 */
export async function noteDelivery(table: string, requestId: string, delivery: Delivery): Promise<void> {
  const weaker = deliveries.slice(0, deliveries.indexOf(delivery));
  const names = weaker.map((_, position) => `:weaker${position}`);
  try {
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: table,
        Key: loneKey('REQUEST', requestId),
        UpdateExpression: 'SET delivery = :delivery',
        ConditionExpression: [
          'attribute_exists(pk) AND attribute_not_exists(delivery)',
          ...(weaker.length > 0 ? [`delivery IN (${names.join(', ')})`] : []),
        ].join(' OR '),
        ExpressionAttributeValues: toItem({
          ':delivery': delivery,
          ...Object.fromEntries(weaker.map((one, position) => [`:weaker${position}`, one])),
        }),
      }),
    );
  } catch (error) {
    if (!isConditionRefused(error)) throw error;
  }
}
