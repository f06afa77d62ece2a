import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { deleteBatch, dynamodb, fromItem, toItem } from './dynamodb.ts';

/** The mark by which a request is found when its time has come. Marks sort by time. */
export type DueMark = { readonly pk: 'DUE'; readonly sk: string; readonly requestId: string };

/** @param dueAt epoch milliseconds */
export const dueMark = (requestId: string, dueAt: number): DueMark => ({
  pk: 'DUE',
  sk: `${new Date(dueAt).toISOString()}#${requestId}`,
  requestId,
});

const storedDueMark = z.object({ pk: z.literal('DUE'), sk: z.string(), requestId: z.string() });

/** Requests whose time has come, earliest first. @param now epoch milliseconds */
export async function dueRequests(table: string, now: number, most: number): Promise<DueMark[]> {
  const { Items: items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :due AND sk < :now',
      // A mark's sort key goes on after the instant, so the bound is the first text that can't begin with it.
      ExpressionAttributeValues: toItem({ ':due': 'DUE', ':now': `${new Date(now).toISOString()}$` }),
      Limit: most,
      ConsistentRead: true,
    }),
  );
  return items.map((item) => storedDueMark.parse(fromItem(item)));
}

/** Takes marks away once their requests are in the send queue. */
export async function removeDueMarks(table: string, marks: readonly DueMark[]): Promise<void> {
  await deleteBatch(
    table,
    marks.map(({ pk, sk }) => toItem({ pk, sk })),
  );
}

/** Makes a request that could not leave yet due again at a later time. @param dueAt epoch milliseconds */
export async function postponeRequest(table: string, requestId: string, dueAt: number): Promise<void> {
  await dynamodb.send(new PutItemCommand({ TableName: table, Item: toItem(dueMark(requestId, dueAt)) }));
}
