import { QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { decisionsByStage } from '../contract/tables.ts';
import { heldBackReasons, type RequestState } from '../domain/decisions/reasons.ts';
import { roles } from '../domain/vocabulary.ts';
import { dynamodb, fromItem, loneKey, readBatch, toItem, type Item } from './dynamodb.ts';
import { requestSchema } from './requests.ts';

const gateSchema = z.object({
  gate: z.enum(heldBackReasons),
  passed: z.boolean(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  nextPossibleAt: z.number().nullable(),
});

/** Why one recipient of one event was asked, or was not. Kept for 13 months. Times are epoch milliseconds. */
export const decisionRecordSchema = z.object({
  stage: z.string(),
  role: z.enum(roles),
  contactHash: z.string(),
  occurredAt: z.number(),
  decidedAt: z.number(),
  rule: z.object({ id: z.string(), version: z.int() }).nullable(),
  gates: z.array(gateSchema),
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

/** A page of records in the order of deciding, and where the next page begins, if there is one. */
export type DecisionPage = { readonly records: DecisionRecord[]; readonly next: string | undefined };

const pageSize = 500;

/** @param after where the page before ended */
export function decisionsOfContact(table: string, contactHash: string, after = ''): Promise<DecisionPage> {
  return readPage({
    TableName: table,
    KeyConditionExpression: 'pk = :contact AND sk BETWEEN :after AND :last',
    ExpressionAttributeValues: toItem({
      ':contact': `CONTACT#${contactHash}`,
      ':after': `DECISION#${after}$`,
      ':last': 'DECISION#~',
    }),
  });
}

/**
 * Records of one stage and calendar month (UTC) that were decided at or after `from` and before `to`.
 *
 * @param month such as `2026-03`
 * @param from and to: instants in ISO 8601, UTC
 */
export function decisionsOfStage(
  table: string,
  stage: string,
  month: string,
  from: string,
  to: string,
): Promise<DecisionPage> {
  return readPage({
    TableName: table,
    IndexName: decisionsByStage.name,
    KeyConditionExpression: '#stageMonth = :stageMonth AND #order BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#stageMonth': decisionsByStage.partition, '#order': decisionsByStage.sort },
    ExpressionAttributeValues: toItem({ ':stageMonth': `${stage}#${month}`, ':from': from, ':to': to }),
  });
}

type DecisionQuery = ConstructorParameters<typeof QueryCommand>[0];

async function readPage(query: DecisionQuery): Promise<DecisionPage> {
  const { Items: items = [], LastEvaluatedKey: last } = await dynamodb.send(
    new QueryCommand({ ...query, Limit: pageSize }),
  );
  const order = (item: Item): string =>
    z.object({ sk: z.string() }).parse(fromItem(item)).sk.slice('DECISION#'.length);
  return {
    records: items.map((item) => decisionRecordSchema.parse(fromItem(item))),
    next: last === undefined ? undefined : items.map(order).at(-1),
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
