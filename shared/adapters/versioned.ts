import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { putNew, toItem, type Item } from './dynamodb.ts';

/**
 * A write of a transaction that puts the next version of an item, and is refused where the item is not as it was read.
 *
 * @param item with its key; its `version` is above the one that was read
 * @param read the version that was read; undefined where there was no item
 */
export function putVersion(table: string, item: Item, read: number | undefined): TransactWriteItem {
  if (read === undefined) return putNew(table, item);
  return {
    Put: {
      TableName: table,
      Item: item,
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: toItem({ ':read': read }),
    },
  };
}

/**
 * A condition of a transaction whose writes rest on an item that they leave alone: it is refused where the item is not as
 * it was read.
 *
 * @param read the version that was read; undefined where there was no item
 */
export const asRead = (table: string, key: Item, read: number | undefined): TransactWriteItem => ({
  ConditionCheck: {
    TableName: table,
    Key: key,
    ...(read === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({ ':read': read }),
        }),
  },
});
