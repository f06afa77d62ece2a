import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { days } from '../domain/calendar/duration.ts';
import { ruleSchema } from '../domain/rules/rule.ts';
import { dynamodb, fromItem, loneKey, toItem } from './dynamodb.ts';

const draftSchema = z.object({ rules: z.array(ruleSchema), from: z.number(), to: z.number() });

/** A replay that was asked for, and how far it has come. Times are epoch milliseconds. */
const replaySchema = z.object({
  replayId: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  draft: draftSchema,
  day: z.string().optional(),
  records: z.number().optional(),
  /** The outcome, once it is done. */
  report: z.unknown().optional(),
});
export type StoredReplay = z.infer<typeof replaySchema>;

const storedReplay = z.object({ replay: z.instanceof(Uint8Array) });

/** The outcome of a replay is there for so long. */
const keptMs = days(30);

/** @param now epoch milliseconds */
export async function saveReplay(table: string, replay: StoredReplay, now: number): Promise<void> {
  await dynamodb.send(
    new PutItemCommand({
      TableName: table,
      Item: {
        ...loneKey('REPLAY', replay.replayId),
        // Compressed, since a draft of many rules and its outcome repeat the same names over and over.
        ...toItem({
          replay: gzipSync(JSON.stringify(replay)),
          expiresOn: Math.floor((now + keptMs) / 1000),
        }),
      },
    }),
  );
}

/** @returns undefined where there never was such a replay, or where it has been cleared away */
export async function readReplay(table: string, replayId: string): Promise<StoredReplay | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: loneKey('REPLAY', replayId), ConsistentRead: true }),
  );
  if (item === undefined) return undefined;
  const { replay } = storedReplay.parse(fromItem(item));
  return replaySchema.parse(JSON.parse(gunzipSync(replay).toString()));
}
