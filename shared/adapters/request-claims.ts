import { TransactionCanceledException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { days } from '../domain/calendar/duration.ts';
import type { RequestState } from '../domain/request-state.ts';
import { forgetSending, lastSentIn, noteSending } from './contact-ledger.ts';
import { dynamodb, isConditionRefused, loneKey, toItem, transact } from './dynamodb.ts';
import { ledgerKey } from './ledger-items.ts';
import { recordPlace } from './record-order.ts';
import type { Request } from './requests.ts';
import { abandonedRequestExpiresOn, recordsExpireOn } from './retention.ts';
import { suppressionKey } from './suppressions.ts';

export type Claim =
  | { readonly kind: 'claimed' }
  /** Another attempt holds it, or it has ended: what that attempt did is not known. */
  | { readonly kind: 'not-due' }
  /** The person got another request so lately that this one must wait. Epoch milliseconds. */
  | { readonly kind: 'too-soon'; readonly possibleAt: number }
  /** A hold, an opt-out, a bounce or the like has come since it was looked at last. */
  | { readonly kind: 'disturbed' };

/**
 * The sequences up to which it is known what has happened to the person and to the case: each its ledger's own, since
 * one of them may be far ahead of the other.
 */
export type Seen = { readonly contact: number; readonly case: number };

/**
 * Claims a request before its mail is handed over, so that whatever crashes afterwards, no second mail goes out. The
 * same transaction notes the sending in the person's ledger, and refuses where the minimum gap would be broken, or
 * where the person, the case or the address has changed since the request was looked at last.
 *
 * @param moment now in epoch milliseconds, and what has been seen of all that concerns the request
 */
export async function claimRequest(
  table: string,
  request: Request,
  { now, seen }: { readonly now: number; readonly seen: Seen },
): Promise<Claim> {
  const { requestId, contactHash, about, minimumGapDays } = request;
  const gap = days(minimumGapDays);
  try {
    await transact([
      {
        Update: {
          TableName: table,
          Key: loneKey('REQUEST', requestId),
          UpdateExpression: 'SET #state = :claimed',
          ConditionExpression: '#state = :due AND seen = :seen',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: toItem({
            ':claimed': 'claimed',
            ':due': 'due',
            ':seen': request.seen,
          }),
        },
      },
      noteSending(table, contactHash, { requestId, now, gapMs: gap, seen: seen.contact }),
      {
        ConditionCheck: {
          TableName: table,
          Key: ledgerKey('CASE', about.caseHash),
          ConditionExpression: 'disturbedAt <= :seen',
          ExpressionAttributeValues: toItem({ ':seen': seen.case }),
        },
      },
      {
        ConditionCheck: {
          TableName: table,
          Key: suppressionKey(about.addressHash),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ]);
    return { kind: 'claimed' };
  } catch (error) {
    return refusedClaim(error, request, seen);
  }
}

function refusedClaim(error: unknown, { minimumGapDays }: Request, seen: Seen): Claim {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const [state, contact, ...others] = error.CancellationReasons ?? [];
  if (state?.Code === 'ConditionalCheckFailed') return { kind: 'not-due' };
  if (others.some(({ Code }) => Code === 'ConditionalCheckFailed')) return { kind: 'disturbed' };
  if (contact?.Code !== 'ConditionalCheckFailed' || contact.Item === undefined) throw error;
  const lastSentAt = lastSentIn(contact.Item, { seen: seen.contact });
  return lastSentAt === undefined
    ? { kind: 'disturbed' }
    : { kind: 'too-soon', possibleAt: lastSentAt + days(minimumGapDays) };
}

/**
 * Gives a claim back, where it is certain that no mail went out: even where another delivery of the same message has
 * found the claim meanwhile and called it uncertain, and with that forgotten the address. The person has got nothing.
 */
export async function unclaimRequest(table: string, request: Request): Promise<void> {
  const { requestId, contactHash, address } = request;
  const unclaim = movement(table, requestId, 'due', ['claimed', 'send-uncertain'], {
    // As long as it is to be sent, it is no record: what is streamed as records never has an address in it.
    update:
      'SET #state = :next, address = :address, expiresOn = :expiresOn REMOVE kind, recordDay, recordOrder',
    values: { ':address': address, ':expiresOn': abandonedRequestExpiresOn(request) },
  });
  try {
    await transact([{ Update: unclaim }, forgetSending(table, contactHash, requestId)]);
  } catch (error) {
    // Given back already, or ended otherwise.
    if (!isConditionRefused(error)) throw error;
  }
}

/** How a request ends, and when: epoch milliseconds. */
export type RequestEnd = {
  readonly requestId: string;
  readonly end: Exclude<RequestState, 'due' | 'claimed' | 'withdrawn'>;
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
  const place = recordPlace(now, requestId);
  const ending = movement(table, requestId, end, from, {
    update:
      'SET #state = :next, kind = :kind, recordDay = :day, recordOrder = :order, expiresOn = :expiresOn REMOVE address',
    values: {
      ':kind': 'ended',
      ':day': place.recordDay,
      ':order': place.recordOrder,
      ':expiresOn': recordsExpireOn(now),
    },
  });
  try {
    await dynamodb.send(new UpdateItemCommand(ending));
  } catch (error) {
    if (!isConditionRefused(error)) throw error;
  }
}

/** A change of a request's state, refused from any but some states. */
function movement(
  table: string,
  requestId: string,
  next: RequestState,
  from: readonly RequestState[],
  { update, values }: { readonly update: string; readonly values: Readonly<Record<string, unknown>> },
) {
  const allowed = Object.fromEntries(from.map((state, position) => [`:from${position}`, state]));
  return {
    TableName: table,
    Key: loneKey('REQUEST', requestId),
    UpdateExpression: update,
    ConditionExpression: `#state IN (${Object.keys(allowed).join(', ')})`,
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: toItem({ ':next': next, ...allowed, ...values }),
  };
}
