import { GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Quarter } from '../domain/calendar/month.ts';
import { invitedSchema, type Invited } from '../domain/tallies/invited.ts';
import { dynamodb, fromItem, isConditionRefused, putOnce, toItem, type Item } from './dynamodb.ts';
import { packed, unpacked } from './packed.ts';

const invitedKey = (period: Quarter): Item => toItem({ pk: 'INVITED', sk: period });

/** Whether the asks behind a period were counted. It is asked by a condition, since whoever counts may read nothing here. */
export async function isInvitedKept(table: string, period: Quarter): Promise<boolean> {
  const isNew = {
    TableName: table,
    Key: invitedKey(period),
    ConditionExpression: 'attribute_not_exists(pk)',
  };
  try {
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [{ ConditionCheck: isNew }] }));
    return false;
  } catch (error) {
    if (isConditionRefused(error)) return true;
    throw error;
  }
}

/** Keeps the asks behind a period, once: what was counted first stays as it is. */
export async function keepInvited(table: string, period: Quarter, invited: Invited): Promise<void> {
  await putOnce(table, { ...invitedKey(period), ...toItem({ document: packed(invited) }) });
}

const storedSchema = z.object({ document: z.instanceof(Uint8Array) });

/** The asks behind a period. @returns undefined where they were not counted yet */
export async function readInvited(table: string, period: Quarter): Promise<Invited | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: invitedKey(period), ConsistentRead: true }),
  );
  if (item === undefined) return undefined;
  return invitedSchema.parse(unpacked(storedSchema.parse(fromItem(item)).document));
}
