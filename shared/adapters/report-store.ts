import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { quarterSchema, type Quarter } from '../domain/calendar/month.ts';
import { releaseSchema, type Release } from '../domain/reports/release.ts';
import type { PlacedComment } from '../domain/reports/comment-strata.ts';
import { tableIdSchema, type TableId } from '../domain/reports/table.ts';
import type { Tallied } from '../domain/reports/tallying.ts';
import { putComments } from './comments.ts';
import {
  dynamodb,
  fromItem,
  isConditionRefused,
  loneKey,
  putNew,
  putOnce,
  readPartition,
  toItem,
  transact,
  type Item,
} from './dynamodb.ts';
import { packed, unpacked } from './packed.ts';
import { tallyItems } from './tallies.ts';

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

/** What a mix has made of the answers of a period. */
export type Mixed = Tallied & { readonly comments: readonly PlacedComment[] };

/**
 * Closes a period for good, with its tallies and comments: all or nothing, and once. A mix that crashed before leaves
 * nothing behind that can be read, and one that runs again changes nothing.
 *
 * @returns the period as it was closed: by another run, where that was quicker
 */
export async function closePeriod(table: string, closed: ClosedPeriod, mixed: Mixed): Promise<ClosedPeriod> {
  const { period } = closed;
  // What is too large is refused here, before anything is written.
  const tallies = tallyItems(period, mixed);
  const comments = await putComments(table, period, mixed.comments);
  const items = [toItem({ pk: 'PERIODS', sk: period, ...closed }), ...tallies, ...comments];
  try {
    await transact(items.map((item) => putNew(table, item)));
    return closed;
  } catch (error) {
    const before = isConditionRefused(error) ? await readClosedPeriods(table) : [];
    const stored = before.find((other) => other.period === period);
    if (stored === undefined) throw error;
    return stored;
  }
}

const storedDocument = z.object({ document: z.instanceof(Uint8Array) });

/** @returns undefined where there is no such item */
async function readDocument(table: string, key: Item): Promise<unknown> {
  const { Item: item } = await dynamodb.send(new GetItemCommand({ TableName: table, Key: key }));
  if (item === undefined) return undefined;
  return unpacked(storedDocument.parse(fromItem(item)).document);
}

const documentKey = (id: TableId, period: Quarter): Item => loneKey('RELEASE', `${id}#${period}`);

/** Publishes a release, once. The document comes first, so that whatever is listed can be read. */
export async function publishRelease(table: string, release: Release, releasedOn: string): Promise<void> {
  const { table: id, period } = release;
  await putOnce(table, { ...documentKey(id, period), ...toItem({ document: packed(release) }) });
  await putOnce(table, toItem({ pk: 'RELEASES', sk: `${period}#${id}`, table: id, period, releasedOn }));
}

/** All releases, earliest period first. */
export const listReleases = async (table: string): Promise<ListedRelease[]> =>
  (await readPartition(table, 'RELEASES')).map((item) => listedReleaseSchema.parse(item));

/** One read, however many answers there were. @returns undefined where there is no such release */
export async function readRelease(table: string, id: TableId, period: Quarter): Promise<Release | undefined> {
  return releaseSchema.optional().parse(await readDocument(table, documentKey(id, period)));
}
