/**
 * The period digest as its function answers: to staff as a page or as data, of units and organisations; to everyone only
 * of public units and only large cells. That whatever is not there, not released or not for everyone is answered the same,
 * byte by byte; and that a copy is known again until something has changed. The handler runs whole, on tables in memory.
 */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { saveActions } from '../../shared/adapters/actions.ts';
import { publishRelease } from '../../shared/adapters/releases.ts';
import { saveUnit } from '../../shared/adapters/settings.ts';
import { digestSchema } from '../../shared/domain/digest/digest.ts';
import { missingDigestPage } from '../../shared/domain/digest/digest-page.ts';
import type { DigestPath } from '../../shared/domain/digest/subject.ts';
import { languages } from '../../shared/domain/vocabulary.ts';
import {
  familyForm,
  organisation,
  organisationCells,
  pairs,
  release,
  unitCells,
  unitName,
} from '../support/digest-releases.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, collectLog } from '../support/lambda-invocation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SETTINGS_TABLE: 'settings',
  REPORTS_TABLE: 'reports',
  RELEASES_BUCKET: 'releases',
  GROUPS_CLAIM: 'cognito:groups',
})) {
  vi.stubEnv(name, value);
}
const { handler } = await import('../../functions/show-digest/handler.ts');

const store = { table: 'reports', bucket: 'releases' };
const change = { by: 'ann', at: Date.parse('2026-04-20T10:00:00+03:00') };
const placed = { region: 'north', organisation, confirmed: true };
/** Of `u-small` there are figures, but none that everyone may see; of `u-none` there are none at all. */
const units = [
  { id: 'u-1', name: unitName, public: true, ...placed },
  { id: 'u-small', name: unitName, public: true, ...placed },
  { id: 'u-none', name: unitName, public: true, ...placed },
  { id: 'u-inside', name: unitName, public: false, ...placed },
];
const few = { heard: { from: 1, counts: [1, 2, 3, 6, 7] } };

beforeEach(async () => {
  new FakeDynamoDb();
  for (const unit of units) await saveUnit('settings', unit, change);
  await publishRelease(
    store,
    release('T1', '2026-Q1', [
      ...unitCells('u-1', familyForm),
      ...unitCells('u-inside', familyForm),
      ...unitCells('u-small', few),
      ...unitCells('(other)', few),
    ]),
  );
  for (const month of ['2026-01', '2026-02', '2026-03'])
    await publishRelease(
      store,
      release('T4', month, [
        ...organisationCells(organisation, month === '2026-02' ? {} : few),
        ...organisationCells('Gone', few),
        ...organisationCells('(other)', few),
      ]),
    );
});

const staffPath = '/v1/digests/{kind}/{id}/{period}';
const ofUnit = { kind: 'units', id: 'u-1', period: '2026-Q1' };
const asStaff = (
  pathParameters: Record<string, string> = ofUnit,
  { groups = '[analyst]', query = {}, headers = {} }: Asked = {},
) => {
  const claims = { sub: 'bo', 'cognito:groups': groups };
  return callHttp(handler, { path: staffPath, pathParameters, query, headers, claims });
};
type Asked = {
  readonly groups?: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
};

const publicPath = '/{language}/digests/{unit}/{period}';
const asAnyone = (unit: string, period = '2026-Q1', language = 'fi', headers: Record<string, string> = {}) =>
  callHttp(handler, { path: publicPath, pathParameters: { language, unit, period }, headers });

const json = { accept: 'application/json' };
const digestIn = ({ body }: { body: string }) => digestSchema.parse(JSON.parse(body));
const say = (path: DigestPath) => saveActions('settings', path, undefined, { pairs }, change);

describe('staff', () => {
  it.each(languages)('see a page in %s', async (language) => {
    const { statusCode, headers, body } = await asStaff(ofUnit, { query: { language } });
    expect(statusCode).toBe(200);
    expect(body).toContain(`<html lang="${language}" dir="ltr">`);
    expect(body).toContain(unitName[language]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'accept, accept-encoding',
    });
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(body) ?? [];
    const policy = String(headers?.['content-security-policy']);
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
  });

  it('or its data, with figures from 5 answers on', async () => {
    await say({ kind: 'units', id: 'u-1', period: '2026-Q1' });
    const answer = await asStaff(ofUnit, { headers: json });
    expect(answer.headers?.['content-type']).toBe('application/json');
    const digest = digestIn(answer);
    expect(digest).toMatchObject({ ...ofUnit, name: unitName, pairs, responses: { from: 9, to: 27 } });
    expect(digest.questions).toHaveLength(7);
  });

  it.each([
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=utf-8'],
    ['*/*', 'text/html; charset=utf-8'],
    ['', 'text/html; charset=utf-8'],
    ['application/json, text/html;q=0.5', 'application/json'],
    ['application/*;q=0.4, text/*;q=0.2', 'application/json'],
    ['Application/JSON;Q=1', 'application/json'],
    ['text/html;q=0, */*', 'application/json'],
  ])('are answered to %s with %s', async (accept, type) => {
    expect((await asStaff(ofUnit, { headers: { accept } })).headers?.['content-type']).toBe(type);
  });

  it.each(['text/csv', 'text/html;q=0'])('are refused %j, which there is not', async (accept) => {
    expect((await asStaff(ofUnit, { headers: { accept } })).statusCode).toBe(406);
  });

  it('see an organisation by its months, also one that has lost its units', async () => {
    const digest = digestIn(
      await asStaff({ kind: 'organisations', id: organisation, period: '2026-Q1' }, { headers: json }),
    );
    expect(digest.questions[0]?.readings.map(({ period }) => period)).toEqual(['2026-01', '2026-03']);
    const gone = await asStaff({ kind: 'organisations', id: 'Gone', period: '2026-Q1' }, { headers: json });
    expect(digestIn(gone)).toMatchObject({ name: { fi: 'Gone' }, responses: { from: 57, to: 57 } });
  });

  it('see what is to be done also where no figure is shown', async () => {
    await say({ kind: 'units', id: 'u-none', period: '2026-Q1' });
    const { statusCode, body } = await asStaff({ ...ofUnit, id: 'u-none' });
    expect(statusCode).toBe(200);
    expect(body).toContain(pairs[0]?.did.fi);
    expect(body).not.toContain('<svg');
  });

  it.each([
    { ...ofUnit, id: 'u-9' },
    { ...ofUnit, id: '(other)' },
    { ...ofUnit, period: '2026-Q2' },
    { ...ofUnit, period: '2026-03' },
    { ...ofUnit, kind: 'regions' },
    { kind: 'organisations', id: 'Nobody', period: '2026-Q1' },
    { kind: 'organisations', id: '(other)', period: '2026-Q1' },
    { kind: 'organisations', id: organisation, period: '2025-Q4' },
  ])('find nothing at %j, and are told the same', async (pathParameters) => {
    const nowhere = await asStaff({ kind: 'units', id: 'never-was', period: '2020-Q1' });
    expect(nowhere.statusCode).toBe(404);
    expect(await asStaff(pathParameters)).toEqual(nowhere);
  });

  it.each(['[other]', ''])('are administrators and analysts, and not %j', async (groups) => {
    expect((await asStaff(ofUnit, { groups })).statusCode).toBe(403);
    expect((await asStaff(ofUnit, { groups: '[admin]' })).statusCode).toBe(200);
  });

  it('name a language that there is', async () => {
    expect((await asStaff(ofUnit, { query: { language: 'se' } })).statusCode).toBe(400);
  });
});

