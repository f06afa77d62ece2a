import {
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { ContactLedger } from '../domain/decisions/ledger.ts';
import { advanceLedger, ledgerKey, ledgersAmong } from './contact-ledger.ts';
import { dynamodb, loneKey, putNew, readBatch, toItem } from './dynamodb.ts';

const storedMarker = z.object({ pk: z.string() });

/** What is known before an event is decided. */
export type Known = {
  /** Whether this very event has been decided already. */
  readonly event: boolean;
  /** Whether another event has reported the same occasion. */
  readonly occasion: boolean;
  readonly ledgers: ReadonlyMap<string, ContactLedger>;
};

export type EventKeys = {
  readonly eventHash: string;
  readonly occasionHash: string;
  readonly contactHashes: readonly string[];
};

/** Reads all that a decision needs in one consistent batch: at most 22 items. */
export async function readKnown(
  table: string,
  { eventHash, occasionHash, contactHashes }: EventKeys,
): Promise<Known> {
  const keys = [
    loneKey('EVENT', eventHash),
    loneKey('OCCASION', occasionHash),
    ...[...new Set(contactHashes)].map(ledgerKey),
  ];
  const items = await readBatch(table, keys, { ConsistentRead: true });
  const partitions = items.map((item) => storedMarker.parse(item).pk);
  return {
    event: partitions.includes(`EVENT#${eventHash}`),
    occasion: partitions.includes(`OCCASION#${occasionHash}`),
    ledgers: ledgersAmong(items),
  };
}

/** One event's outcome, as it is stored: everything or nothing. */
export type EventRecord = {
  readonly eventHash: string;
  /** Marked by the first event that reports the occasion, and by no other. */
  readonly newOccasionHash: string | undefined;
  /** Records of decisions, requests and their due marks, each new. */
  readonly newItems: readonly Readonly<Record<string, unknown>>[];
  /** Ledgers after the asks, with the version that they were read in. */
  readonly ledgers: ReadonlyMap<string, ContactLedger>;
  /** Epoch seconds. */
  readonly expiresOn: number;
};

/**
 * Stores an event's outcome in one transaction, or nothing where the event or its occasion has been stored since, or the
 * ledger of somebody who is asked has changed.
 *
 * @returns whether it was stored; if not, read and decide again
 */
export async function recordEvent(table: string, record: EventRecord): Promise<boolean> {
  const { eventHash, newOccasionHash, newItems, ledgers, expiresOn } = record;
  const marker = { ...loneKey('EVENT', eventHash), ...toItem({ redeliveries: 0, expiresOn }) };
  const occasion =
    newOccasionHash === undefined
      ? []
      : [{ ...loneKey('OCCASION', newOccasionHash), ...toItem({ expiresOn }) }];
  try {
    await dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          ...[marker, ...occasion, ...newItems.map(toItem)].map((item) => putNew(table, item)),
          ...[...ledgers].map(([contactHash, ledger]) => advanceLedger(table, contactHash, ledger)),
        ],
      }),
    );
    return true;
  } catch (error) {
    if (isContention(error)) return false;
    throw error;
  }
}

/** Whether a transaction lost against another one, rather than being wrong. */
function isContention(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? [])
    .map(({ Code }) => Code ?? 'None')
    .filter((code) => code !== 'None');
  return (
    codes.length > 0 &&
    codes.every((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict')
  );
}

/** Counts an exact redelivery. It changes nothing else. */
export async function countRedelivery(table: string, eventHash: string): Promise<void> {
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: table,
      Key: loneKey('EVENT', eventHash),
      UpdateExpression: 'ADD redeliveries :one',
      ExpressionAttributeValues: toItem({ ':one': 1 }),
    }),
  );
}
