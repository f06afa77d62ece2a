/**
 * The tallies of a large deployment fit into items of DynamoDB and into the one transaction that closes a period; where
 * they would not, nothing is stored and the run says so. Counts are drawn at random, since those compress worst.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Tally } from '../../../shared/domain/tallies/tally.ts';
import { tableIds } from '../../../shared/domain/tallies/table.ts';
import { Tallying } from '../../../shared/domain/tallies/tallying.ts';
import { inventedAnswers, structureBehind } from '../../../bench/mixing/invented-answers.ts';
import { asStored } from '../../../bench/stored-items.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { closePeriod, readClosedPeriods } = await import('../../../shared/adapters/closed-periods.ts');
const { readTallied, tallyItems } = await import('../../../shared/adapters/tallies.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
});

/** As many strata as there may be, each with every question that a family and a county worker are asked. */
const tallies = (strata: number): Tally[] =>
  Array.from({ length: strata }, (_, index) => ({
    table: tableIds[index % tableIds.length] ?? 'T1',
    stratum: { region: `region-${index % 12}`, unit: `1.2.246.10.12345678.10.${index}` },
    items: Object.fromEntries(
      Array.from({ length: 20 }, (_, question) => [
        `question-${question}`,
        { from: 1, counts: Array.from({ length: 5 }, () => randomInt(60)) },
      ]),
    ),
  }));

const structure = {
  units: [{ id: 'u', region: 'r', organisation: 'o', services: ['31'], provisions: ['own'] }],
  ages: { parent: ['18+'] },
};

const closed = { period: '2026-Q1', counted: ['2026-Q1'], tables: [...tableIds], spoiled: 0 };

it('two thousand units and more are stored in one transaction of a few items, and read back as they were', async () => {
  const stored = { tallies: tallies(3000), drivers: [], structure, comments: [] };
  await closePeriod('reports', closed, stored);
  expect(dynamodb.transactions).toEqual([dynamodb.items('reports').length]);
  const documents = dynamodb
    .items('reports')
    .flatMap(({ document }) => (document instanceof Uint8Array ? [document] : []));
  expect(documents.length).toBeGreaterThan(1);
  for (const { length } of documents) expect(length).toBeLessThan(400_000);
  // Whatever there is of only once comes back once, though the tallies lie in several items.
  expect(await readTallied('reports', '2026-Q1')).toEqual({
    tallies: stored.tallies,
    drivers: [],
    structure,
  });
});

it('more than a transaction takes is refused as a whole, before anything is written', async () => {
  // Names drawn at random do not compress, so this needs few strata.
  const long = tallies(4000).map((tally) => ({
    ...tally,
    stratum: { region: randomBytes(1000).toString('base64') },
    items: {},
  }));
  const tooMuch = {
    tallies: long,
    drivers: [],
    structure,
    comments: [{ stratum: { region: 'north' }, text: 'a comment' }],
  };
  await expect(closePeriod('reports', closed, tooMuch)).rejects.toThrow(/more than can be stored at once/);
  expect(dynamodb.items('reports')).toEqual([]);
  expect(await readClosedPeriods('reports')).toEqual([]);
});

it.each([
  ['few', 40],
  ['many', 400],
])('a thousand answers in %s units cost at most 0.3 write units each', (_, units) => {
  const tallying = new Tallying();
  const about = [...inventedAnswers(1000, units)];
  for (const { asked, questionSet, answers } of about) tallying.count(asked, questionSet, answers);
  const sizes = tallyItems('2026-Q1', { ...tallying.storable(), structure: structureBehind(about) }).map(
    (item) => asStored(item).bytes,
  );
  // In a transaction, each kilobyte begun costs two.
  const writeUnits = sizes.reduce((sum, bytes) => sum + 2 * Math.ceil(bytes / 1024), 0);
  expect(writeUnits).toBeGreaterThan(0);
  expect(writeUnits / 1000).toBeLessThanOrEqual(0.3);
});
