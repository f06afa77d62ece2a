/**
 * Publishing, night by night: what has been counted is published once it is known who was asked, a cell only where it rests
 * on more than a few people, and a release never changes: a correction is another. Wherever a night dies, the next ends with
 * the same releases. The report store is a table and a bucket in memory; the solver is the real one.
 */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Quarter } from '../../shared/domain/calendar/month.ts';
import { editionName, editionsOf } from '../../shared/domain/releases/editions.ts';
import type { Release } from '../../shared/domain/releases/release.ts';
import type { Invited } from '../../shared/domain/tallies/invited.ts';
import { tableIds } from '../../shared/domain/tallies/table.ts';
import type { Tally } from '../../shared/domain/tallies/tally.ts';
import { unconfirmedUnit } from '../../shared/domain/unit.ts';
import { closedWith, unitsOf } from '../support/closed.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { alike, type Filled } from '../support/filled-forms.ts';
import { collectLog, runScheduled } from '../support/lambda-invocation.ts';
import { FakeS3 } from '../support/s3-fake.ts';

const environment = {
  ...{
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'a secret',
  },
  ...{ REPORTS_TABLE: 'reports', RELEASES_BUCKET: 'releases-of-this-test', SETTINGS_TABLE: 'settings' },
};
for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
const { handler } = await import('../../functions/publish-report/handler.ts');
const { keepInvited } = await import('../../shared/adapters/invited-counts.ts');
const { closePeriod } = await import('../../shared/adapters/closed-periods.ts');
const { readCorrections, requestCorrection } = await import('../../shared/adapters/corrections.ts');
const { listReleases, readRelease } = await import('../../shared/adapters/releases.ts');

const firstNight = '2026-04-01T04:00:00+03:00';
const secondNight = '2026-04-02T04:00:00+03:00';
const waits = 'a period waits for its invited counts';
const store = { table: 'reports', bucket: environment.RELEASES_BUCKET };

/** So many forms with all kinds of answers to one statement. */
const mixed = (count: number, options: Parameters<typeof alike>[1] = {}): Filled[] =>
  Array.from({ length: count }, (_, index) =>
    alike(1, { answers: { heard: 1 + (index % 5) }, ...options }),
  ).flat();
const inMonth = (month: string, count: number): Filled[] => mixed(count, { month });

/** What is known of everybody who was asked about what these forms are about: four of them have so many tickets. */
const invitedTo = (forms: readonly Filled[], largest: number): Invited =>
  closedWith(forms).tallies.map(({ table, stratum }) => ({
    ...{ table, stratum, sent: 60, contacts: 60, largest, reach: { heard: largest } },
  }));

/** The mix has closed a period with these forms. */
const close = (
  period: Quarter,
  forms: readonly Filled[],
  {
    counted = [period],
    changed = (tallies) => tallies,
  }: { counted?: readonly Quarter[]; changed?: (tallies: readonly Tally[]) => readonly Tally[] } = {},
) => {
  const { tallies, drivers, structure } = closedWith(forms);
  return closePeriod(
    'reports',
    { period, counted: [...counted], tables: [...tableIds], spoiled: 0 },
    { tallies: changed(tallies), drivers, structure, comments: [] },
  );
};

async function runAt(now: string): Promise<void> {
  vi.setSystemTime(Date.parse(now));
  await runScheduled(handler);
}

/** What has come out but comments, by name and revision. */
const released = async (): Promise<string[]> =>
  (await listReleases('reports'))
    .filter(({ table }) => table !== 'C1')
    .map((listed) => `${editionName(listed)} ${listed.revision}`)
    .toSorted();
const editions = (period: Quarter, revision = 1): string[] =>
  editionsOf(period)
    .map((edition) => `${editionName(edition)} ${revision}`)
    .toSorted();
const responsesIn = async (period: Quarter, table: Release['table'] = 'T1'): Promise<unknown[] | undefined> =>
  (await readRelease(store, table, period))?.cells.map((cell) => cell['responses']);
const correct = (reason: string): Promise<void> =>
  requestCorrection(
    { settings: 'settings', reports: 'reports' },
    { period: '2026-Q1', reason },
    { by: 'administrator-1', at: Date.parse(secondNight) },
  );

