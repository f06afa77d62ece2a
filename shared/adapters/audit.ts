import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { auditEntrySchema, type AuditEntry } from '../domain/audit-entry.ts';
import { monthAt, type Month } from '../domain/calendar/month.ts';
import { putNew, readPartition, toItem } from './dynamodb.ts';

const partition = (month: Month): string => `AUDIT#${month}`;

/** Who changes something, and when. */
export type Change = {
  /** The subject of the administrator's token. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
};

/** The write that notes a change: it belongs into the transaction that makes the change. */
export function auditWrite(
  table: string,
  { by, at }: Change,
  what: Omit<AuditEntry, 'at' | 'by'>,
): TransactWriteItem {
  const instant = new Date(at).toISOString();
  const entry: AuditEntry = { at: instant, by, ...what };
  // Two changes may come in the same millisecond: each stays.
  const sk = [instant, what.kind, what.id, randomUUID()].join('#');
  return putNew(table, toItem({ pk: partition(monthAt(at)), sk, ...entry }));
}

/** What administrators changed in a month of Helsinki's calendar, the latest first. */
export const readAudit = async (table: string, month: Month): Promise<AuditEntry[]> =>
  (await readPartition(table, partition(month))).map((item) => auditEntrySchema.parse(item)).reverse();

/** Names of the fields in which a thing differs from what it was, in alphabetical order; all, where it is new. */
export function changedFields(
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
  return [...names].filter((name) => !isDeepStrictEqual(before?.[name], after[name])).sort();
}
