/**
 * Counting who was asked, night by night: each period that has closed is counted once, whatever has failed in between, and
 * other nights cost next to nothing. Records lie in a table in memory.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Invited } from '../../shared/domain/tallies/invited.ts';
import { context } from '../support/answers.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { endedRequest } from '../support/ended-requests.ts';
import { collectLog, runScheduled } from '../support/lambda-invocation.ts';
import { preferenceRecord } from '../support/records.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('INVITATIONS_TABLE', 'invitations');
vi.stubEnv('SETTINGS_TABLE', 'settings');
vi.stubEnv('REPORTS_TABLE', 'reports');
const { handler } = await import('../../functions/count-invited/handler.ts');
const { readInvited } = await import('../../shared/adapters/invited-counts.ts');

const firstNight = '2026-04-01T01:00:00+03:00';
const { unit } = context();

let dynamodb: FakeDynamoDb;
let calls: DeadlyCalls;
let log: ReturnType<typeof collectLog>;

/** A deployment that has asked some people. Whoever is mailed is given a context, which is known from then on. */
function begin(records: readonly Readonly<Record<string, unknown>>[], fatal = new DeadlyCalls()): void {
  calls = fatal;
  dynamodb = new FakeDynamoDb(calls.around);
  for (const record of records) dynamodb.seed('invitations', record);
  dynamodb.seed('settings', { pk: 'CONTEXTS', sk: 'a-name', context: context() });
  const name = { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' };
  dynamodb.seed('settings', {
    ...{ pk: 'UNITS', sk: unit, id: unit, name, public: false, confirmed: true },
    ...{ region: 'north', organisation: 'services of the north' },
  });
}

async function runAt(now: string): Promise<void> {
  vi.setSystemTime(Date.parse(now));
  await runScheduled(handler);
}

const asksAt = (at: string, people = 6): Readonly<Record<string, unknown>>[] =>
  Array.from({ length: people }, (_, number) => endedRequest(`contact-${number}`, at));

const periods = (): unknown[] => dynamodb.items('reports').map(({ sk }) => sk);
const inUnit = (invited: Invited | undefined) => invited?.find(({ table }) => table === 'T1');
const documents = (): string => JSON.stringify(dynamodb.items('reports'));

beforeEach(() => {
  log = collectLog();
});

describe('a period that has closed', () => {
  it('is counted, by what was mailed or may have been', async () => {
    begin([
      ...asksAt('2026-03-10T12:00:00+02:00'),
      endedRequest('contact-1', '2026-02-02T12:00:00+02:00'),
      endedRequest('contact-2', '2025-11-02T12:00:00+02:00'),
      endedRequest('contact-3', '2026-03-20T12:00:00+02:00', { state: 'send-uncertain' }),
      // Neither of these has left a ticket behind; and this is no request at all.
      endedRequest('contact-4', '2026-03-20T12:00:00+02:00', { state: 'send-failed' }),
      endedRequest('contact-5', '2026-03-20T12:00:00+02:00', { state: 'withdrawn', endReason: 'paused' }),
      preferenceRecord('2026-03-20', 1),
    ]);
    await runAt(firstNight);
    expect(inUnit(await readInvited('reports', '2026-Q1'))).toEqual({
      table: 'T1',
      stratum: { region: 'north', unit },
      sent: 7,
      contacts: 6,
      largest: 7,
      reach: { heard: 7, respect: 7, part: 7, aim: 7, comment: 7 },
    });
    expect(log.lines()).toContainEqual({
      ...{ level: 'INFO', phrase: 'the asks behind a period were counted', period: '2026-Q1' },
    });
  });

  it('begins and ends in Helsinki, though records are found by their day in UTC', async () => {
    begin([
      ...asksAt('2026-01-01T00:00:00+02:00'),
      endedRequest('contact-0', '2025-12-31T23:59:59.999+02:00'),
      endedRequest('contact-1', '2026-03-31T23:59:59.999+03:00'),
      endedRequest('contact-2', '2026-04-01T00:00:00+03:00'),
    ]);
    await runAt(firstNight);
    expect(inUnit(await readInvited('reports', '2026-Q1'))).toMatchObject({ sent: 7, largest: 7 });
  });

  it('is found on every page that a day has', async () => {
    begin(asksAt('2026-03-10T12:00:00+02:00', 40));
    dynamodb.pageMost = 7;
    await runAt(firstNight);
    expect(inUnit(await readInvited('reports', '2026-Q1'))).toMatchObject({ sent: 40, contacts: 40 });
  });

  it('waits until all that was under way at midnight has arrived', async () => {
    begin(asksAt('2026-03-10T12:00:00+02:00'));
    await runAt('2026-04-01T00:19:59+03:00');
    expect(periods()).not.toContain('2026-Q1');
    await runAt('2026-04-01T00:20:00+03:00');
    expect(periods()).toContain('2026-Q1');
  });

  it('stays as it was counted first', async () => {
    begin(asksAt('2026-03-10T12:00:00+02:00'));
    await runAt(firstNight);
    const first = documents();
    dynamodb.seed('invitations', endedRequest('late', '2026-03-10T12:00:00+02:00'));
    await runAt('2026-04-02T01:00:00+03:00');
    expect(documents()).toBe(first);
  });

  it('is counted alike after a week in which nothing ran', async () => {
    const asks = [...asksAt('2026-03-10T12:00:00+02:00'), ...asksAt('2026-04-03T12:00:00+03:00')];
    begin(asks);
    await runAt(firstNight);
    const inTime = await readInvited('reports', '2026-Q1');
    begin(asks);
    await runAt('2026-04-08T01:00:00+03:00');
    expect(await readInvited('reports', '2026-Q1')).toEqual(inTime);
  });
});

it('asks one question in a night with nothing to do, and reads nobody', async () => {
  begin(asksAt('2026-03-10T12:00:00+02:00'));
  await runAt(firstNight);
  const { made } = calls;
  await runAt('2026-04-02T01:00:00+03:00');
  expect(calls.made - made).toBe(1);
  expect(log.lines().filter(({ period }) => period === '2026-Q1')).toHaveLength(1);
});

it('says nothing of any period before the first mail of all', async () => {
  dynamodb = new FakeDynamoDb();
  await runAt(firstNight);
  expect(periods()).toEqual([]);
  begin(asksAt('2026-03-10T12:00:00+02:00'));
  await runAt(firstNight);
  expect(periods()).toContain('2026-Q1');
});

describe('several periods at once', () => {
  const asks = [...asksAt('2026-01-10T12:00:00+02:00'), ...asksAt('2026-05-10T12:00:00+03:00')];
  const nights = ['2026-07-02T01:00:00+03:00', '2026-07-03T01:00:00+03:00'] as const;

  it('are each counted as in their own night', async () => {
    begin(asks);
    await runAt(firstNight);
    await runAt('2026-07-01T01:00:00+03:00');
    const inTime = [await readInvited('reports', '2026-Q1'), await readInvited('reports', '2026-Q2')];
    begin(asks);
    await runAt(nights[0]);
    const late = [await readInvited('reports', '2026-Q1'), await readInvited('reports', '2026-Q2')];
    expect(late).toEqual(inTime);
    expect(late.map((invited) => inUnit(invited)?.largest)).toEqual([4, 8]);
  });

  it('are all there in the end wherever a run dies, and where the last is there, none is missing', async () => {
    begin(asks);
    await runAt(nights[0]);
    const [whole, all, { made }] = [documents(), periods(), calls];
    expect(all).toEqual(expect.arrayContaining(['2026-Q1', '2026-Q2']));
    // The reading of some eight hundred days is alike: it dies at its beginning and its end.
    for (const call of [
      1,
      2,
      all.length,
      all.length + 1,
      all.length + 2,
      ...[5, 4, 3, 2, 1, 0].map((n) => made - n),
    ])
      for (const takesEffect of [false, true]) {
        begin(asks, new DeadlyCalls({ call, takesEffect, dies: true }));
        await expect(runAt(nights[0])).rejects.toThrow('a scheduled run failed');
        if (periods().includes('2026-Q2')) expect(periods()).toEqual(all);
        calls.beginNextProcess();
        await runAt(nights[1]);
        expect(documents()).toBe(whole);
      }
  });

  it('are the same where two runs count at once', async () => {
    begin(asks);
    await runAt(nights[0]);
    const alone = documents();
    begin(asks);
    await Promise.all([runAt(nights[0]), runAt(nights[0])]);
    expect(documents()).toBe(alone);
  });
});

describe('a period that is counted so late that records from before it have expired', () => {
  // Nine months after its end, records begin in December.
  const late = '2027-01-05T01:00:00+02:00';

  it('is told nothing of where people were asked when records begin, and so perhaps before', async () => {
    begin([...asksAt('2025-12-10T12:00:00+02:00'), ...asksAt('2026-03-10T12:00:00+02:00')]);
    await runAt(late);
    expect(await readInvited('reports', '2026-Q1')).toEqual([]);
    // This one's tickets are all on record.
    expect(inUnit(await readInvited('reports', '2026-Q3'))).toMatchObject({ largest: 4 });
  });

  it('is counted where nobody was: the deployment is younger than that', async () => {
    begin(asksAt('2026-03-10T12:00:00+02:00'));
    await runAt(late);
    expect(inUnit(await readInvited('reports', '2026-Q1'))).toMatchObject({ sent: 6, largest: 4 });
  });
});
