import { QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { recordsByDay } from '../contract/tables.ts';
import { days } from '../domain/calendar/duration.ts';
import { dateOf } from '../domain/calendar/helsinki.ts';
import type { Span } from '../domain/calendar/ticket-term.ts';
import { contextSchema } from '../domain/context.ts';
import type { Ask } from '../domain/tallies/invited-count.ts';
import { collectPages, dynamodb, toItem } from './dynamodb.ts';
import { instantOfOrder } from './record-order.ts';

const askSchema = z
  .object({
    contactHash: z.string(),
    context: contextSchema,
    state: z.enum(['sent', 'send-uncertain']),
    [recordsByDay.sort]: z.string(),
  })
  .transform(({ contactHash, context, state, [recordsByDay.sort]: order }): Ask => ({
    contact: contactHash,
    context,
    at: instantOfOrder(order),
    isSent: state === 'sent',
  }));

/** How many days are read at the same time: a day lies in one partition, and each has its own speed. */
const daysAtOnce = 16;

/** Every request that was mailed, or may have been, in a span of time: some days at a time, in no order within them. */
export async function* asksWithin(table: string, { from, to }: Span): AsyncGenerator<readonly Ask[]> {
  const lastDay = Math.floor((to - 1) / days(1));
  for (let day = Math.floor(from / days(1)); day <= lastDay; day += daysAtOnce) {
    const ahead = Array.from({ length: Math.min(daysAtOnce, lastDay - day + 1) }, (_, later) => day + later);
    const asks = await Promise.all(ahead.map((one) => asksOn(table, dateOf(one))));
    yield asks.flat().filter(({ at }) => from <= at && at < to);
  }
}

/** @param day in UTC, such as `2026-03-02` */
async function asksOn(table: string, day: string): Promise<Ask[]> {
  const items = await collectPages((startKey) =>
    dynamodb.send(
      new QueryCommand({
        TableName: table,
        IndexName: recordsByDay.name,
        KeyConditionExpression: '#day = :day',
        FilterExpression: '#kind = :ended AND #state IN (:sent, :uncertain)',
        // The less travels, the faster a country's quarter is counted.
        ProjectionExpression: 'contactHash, #context, #state, #order',
        ExpressionAttributeNames: {
          '#day': recordsByDay.partition,
          '#kind': 'kind',
          '#state': 'state',
          '#context': 'context',
          '#order': recordsByDay.sort,
        },
        ExpressionAttributeValues: toItem({
          ':day': day,
          ':ended': 'ended',
          ':sent': 'sent',
          ':uncertain': 'send-uncertain',
        }),
        ExclusiveStartKey: startKey,
      }),
    ),
  );
  return items.map((item) => askSchema.parse(item));
}
