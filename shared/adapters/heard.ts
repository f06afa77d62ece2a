import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { currentlyHeard, heardInRegionSchema, type HeardInRegion } from '../domain/digest/heard.ts';
import { dynamodb, fromItem, toItem } from './dynamodb.ts';
import { packed, unpacked } from './packed.ts';
import { remembered } from './remembered.ts';
import { putVersion } from './versioned.ts';

/*
 * What was heard and done in every region, as whoever has just answered reads it: one item for all regions, so that a
 * page costs one read. It is written together with the list that it is taken from.
 */

const key = { pk: 'HEARD', sk: 'HEARD' };
const storedSchema = z.object({ version: z.int(), document: z.instanceof(Uint8Array) });
const regionsSchema = z.array(heardInRegionSchema);

/** As it was read, with the version that a write replaces; no version where nothing was ever told. */
export type Heard = { readonly version: number | undefined; readonly regions: readonly HeardInRegion[] };

export async function readHeard(table: string): Promise<Heard> {
  const { Item: item } = await dynamodb.send(
    new GetItemCommand({ TableName: table, Key: toItem(key), ConsistentRead: true }),
  );
  if (item === undefined) return { version: undefined, regions: [] };
  const { version, document } = storedSchema.parse(fromItem(item));
  return { version, regions: regionsSchema.parse(unpacked(document)) };
}

/**
 * The write that puts what a region is told of, or takes it away. It is refused where that of any region has changed
 * since it was read.
 */
export function heardWrite(
  table: string,
  { version, regions }: Heard,
  region: string,
  told: HeardInRegion | undefined,
): TransactWriteItem {
  const others = regions.filter((other) => other.region !== region);
  const document = packed(told === undefined ? others : [...others, told]);
  return putVersion(table, toItem({ ...key, version: (version ?? 0) + 1, document }), version);
}

/**
 * What is told of regions at a moment, by their names. A function's instance remembers it for some minutes, as browsers
 * do with the pages that show it.
 *
 * @returns what reads it at a moment, in epoch milliseconds
 */
export function heardReader(table: string): (now: number) => Promise<HeardInRegion[]> {
  const readRemembered = remembered(5 * 60_000, () => readHeard(table));
  return async (now) => currentlyHeard((await readRemembered(now)).regions, now);
}
