import { QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { recordsByDay } from '../contract/tables.ts';
import { eventFactsSchema } from '../domain/decisions/facts.ts';
import { heldBackReasons } from '../domain/decisions/reasons.ts';
import { decisionRecordSchema } from './decision-records.ts';
import { dynamodb, fromItem, toItem, type Item } from './dynamodb.ts';
import { storedPreference } from './ledger-items.ts';
import { requestSchema } from './requests.ts';
import { suppressionSchema } from './suppressions.ts';

/** An event as it was decided, with the sequence under which it counts. */
const eventRecordSchema = eventFactsSchema.extend({
  kind: z.literal('event'),
  sequence: z.number(),
  recipientCount: z.int(),
});

/** What a person said about being asked. */
const preferenceRecordSchema = z.object({
  kind: z.literal('preference'),
  sequence: z.number(),
  contactHash: z.string(),
  ...storedPreference,
});

/** A request that was moved to another time: it counts on that day from then on. */
export const movedRecordSchema = requestSchema
  .pick({ requestId: true, contactHash: true, about: true, context: true, dueAt: true })
  .extend({ kind: z.literal('moved'), movedTo: z.number() });

/** A request that has ended, however it ended. */
const endedRecordSchema = requestSchema.extend({
  kind: z.literal('ended'),
  endReason: z.enum(heldBackReasons).optional(),
});

/** Everything that deciding depends on or has led to. */
const recordSchema = z.discriminatedUnion('kind', [
  eventRecordSchema,
  decisionRecordSchema,
  preferenceRecordSchema,
  suppressionSchema,
  movedRecordSchema,
  endedRecordSchema,
]);
export type LedgerRecord = z.infer<typeof recordSchema>;

/** A record, as it is stored. */
export const recordIn = (item: Item): LedgerRecord => recordSchema.parse(fromItem(item));

/** A page of records in their one order. */
export type RecordPage = {
  readonly records: LedgerRecord[];
  /** Where the page ends: the order of its last record. */
  readonly last: string | undefined;
  readonly hasMore: boolean;
};

const storedOrder = z.object({ [recordsByDay.sort]: z.string() });

/**
 * Records of one day (UTC), in order.
 *
 * @param day such as `2026-03-02`
 * @param after the order of the last record that is known already
 */
export async function recordsOfDay(
  table: string,
  day: string,
  after = '',
  most?: number,
): Promise<RecordPage> {
  const { Items: items = [], LastEvaluatedKey: last } = await dynamodb.send(
    new QueryCommand({
      TableName: table,
      IndexName: recordsByDay.name,
      KeyConditionExpression: '#day = :day AND #order > :after',
      ExpressionAttributeNames: { '#day': recordsByDay.partition, '#order': recordsByDay.sort },
      // An order begins with its instant: before all of them sorts the day itself.
      ExpressionAttributeValues: toItem({ ':day': day, ':after': after === '' ? day : after }),
      ...(most !== undefined && { Limit: most }),
    }),
  );
  const lastItem = items.at(-1);
  return {
    records: items.map(recordIn),
    last: lastItem && storedOrder.parse(fromItem(lastItem))[recordsByDay.sort],
    hasMore: last !== undefined,
  };
}
