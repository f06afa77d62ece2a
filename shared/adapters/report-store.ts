import { GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { quarterSchema, type Quarter } from '../domain/calendar/month.ts';
import { releaseSchema, type Release } from '../domain/reports/release.ts';
import { tableIdSchema, type TableId } from '../domain/reports/table.ts';
import { tallySchema, type Tally } from '../domain/reports/tally.ts';
import {
  dynamodb,
  fromItem,
  isConditionRefused,
  loneKey,
  putNew,
  putOnce,
  readPartition,
  toItem,
  type Item,
} from './dynamodb.ts';

const closedPeriodSchema = z.object({
  period: quarterSchema,
  /** The quarters whose answers were counted here; empty where too few came and all were carried over. */
  counted: z.array(quarterSchema),
  /** The tables that were tallied, and no other: a table that is new later has no past. */
  tables: z.array(tableIdSchema),
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

/** The closed periods, earliest first. */
export const readClosedPeriods = async (table: string): Promise<ClosedPeriod[]> =>
  (await readPartition(table, 'PERIODS')).map((item) => closedPeriodSchema.parse(item));

const talliesKey = (period: Quarter): Item => loneKey('TALLIES', period);

/**
 * Closes a period for good, with its tallies: both or neither, and once. A mix that crashed before leaves nothing
 * behind, and one that runs again changes nothing.
 *
 * @returns the period as it was closed: by another run, where that was quicker
 */
export async function closePeriod(
  table: string,
  closed: ClosedPeriod,
  tallies: readonly Tally[],
): Promise<ClosedPeriod> {
  const { period } = closed;
  const items = [
    toItem({ pk: 'PERIODS', sk: period, ...closed }),
    { ...talliesKey(period), ...toItem({ document: compressed(tallies) }) },
  ];
  try {
    await dynamodb.send(
      new TransactWriteItemsCommand({ TransactItems: items.map((item) => putNew(table, item)) }),
    );
    return closed;
  } catch (error) {
    const before = isConditionRefused(error) ? await readClosedPeriods(table) : [];
    const stored = before.find((other) => other.period === period);
    if (stored === undefined) throw error;
    return stored;
  }
}

/** The tallies of a closed period. */
export async function readTallies(table: string, period: Quarter): Promise<Tally[]> {
  return z.array(tallySchema).parse(await readDocument(table, talliesKey(period), true));
}

const storedDocument = z.object({ document: z.instanceof(Uint8Array) });

/** Compressed, since an item holds 400 kB and costs by the kilobyte. */
const compressed = (value: unknown): Buffer => gzipSync(JSON.stringify(value));

/** @returns undefined where there is no such item */
async function readDocument(table: string, key: Item, isConsistent: boolean): Promise<unknown> {
  const command = new GetItemCommand({ TableName: table, Key: key, ConsistentRead: isConsistent });
  const { Item: item } = await dynamodb.send(command);
  if (item === undefined) return undefined;
  return JSON.parse(gunzipSync(storedDocument.parse(fromItem(item)).document).toString());
}

const documentKey = (id: TableId, period: Quarter): Item => loneKey('RELEASE', `${id}#${period}`);

/** Publishes a release, once. The document comes first, so that whatever is listed can be read. */
export async function publishRelease(table: string, release: Release, releasedOn: string): Promise<void> {
  const { table: id, period } = release;
  await putOnce(table, { ...documentKey(id, period), ...toItem({ document: compressed(release) }) });
  await putOnce(table, toItem({ pk: 'RELEASES', sk: `${period}#${id}`, table: id, period, releasedOn }));
}

/** All releases, earliest period first. */
export const listReleases = async (table: string): Promise<ListedRelease[]> =>
  (await readPartition(table, 'RELEASES')).map((item) => listedReleaseSchema.parse(item));

/** One read, however many answers there were. @returns undefined where there is no such release */
export async function readRelease(table: string, id: TableId, period: Quarter): Promise<Release | undefined> {
  return releaseSchema.optional().parse(await readDocument(table, documentKey(id, period), false));
}
