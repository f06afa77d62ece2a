import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { recordsByDay } from '../contract/tables.ts';
import { contextSchema } from '../domain/context.ts';
import { heldBackReasons } from '../domain/decisions/reasons.ts';
import { deliveries, requestStates } from '../domain/request-state.ts';
import { isWithdrawn } from '../domain/questions/catalogue.ts';
import { formLanguages } from '../domain/vocabulary.ts';
import { dynamodb, fromItem, loneKey, readAcross, readBatch } from './dynamodb.ts';
import { currentFormsKey, standingsIn } from './question-sets.ts';
import { instantOfOrder, recordPlace } from './record-order.ts';
import { abandonedRequestExpiresOn, recordsExpireOn } from './retention.ts';

/** A request for feedback: planned, waiting for its time, or ended. Its address is there only until it has ended. */
export const requestSchema = z.object({
  requestId: z.string(),
  state: z.enum(requestStates),
  contactHash: z.string(),
  address: z.string().optional(),
  language: z.enum(formLanguages),
  fellBack: z.boolean(),
  context: contextSchema,
  /** What it counts in, and what can stop it: keyed hashes. */
  about: z.object({
    eventHash: z.string(),
    caseHash: z.string(),
    householdHash: z.string().nullable(),
    occasionHash: z.string(),
    addressHash: z.string(),
  }),
  /** The rule that decided it. */
  rule: z.object({ id: z.string(), version: z.int() }),
  /** The sequence of the decision, or of the last look at it: what has changed since then is still to be looked at. */
  seen: z.number(),
  /** When it is to leave, before when its slot ends, and when it is too late for it: epoch milliseconds. */
  dueAt: z.number(),
  leavesBefore: z.number(),
  expiresAt: z.number(),
  minimumGapDays: z.number(),
  /** Why it was withdrawn, if it was. */
  endReason: z.enum(heldBackReasons).optional(),
  /** What SES has told of the mail since; nothing where all went well. */
  delivery: z.enum(deliveries).optional(),
});
export type Request = z.infer<typeof requestSchema>;

/** A new request. Until it has ended it holds an address, so it is cleared away soon if nobody ever ends it. */
export const requestItem = (request: Request): Readonly<Record<string, unknown>> => ({
  pk: `REQUEST#${request.requestId}`,
  sk: 'REQUEST',
  ...request,
  expiresOn: abandonedRequestExpiresOn(request),
});

/** A request that has expired before it could leave, as of an event out of a history: it never holds an address. */
export const expiredRequestItem = (request: Request): Readonly<Record<string, unknown>> => ({
  ...requestItem({ ...request, address: undefined }),
  state: 'expired-before-sending',
  kind: 'ended',
  ...recordPlace(request.seen, request.requestId),
  expiresOn: recordsExpireOn(request.seen),
});

/**
 * A request that is to leave, and whether the version of a form that it asks with has been withdrawn since it was decided: in
 * one round trip.
 *
 * @returns undefined where there is no such request, as after its record has expired
 */
export async function readRequestToSend(
  { invitations, settings }: { readonly invitations: string; readonly settings: string },
  requestId: string,
): Promise<{ readonly request: Request; readonly isFormWithdrawn: boolean } | undefined> {
  const found = await readAcross(
    [
      [invitations, [loneKey('REQUEST', requestId)]],
      [settings, [currentFormsKey]],
    ],
    { ConsistentRead: true },
  );
  const [item] = found.get(invitations) ?? [];
  if (item === undefined) return undefined;
  const request = requestSchema.parse(item);
  const { questionSet: id, questionSetVersion: version } = request.context;
  const standings = standingsIn(found.get(settings)?.[0]);
  return { request, isFormWithdrawn: isWithdrawn(standings, { id, version }) };
}

const requestCause = requestSchema.pick({ context: true, rule: true });
export type RequestCause = z.infer<typeof requestCause>;

/** What led to a request. @returns undefined where there is no such request, as after its record has expired */
export async function readRequestCause(table: string, requestId: string): Promise<RequestCause | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({
      TableName: table,
      Key: loneKey('REQUEST', requestId),
      ConsistentRead: true,
      // The projection keeps the address of a pending request out of a function that is open to everybody.
      ProjectionExpression: '#context, #rule',
      ExpressionAttributeNames: { '#context': 'context', '#rule': 'rule' },
    }),
  );
  return item && requestCause.parse(fromItem(item));
}

const requestStanding = requestSchema
  .pick({ requestId: true, state: true, endReason: true, delivery: true, dueAt: true })
  .extend({ [recordsByDay.sort]: z.string().optional() })
  .transform(({ [recordsByDay.sort]: order, ...standing }) => ({
    ...standing,
    /** When it ended, epoch milliseconds; null where it has not. */
    endedAt: order === undefined ? null : instantOfOrder(order),
  }));
export type RequestStanding = z.infer<typeof requestStanding>;

/** How requests stand, by request id. One that has expired from the records is not there. */
export async function requestStandings(
  table: string,
  requestIds: readonly string[],
): Promise<Map<string, RequestStanding>> {
  const keys = requestIds.map((id) => loneKey('REQUEST', id));
  // The projection keeps addresses of pending requests out of the administrators' function.
  const items = await readBatch(table, keys, {
    ProjectionExpression: 'requestId, #state, endReason, delivery, dueAt, #order',
    ExpressionAttributeNames: { '#state': 'state', '#order': recordsByDay.sort },
  });
  return new Map(
    items.map((item) => requestStanding.parse(item)).map((standing) => [standing.requestId, standing]),
  );
}