let log: ReturnType<typeof collectLog>;
let dynamodb: FakeDynamoDb;
let s3: FakeS3;
const waiting = (): unknown[] => log.lines().filter(({ phrase }) => phrase === waits);

function begin(calls = new DeadlyCalls()): void {
  dynamodb = new FakeDynamoDb(calls.around);
  s3 = new FakeS3(calls.around);
}
beforeEach(() => {
  log = collectLog();
  begin();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a period that was mixed', () => {
  const twelve = mixed(12);

  it('is published in every table and month, once it is known who was asked', async () => {
    await close('2026-Q1', twelve);
    await keepInvited('reports', '2026-Q1', invitedTo(twelve, 11));
    await runAt(firstNight);
    expect(await released()).toEqual(editions('2026-Q1'));
    expect(editions('2026-Q1')).toHaveLength(12);
    expect(await responsesIn('2026-Q1')).toEqual([12]);
    const lines = log.lines().filter(({ table }) => table !== 'C1');
    expect(lines).toHaveLength(12);
    for (const line of lines)
      expect(line).toEqual({
        ...{ level: 'INFO', phrase: 'a release was published', revision: 1, releasedOn: '2026-04-01' },
        ...{ table: line['table'], period: line['period'] },
      });
  });

  it('is published with an empty release of comments, where nobody wrote any', async () => {
    await close('2026-Q1', twelve);
    await keepInvited('reports', '2026-Q1', invitedTo(twelve, 11));
    await runAt(firstNight);
    expect(await listReleases('reports')).toHaveLength(13);
    expect((await readRelease(store, 'C1', '2026-Q1'))?.cells).toEqual([]);
  });

  it('is published without the cells that four people could have filled', async () => {
    await close('2026-Q1', twelve);
    await keepInvited('reports', '2026-Q1', invitedTo(twelve, 12));
    await runAt(firstNight);
    expect(await released()).toEqual(editions('2026-Q1'));
    for (const table of ['T1', 'T2', 'T5', 'T8'] as const)
      expect([table, await responsesIn('2026-Q1', table)]).toEqual([table, []]);
  });

  it('is published once, and stays as it is whatever is known later', async () => {
    await close('2026-Q1', twelve);
    await keepInvited('reports', '2026-Q1', []);
    await runAt(firstNight);
    const before = dynamodb.items('reports');
    await keepInvited('reports', '2026-Q1', invitedTo(twelve, 11));
    dynamodb.seed('settings', threshold(['2026-Q1', 50]));
    await runAt(secondNight);
    expect(dynamodb.items('reports')).toEqual(before);
  });

  it('tells organisations by month, all three with their quarter', async () => {
    const forms = [...inMonth('2026-01', 12), ...inMonth('2026-03', 20)];
    await close('2026-Q1', forms);
    await keepInvited('reports', '2026-Q1', invitedTo(forms, 4));
    await runAt(firstNight);
    const months = ['2026-01', '2026-02', '2026-03'];
    expect(await Promise.all(months.map((month) => responsesIn(month, 'T4')))).toEqual([[12], [], [20]]);
  });

  it('calls units as they are called in this night, and goes on to do so', async () => {
    await close('2026-Q1', twelve);
    await keepInvited('reports', '2026-Q1', invitedTo(twelve, 11));
    for (const unit of unitsOf(twelve)) dynamodb.seed('settings', { pk: 'UNITS', sk: unit.id, ...unit });
    await runAt(firstNight);
    dynamodb.seed('settings', { pk: 'UNITS', sk: 'u-0', ...unconfirmedUnit('u-0', 'another name') });
    await runAt(secondNight);
    expect((await readRelease(store, 'T1', '2026-Q1'))?.labels['unit']).toEqual({
      'u-0': { fi: 'u-0 fi', sv: 'u-0 sv', en: 'u-0 en' },
    });
  });

  it('stands beside what was published of the quarters and months before', async () => {
    for (const [period, month, count] of [
      ['2026-Q1', '2026-02', 12],
      ['2026-Q2', '2026-05', 15],
    ] as const) {
      const forms = inMonth(month, count);
      await close(period, forms);
      await keepInvited('reports', period, invitedTo(forms, 4));
    }
    await runAt('2026-07-01T04:00:00+03:00');
    const beside = async (table: Release['table'], period: string) =>
      (await readRelease(store, table, period))?.cells.map((cell) => cell['earlier']);
    expect(await beside('T1', '2026-Q1')).toEqual([[]]);
    expect(await beside('T1', '2026-Q2')).toMatchObject([[{ period: '2026-Q1', responses: 12 }]]);
    expect(await beside('T4', '2026-05')).toMatchObject([[{ period: '2026-02', responses: 12 }]]);
  });
});

