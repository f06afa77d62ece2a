import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { quarterSchema, type Quarter } from '../domain/calendar/month.ts';
import { dynamodb, readPartition, toItem } from './dynamodb.ts';

const storedSchema = z.object({ sk: quarterSchema, reason: z.string() });

/** That a period is to be released once more, and why, in words that readers of the release see. */
export type Correction = { readonly period: Quarter; readonly reason: string };

/** Asks for a correction in the coming night. Asked again, the last reason counts. */
export async function requestCorrection(table: string, { period, reason }: Correction): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({ TableName: table, Item: toItem({ pk: 'CORRECTIONS', sk: period, reason }) }),
  );
}

/** The corrections that wait, earliest period first. */
export const readCorrections = async (table: string): Promise<Correction[]> =>
  (await readPartition(table, 'CORRECTIONS')).map((item) => {
    const { sk, reason } = storedSchema.parse(item);
    return { period: sk, reason };
  });

export async function endCorrection(table: string, { period }: Correction): Promise<void> {
  await dynamodb.send(
    new DeleteItemCommand({ TableName: table, Key: toItem({ pk: 'CORRECTIONS', sk: period }) }),
  );
}
