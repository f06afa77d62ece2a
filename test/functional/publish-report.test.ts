/**
 * Publishing, night by night: what has been counted is published once it is known who was asked, a cell only where it rests
 * on more than a few people, and a release never changes. The report store is a table in memory.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Quarter } from '../../shared/domain/calendar/month.ts';
import type { Invited } from '../../shared/domain/reports/invited.ts';
import { tableIds } from '../../shared/domain/reports/table.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { collectLog, runScheduled } from '../support/lambda-invocation.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('REPORTS_TABLE', 'reports');
const { handler } = await import('../../functions/publish-report/handler.ts');
const { keepInvited } = await import('../../shared/adapters/invited-counts.ts');
const { closePeriod } = await import('../../shared/adapters/closed-periods.ts');
const { listReleases, readRelease } = await import('../../shared/adapters/releases.ts');

const firstNight = '2026-04-01T04:00:00+03:00';
const secondNight = '2026-04-02T04:00:00+03:00';
const waits = 'a period waits for its invited counts';

const stratum = { region: 'north', unit: 'u-1' };
const invited = (largest: number): Invited => [
  { table: 'T1', stratum, sent: 20, contacts: 10, largest, reach: { heard: largest } },
];

/** The mix has closed a period with so many answers of one unit. */
const close = (period: Quarter, responses: number, counted: readonly Quarter[] = [period]) =>
  closePeriod(
    'reports',
    { period, counted: [...counted], tables: [...tableIds], spoiled: 0 },
    {
      tallies: [
        { table: 'T1', stratum, items: { heard: { from: 1, counts: [0, 0, 0, 0, responses] } } },
        { table: 'T5', stratum: { service: '31' }, items: { heard: { from: 1, counts: [0, 0, 0, 0, 90] } } },
      ],
      drivers: [],
      comments: [],
    },
  );

async function runAt(now: string): Promise<void> {
  vi.setSystemTime(Date.parse(now));
  await runScheduled(handler);
}

const released = async (): Promise<string[]> =>
  (await listReleases('reports')).map(({ table, period }) => `${table} ${period}`);
const responsesIn = async (period: Quarter): Promise<unknown[] | undefined> =>
  (await readRelease('reports', 'T1', period))?.cells.map((cell) => cell['responses']);

let log: ReturnType<typeof collectLog>;
let calls: DeadlyCalls;
const waiting = (): unknown[] => log.lines().filter(({ phrase }) => phrase === waits);

function begin(fatal = new DeadlyCalls()): void {
  calls = fatal;
  new FakeDynamoDb(calls.around);
}
beforeEach(() => {
  log = collectLog();
  begin();
});

describe('a period that was mixed', () => {
  it('is published with the two tables that are, once it is known who was asked', async () => {
    await close('2026-Q1', 8);
    await keepInvited('reports', '2026-Q1', invited(7));
    await runAt(firstNight);
    expect(await released()).toEqual(['T1 2026-Q1', 'T2 2026-Q1']);
    expect(await responsesIn('2026-Q1')).toEqual([8]);
    expect(log.lines()).toEqual([
      { level: 'INFO', phrase: 'a release was published', table: 'T1', period: '2026-Q1' },
      { level: 'INFO', phrase: 'a release was published', table: 'T2', period: '2026-Q1' },
    ]);
  });

  it('is published without the cell that four people could have filled', async () => {
    await close('2026-Q1', 7);
    await keepInvited('reports', '2026-Q1', invited(7));
    await runAt(firstNight);
    expect(await responsesIn('2026-Q1')).toEqual([]);
  });

  it('is published once, and stays as it is whatever is known later', async () => {
    await close('2026-Q1', 8);
    await keepInvited('reports', '2026-Q1', []);
    await runAt(firstNight);
    await keepInvited('reports', '2026-Q1', invited(7));
    await runAt(secondNight);
    expect(await responsesIn('2026-Q1')).toEqual([]);
  });

  it('is published by the next night wherever a run dies', async () => {
    const prepare = async (fatal?: DeadlyCalls): Promise<void> => {
      begin();
      const store = new FakeDynamoDb();
      await close('2026-Q1', 8);
      await keepInvited('reports', '2026-Q1', invited(7));
      const stored = store.items('reports');
      calls = fatal ?? new DeadlyCalls();
      const again = new FakeDynamoDb(calls.around);
      for (const item of stored) again.seed('reports', item);
    };
    await prepare();
    await runAt(firstNight);
    const { made } = calls;
    for (let call = 1; call <= made; call += 1)
      for (const takesEffect of [false, true]) {
        await prepare(new DeadlyCalls({ call, takesEffect, dies: true }));
        await expect(runAt(firstNight)).rejects.toThrow('a scheduled run failed');
        calls.beginNextProcess();
        await runAt(secondNight);
        expect(await released()).toEqual(['T1 2026-Q1', 'T2 2026-Q1']);
        expect(await responsesIn('2026-Q1')).toEqual([8]);
      }
  });
});

describe('a period of which nobody knows yet who was asked', () => {
  it('waits in its first night, and says so', async () => {
    await close('2026-Q1', 90);
    await runAt(firstNight);
    expect(await released()).toEqual([]);
    expect(waiting()).toEqual([{ level: 'INFO', phrase: waits, period: '2026-Q1' }]);
  });

  it('fails the run from the next night on, until it is known', async () => {
    await close('2026-Q1', 90);
    await expect(runAt(secondNight)).rejects.toThrow('a scheduled run failed');
    expect(await released()).toEqual([]);
    await keepInvited('reports', '2026-Q1', invited(7));
    await runAt('2026-04-03T04:00:00+03:00');
    expect(await responsesIn('2026-Q1')).toEqual([90]);
  });

  it('does not keep another from being published', async () => {
    await close('2026-Q1', 90);
    await close('2026-Q2', 80);
    await keepInvited('reports', '2026-Q2', invited(7));
    await expect(runAt('2026-07-01T04:00:00+03:00')).rejects.toThrow('a scheduled run failed');
    expect(await released()).toEqual(['T1 2026-Q2', 'T2 2026-Q2']);
  });

  it('is published without figures once the asks in it are not all on record any more', async () => {
    await close('2026-Q1', 90);
    await expect(runAt('2027-02-28T04:00:00+02:00')).rejects.toThrow('a scheduled run failed');
    await runAt('2027-03-01T04:00:00+02:00');
    expect(await responsesIn('2026-Q1')).toEqual([]);
    expect(await released()).toHaveLength(2);
  });
});

describe('a period whose answers were carried over', () => {
  it('is published empty at once: nothing was counted in it', async () => {
    await close('2026-Q1', 0, []);
    await runAt(firstNight);
    expect(await responsesIn('2026-Q1')).toEqual([]);
    expect(waiting()).toEqual([]);
  });

  it('is in the next, which waits for what is known of both', async () => {
    await close('2026-Q2', 13, ['2026-Q1', '2026-Q2']);
    await keepInvited('reports', '2026-Q2', invited(7));
    await runAt('2026-07-01T04:00:00+03:00');
    expect(await released()).toEqual([]);
    await keepInvited('reports', '2026-Q1', invited(5));
    await runAt('2026-07-01T04:10:00+03:00');
    expect(await responsesIn('2026-Q2')).toEqual([13]);
  });
});
