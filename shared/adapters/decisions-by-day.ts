import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { recordsByDay } from '../contract/tables.ts';
import { heldBackReasons } from '../domain/decisions/reasons.ts';
import type { Tally } from '../domain/decisions/summary.ts';
import { requestStates } from '../domain/request-state.ts';
import { decisionRecordSchema, type DecisionRecord } from './decision-records.ts';
import { dynamodb, fromItem, toItem } from './dynamodb.ts';

/** A part of the one order of records within one day (UTC): both ends belong to it. */
export type Stretch = {
  /** Such as `2026-03-02`. */
  readonly day: string;
  readonly first: string;
  readonly last: string;
};

type Filter = Required<Pick<QueryCommandInput, 'FilterExpression'>> &
  Pick<QueryCommandInput, 'ProjectionExpression'> & {
    readonly names: Readonly<Record<string, string>>;
    readonly values: Readonly<Record<string, unknown>>;
  };

const within = (table: string, { day, first, last }: Stretch, { names, values, ...filter }: Filter) => ({
  ...filter,
  TableName: table,
  IndexName: recordsByDay.name,
  KeyConditionExpression: '#day = :day AND #order BETWEEN :first AND :last',
  ExpressionAttributeNames: { '#day': recordsByDay.partition, '#order': recordsByDay.sort, ...names },
  ExpressionAttributeValues: toItem({ ':day': day, ':first': first, ':last': last, ...values }),
});

/** A decision with its place in the one order of records. */
export type PlacedDecision = { readonly record: DecisionRecord; readonly order: string };

const place = z.object({ [recordsByDay.sort]: z.string() }).transform((item) => item[recordsByDay.sort]);

/**
 * One stage's decisions in a stretch, as far as one round trip reads.
 *
 * @returns also the place up to which records were looked at, of whatever kind and stage; undefined where the whole
 * stretch was
 */
export async function decisionsWithin(
  table: string,
  stretch: Stretch,
  stage: string,
): Promise<{ decisions: PlacedDecision[]; readTo: string | undefined }> {
  const { Items: items = [], LastEvaluatedKey: last } = await dynamodb.send(
    new QueryCommand(
      within(table, stretch, {
        FilterExpression: '#kind = :kind AND #stage = :stage',
        names: { '#kind': 'kind', '#stage': 'stage' },
        values: { ':kind': 'decision', ':stage': stage },
      }),
    ),
  );
  return {
    decisions: items.map(fromItem).map((item) => ({
      record: decisionRecordSchema.parse(item),
      order: place.parse(item),
    })),
    readTo: last && place.parse(fromItem(last)),
  };
}

const counted = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('decision'), stage: z.string(), reason: z.enum(heldBackReasons).nullable() }),
  z.object({
    kind: z.literal('ended'),
    state: z.enum(requestStates),
    context: z.object({ stage: z.string() }),
  }),
]);

/** Counts every decision and every end of a request in a stretch. */
export async function tallyWithin(table: string, stretch: Stretch, tally: Tally): Promise<void> {
  let startKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await dynamodb.send(
      new QueryCommand({
        ...within(table, stretch, {
          FilterExpression: '#kind IN (:decision, :ended)',
          // The less travels, the faster a year is counted; and nothing about anybody is among it.
          ProjectionExpression: '#kind, #stage, #reason, #state, #context.#stage',
          names: {
            '#kind': 'kind',
            '#stage': 'stage',
            '#reason': 'reason',
            '#state': 'state',
            '#context': 'context',
          },
          values: { ':decision': 'decision', ':ended': 'ended' },
        }),
        ExclusiveStartKey: startKey,
      }),
    );
    for (const item of page.Items ?? []) {
      const found = counted.parse(fromItem(item));
      if (found.kind === 'decision') tally.countDecision(found.stage, found.reason);
      else tally.countEnd(found.context.stage, found.state);
    }
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
}
