import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { quarterSchema, type Quarter } from '../domain/period.ts';
import { releaseSchema, type Release } from '../domain/reports/release.ts';
import { tableIdSchema, type TableId } from '../domain/reports/table.ts';
import { tallySchema, type Tally } from '../domain/reports/tally.ts';
import { collectPages, dynamodb, fromItem, loneKey, toItem, type Item } from './dynamodb.ts';

const closedPeriodSchema = z.object({
  period: quarterSchema,
  /** The quarters whose answers were counted here; empty where too few came and all were carried over. */
  counted: z.array(quarterSchema),
  /** Envelopes that could not be opened, or held nothing that belongs to a form. */
  spoiled: z.int(),
});
/** A period that the mix has closed. */
export type ClosedPeriod = z.infer<typeof closedPeriodSchema>;

const listedReleaseSchema = z.object({
  table: tableIdSchema,
  period: quarterSchema,
  releasedOn: z.iso.date(),
});
/** A release, as the list of releases names it. */
export type ListedRelease = z.infer<typeof listedReleaseSchema>;

const partition = (table: string, pk: string): Promise<unknown[]> =>
  collectPages((startKey) =>
    dynamodb.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: toItem({ ':pk': pk }),
        ConsistentRead: true,
        ExclusiveStartKey: startKey,
      }),
    ),
  );

/** Puts an item unless one is there: what is frozen stays as it is. */
async function putOnce(table: string, item: Item): Promise<void> {
  try {
    await dynamodb.send(
      new PutItemCommand({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** The closed periods, earliest first. */
export const readClosedPeriods = async (table: string): Promise<ClosedPeriod[]> =>
  (await partition(table, 'PERIODS')).map((item) => closedPeriodSchema.parse(item));

/** Closes a period for good. Its tallies must be stored before: from now on they are published. */
export const closePeriod = (table: string, closed: ClosedPeriod): Promise<void> =>
  putOnce(table, toItem({ pk: 'PERIODS', sk: closed.period, ...closed }));

/** Stores a tally of a period that is being mixed. A repeat of the same mix stores the same again. */
export async function saveTally(table: string, period: Quarter, tally: Tally): Promise<void> {
  const sk = [tally.table, ...Object.values(tally.stratum)].join('#');
  await dynamodb.send(
    new PutItemCommand({ TableName: table, Item: toItem({ pk: `TALLIES#${period}`, sk, ...tally }) }),
  );
}

export const readTallies = async (table: string, period: Quarter): Promise<Tally[]> =>
  (await partition(table, `TALLIES#${period}`)).map((item) => tallySchema.parse(item));

const documentKey = (id: TableId, period: Quarter): Item => loneKey('RELEASE', `${id}#${period}`);

/** Publishes a release, once. The document comes first, so that whatever is listed can be read. */
export async function publishRelease(table: string, release: Release, releasedOn: string): Promise<void> {
  const { table: id, period } = release;
  const document = gzipSync(JSON.stringify(release));
  await putOnce(table, { ...documentKey(id, period), ...toItem({ document }) });
  await putOnce(table, toItem({ pk: 'RELEASES', sk: `${period}#${id}`, table: id, period, releasedOn }));
}

/** All releases, earliest period first. */
export const listReleases = async (table: string): Promise<ListedRelease[]> =>
  (await partition(table, 'RELEASES')).map((item) => listedReleaseSchema.parse(item));

const storedDocument = z.object({ document: z.instanceof(Uint8Array) });

/** One read, however many answers there were. @returns undefined where there is no such release */
export async function readRelease(table: string, id: TableId, period: Quarter): Promise<Release | undefined> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: documentKey(id, period) }),
  );
  if (item === undefined) return undefined;
  const { document } = storedDocument.parse(fromItem(item));
  return releaseSchema.parse(JSON.parse(gunzipSync(document).toString()));
}
