import { QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { decisionsByStage } from '../contract/tables.ts';
import { heldBackReasons } from '../domain/decisions/reasons.ts';
import type { RequestState } from '../domain/request-state.ts';
import { roles } from '../domain/vocabulary.ts';
import { dynamodb, fromItem, loneKey, readBatch, toItem } from './dynamodb.ts';
import { requestSchema } from './requests.ts';

/** What a gate looked at, by gate. Their order is that of the closed list, and the last one tried decided. */
const gateValuesSchema = z.partialRecord(
  z.enum(heldBackReasons),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

/** Why one recipient of one event was asked, or was not. Kept for 13 months. Times are epoch milliseconds. */
export const decisionRecordSchema = z.object({
  stage: z.string(),
  role: z.enum(roles),
  contactHash: z.string(),
  occurredAt: z.number(),
  decidedAt: z.number(),
  rule: z.object({ id: z.string(), version: z.int() }).nullable(),
  gates: gateValuesSchema,
  outcome: z.enum(['asked', 'held-back']),
  reason: z.enum(heldBackReasons).nullable(),
  nextPossibleAt: z.number().nullable(),
  requestId: z.string().nullable(),
  dueAt: z.number().nullable(),
});
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;

const orderOf = ({ decidedAt }: DecisionRecord, eventHash: string, position: number): string =>
  `${new Date(decidedAt).toISOString()}#${eventHash}#${String(position).padStart(2, '0')}`;

/** @param expiresOn epoch seconds */
export function decisionItem(
  record: DecisionRecord,
  { eventHash, position, expiresOn }: { eventHash: string; position: number; expiresOn: number },
): Readonly<Record<string, unknown>> {
  const order = orderOf(record, eventHash, position);
  return {
    pk: `CONTACT#${record.contactHash}`,
    sk: `DECISION#${order}`,
    [decisionsByStage.partition]: `${record.stage}#${order.slice(0, 'YYYY-MM'.length)}`,
    [decisionsByStage.sort]: order,
    ...record,
    expiresOn,
  };
}

/** A page of records in the order of deciding. */
export type DecisionPage = {
  readonly records: DecisionRecord[];
  /** Where the page ends: the order of its last record. */
  readonly last: string | undefined;
  readonly hasMore: boolean;
};

export const pageSize = 500;

/** @param after where the page before ended */
export function decisionsOfContact(
  table: string,
  contactHash: string,
  after?: string,
): Promise<DecisionPage> {
  return readPage({
    TableName: table,
    KeyConditionExpression: 'pk = :contact AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: toItem({
      ':contact': `CONTACT#${contactHash}`,
      ':first': after === undefined ? 'DECISION#' : `DECISION#${after}~`,
      ':last': 'DECISION#~',
    }),
  });
}

/**
 * Records of one stage and calendar month (UTC), in order.
 *
 * @param month such as `2026-03`
 * @param first and last: orders, or instants in ISO 8601, UTC, that orders begin with
 */
export function decisionsOfStage(
  table: string,
  stage: string,
  month: string,
  first: string,
  last: string,
): Promise<DecisionPage> {
  return readPage({
    TableName: table,
    IndexName: decisionsByStage.name,
    KeyConditionExpression: '#stageMonth = :stageMonth AND #order BETWEEN :first AND :last',
    ExpressionAttributeNames: { '#stageMonth': decisionsByStage.partition, '#order': decisionsByStage.sort },
    ExpressionAttributeValues: toItem({ ':stageMonth': `${stage}#${month}`, ':first': first, ':last': last }),
  });
}

const storedOrder = z.object({ [decisionsByStage.sort]: z.string() });

async function readPage(query: ConstructorParameters<typeof QueryCommand>[0]): Promise<DecisionPage> {
  const command = new QueryCommand({ ...query, Limit: pageSize });
  const { Items: items = [], LastEvaluatedKey: last } = await dynamodb.send(command);
  const stored = items.map(fromItem);
  return {
    records: stored.map((item) => decisionRecordSchema.parse(item)),
    last: stored.map((item) => storedOrder.parse(item)[decisionsByStage.sort]).at(-1),
    hasMore: last !== undefined,
  };
}

const requestStanding = requestSchema.pick({ requestId: true, state: true });

/** How requests stand, by request id. One that has expired from the records is not there. */
export async function requestStatesOf(
  table: string,
  requestIds: readonly string[],
): Promise<Map<string, RequestState>> {
  const keys = requestIds.map((id) => loneKey('REQUEST', id));
  // The projection keeps addresses of pending requests out of the administrators' function.
  const items = await readBatch(table, keys, {
    ProjectionExpression: 'requestId, #state',
    ExpressionAttributeNames: { '#state': 'state' },
  });
  return new Map(
    items.map((item) => requestStanding.parse(item)).map(({ requestId, state }) => [requestId, state]),
  );
}
