import { QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { recordsByDay } from '../contract/tables.ts';
import type { Decision } from '../domain/decisions/decide.ts';
import { recipientFactsSchema, type EventFacts } from '../domain/decisions/facts.ts';
import { gateValueSchema, type GateValue } from '../domain/decisions/gates.ts';
import { heldBackReasons, type HeldBackReason } from '../domain/decisions/reasons.ts';
import { dynamodb, fromItem, toItem } from './dynamodb.ts';
import { recordPlace } from './record-order.ts';
import { recordsExpireOn } from './retention.ts';

type GateValues = Readonly<Partial<Record<HeldBackReason, GateValue>>>;

/**
 * What the gates looked at, stored as a list in the order of the closed list of reasons: their names would make the
 * record of an ask longer than a kilobyte, and twice as dear. The last one tried decided.
 */
const gateValuesSchema = z
  .array(gateValueSchema)
  .max(heldBackReasons.length)
  .transform((values): GateValues => {
    const gates: Partial<Record<HeldBackReason, GateValue>> = {};
    for (const [index, gate] of heldBackReasons.entries()) {
      const value = values[index];
      if (value !== undefined) gates[gate] = value;
    }
    return gates;
  });

const listed = (gates: GateValues): unknown[] =>
  heldBackReasons.flatMap((gate) => (gate in gates ? [gates[gate]] : []));

/** Why one recipient of one event was asked, or was not. Kept for 13 months. Times are epoch milliseconds. */
export const decisionRecordSchema = z.object({
  kind: z.literal('decision'),
  eventHash: z.string(),
  stage: z.string(),
  occurredAt: z.number(),
  decidedAt: z.number(),
  recipient: recipientFactsSchema,
  /** Whether the address was suppressed when this was decided. */
  suppressed: z.boolean(),
  rule: z.object({ id: z.string(), version: z.int() }).nullable(),
  gates: gateValuesSchema,
  outcome: z.enum(['asked', 'held-back']),
  reason: z.enum(heldBackReasons).nullable(),
  nextPossibleAt: z.number().nullable(),
  requestId: z.string().nullable(),
  dueAt: z.number().nullable(),
  /** Whether the ask came too late to reach anybody, and counts for nothing. */
  isTooLate: z.boolean(),
});
export type DecisionRecord = z.infer<typeof decisionRecordSchema>;

/**
 * The record of a decision, as it is kept.
 *
 * @param suppressed hashes of addresses that were suppressed when it was decided
 */
export function decisionRecord(
  event: EventFacts,
  { position, rule, gates, outcome }: Decision,
  suppressed: ReadonlySet<string>,
): DecisionRecord {
  const recipient = event.recipients[position];
  if (recipient === undefined) throw new RangeError('a decision is about a recipient of its event');
  const isAsked = outcome.kind === 'asked';
  return {
    kind: 'decision',
    eventHash: event.eventHash,
    stage: event.stageName,
    occurredAt: event.occurredAt,
    decidedAt: event.now,
    recipient,
    suppressed: recipient.addressHash !== null && suppressed.has(recipient.addressHash),
    rule,
    gates: Object.fromEntries(gates.map(({ gate, value }) => [gate, value])),
    outcome: outcome.kind,
    reason: isAsked ? null : outcome.reason,
    nextPossibleAt: isAsked ? null : outcome.nextPossibleAt,
    requestId: isAsked ? outcome.requestId : null,
    dueAt: isAsked ? outcome.dueAt : null,
    isTooLate: isAsked && outcome.isTooLate,
  };
}

/** A new item for a record, found by its person and by its day. */
export function decisionItem(record: DecisionRecord, sequence: number): Readonly<Record<string, unknown>> {
  const { eventHash, recipient } = record;
  const place = recordPlace(sequence, eventHash, String(recipient.position).padStart(2, '0'));
  return {
    pk: `CONTACT#${recipient.contactHash}`,
    sk: `DECISION#${place[recordsByDay.sort]}`,
    ...place,
    ...record,
    gates: listed(record.gates),
    expiresOn: recordsExpireOn(record.decidedAt),
  };
}

/** A page of decisions in the order of deciding. */
export type DecisionPage = {
  readonly records: DecisionRecord[];
  /** Where the page ends: the order of its last record. */
  readonly last: string | undefined;
  readonly hasMore: boolean;
};

export const pageSize = 500;
const storedOrder = z.object({ [recordsByDay.sort]: z.string() });

/**
 * Decisions about one person, oldest first.
 *
 * @param after where the page before ended
 */
export async function decisionsOfContact(
  table: string,
  contactHash: string,
  after?: string,
): Promise<DecisionPage> {
  const { Items: items = [], LastEvaluatedKey: last } = await dynamodb.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :contact AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: toItem({
        ':contact': `CONTACT#${contactHash}`,
        ':first': after === undefined ? 'DECISION#' : `DECISION#${after}~`,
        ':last': 'DECISION#~',
      }),
      Limit: pageSize,
    }),
  );
  const stored = items.map(fromItem);
  return {
    records: stored.map((item) => decisionRecordSchema.parse(item)),
    last: stored.map((item) => storedOrder.parse(item)[recordsByDay.sort]).at(-1),
    hasMore: last !== undefined,
  };
}
