import * as z from 'zod';
import type { Quarter } from '../domain/calendar/month.ts';
import { driverSchema } from '../domain/tallies/drivers.ts';
import { structureSchema, type Structure } from '../domain/tallies/structure.ts';
import type { Tallied } from '../domain/tallies/tallying.ts';
import { tallySchema } from '../domain/tallies/tally.ts';
import { readPartition, toItem, type Item } from './dynamodb.ts';
import { packed, unpacked } from './packed.ts';

/** DynamoDB takes items of up to 400 kB, and 100 of them with 4 MB in all in one transaction. */
const documentBytesMost = 380_000;
const allBytesMost = 3_800_000;

const talliesOf = (period: Quarter): string => `TALLIES#${period}`;

/**
 * The items that hold what was tallied in a period: one, or a few where one would be too large.
 *
 * @throws where it is more than one transaction takes
 */
export function tallyItems(period: Quarter, tallied: StoredTallies): Item[] {
  const documents = packedInParts(tallied);
  const bytes = documents.reduce((sum, { length }) => sum + length, 0);
  if (bytes > allBytesMost) throw tooLarge(bytes);
  return documents.map((document, index) =>
    toItem({ pk: talliesOf(period), sk: String(index).padStart(3, '0'), document }),
  );
}

const tooLarge = (bytes: number): Error =>
  new Error(`the tallies of a period take ${bytes} bytes, more than can be stored at once`);

/** What the mix keeps of a period: its counts and sums, and what everybody may know of the deployment then. */
export type StoredTallies = Tallied & { readonly structure: Structure };

const noStructure: Structure = { units: [], ages: {} };

/** Parts are packed each by itself, so that some come out larger than others, and are cut once more. */
function packedInParts({ tallies, drivers, structure }: StoredTallies): Buffer[] {
  const document = packed({ tallies, drivers, structure });
  if (document.length <= documentBytesMost) return [document];
  if (document.length > allBytesMost || tallies.length < 2) throw tooLarge(document.length);
  const parts = Math.ceil(document.length / documentBytesMost) + 1;
  const length = Math.ceil(tallies.length / parts);
  return Array.from({ length: parts }, (_, part) => ({
    tallies: tallies.slice(part * length, (part + 1) * length),
    drivers: part === 0 ? drivers : [],
    structure: part === 0 ? structure : noStructure,
  })).flatMap(packedInParts);
}

const storedDocument = z.object({ document: z.instanceof(Uint8Array) });
const talliedSchema = z.object({
  tallies: z.array(tallySchema),
  drivers: z.array(driverSchema),
  structure: structureSchema,
});

/** What was tallied in a closed period; nothing where all answers were carried over, or the period is open. */
export async function readTallied(table: string, period: Quarter): Promise<StoredTallies> {
  const parts = (await readPartition(table, talliesOf(period))).map((item) =>
    talliedSchema.parse(unpacked(storedDocument.parse(item).document)),
  );
  return {
    tallies: parts.flatMap(({ tallies }) => tallies),
    drivers: parts.flatMap(({ drivers }) => drivers),
    structure: parts[0]?.structure ?? noStructure,
  };
}
