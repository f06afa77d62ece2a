import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb, toItem, type Item } from '../../shared/adapters/dynamodb.ts';
import { runReplay } from '../../shared/adapters/replay-run.ts';
import { days } from '../../shared/domain/calendar/duration.ts';
import { inventedYear, year } from './invented-year.ts';
import { countQueries } from './count-queries.ts';
import { rulesWith } from './rules-with.ts';
import type { TableReplay } from './outcome.ts';

/*
 * Fills a table of DynamoDB Local with the first days of an invented year, replays them over the index as run-replay
 * does, page by page, and prints what it took.
 */

const [table = '', events = '', firstDays = ''] = process.argv.slice(2);
const period = { from: year.from, to: year.from + days(Number(firstDays)) };

await fill();
const counted = countQueries(dynamodb);
const started = performance.now();
const report = await runReplay(table, { rules: rulesWith(''), ...period }, () => true);
const totalMs = performance.now() - started;
if (report === undefined) throw new Error('a replay that nobody stopped has no report');
const outcome: TableReplay = {
  ...{ events: report.events, recipients: report.recipients, same: report.same, different: report.different },
  recipientsPerSecond: Math.round((1000 * report.recipients) / totalMs),
  ...counted(),
};
console.log(JSON.stringify(outcome));

async function fill(): Promise<void> {
  const batches = batchesOf(itemsOfPeriod());
  const writeAll = async (): Promise<void> => {
    for (const batch of batches) await write(batch);
  };
  await Promise.all([writeAll(), writeAll(), writeAll(), writeAll()]);
}

function* itemsOfPeriod(): Generator<Item> {
  for (const record of inventedYear(Number(events))) {
    if (record['kind'] === 'event' && Number(record['sequence']) >= period.to) return;
    yield toItem(record);
  }
}

function* batchesOf(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < 25) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function write(batch: readonly Item[]): Promise<void> {
  const requests = batch.map((item) => ({ PutRequest: { Item: item } }));
  const { UnprocessedItems: left = {} } = await dynamodb.send(
    new BatchWriteItemCommand({ RequestItems: { [table]: requests } }),
  );
  if (Object.keys(left).length > 0) throw new Error('the engine has left items unwritten');
}
