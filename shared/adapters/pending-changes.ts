import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { dayNumberAt } from '../domain/calendar/helsinki.ts';
import { withMovedAsk, withoutAsk, withUnitAsks } from '../domain/decisions/counting.ts';
import { ledgersOf, sequenceAfter, type Known } from '../domain/decisions/known.ts';
import { leavesBefore } from '../domain/decisions/leaving.ts';
import { emptyContact, type CountedAsk } from '../domain/decisions/ledger.ts';
import type { HeldBackReason } from '../domain/decisions/reasons.ts';
import type { Rule } from '../domain/rules/rule.ts';
import { isWorker } from '../domain/vocabulary.ts';
import { dueMark } from './due-marks.ts';
import { loneKey, putNew, toItem, transactUnlessChanged } from './dynamodb.ts';
import * as ledgers from './ledger-items.ts';
import { recordPlace } from './record-order.ts';
import type { Request } from './requests.ts';
import { recordsExpireOn } from './retention.ts';

/** A pending request, the rule that decided it, and what is known now. */
type Basis = { readonly request: Request; readonly rule: Rule; readonly known: Known };

/** What becomes of a pending request: another time, or an end without a mail. */
export type Change =
  | { readonly kind: 'move'; readonly at: number; readonly isNow: boolean }
  | { readonly kind: 'withdraw'; readonly reason: HeldBackReason }
  | { readonly kind: 'expire' };

/**
 * Moves or ends a request that is due, with its asks in every ledger, in one transaction.
 *
 * @param now epoch milliseconds
 * @returns the sequence of the change, or undefined where something has changed meanwhile: read and look again
 */
export async function changePending(
  table: string,
  { request, rule, known }: Basis,
  change: Change,
  now: number,
): Promise<number | undefined> {
  const sequence = sequenceAfter(now, [...ledgersOf(known), { sequence: request.seen }]);
  const writes = [
    ...(change.kind === 'move'
      ? movedRequest(table, { request, rule, known }, change, sequence)
      : [endedRequest(table, request, change, sequence)]),
    ...changedLedgers(table, { request, rule, known }, change, sequence),
  ];
  return (await transactUnlessChanged(writes)) ? sequence : undefined;
}

function changedLedgers(
  table: string,
  { request, rule, known }: Basis,
  change: Change,
  sequence: number,
): TransactWriteItem[] {
  const { requestId, contactHash, about, context, dueAt } = request;
  const { caseHash, householdHash } = about;
  const changed = <Ask extends CountedAsk, Ledger extends { readonly asks: readonly Ask[] }>(
    ledger: Ledger,
  ) => ({
    ...ledger,
    asks:
      change.kind === 'move'
        ? withMovedAsk(ledger.asks, requestId, change.at)
        : withoutAsk(ledger.asks, requestId),
  });
  const contact = changed(known.contacts.get(contactHash) ?? emptyContact);
  const isFamily = !isWorker(context.role);
  const without = withUnitAsks(known.unit, dayNumberAt(dueAt), -1, sequence);
  const unit = change.kind === 'move' ? withUnitAsks(without, dayNumberAt(change.at), 1, sequence) : without;
  return [
    ledgers.advanceContact(table, contactHash, contact, sequence),
    ledgers.advanceCase(table, caseHash, isFamily ? changed(known.case) : known.case, sequence),
    ...(isFamily && householdHash !== null
      ? [ledgers.advanceHousehold(table, householdHash, changed(known.household), sequence)]
      : []),
    ...(rule.unitDailyCap === null ? [] : [ledgers.advanceUnit(table, context.unit, unit, sequence)]),
  ];
}

/** A request that is due as it was read: any other attempt would have changed its state, or what it has seen. */
const stillDue = (request: Request) => ({
  ConditionExpression: '#state = :due AND seen = :read',
  ExpressionAttributeNames: { '#state': 'state' },
  values: { ':due': 'due', ':read': request.seen },
});

function movedRequest(
  table: string,
  { request, rule, known }: Basis,
  { at, isNow }: Extract<Change, { kind: 'move' }>,
  sequence: number,
): TransactWriteItem[] {
  const { requestId, contactHash, about, context, dueAt, expiresAt } = request;
  const { values, ...condition } = stillDue(request);
  const place = recordPlace(sequence, requestId);
  const moved = { kind: 'moved', requestId, contactHash, about, context, dueAt, movedTo: at };
  return [
    {
      Update: {
        TableName: table,
        Key: loneKey('REQUEST', requestId),
        UpdateExpression: 'SET dueAt = :at, leavesBefore = :before, seen = :sequence',
        ...condition,
        ExpressionAttributeValues: toItem({
          ...values,
          ':at': at,
          ':before': leavesBefore(rule, known.case.holds, { at, expiresAt }),
          ':sequence': sequence,
        }),
      },
    },
    putNew(
      table,
      toItem({
        pk: `REQUEST#${requestId}`,
        sk: `MOVED#${place.recordOrder}`,
        ...place,
        ...moved,
        expiresOn: recordsExpireOn(sequence),
      }),
    ),
    // One that leaves now is claimed at once: it needs no mark to be found by.
    ...(isNow ? [] : [{ Put: { TableName: table, Item: toItem(dueMark(requestId, at)) } }]),
  ];
}

function endedRequest(
  table: string,
  request: Request,
  change: Exclude<Change, { kind: 'move' }>,
  sequence: number,
): TransactWriteItem {
  const { values, ...condition } = stillDue(request);
  const place = recordPlace(sequence, request.requestId);
  const isWithdrawn = change.kind === 'withdraw';
  return {
    Update: {
      TableName: table,
      Key: loneKey('REQUEST', request.requestId),
      UpdateExpression: [
        'SET #state = :next, kind = :kind, recordDay = :day, recordOrder = :order, expiresOn = :expiresOn',
        ...(isWithdrawn ? ['endReason = :reason'] : []),
      ]
        .join(', ')
        .concat(' REMOVE address'),
      ...condition,
      ExpressionAttributeValues: toItem({
        ...values,
        ':next': isWithdrawn ? 'withdrawn' : 'expired-before-sending',
        ':kind': 'ended',
        ':day': place.recordDay,
        ':order': place.recordOrder,
        ':expiresOn': recordsExpireOn(sequence),
        ...(isWithdrawn && { ':reason': change.reason }),
      }),
    },
  };
}
