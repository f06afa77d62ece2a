import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { isBlocking } from '../domain/decisions/case-course.ts';
import {
  blockFlags,
  type CaseLedger,
  type ContactLedger,
  type HouseholdLedger,
  type Occasion,
  type UnitLedger,
} from '../domain/decisions/ledger.ts';
import { holdReasons, formLanguages, recipientFlags } from '../domain/vocabulary.ts';
import { toItem, type Item } from './dynamodb.ts';
import { recordsExpireOn } from './retention.ts';

/*
 * Ledgers as they are stored: of contacts, households, cases, occasions and units, each the one item of its kind in its
 * partition, each written under the version in which it was read.
 */

const versioned = { version: z.int(), sequence: z.number() };
const countedAsk = z.object({ requestId: z.string(), at: z.number() });

const preference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('paused'), until: z.number() }),
  z.object({ kind: z.literal('opted-out') }),
]);
export const storedPreference = { preference, language: z.enum(formLanguages).nullable() };

export const ledgerSchemas = {
  CONTACT: z.object({
    ...versioned,
    ...storedPreference,
    disturbedAt: z.number(),
    flags: z.array(z.enum(recipientFlags)),
    flagsToldAt: z.number(),
    asks: z.array(countedAsk.extend({ stage: z.string(), caseHash: z.string() })),
  }),
  HOUSEHOLD: z.object({ ...versioned, asks: z.array(countedAsk) }),
  CASE: z.object({
    ...versioned,
    disturbedAt: z.number(),
    asks: z.array(countedAsk),
    holds: z.array(
      z.object({ reason: z.enum(holdReasons), change: z.enum(['started', 'ended']), at: z.number() }),
    ),
    blocks: z.array(
      z.object({
        flag: z.enum(blockFlags),
        since: z.number().nullable(),
        liftedAt: z.number().nullable(),
      }),
    ),
    expected: z.array(
      z.object({ stage: z.string(), occasion: z.string(), on: z.string().nullable(), toldAt: z.number() }),
    ),
  }),
  OCCASION: z.object({
    ...versioned,
    stages: z.array(z.string()),
    cancelledAt: z.number().nullable(),
    scheduledAt: z.number().nullable(),
    requestIds: z.array(z.string()),
  }),
  UNIT: z.object({ ...versioned, days: z.array(z.object({ day: z.int(), asked: z.int() })) }),
} as const;

export type LedgerKind = keyof typeof ledgerSchemas;

/** @param name a keyed hash, or a unit's identifier */
export const ledgerKey = (kind: LedgerKind, name: string): Item =>
  toItem({ pk: `${kind}#${name}`, sk: 'LEDGER' });

/** A change of a ledger: what it holds now, under the version in which it was read. */
type Advance = {
  readonly key: Item;
  readonly ledger: { readonly version: number };
  readonly sequence: number;
  /** The ledger's own attributes; one that is undefined is removed. */
  readonly content: Readonly<Record<string, unknown>>;
};

/** Writes a ledger, refused where it has changed since it was read. */
function advance(table: string, { key, ledger, sequence, content }: Advance): TransactWriteItem {
  const next: Record<string, unknown> = { ...content, version: ledger.version + 1, sequence };
  const names = Object.keys(next);
  const set = Object.entries(next).filter(([, value]) => value !== undefined);
  const gone = Object.entries(next).filter(([, value]) => value === undefined);
  const isNew = ledger.version === 0;
  return {
    Update: {
      TableName: table,
      Key: key,
      UpdateExpression: [
        `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        ...(gone.length > 0 ? [`REMOVE ${gone.map(([name]) => `#${name}`).join(', ')}`] : []),
      ].join(' '),
      ConditionExpression: isNew ? 'attribute_not_exists(#version)' : '#version = :read',
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: toItem({
        ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
        ...(isNew ? {} : { ':read': ledger.version }),
      }),
    },
  };
}

const latestOf = (sequence: number, asks: readonly { readonly at: number }[]): number =>
  asks.reduce((latest, { at }) => Math.max(latest, at), sequence);

/**
 * A person's ledger is kept for 13 months after its last ask or change, and as long as it holds an opt-out: forgetting
 * that would be asking again.
 */
export function advanceContact(
  table: string,
  contactHash: string,
  ledger: ContactLedger,
  sequence: number,
): TransactWriteItem {
  const { asks, preference: said, language, disturbedAt, flags, flagsToldAt } = ledger;
  const latest = Math.max(latestOf(sequence, asks), said.kind === 'paused' ? said.until : 0);
  return advance(table, {
    key: ledgerKey('CONTACT', contactHash),
    ledger,
    sequence,
    content: {
      asks,
      preference: said,
      ...{ language, disturbedAt, flags, flagsToldAt },
      expiresOn: said.kind === 'opted-out' ? undefined : recordsExpireOn(latest),
    },
  });
}

export const advanceHousehold = (
  table: string,
  householdHash: string,
  ledger: HouseholdLedger,
  sequence: number,
): TransactWriteItem =>
  advance(table, {
    key: ledgerKey('HOUSEHOLD', householdHash),
    ledger,
    sequence,
    content: { asks: ledger.asks, expiresOn: recordsExpireOn(latestOf(sequence, ledger.asks)) },
  });

/** A case's ledger is kept as long as a block stands in it, and otherwise like a person's. */
export function advanceCase(
  table: string,
  caseHash: string,
  ledger: CaseLedger,
  sequence: number,
): TransactWriteItem {
  const { disturbedAt, asks, holds, blocks, expected } = ledger;
  const latest = latestOf(latestOf(sequence, asks), holds);
  return advance(table, {
    key: ledgerKey('CASE', caseHash),
    ledger,
    sequence,
    content: {
      ...{ disturbedAt, asks, holds, blocks, expected },
      expiresOn: blocks.some(isBlocking) ? undefined : recordsExpireOn(latest),
    },
  });
}

export function advanceOccasion(
  table: string,
  occasionHash: string,
  ledger: Occasion,
  sequence: number,
): TransactWriteItem {
  const { stages, cancelledAt, scheduledAt, requestIds } = ledger;
  return advance(table, {
    key: ledgerKey('OCCASION', occasionHash),
    ledger,
    sequence,
    content: { stages, cancelledAt, scheduledAt, requestIds, expiresOn: recordsExpireOn(sequence) },
  });
}

export const advanceUnit = (
  table: string,
  unit: string,
  ledger: UnitLedger,
  sequence: number,
): TransactWriteItem =>
  advance(table, {
    key: ledgerKey('UNIT', unit),
    ledger,
    sequence,
    content: { days: ledger.days, expiresOn: recordsExpireOn(sequence) },
  });