const threshold = (...pairs: [string, number][]) => ({
  ...{ pk: 'THRESHOLDS', sk: 'CURRENT', version: 1 },
  thresholds: pairs.map(([from, answersMin]) => ({ from, answersMin })),
});

describe('a threshold', () => {
  it.each([
    [12, [12]],
    [13, []],
  ])('of %i answers is kept to', async (answersMin, expected) => {
    await close('2026-Q1', mixed(12));
    await keepInvited('reports', '2026-Q1', invitedTo(mixed(12), 4));
    dynamodb.seed('settings', threshold(['2025-Q4', answersMin], ['2026-Q2', 5]));
    await runAt(firstNight);
    expect(await responsesIn('2026-Q1')).toEqual(expected);
  });

  it('below five that somebody has put into the table stops everything', async () => {
    await close('2026-Q1', mixed(12));
    await keepInvited('reports', '2026-Q1', invitedTo(mixed(12), 4));
    dynamodb.seed('settings', threshold(['2026-Q1', 1]));
    await expect(runAt(firstNight)).rejects.toThrow('a scheduled run failed');
    expect(await released()).toEqual([]);
  });
});

describe('a period of which nobody knows yet who was asked', () => {
  it('waits in its first night, and says so', async () => {
    await close('2026-Q1', mixed(90));
    await runAt(firstNight);
    expect(await released()).toEqual([]);
    expect(waiting()).toEqual([{ level: 'INFO', phrase: waits, period: '2026-Q1' }]);
  });

  it('fails the run from the next night on, until it is known', async () => {
    await close('2026-Q1', mixed(90));
    await expect(runAt(secondNight)).rejects.toThrow('a scheduled run failed');
    expect(await released()).toEqual([]);
    await keepInvited('reports', '2026-Q1', invitedTo(mixed(90), 7));
    await runAt('2026-04-03T04:00:00+03:00');
    expect(await responsesIn('2026-Q1')).toEqual([90]);
  });

  it('does not keep another from being published', async () => {
    await close('2026-Q1', mixed(90));
    await close('2026-Q2', mixed(80));
    await keepInvited('reports', '2026-Q2', invitedTo(mixed(80), 7));
    await expect(runAt('2026-07-01T04:00:00+03:00')).rejects.toThrow('a scheduled run failed');
    expect(await released()).toEqual(editions('2026-Q2'));
  });

  it('is published without figures once the asks in it are not all on record any more', async () => {
    await close('2026-Q1', mixed(90));
    await expect(runAt('2027-02-28T04:00:00+02:00')).rejects.toThrow('a scheduled run failed');
    await runAt('2027-03-01T04:00:00+02:00');
    expect(await released()).toEqual(editions('2026-Q1'));
    for (const { table, period } of editionsOf('2026-Q1'))
      expect([table, (await readRelease(store, table, period))?.cells]).toEqual([table, []]);
  });
});

describe('a period whose answers were carried over', () => {
  it('is published empty at once: nothing was counted in it', async () => {
    await close('2026-Q1', [], { counted: [] });
    await runAt(firstNight);
    expect(await responsesIn('2026-Q1')).toEqual([]);
    expect(waiting()).toEqual([]);
  });

  it('is in the next, which waits for what is known of both', async () => {
    const forms = mixed(13, { month: '2026-05' });
    await close('2026-Q2', forms, { counted: ['2026-Q1', '2026-Q2'] });
    await keepInvited('reports', '2026-Q2', invitedTo(forms, 7));
    await runAt('2026-07-01T04:00:00+03:00');
    expect(await released()).toEqual([]);
    await keepInvited('reports', '2026-Q1', invitedTo(forms, 5));
    await runAt('2026-07-01T04:10:00+03:00');
    expect(await responsesIn('2026-Q2')).toEqual([13]);
  });

  it('takes late answers along: what is frozen stays', async () => {
    await close('2026-Q1', mixed(12));
    await keepInvited('reports', '2026-Q1', invitedTo(mixed(12), 4));
    await runAt(firstNight);
    const late = mixed(15, { month: '2026-04' });
    await close('2026-Q2', late);
    await keepInvited('reports', '2026-Q2', invitedTo(late, 4));
    await runAt('2026-07-01T04:00:00+03:00');
    expect([await responsesIn('2026-Q1'), await responsesIn('2026-Q2')]).toEqual([[12], [15]]);
    expect(await responsesIn('2026-04', 'T4')).toEqual([15]);
  });
});

