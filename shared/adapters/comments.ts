import { GetItemCommand, PutItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { quarterSchema, type Quarter } from '../domain/calendar/month.ts';
import type { PlacedComment } from '../domain/comments/comment-strata.ts';
import { rejectionReasons } from '../domain/comments/decision.ts';
import type { Comment } from '../domain/comments/review.ts';
import { commentStates, type CommentState } from '../domain/comments/states.ts';
import { decrypt, encrypt, makeContentKey } from './crypto/content-key.ts';
import { dynamodb, fromItem, readPartition, toItem, type Item } from './dynamodb.ts';
import { putVersion } from './versioned.ts';

/*
 * Comments are more than a transaction takes, and must be there all at once, once, or not at all. So the mix puts each
 * of them encrypted, under a key that it holds in memory, and the close of the period stores the key: in the period's
 * register, which from then on also counts what was decided. Until then nobody can read one; what a mix has put that died,
 * or was not the first to close, stays noise for good.
 */

const registerKey = (period: Quarter): Item => toItem({ pk: `COMMENTS#${period}`, sk: 'KEY' });
const batchPartition = (period: Quarter, batch: string): string => `COMMENTS#${period}#${batch}`;

/** How many comments are on their way to DynamoDB at once. */
const putsAtOnce = 8;

/**
 * Puts the comments of a period, in their order, as a batch that does not count yet.
 *
 * @returns the item that makes it count where the close of the period stores it; none where nobody wrote anything
 */
export async function putComments(
  table: string,
  period: Quarter,
  comments: readonly PlacedComment[],
): Promise<Item[]> {
  if (comments.length === 0) return [];
  const batch = randomName();
  const key = makeContentKey();
  const turns = comments.values();
  const takeTurns = async (): Promise<void> => {
    for (const comment of turns) {
      const sealed = encrypt(key, Buffer.from(JSON.stringify(comment)));
      const item = { pk: batchPartition(period, batch), sk: randomName(), state: 'pending', sealed };
      await dynamodb.send(new PutItemCommand({ TableName: table, Item: toItem(item) }));
    }
  };
  await Promise.all(Array.from({ length: putsAtOnce }, takeTurns));
  const counts = { pending: comments.length, approved: 0, rejected: 0, withdrawn: 0 };
  return [{ ...registerKey(period), ...toItem({ period, version: 1, batch, key, ...counts }) }];
}

const randomName = (): string => randomBytes(16).toString('base64url');

const registerSchema = z.object({
  period: quarterSchema,
  /** One more with each decision: two that were taken at once can't both hold. */
  version: z.int(),
  batch: z.string(),
  key: z.instanceof(Uint8Array),
  /** How many comments are in each state. */
  ...{ pending: z.int(), approved: z.int(), rejected: z.int(), withdrawn: z.int() },
  /** Whether the comments were released, or are being so: then none can be approved or rejected any more. */
  isClosed: z.boolean().default(false),
  /** Whether a comment was withdrawn that still stands in the latest release. */
  isCorrectionDue: z.boolean().default(false),
});
/** How the review of a period's comments stands, and what its comments are read with. */
export type Register = z.infer<typeof registerSchema>;

/** @returns undefined where the period is open, or nobody wrote anything */
export async function readRegister(table: string, period: Quarter): Promise<Register | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: registerKey(period), ConsistentRead: true }),
  );
  return item && registerSchema.parse(fromItem(item));
}

/** The write that changes a register, unless somebody has since it was read. */
export const registerWrite = (table: string, read: Register, after: Register): TransactWriteItem => {
  const item = { ...registerKey(read.period), ...toItem({ ...after, version: read.version + 1 }) };
  return putVersion(table, item, read.version);
};

const contentsSchema = z.object({
  stratum: z.record(z.string(), z.string()),
  text: z.string().nullable(),
  reason: z.enum(rejectionReasons).nullable().default(null),
});
const storedSchema = z.object({
  sk: z.string(),
  state: z.enum(commentStates),
  version: z.int().default(1),
  sealed: z.instanceof(Uint8Array),
});

/** A comment by its name, which was drawn by lot, in a period. */
export type NamedComment = Comment & { readonly period: Quarter; readonly name: string };

/** A comment as it is stored. @throws where it was not encrypted with the period's key, or was changed since */
export function openedComment({ period, key }: Register, item: unknown): NamedComment {
  const { sk, sealed, ...stored } = storedSchema.parse(item);
  return {
    period,
    name: sk,
    ...stored,
    ...contentsSchema.parse(JSON.parse(decrypt(key, sealed).toString())),
  };
}

/** The write that puts a comment in the place of the one that is there. Nothing of that one stays. */
export function commentWrite(
  table: string,
  { period, batch, key }: Register,
  name: string,
  { state, version, ...contents }: Comment,
): TransactWriteItem {
  const sealed = encrypt(key, Buffer.from(JSON.stringify(contents)));
  const item = { pk: batchPartition(period, batch), sk: name, state, version, sealed };
  return { Put: { TableName: table, Item: toItem(item) } };
}

/** @returns undefined where there is no comment of that name */
export async function readComment(
  table: string,
  register: Register,
  name: string,
): Promise<NamedComment | undefined> {
  const key = toItem({ pk: batchPartition(register.period, register.batch), sk: name });
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
  );
  return item && openedComment(register, fromItem(item));
}

/** All comments of a closed period, in the order of their names; none where the period is open. */
export async function readComments(
  table: string,
  period: Quarter,
  state?: CommentState,
): Promise<NamedComment[]> {
  const register = await readRegister(table, period);
  if (register === undefined) return [];
  const items = await readPartition(table, batchPartition(period, register.batch));
  const comments = items.map((item) => openedComment(register, item));
  return state === undefined ? comments : comments.filter((comment) => comment.state === state);
}

/** What a query for a page of comments names. Names stand in the order of their bytes. */
export const pageOf = ({ period, batch }: Register, after: string | undefined) => ({
  partition: batchPartition(period, batch),
  startKey: after === undefined ? undefined : toItem({ pk: batchPartition(period, batch), sk: after }),
});
