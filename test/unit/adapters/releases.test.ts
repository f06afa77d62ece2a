/**
 * The store of releases: what is published once stays as it is, a correction stands beside it, a run that died half-way is
 * completed by the next, and what is too large for an item of DynamoDB is an object. Tables and buckets are in memory.
 */
import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Release } from '../../../shared/domain/releases/release.ts';
import { DeadlyCalls } from '../../support/deadly-calls.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';
import { readableRelease } from '../../support/releases.ts';
import { FakeS3 } from '../../support/s3-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a secret of this test');
const { listReleases, publishRelease, readPackedRelease, readRelease } =
  await import('../../../shared/adapters/releases.ts');

const store = { table: 'reports', bucket: 'releases-of-this-test' };
const release = (changes: Partial<Release> = {}): Release => ({ ...readableRelease, ...changes });
const [cell = {}] = readableRelease.cells;
const first = release();
const other = release({ releasedOn: '2026-04-02', cells: [{ ...cell, responses: 30 }] });
const second = release({ revision: 2, correction: 'A unit was counted twice.', cells: [] });
/** What was drawn by lot can't be compressed. */
const large = release({ correction: randomBytes(400_000).toString('base64') });
const largeName = `${store.bucket}.s3.eu-north-1.amazonaws.com/releases/T2/2026-Q1/1.json.gz`;

let dynamodb: FakeDynamoDb;
let s3: FakeS3;
function begin(calls = new DeadlyCalls()): void {
  dynamodb = new FakeDynamoDb(calls.around);
  s3 = new FakeS3(calls.around);
}
beforeEach(() => {
  begin();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const listed = ({ table, period, revision, releasedOn }: Release) => ({
  table,
  period,
  revision,
  releasedOn,
});

describe('a release', () => {
  it('is kept as it was first, whatever comes under the same name', async () => {
    await publishRelease(store, first);
    await publishRelease(store, other);
    expect(await readRelease(store, 'T2', '2026-Q1')).toEqual(first);
    expect(await listReleases('reports')).toEqual([listed(first)]);
  });

  it('lies in one item, and in no object', async () => {
    await publishRelease(store, first);
    expect(dynamodb.items('reports').filter(({ pk }) => String(pk).startsWith('RELEASE#'))).toHaveLength(1);
    expect(s3.objects.size).toBe(0);
    const packed = await readPackedRelease(store, 'T2', '2026-Q1');
    expect(JSON.parse(gunzipSync(packed ?? '').toString())).toEqual(first);
  });

  it('that was corrected can be read in both revisions, the later of itself', async () => {
    await publishRelease(store, first);
    await publishRelease(store, second);
    expect(await readRelease(store, 'T2', '2026-Q1')).toEqual(second);
    expect(await readRelease(store, 'T2', '2026-Q1', 1)).toEqual(first);
    expect(await readRelease(store, 'T2', '2026-Q1', 3)).toBeUndefined();
    expect(await listReleases('reports')).toEqual([first, second].map(listed));
  });

  it('of the tenth revision comes after the ninth', async () => {
    for (const revision of [9, 10]) await publishRelease(store, release({ revision }));
    expect((await readRelease(store, 'T2', '2026-Q1'))?.revision).toBe(10);
    expect((await listReleases('reports')).map(({ revision }) => revision)).toEqual([9, 10]);
  });

  it('that was not published is not there', async () => {
    await publishRelease(store, first);
    expect(await readRelease(store, 'T1', '2026-Q1')).toBeUndefined();
    expect(await readRelease(store, 'T2', '2026-Q2')).toBeUndefined();
  });

  it('of a month stands in the list behind no quarter of another year', async () => {
    for (const period of ['2026-Q1', '2026-03', '2025-Q4'])
      await publishRelease(store, release({ table: period === '2026-03' ? 'T4' : 'T2', period }));
    expect((await listReleases('reports')).map(({ period }) => period)).toEqual([
      ...['2025-Q4', '2026-03', '2026-Q1'],
    ]);
  });
});

describe('a release that is too large for an item', () => {
  it('is an object, whose name stands in the item, and is read as any other', async () => {
    await publishRelease(store, large);
    expect([...s3.objects.keys()]).toEqual([largeName]);
    for (const item of dynamodb.items('reports')) expect(item).not.toHaveProperty('document');
    expect(await readRelease(store, 'T2', '2026-Q1')).toEqual(large);
    expect(await listReleases('reports')).toEqual([listed(large)]);
  });

  it('stays as it was first too', async () => {
    await publishRelease(store, large);
    await publishRelease(store, { ...large, correction: randomBytes(400_000).toString('base64') });
    expect(await readRelease(store, 'T2', '2026-Q1')).toEqual(large);
  });

  it('whose object is gone is not told as if it had never been', async () => {
    await publishRelease(store, large);
    s3.objects.clear();
    await expect(readRelease(store, 'T2', '2026-Q1')).rejects.toThrow('S3 refused a GET: 404 NoSuchKey');
  });
});

describe.each([
  ['small', first, 2],
  ['large', large, 3],
])('a %s release, where the run dies', (_, published, calls) => {
  const deaths = Array.from({ length: calls }, (_, index) => index + 1).flatMap((call) =>
    [false, true].map((takesEffect) => ({ call, takesEffect })),
  );

  it('takes so many calls', async () => {
    const counted = new DeadlyCalls();
    begin(counted);
    await publishRelease(store, published);
    expect(counted.made).toBe(calls);
  });

  it.each(deaths)(
    'at call $call (took effect: $takesEffect), can be read if it is listed, and is completed by the next',
    async ({ call, takesEffect }) => {
      const deadly = new DeadlyCalls({ call, takesEffect, dies: true });
      begin(deadly);
      await expect(publishRelease(store, published)).rejects.toThrow();
      deadly.beginNextProcess();
      if ((await listReleases('reports')).length > 0)
        expect(await readRelease(store, 'T2', '2026-Q1')).toEqual(published);
      await publishRelease(store, published);
      expect(await listReleases('reports')).toEqual([listed(published)]);
      expect(await readRelease(store, 'T2', '2026-Q1')).toEqual(published);
    },
  );
});