describe('a period whose tables do not add up', () => {
  const forms = mixed(30);
  /** A tally by role has lost five answers. */
  const wrong = (tallies: readonly Tally[]): Tally[] =>
    tallies.map((tally) =>
      tally.table === 'T2' ? { ...tally, items: { heard: { from: 1, counts: [1, 6, 6, 6, 6] } } } : tally,
    );

  it('is not published at all, and the run fails without a figure in its log', async () => {
    await close('2026-Q1', forms, { changed: wrong });
    await keepInvited('reports', '2026-Q1', invitedTo(forms, 4));
    await expect(runAt(firstNight)).rejects.toThrow(/^a scheduled run failed$/);
    expect(await released()).toEqual([]);
    const faults = log.lines().filter(({ level }) => level === 'ERROR');
    expect(faults).toMatchObject([
      { phrase: 'a period could not be published', period: '2026-Q1' },
      { phrase: 'a scheduled run failed' },
    ]);
    // Where in the code it was is told, and nothing of what was counted.
    expect(JSON.stringify(faults[0]?.['at'])).toContain('compose');
    for (const secret of ['heard', 'north', 'u-0', 'parent'])
      expect(JSON.stringify(faults)).not.toContain(secret);
  });

  it('does not keep later ones from being published', async () => {
    const later = mixed(12, { month: '2026-05' });
    await close('2026-Q1', forms, { changed: wrong });
    await close('2026-Q2', later);
    await keepInvited('reports', '2026-Q1', invitedTo(forms, 4));
    await keepInvited('reports', '2026-Q2', invitedTo(later, 4));
    await expect(runAt('2026-07-01T04:00:00+03:00')).rejects.toThrow('a scheduled run failed');
    expect(await released()).toEqual(editions('2026-Q2'));
  });
});