describe('everyone', () => {
  it.each(languages)(
    'sees a public unit in %s, cached for five minutes, with its other languages',
    async (language) => {
      const { statusCode, headers, body } = await asAnyone('u-1', '2026-Q1', language);
      expect(statusCode).toBe(200);
      expect(headers?.['cache-control']).toBe('public, max-age=300');
      for (const other of languages.filter((each) => each !== language))
        expect(body).toContain(`href="/${other}/digests/u-1/2026-Q1"`);
    },
  );

  it('sees figures of 20 answers and more, and nothing of others', async () => {
    const { body } = await asAnyone('u-1');
    const counts = [...body.replaceAll('\u00a0', ' ').matchAll(/(\d+) vastausta\b/g)].map(([, count]) =>
      Number(count),
    );
    expect(counts.length).toBeGreaterThan(5);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(20);
    expect(body).not.toContain('Tästä on ollut minulle hyötyä.');
    expect(body).not.toContain('Saimme apua riittävästi.');
  });

  it('sees no difference between a unit whose figures are small and one without any', async () => {
    const small = await asAnyone('u-small');
    expect(small.statusCode).toBe(200);
    const none = await asAnyone('u-none');
    const asOne = (answer: typeof small) => JSON.stringify(answer).replaceAll(/u-small|u-none/g, 'u');
    const untagged = ({ headers, ...rest }: typeof small) => ({ ...rest, headers: { ...headers, etag: '' } });
    expect(asOne(untagged(small))).toBe(asOne(untagged(none)));
  });

  it.each(languages)(
    'finds the same page in %s where there is none, whatever the reason',
    async (language) => {
      const nowhere = await asAnyone('never-was', '2020-Q1', language);
      expect(nowhere).toMatchObject({ statusCode: 404, body: missingDigestPage(language) });
      for (const [unit, period] of [
        ['u-inside', '2026-Q1'],
        ['u-1', '2026-Q2'],
        ['u-1', '2026-03'],
        ['(other)', '2026-Q1'],
        ['../u-1', '2026-Q1'],
        [organisation, '2026-Q1'],
      ] as const)
        expect(await asAnyone(unit, period, language), unit).toEqual(nowhere);
    },
  );

  it('leaves no trace in the log, and is the same with a cookie', async () => {
    const log = collectLog();
    expect(await asAnyone('u-1', '2026-Q1', 'fi', { cookie: 'who=ann' })).toEqual(await asAnyone('u-1'));
    expect(log.text()).toBe('');
  });

  it('gets it compressed where the browser takes that', async () => {
    const { headers, body } = await asAnyone('u-1', '2026-Q1', 'fi', { 'accept-encoding': 'gzip, br' });
    expect(headers?.['content-encoding']).toBe('gzip');
    expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe((await asAnyone('u-1')).body);
  });
});

describe('a copy', () => {
  it('is known again until what is done has changed', async () => {
    const path = { kind: 'units', id: 'u-1', period: '2026-Q1' } as const;
    const first = await asAnyone('u-1');
    const headers = { 'if-none-match': String(first.headers?.['etag']) };
    const again = await asAnyone('u-1', '2026-Q1', 'fi', headers);
    expect(again.statusCode).toBe(304);
    expect(again.headers).toMatchObject({
      etag: first.headers?.['etag'],
      'cache-control': 'public, max-age=300',
    });
    expect(again.body).toBeUndefined();
    await say(path);
    expect(await asAnyone('u-1', '2026-Q1', 'fi', headers)).toMatchObject({ statusCode: 200 });
  });

  it.each([undefined, json])('is known to staff too, in each format', async (accept) => {
    const first = await asStaff(ofUnit, { headers: { ...accept } });
    const headers = { ...accept, 'if-none-match': String(first.headers?.['etag']) };
    expect((await asStaff(ofUnit, { headers })).statusCode).toBe(304);
  });
});
