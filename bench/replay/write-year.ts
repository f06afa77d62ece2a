import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toItem } from '../../shared/adapters/dynamodb.ts';
import { inventedYear } from './invented-year.ts';

/* Writes an invented year of so many events to a file, an item a line in DynamoDB's JSON. */

const [file = '', events = ''] = process.argv.slice(2);

function* lines(): Generator<string> {
  for (const record of inventedYear(Number(events))) yield `${JSON.stringify(toItem(record))}\n`;
}

await pipeline(Readable.from(lines()), createWriteStream(file));
