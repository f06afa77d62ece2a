import { DeleteItemCommand, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { reportsPartitions } from '../contract/tables.ts';
import {
  releaseIdSchema,
  releasePeriodSchema,
  releaseSchema,
  type Release,
  type ReleaseId,
  type ReleasePeriod,
} from '../domain/releases/release.ts';
import { dynamodb, fromItem, putOnce, readPartition, toItem, type Item } from './dynamodb.ts';
import { putObjectOnce, readObject } from './objects.ts';
import { packed, unpacked } from './packed.ts';

/** Where releases are kept. */
export type ReleaseStore = {
  readonly table: string;
  /** Of those that are too large for an item. */
  readonly bucket: string;
};

/** DynamoDB takes items of up to 400 kB. */
const itemBytesMost = 350_000;

const listedSchema = z.object({
  table: releaseIdSchema,
  period: releasePeriodSchema,
  revision: z.int(),
  releasedOn: z.iso.date(),
});
/** A release, as the list of releases names it. */
export type ListedRelease = z.infer<typeof listedSchema>;

/** A release as it is stored: its JSON, compressed with gzip. */
export type PackedRelease = Uint8Array;

const partition = (id: ReleaseId, period: ReleasePeriod): string => `RELEASE#${id}#${period}`;
const sortKey = (revision: number): string => `REVISION#${String(revision).padStart(4, '0')}`;

/** Publishes a release, once. The document comes first, so that whatever is listed can be read. */
export async function publishRelease({ table, bucket }: ReleaseStore, release: Release): Promise<void> {
  const { table: id, period, revision, releasedOn } = release;
  const document = packed(release);
  const key = { pk: partition(id, period), sk: sortKey(revision) };
  if (document.length <= itemBytesMost) await putOnce(table, toItem({ ...key, document }));
  else {
    const object = `releases/${id}/${period}/${revision}.json.gz`;
    await putObjectOnce(bucket, object, document);
    await putOnce(table, toItem({ ...key, object }));
  }
  const listed = { table: id, period, revision, releasedOn };
  await putOnce(
    table,
    toItem({ pk: reportsPartitions.releases, sk: `${period}#${id}#${sortKey(revision)}`, ...listed }),
  );
}

/** All revisions of all releases, earliest period first. */
export const listReleases = async (table: string): Promise<ListedRelease[]> =>
  (await readPartition(table, reportsPartitions.releases)).map((item) => listedSchema.parse(item));

/** Makes a revision unreadable of which something had to be taken down. That it was there stays in the list. */
export async function withdrawRevision(
  { table }: ReleaseStore,
  { table: id, period, revision }: ListedRelease,
): Promise<void> {
  await dynamodb.send(
    new DeleteItemCommand({
      TableName: table,
      Key: toItem({ pk: partition(id, period), sk: sortKey(revision) }),
    }),
  );
}

const storedSchema = z.union([
  z.object({ document: z.instanceof(Uint8Array) }),
  z.object({ object: z.string() }),
]);

/**
 * One read, however many answers there were, and one object more where it is large.
 *
 * @param revision the latest where it is not given
 * @returns undefined where there is no such release
 */
export async function readPackedRelease(
  { table, bucket }: ReleaseStore,
  id: ReleaseId,
  period: ReleasePeriod,
  revision?: number,
): Promise<PackedRelease | undefined> {
  const item =
    revision === undefined
      ? await readLatest(table, partition(id, period))
      : await readItem(table, toItem({ pk: partition(id, period), sk: sortKey(revision) }));
  if (item === undefined) return undefined;
  const stored = storedSchema.parse(fromItem(item));
  return 'document' in stored ? stored.document : readObject(bucket, stored.object);
}

/** The same, unpacked. */
export async function readRelease(
  store: ReleaseStore,
  id: ReleaseId,
  period: ReleasePeriod,
  revision?: number,
): Promise<Release | undefined> {
  const document = await readPackedRelease(store, id, period, revision);
  return document && releaseSchema.parse(unpacked(document));
}

async function readItem(table: string, key: Item): Promise<Item | undefined> {
  const { Item: item } = await dynamodb.send(new GetItemCommand({ TableName: table, Key: key }));
  return item;
}

async function readLatest(table: string, pk: string): Promise<Item | undefined> {
  const { Items: [latest] = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': pk }),
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  return latest;
}
