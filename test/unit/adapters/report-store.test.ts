/** The report store: what is published once stays as it is, and a run that died half-way is completed by the next. */
import { beforeEach, expect, it, vi } from 'vitest';
import { composeRelease } from '../../../shared/domain/reports/release.ts';
import type { Tally } from '../../../shared/domain/reports/tally.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { closePeriod, listReleases, publishRelease, readClosedPeriods, readRelease, readTallies, saveTally } =
  await import('../../../shared/adapters/report-store.ts');

beforeEach(() => {
  new FakeDynamoDb();
});

const tally = (counts: number[]): Tally => ({
  table: 'T1',
  stratum: { unit: 'u' },
  items: { heard: { from: 1, counts } },
});
const first = composeRelease('T1', '2026-Q1', [tally([0, 0, 0, 0, 5])]);
const second = composeRelease('T1', '2026-Q1', [tally([9, 0, 0, 0, 0])]);

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

it('closes a period once, and lists periods in order', async () => {
  await closePeriod('reports', { period: '2026-Q2', counted: ['2026-Q1', '2026-Q2'], spoiled: 1 });
  await closePeriod('reports', { period: '2026-Q1', counted: [], spoiled: 0 });
  await closePeriod('reports', { period: '2026-Q1', counted: ['2026-Q1'], spoiled: 0 });
  expect(await readClosedPeriods('reports')).toEqual([
    { period: '2026-Q1', counted: [], spoiled: 0 },
    { period: '2026-Q2', counted: ['2026-Q1', '2026-Q2'], spoiled: 1 },
  ]);
});

it('stores tallies of a period by table and stratum, the same again for a repeated mix', async () => {
  const byRegion: Tally = {
    ...tally([0, 0, 0, 0, 6]),
    table: 'T2',
    stratum: { region: 'north', role: 'parent' },
  };
  for (const each of [tally([0, 0, 0, 0, 5]), byRegion, tally([0, 0, 0, 0, 5])])
    await saveTally('reports', '2026-Q1', each);
  expect(await readTallies('reports', '2026-Q1')).toEqual([tally([0, 0, 0, 0, 5]), byRegion]);
  expect(await readTallies('reports', '2026-Q2')).toEqual([]);
});
