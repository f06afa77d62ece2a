import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Quarter } from '../domain/calendar/month.ts';
import type { PlacedComment } from '../domain/reports/comment-strata.ts';
import { decrypt, encrypt, makeContentKey } from './crypto/content-key.ts';
import { dynamodb, readPartition, toItem, type Item } from './dynamodb.ts';

/*
 * Comments are more than a transaction takes, and must be there all at once, once, or not at all. So the mix puts each
 * of them encrypted, under a key that it holds in memory, and the close of the period stores the key. Until then nobody
 * can read one; what a mix has put that died, or was not the first to close, stays noise for good.
 */

const keyPartition = (period: Quarter): string => `COMMENTS#${period}`;
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
  return [toItem({ pk: keyPartition(period), sk: 'KEY', batch, key })];
}

const randomName = (): string => randomBytes(16).toString('base64url');

const storedKey = z.object({ batch: z.string(), key: z.instanceof(Uint8Array) });
const storedComment = z.object({
  sk: z.string(),
  state: z.literal('pending'),
  sealed: z.instanceof(Uint8Array),
});
const commentSchema = z.object({ stratum: z.record(z.string(), z.string()), text: z.string() });

/** A comment that waits for a person to review it. */
export type Comment = PlacedComment & { readonly id: string; readonly state: 'pending' };

/** The comments of a closed period, in the order of their random names; none where the period is open. */
export async function readComments(table: string, period: Quarter): Promise<Comment[]> {
  const [stored] = await readPartition(table, keyPartition(period));
  if (stored === undefined) return [];
  const { batch, key } = storedKey.parse(stored);
  return (await readPartition(table, batchPartition(period, batch))).map((item) => {
    const { sk, state, sealed } = storedComment.parse(item);
    return { id: sk, state, ...commentSchema.parse(JSON.parse(decrypt(key, sealed).toString())) };
  });
}
