import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { toItem, type Item } from './dynamodb.ts';

/** Holds where an item is as it was read: of that version, or still not there where it was not. */
const unchanged = (read: number | undefined) =>
  read === undefined || read === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: toItem({ ':read': read }),
      };

/**
 * A write of a transaction that puts the next version of an item, and is refused where the item is not as it was read.
 *
 * @param item with its key; its `version` is above the one that was read
 * @param read the version that was read; undefined or 0 where there was no item
 */
export const putVersion = (table: string, item: Item, read: number | undefined): TransactWriteItem => ({
  Put: { TableName: table, Item: item, ...unchanged(read) },
});

/**
 * A condition of a transaction whose writes rest on an item that they leave alone: it is refused where the item is not as
 * it was read.
 *
 * @param read the version that was read; undefined or 0 where there was no item
 */
export const asRead = (table: string, key: Item, read: number | undefined): TransactWriteItem => ({
  ConditionCheck: { TableName: table, Key: key, ...unchanged(read) },
});
