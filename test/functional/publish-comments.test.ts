/**
 * Comments as nights publish them: once a person has decided about each and it is known who was asked, without what four people
 * can have written; again without what was withdrawn; and what fails of one keeps nothing else from coming out. Of quarters that
 * have come out whole a night reads nothing. The report store is a table in memory; encryption is real.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextQuarter, type Quarter } from '../../shared/domain/calendar/month.ts';
import type { CommentState } from '../../shared/domain/comments/states.ts';
import { editionName, editionsOf } from '../../shared/domain/releases/editions.ts';
import { tableIds } from '../../shared/domain/tallies/table.ts';
import { closedWith } from '../support/closed.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { collectLog, runScheduled } from '../support/lambda-invocation.ts';

const environment = {
  ...{ AWS_REGION: 'eu-north-1', AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 's' },
  ...{ REPORTS_TABLE: 'reports', RELEASES_BUCKET: 'releases', SETTINGS_TABLE: 'settings' },
};
for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
const { handler } = await import('../../functions/publish-report/handler.ts');
const { closePeriod } = await import('../../shared/adapters/closed-periods.ts');
const { saveReview } = await import('../../shared/adapters/comment-reviews.ts');
const { readComments, readRegister } = await import('../../shared/adapters/comments.ts');
const { keepInvited } = await import('../../shared/adapters/invited-counts.ts');
const { listReleases, readRelease } = await import('../../shared/adapters/releases.ts');

const store = { table: 'reports', bucket: 'releases' };
const firstNight = '2026-04-01T04:00:00+03:00';
const secondNight = '2026-04-02T04:00:00+03:00';

let dynamodb: FakeDynamoDb;
let calls: DeadlyCalls;
let log: ReturnType<typeof collectLog>;
beforeEach(() => {
  calls = new DeadlyCalls();
  dynamodb = new FakeDynamoDb(calls.around);
  log = collectLog();
});

/** The mix has closed a period in which nobody answered a question, and so many wrote something in the north. */
const close = (period: Quarter, count: number) =>
  closePeriod(
    'reports',
    { period, counted: [period], tables: [...tableIds], spoiled: 0 },
    {
      ...closedWith([]),
      comments: Array.from({ length: count }, (_, index) => ({
        ...{ stratum: { region: 'north' }, text: `what was written ${index}` },
      })),
    },
  );

/** Four of those who were asked for a comment have so many tickets. */
const keepAsked = (period: Quarter, largest: number) =>
  keepInvited('reports', period, [
    {
      ...{ table: 'R1', stratum: { region: 'north', channel: 'mail' }, sent: 60, contacts: 60, largest },
      reach: { comment: largest },
    },
  ]);

/** Somebody decides about comments that stand in a state. */
async function decide(period: Quarter, from: CommentState, to: CommentState, most = Infinity): Promise<void> {
  for (const comment of (await readComments('reports', period, from)).slice(0, most)) {
    const register = await readRegister('reports', period);
    if (register === undefined) throw new Error('nothing was written');
    const after =
      to === 'approved'
        ? { ...comment, state: to, version: comment.version + 1 }
        : { ...comment, state: to, version: comment.version + 1, text: null, reason: 'other' as const };
    const tables = { reports: 'reports', settings: 'settings' };
    const change = { by: 'ann', at: Date.parse(firstNight) };
    expect(await saveReview(tables, { register, comment }, after, change)).toBe(true);
  }
}

async function runAt(now: string): Promise<void> {
  vi.setSystemTime(Date.parse(now));
  await runScheduled(handler);
}

const releasesOf = async (table: string): Promise<string[]> =>
  (await listReleases('reports'))
    .filter((listed) => listed.table === table)
    .map(({ period, revision }) => `${period} ${revision}`);
const told = async (period: Quarter): Promise<number | undefined> =>
  (await readRelease(store, 'C1', period))?.cells.length;

describe('comments of a quarter', () => {
  it('come out once each was decided about, and figures do not wait for them', async () => {
    await close('2026-Q1', 12);
    await keepAsked('2026-Q1', 11);
    await decide('2026-Q1', 'pending', 'approved', 11);
    await runAt(firstNight);
    expect([await releasesOf('C1'), await releasesOf('T1')]).toEqual([[], ['2026-Q1 1']]);
    await decide('2026-Q1', 'pending', 'approved');
    await runAt(secondNight);
    expect(await releasesOf('C1')).toEqual(['2026-Q1 1']);
    expect(await told('2026-Q1')).toBe(12);
  });

  it('are not told where four people can have written them all', async () => {
    await close('2026-Q1', 12);
    await keepAsked('2026-Q1', 12);
    await decide('2026-Q1', 'pending', 'approved');
    await runAt(firstNight);
    expect([await releasesOf('C1'), await told('2026-Q1')]).toEqual([['2026-Q1 1'], 0]);
  });

  it('wait until it is known who was asked, and can be decided about until then', async () => {
    await close('2026-Q1', 12);
    await decide('2026-Q1', 'pending', 'approved');
    await runAt(firstNight);
    expect(await releasesOf('C1')).toEqual([]);
    await decide('2026-Q1', 'approved', 'rejected', 1);
    await keepAsked('2026-Q1', 4);
    await runAt(secondNight);
    expect(await told('2026-Q1')).toBe(11);
  });
});

