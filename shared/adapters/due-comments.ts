import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { quarterSchema, type Quarter } from '../domain/calendar/month.ts';
import { readPartition, toItem, type Item } from './dynamodb.ts';

/*
 * Marks of quarters of which a released comment was withdrawn, so that a night finds them in one read, however many quarters
 * have closed. A mark comes and goes in one transaction with what the quarter's register says of it.
 */

const keyOf = (period: Quarter): Item => toItem({ pk: 'DUE-COMMENTS', sk: period });

/** The write that marks a quarter. */
export const dueWrite = (table: string, period: Quarter): TransactWriteItem => ({
  Put: { TableName: table, Item: keyOf(period) },
});

/** The write that takes the mark away. */
export const noLongerDueWrite = (table: string, period: Quarter): TransactWriteItem => ({
  Delete: { TableName: table, Key: keyOf(period) },
});

const markSchema = z.object({ sk: quarterSchema });

/** The quarters whose comments are to be released once more. */
export const readDueComments = async (table: string): Promise<ReadonlySet<Quarter>> =>
  new Set((await readPartition(table, 'DUE-COMMENTS')).map((item) => markSchema.parse(item).sk));