describe('a correction', () => {
  /** A period has been published with what was known first of who was asked, and something else is known now. */
  async function knownAnew(first: Invited, now: Invited): Promise<void> {
    await close('2026-Q1', mixed(12));
    await keepInvited('reports', '2026-Q1', first);
    await runAt(firstNight);
    const kept = dynamodb.items('reports');
    begin();
    await keepInvited('reports', '2026-Q1', now);
    const keys = dynamodb.items('reports').map(({ pk, sk }) => `${String(pk)} ${String(sk)}`);
    for (const item of kept)
      if (!keys.includes(`${String(item['pk'])} ${String(item['sk'])}`)) dynamodb.seed('reports', item);
  }
  const corrected = (): Promise<void> => knownAnew([], invitedTo(mixed(12), 4));

  it('brings out a second revision of what differs only, with its reason, and the first stays', async () => {
    await corrected();
    await correct('The asks were counted once more.');
    await runAt(secondNight);
    const again = ['T1', 'T2', 'T3', 'T5', 'T6', 'T7', 'T8', 'R1'].map((table) => `${table} 2026-Q1 2`);
    expect(await released()).toEqual([...editions('2026-Q1'), ...again, 'T4 2026-02 2'].toSorted());
    expect(await readRelease(store, 'T1', '2026-Q1')).toMatchObject({
      ...{ revision: 2, releasedOn: '2026-04-02', correction: 'The asks were counted once more.' },
      cells: [{ responses: 12 }],
    });
    expect(await readRelease(store, 'T1', '2026-Q1', 1)).toMatchObject({
      ...{ revision: 1, releasedOn: '2026-04-01', correction: null, cells: [] },
    });
  });

  it('is carried out once, and not again in the next night', async () => {
    await corrected();
    await correct('The asks were counted once more.');
    await runAt(secondNight);
    const before = await released();
    expect(await readCorrections('reports')).toEqual([]);
    await runAt('2026-04-03T04:00:00+03:00');
    expect(await released()).toEqual(before);
  });

  it('that is too large for an item is an object in the bucket, and read as any other', async () => {
    await corrected();
    // What was drawn by lot can't be compressed. Nobody may write so long a reason; units may be as many.
    const reason = randomBytes(400_000).toString('base64');
    await correct(reason);
    await runAt(secondNight);
    expect([...s3.objects.keys()]).toContainEqual(expect.stringContaining('/releases/T1/2026-Q1/2.json.gz'));
    expect(s3.objects.size).toBe(9);
    expect(await readRelease(store, 'T1', '2026-Q1')).toMatchObject({ revision: 2, correction: reason });
    expect(await responsesIn('2026-Q1')).toEqual([12]);
  });

  it('that changes nothing brings out nothing', async () => {
    await close('2026-Q1', mixed(12));
    await keepInvited('reports', '2026-Q1', invitedTo(mixed(12), 4));
    await runAt(firstNight);
    await correct('Somebody thought that something was wrong.');
    await runAt(secondNight);
    expect(await released()).toEqual(editions('2026-Q1'));
    expect(await readCorrections('reports')).toEqual([]);
  });

  it('of a period that was never published is in its first revision, and no reason is told', async () => {
    await close('2026-Q1', mixed(12));
    await keepInvited('reports', '2026-Q1', invitedTo(mixed(12), 4));
    await correct('Too early.');
    await runAt(firstNight);
    expect(await released()).toEqual(editions('2026-Q1'));
    expect((await readRelease(store, 'T1', '2026-Q1'))?.correction).toBeNull();
  });

  it('takes nothing back that was told, though less may be told by now', async () => {
    await knownAnew(invitedTo(mixed(12), 4), invitedTo(mixed(12), 40));
    await correct('The asks were counted once more.');
    await runAt(secondNight);
    expect(await responsesIn('2026-Q1')).toEqual([12]);
    expect(await released()).toEqual(editions('2026-Q1'));
  });

  it('brings out nothing where a threshold of the past was changed behind our back', async () => {
    await close('2026-Q1', mixed(12));
    await keepInvited('reports', '2026-Q1', invitedTo(mixed(12), 4));
    await runAt(firstNight);
    dynamodb.seed('settings', threshold(['2026-Q1', 50]));
    await correct('It should be less.');
    await expect(runAt(secondNight)).rejects.toThrow('a scheduled run failed');
    expect(await released()).toEqual(editions('2026-Q1'));
  });
});

describe('a night that dies', () => {
  const forms = mixed(12);

  /** A store with a period to publish, and perhaps one that was published and is to be corrected. */
  async function prepare(calls: DeadlyCalls): Promise<void> {
    begin();
    await close('2026-Q1', forms);
    await keepInvited('reports', '2026-Q1', invitedTo(forms, 4));
    const stored = dynamodb.items('reports');
    begin(calls);
    for (const item of stored) dynamodb.seed('reports', item);
  }
  const everything = async () => {
    const listed = await listReleases('reports');
    const all = await Promise.all(listed.map(({ table, period }) => readRelease(store, table, period)));
    return all.map((release) => ({ ...release, releasedOn: '' }));
  };

  it('anywhere, before a call or after it took effect, is made good by the next', async () => {
    const calls = new DeadlyCalls();
    await prepare(calls);
    await runAt(firstNight);
    const { made } = calls;
    const expected = await everything();
    expect(expected).toHaveLength(13);
    expect(made).toBeGreaterThan(26);
    for (let call = 1; call <= made; call += 1)
      for (const takesEffect of [false, true]) {
        const deadly = new DeadlyCalls({ call, takesEffect, dies: true });
        await prepare(deadly);
        await expect(runAt(firstNight)).rejects.toThrow('a scheduled run failed');
        deadly.beginNextProcess();
        // Whatever is listed can be read, and is as it will stay.
        for (const release of await everything()) expect(expected).toContainEqual(release);
        await runAt(secondNight);
        expect([call, await everything()]).toEqual([call, expected]);
      }
  });
});
