/** The report store: what is published once stays as it is, and a run that died half-way is completed by the next. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { Release } from '../../../shared/domain/reports/release.ts';
import type { Tally } from '../../../shared/domain/reports/tally.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { closePeriod, listReleases, publishRelease, readClosedPeriods, readRelease } =
  await import('../../../shared/adapters/closed-periods.ts');
const { readTallied } = await import('../../../shared/adapters/tallies.ts');
const { readComments } = await import('../../../shared/adapters/comments.ts');

beforeEach(() => {
  new FakeDynamoDb();
});

const tally = (counts: number[]): Tally => ({
  table: 'T1',
  stratum: { region: 'north', unit: 'u' },
  items: { heard: { from: 1, counts } },
});
const release = (mean: number): Release => ({
  table: 'T1',
  period: '2026-Q1',
  title: { fi: 'Kokemukset', sv: 'Erfarenheter', en: 'Experiences' },
  dimensions: ['unit', 'item'],
  cells: [{ unit: 'u', item: 'heard', responses: 5, mean }],
});
const first = release(5);
const second = release(1);

it('keeps the first release of a table and period', async () => {
  await publishRelease('reports', first, '2026-04-01');
  await publishRelease('reports', second, '2026-04-02');
  expect(await readRelease('reports', 'T1', '2026-Q1')).toEqual(first);
  expect(await listReleases('reports')).toEqual([
    { table: 'T1', period: '2026-Q1', releasedOn: '2026-04-01' },
  ]);
});

it('lists a release whose document was stored by a run that died, with that document', async () => {
  let calls = 0;
  new FakeDynamoDb((call) => {
    calls += 1;
    if (calls === 2) throw new Error('the run died');
    return call();
  });
  await expect(publishRelease('reports', first, '2026-04-01')).rejects.toThrow('the run died');
  expect(await listReleases('reports')).toEqual([]);
  await publishRelease('reports', second, '2026-04-02');
  expect(await listReleases('reports')).toHaveLength(1);
  expect(await readRelease('reports', 'T1', '2026-Q1')).toEqual(first);
});

it('has no release that was not published', async () => {
  await publishRelease('reports', first, '2026-04-01');
  expect(await readRelease('reports', 'T2', '2026-Q1')).toBeUndefined();
  expect(await readRelease('reports', 'T1', '2026-Q2')).toBeUndefined();
});

const closed = (period: string, counted: string[], spoiled = 0) => ({
  period,
  counted,
  tables: ['T1' as const],
  spoiled,
});

const nothing = { tallies: [], drivers: [], comments: [] };

it('closes a period once, and lists periods in order', async () => {
  await closePeriod('reports', closed('2026-Q2', ['2026-Q1', '2026-Q2'], 1), nothing);
  await closePeriod('reports', closed('2026-Q1', []), nothing);
  await closePeriod('reports', closed('2026-Q1', ['2026-Q1']), nothing);
  expect(await readClosedPeriods('reports')).toEqual([
    closed('2026-Q1', []),
    closed('2026-Q2', ['2026-Q1', '2026-Q2'], 1),
  ]);
});

it('keeps the tallies and comments that a period was closed with, whatever a repeated mix brings', async () => {
  const byRegion: Tally = {
    ...tally([0, 0, 0, 0, 6]),
    table: 'T2',
    stratum: { region: 'north', role: 'parent' },
  };
  const sums = { x: 80, y: 180, xy: 720, xx: 320, yy: 1620 };
  const driver = { region: 'north', item: 'heard', recommendation: 'recommend', responses: 20, sums };
  const comment = (text: string) => ({ stratum: { region: 'north' }, text });
  const first = {
    tallies: [tally([0, 0, 0, 0, 5]), byRegion],
    drivers: [driver],
    comments: [comment('one'), comment('two')],
  };
  const again = { tallies: [byRegion], drivers: [], comments: [comment('another')] };
  await closePeriod('reports', closed('2026-Q1', ['2026-Q1']), first);
  expect(await closePeriod('reports', closed('2026-Q1', []), again)).toEqual(closed('2026-Q1', ['2026-Q1']));
  expect(await readTallied('reports', '2026-Q1')).toEqual({ tallies: first.tallies, drivers: [driver] });
  expect((await readComments('reports', '2026-Q1')).map(({ text }) => text).sort()).toEqual(['one', 'two']);
});

it('has no tallies and no comments of a period that is open', async () => {
  expect(await readTallied('reports', '2026-Q1')).toEqual({ tallies: [], drivers: [] });
  expect(await readComments('reports', '2026-Q1')).toEqual([]);
});
