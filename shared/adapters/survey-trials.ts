import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Draft } from '../domain/questions/draft.ts';
import { storedDraftSchema } from '../domain/questions/stored-draft.ts';
import { auditWrite, type Change } from './audit.ts';
import { dynamodb, fromItem, putNew, toItem, transact, type Item } from './dynamodb.ts';

/** How long a form can be tried under one link. */
export const trialDays = 14;
const dayMs = 86_400_000;
const tokenBytes = 16;

const storedTrial = z.object({
  id: z.string(),
  draft: storedDraftSchema,
  /** Epoch milliseconds. */
  endsAt: z.int(),
});
/** A draft as it was when its trial began. */
export type Trial = z.infer<typeof storedTrial>;

/** What is stored lets nobody make a link. */
const keyOf = (token: string): Item =>
  toItem({ pk: 'SURVEY-TRIALS', sk: createHash('sha256').update(token).digest('base64url') });

/**
 * Begins the trial of a draft: it stays as it is now, whatever becomes of the draft.
 *
 * @returns the token that opens it, and until when (epoch milliseconds)
 */
export async function beginTrial(
  table: string,
  { id, version, draft }: { readonly id: string; readonly version: number; readonly draft: Draft },
  change: Change,
): Promise<{ token: string; endsAt: number }> {
  const token = randomBytes(tokenBytes).toString('base64url');
  const endsAt = change.at + trialDays * dayMs;
  const trial: Trial = { id, draft, endsAt };
  await transact([
    putNew(table, { ...keyOf(token), ...toItem({ ...trial, expiresOn: Math.ceil(endsAt / 1000) }) }),
    auditWrite(table, change, {
      ...{ kind: 'survey', id, decided: 'trial' },
      ...{ fromVersion: null, toVersion: version, changed: [] },
    }),
  ]);
  return { token, endsAt };
}

/** @param now epoch milliseconds. @returns undefined where a token opens nothing, or nothing any more */
export async function readTrial(table: string, token: string, now: number): Promise<Trial | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: keyOf(token), ConsistentRead: true }),
  );
  const trial = item && storedTrial.parse(fromItem(item));
  return trial !== undefined && now < trial.endsAt ? trial : undefined;
}
