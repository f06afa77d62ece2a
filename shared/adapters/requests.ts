import {
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { contextSchema } from '../domain/context.ts';
import { days } from '../domain/duration.ts';
import { requestStates, type RequestState } from '../domain/request-state.ts';
import { languages } from '../domain/vocabulary.ts';
import { lastSentIn, noteSending } from './contact-ledger.ts';
import { abandonedRequestExpiresOn, recordsExpireOn } from './retention.ts';
import { deleteBatch, dynamodb, fromItem, isConditionRefused, loneKey, toItem } from './dynamodb.ts';

/** A request for feedback: planned, waiting for its time, or ended. Its address is there only until it has ended. */
export const requestSchema = z.object({
  requestId: z.string(),
  state: z.enum(requestStates),
  contactHash: z.string(),
  address: z.string().optional(),
  language: z.enum(languages),
  fellBack: z.boolean(),
  context: contextSchema,
  /** Epoch milliseconds. */
  dueAt: z.number(),
  expiresAt: z.number(),
  minimumGapDays: z.number(),
});
export type Request = z.infer<typeof requestSchema>;

/** The mark by which a request is found when its time has come. Marks sort by time. */
export type DueMark = { readonly pk: 'DUE'; readonly sk: string; readonly requestId: string };

/** @param dueAt epoch milliseconds */
export const dueMark = (requestId: string, dueAt: number): DueMark => ({
  pk: 'DUE',
  sk: `${new Date(dueAt).toISOString()}#${requestId}`,
  requestId,
});

/** A new request. Until it has ended it holds an address, so it is cleared away soon if nobody ever ends it. */
export const requestItem = (request: Request): Readonly<Record<string, unknown>> => ({
  pk: `REQUEST#${request.requestId}`,
  sk: 'REQUEST',
  ...request,
  expiresOn: abandonedRequestExpiresOn(request),
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

/** @returns undefined where there is no such request, as after its record has expired */
export async function readRequest(table: string, requestId: string): Promise<Request | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: loneKey('REQUEST', requestId), ConsistentRead: true }),
  );
  return item && requestSchema.parse(fromItem(item));
}

export type Claim =
  | { readonly kind: 'claimed' }
  /** Another attempt holds it, or it has ended: what that attempt did is not known. */
  | { readonly kind: 'not-due' }
  /** The person got another request so lately that this one must wait. Epoch milliseconds. */
  | { readonly kind: 'too-soon'; readonly possibleAt: number };

/**
 * Claims a request before its mail is handed over, so that whatever crashes afterwards, no second mail goes out.
 * The same transaction notes the sending in the person's ledger, and refuses where the minimum gap would be broken.
 *
 * @param now epoch milliseconds
 */
export async function claimRequest(table: string, request: Request, now: number): Promise<Claim> {
  const { requestId, contactHash, minimumGapDays } = request;
  const gap = days(minimumGapDays);
  try {
    await dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Update: {
              TableName: table,
              Key: loneKey('REQUEST', requestId),
              UpdateExpression: 'SET #state = :claimed',
              ConditionExpression: '#state = :due',
              ExpressionAttributeNames: { '#state': 'state' },
              ExpressionAttributeValues: toItem({ ':claimed': 'claimed', ':due': 'due' }),
            },
          },
          noteSending(table, contactHash, { requestId, now, gapMs: gap }),
        ],
      }),
    );
    return { kind: 'claimed' };
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const [state, ledger] = error.CancellationReasons ?? [];
    if (state?.Code === 'ConditionalCheckFailed') return { kind: 'not-due' };
    if (ledger?.Code !== 'ConditionalCheckFailed' || ledger.Item === undefined) throw error;
    return { kind: 'too-soon', possibleAt: lastSentIn(ledger.Item) + gap };
  }
}

/**
 * Gives a claim back, where it is certain that no mail went out: even where another delivery of the same message has
 * found the claim meanwhile and called it uncertain, and with that forgotten the address.
 */
export async function unclaimRequest(table: string, request: Request): Promise<void> {
  await moveRequest(table, request.requestId, 'due', ['claimed', 'send-uncertain'], {
    update: 'SET #state = :next, address = :address, expiresOn = :expiresOn',
    values: { ':address': request.address, ':expiresOn': abandonedRequestExpiresOn(request) },
  });
}

/** How a request ends, and when: epoch milliseconds. */
export type RequestEnd = {
  readonly requestId: string;
  readonly end: Exclude<RequestState, 'due' | 'claimed'>;
  readonly now: number;
};

/**
 * Ends a request, forgets its address, and keeps the rest as long as other records.
 *
 * @param from states in which it may be; in any other it has ended already, and stays as it is
 */
export async function endRequest(
  table: string,
  { requestId, end, now }: RequestEnd,
  from: readonly RequestState[],
): Promise<void> {
  await moveRequest(table, requestId, end, from, {
    update: 'SET #state = :next, expiresOn = :expiresOn REMOVE address',
    values: { ':expiresOn': recordsExpireOn(now) },
  });
}

async function moveRequest(
  table: string,
  requestId: string,
  next: RequestState,
  from: readonly RequestState[],
  { update, values }: { readonly update: string; readonly values: Readonly<Record<string, unknown>> },
): Promise<void> {
  const allowed = Object.fromEntries(from.map((state, position) => [`:from${position}`, state]));
  try {
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: table,
        Key: loneKey('REQUEST', requestId),
        UpdateExpression: update,
        ConditionExpression: `#state IN (${Object.keys(allowed).join(', ')})`,
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: toItem({ ':next': next, ...allowed, ...values }),
      }),
    );
  } catch (error) {
    if (!isConditionRefused(error)) throw error;
  }
}

/** Makes a request that could not leave yet due again at a later time. @param dueAt epoch milliseconds */
export async function postponeRequest(table: string, requestId: string, dueAt: number): Promise<void> {
  await dynamodb.send(new PutItemCommand({ TableName: table, Item: toItem(dueMark(requestId, dueAt)) }));
}