describe('where one was withdrawn', () => {
  const publish = async (largest: number) => {
    await close('2026-Q1', 12);
    await keepAsked('2026-Q1', largest);
    await decide('2026-Q1', 'pending', 'approved');
    await runAt(firstNight);
  };

  it('the others come out once more in the next night, and once', async () => {
    await publish(4);
    await decide('2026-Q1', 'approved', 'withdrawn', 1);
    await runAt(secondNight);
    await runAt('2026-04-03T04:00:00+03:00');
    expect([await releasesOf('C1'), await told('2026-Q1')]).toEqual([['2026-Q1 1', '2026-Q1 2'], 11]);
    expect(await readRegister('reports', '2026-Q1')).toMatchObject({ isCorrectionDue: false });
    await decide('2026-Q1', 'approved', 'withdrawn', 1);
    await runAt('2026-04-04T04:00:00+03:00');
    expect(await told('2026-Q1')).toBe(10);
  });

  it('none of the others is told where four people can have written them all', async () => {
    await publish(11);
    await decide('2026-Q1', 'approved', 'withdrawn', 1);
    await runAt(secondNight);
    expect([await releasesOf('C1'), await told('2026-Q1')]).toEqual([['2026-Q1 1', '2026-Q1 2'], 0]);
  });

  it('a night that dies leaves nothing that the next does not make good', async () => {
    await publish(4);
    await decide('2026-Q1', 'approved', 'withdrawn', 1);
    const stored = dynamodb.items('reports');
    const begin = (deadly: DeadlyCalls): void => {
      dynamodb = new FakeDynamoDb(deadly.around);
      for (const item of stored) dynamodb.seed('reports', item);
    };
    const whole = new DeadlyCalls();
    begin(whole);
    await runAt(secondNight);
    expect(whole.made).toBeGreaterThan(8);
    for (let call = 1; call <= whole.made; call += 1)
      for (const takesEffect of [false, true]) {
        const deadly = new DeadlyCalls({ call, takesEffect, dies: true });
        begin(deadly);
        await expect(runAt(secondNight)).rejects.toThrow('a scheduled run failed');
        deadly.beginNextProcess();
        await runAt('2026-04-03T04:00:00+03:00');
        expect([call, await told('2026-Q1')]).toEqual([call, 11]);
        expect(await readRegister('reports', '2026-Q1')).toMatchObject({ isCorrectionDue: false });
      }
  });
});

it('what fails of comments keeps neither the figures of their quarter nor other quarters from coming out', async () => {
  for (const period of ['2026-Q1', '2026-Q2']) {
    await close(period, 12);
    await keepAsked(period, 4);
    await decide(period, 'pending', 'approved');
  }
  // Somebody has changed a comment behind our back: it can't be read any more.
  const spoilt = dynamodb.items('reports').find(({ pk }) => String(pk).startsWith('COMMENTS#2026-Q1#'));
  dynamodb.seed('reports', { ...spoilt, sealed: new Uint8Array(64) });
  await expect(runAt('2026-07-01T04:00:00+03:00')).rejects.toThrow(/^a scheduled run failed$/);
  expect(await releasesOf('C1')).toEqual(['2026-Q2 1']);
  const released = (await listReleases('reports')).map(editionName);
  for (const period of ['2026-Q1', '2026-Q2'])
    expect(released).toEqual(expect.arrayContaining(editionsOf(period).map(editionName)));
  expect(log.lines().filter(({ level }) => level === 'ERROR')).toMatchObject([
    { phrase: 'a period could not be published', period: '2026-Q1' },
    { phrase: 'a scheduled run failed' },
  ]);
  expect(log.text()).not.toContain('written');
});

it('of quarters that have come out whole a night reads nothing, however many they are', async () => {
  const nightOf = async (quarters: number): Promise<number> => {
    calls = new DeadlyCalls();
    dynamodb = new FakeDynamoDb(calls.around);
    let period = '2026-Q1';
    for (let index = 0; index < quarters; index += 1, period = nextQuarter(period)) {
      await close(period, index % 2);
      await keepAsked(period, 4);
      await decide(period, 'pending', 'approved');
    }
    await runAt('2030-01-01T04:00:00+02:00');
    const before = calls.made;
    await runAt('2030-01-02T04:00:00+02:00');
    return calls.made - before;
  };
  const one = await nightOf(1);
  expect(one).toBeGreaterThan(0);
  expect(await nightOf(6)).toBe(one);
});
