import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { Item } from '../../shared/adapters/dynamodb.ts';
import { recordIn } from '../../shared/adapters/records.ts';
import { Replay } from '../../shared/domain/replay/replay.ts';
import { year } from './invented-year.ts';
import { rulesWith } from './rules-with.ts';
import type { FileReplay } from './outcome.ts';

/*
 * Replays a file of stored records in a process of its own, and prints what it took. The file holds what pages of the
 * index hold, an item a line in DynamoDB's JSON.
 */

/** Often enough to see every rise: the peak that the system reports counts the memory of the parent as well. */
const recordsPerLook = 200;
let peakBytes = 0;
function lookAtMemory(): number {
  const bytes = process.memoryUsage.rss();
  peakBytes = Math.max(peakBytes, bytes);
  return bytes;
}
const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
// What an item's attributes are is for the records' own schemas to say.
const item = z.custom<Item>((value) => typeof value === 'object' && value !== null);

const [file = '', personCap = ''] = process.argv.slice(2);
const replay = new Replay({ rules: rulesWith(personCap), ...year });
const startBytes = lookAtMemory();
const started = performance.now();
let records = 0;
let parsingMs = 0;
let decidingMs = 0;

const lines = createInterface({ input: createReadStream(file) });
lines.on('line', (line) => {
  const read = item.parse(JSON.parse(line));
  const before = performance.now();
  const record = recordIn(read);
  const parsed = performance.now();
  replay.take(record);
  parsingMs += parsed - before;
  decidingMs += performance.now() - parsed;
  records += 1;
  if (records % recordsPerLook === 0) lookAtMemory();
});
await once(lines, 'close');
const beforeReport = performance.now();
const { events, recipients, same, different } = replay.report();
decidingMs += performance.now() - beforeReport;
lookAtMemory();
const totalMs = performance.now() - started;

const outcome: FileReplay = {
  ...{ events, recipients, records, same, different },
  recipientsPerSecond: Math.round((1000 * recipients) / totalMs),
  startMegabytes: megabytes(startBytes),
  extraMegabytes: megabytes(peakBytes - startBytes),
  shares: {
    reading: (totalMs - parsingMs - decidingMs) / totalMs,
    parsing: parsingMs / totalMs,
    deciding: decidingMs / totalMs,
  },
};
console.log(JSON.stringify(outcome));
