import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { emptyLedger, type ContactLedger } from '../domain/decisions/ledger.ts';
import { fromItem, toItem, type Item } from './dynamodb.ts';
import { recordsExpireOn } from './retention.ts';

/**
 * One person's ledger: the one item that keeps two asks apart. Deciding writes the asks under a version, sending
 * writes the last sending under the minimum gap; each does it inside its own transaction, and leaves the other's
 * attributes alone.
 */
const storedLedger = z.object({
  pk: z.string().startsWith('CONTACT#'),
  version: z.int(),
  asks: z.array(z.object({ requestId: z.string(), stage: z.string(), caseHash: z.string(), at: z.number() })),
});

export const ledgerKey = (contactHash: string): Item =>
  toItem({ pk: `CONTACT#${contactHash}`, sk: 'LEDGER' });

/** The ledgers among items that were read together, by contact hash. Who has none was never asked. */
export function ledgersAmong(items: readonly unknown[]): Map<string, ContactLedger> {
  const ledgers = items.flatMap((item) => {
    const parsed = storedLedger.safeParse(item);
    return parsed.success ? [[parsed.data.pk.slice('CONTACT#'.length), parsed.data] as const] : [];
  });
  return new Map(ledgers);
}

/**
 * Writes a ledger after an ask, refused where it has changed since it was read. It is kept as long as its latest ask
 * counts, which may lie ahead.
 */
export function advanceLedger(table: string, contactHash: string, ledger: ContactLedger): TransactWriteItem {
  const expiresOn = recordsExpireOn(Math.max(...ledger.asks.map(({ at }) => at)));
  return {
    Update: {
      TableName: table,
      Key: ledgerKey(contactHash),
      UpdateExpression: 'SET asks = :asks, version = :next, expiresOn = :expiresOn',
      ConditionExpression:
        ledger.version === emptyLedger.version ? 'attribute_not_exists(version)' : 'version = :read',
      ExpressionAttributeValues: toItem({
        ':asks': ledger.asks,
        ':next': ledger.version + 1,
        ':expiresOn': expiresOn,
        ...(ledger.version === emptyLedger.version ? {} : { ':read': ledger.version }),
      }),
    },
  };
}

export type Sending = {
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly gapMs: number;
};

/** Notes that a request leaves now, refused where another left within the gap. The same request may try again. */
export const noteSending = (
  table: string,
  contactHash: string,
  { requestId, now, gapMs }: Sending,
): TransactWriteItem => ({
  Update: {
    TableName: table,
    Key: ledgerKey(contactHash),
    UpdateExpression: 'SET lastSentAt = :now, lastSentRequest = :request',
    ConditionExpression:
      'attribute_not_exists(lastSentAt) OR lastSentAt <= :latest OR lastSentRequest = :request',
    ExpressionAttributeValues: toItem({ ':now': now, ':latest': now - gapMs, ':request': requestId }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

const sentBefore = z.object({ lastSentAt: z.number() });

/** When the last request left, from the ledger that refused one. Epoch milliseconds. */
export const lastSentIn = (ledger: Item): number => sentBefore.parse(fromItem(ledger)).lastSentAt;
