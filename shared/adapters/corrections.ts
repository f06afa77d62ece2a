import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { reportsPartitions } from '../contract/tables.ts';
import { quarterSchema, type Quarter } from '../domain/calendar/month.ts';
import { auditWrite, type Change } from './audit.ts';
import { dynamodb, readPartition, toItem, transact } from './dynamodb.ts';

const partition = reportsPartitions.corrections;
const storedSchema = z.object({ sk: quarterSchema, reason: z.string() });

/** That a period is to be released once more, and why, in words that readers of the release see. */
export type Correction = { readonly period: Quarter; readonly reason: string };

/** Asks for a correction in the coming night, and notes who did. Asked again, the last reason counts. */
export async function requestCorrection(
  { settings, reports }: { readonly settings: string; readonly reports: string },
  { period, reason }: Correction,
  change: Change,
): Promise<void> {
  const asked = toItem({ pk: partition, sk: period, reason });
  const entry = auditWrite(settings, change, {
    kind: 'correction',
    id: period,
    fromVersion: null,
    toVersion: null,
    changed: ['reason'],
  });
  await transact([{ Put: { TableName: reports, Item: asked } }, entry]);
}

/** The corrections that wait, earliest period first. */
export const readCorrections = async (table: string): Promise<Correction[]> =>
  (await readPartition(table, partition)).map((item) => {
    const { sk, reason } = storedSchema.parse(item);
    return { period: sk, reason };
  });

export async function endCorrection(table: string, { period }: Correction): Promise<void> {
  await dynamodb.send(
    new DeleteItemCommand({ TableName: table, Key: toItem({ pk: partition, sk: period }) }),
  );
}
