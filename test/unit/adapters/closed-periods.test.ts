/** Closing a period: what it was closed with first stays, with all that belongs to it, whatever comes later. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { Structure } from '../../../shared/domain/tallies/structure.ts';
import type { Tally } from '../../../shared/domain/tallies/tally.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { closePeriod, readClosedPeriods } = await import('../../../shared/adapters/closed-periods.ts');
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
const closed = (period: string, counted: string[], spoiled = 0) => ({
  period,
  counted,
  tables: ['T1' as const],
  spoiled,
});

const noStructure: Structure = { units: [], ages: {} };
const structureOf = (id: string): Structure => ({
  units: [{ id, region: 'north', organisation: 'county', services: ['31', '46'], provisions: [] }],
  ages: { parent: ['18+'] },
});
const nothing = { tallies: [], drivers: [], structure: noStructure, comments: [] };

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
    structure: structureOf('u'),
    comments: [comment('one'), comment('two')],
  };
  const again = {
    tallies: [byRegion],
    drivers: [],
    structure: structureOf('v'),
    comments: [comment('another')],
  };
  await closePeriod('reports', closed('2026-Q1', ['2026-Q1']), first);
  expect(await closePeriod('reports', closed('2026-Q1', []), again)).toEqual(closed('2026-Q1', ['2026-Q1']));
  expect(await readTallied('reports', '2026-Q1')).toEqual({
    tallies: first.tallies,
    drivers: [driver],
    structure: structureOf('u'),
  });
  expect((await readComments('reports', '2026-Q1')).map(({ text }) => text).sort()).toEqual(['one', 'two']);
});

it('has no tallies and no comments of a period that is open', async () => {
  expect(await readTallied('reports', '2026-Q1')).toEqual({
    tallies: [],
    drivers: [],
    structure: noStructure,
  });
  expect(await readComments('reports', '2026-Q1')).toEqual([]);
});
