/**
 * The report store as analysts see it: the list, one release in four formats and three languages, conditional and compressed
 * answers, and refusals that tell nothing of what is held back. Releases lie in a table in memory, whose reads are counted.
 */
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import JSONstat from 'jsonstat-toolkit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Release } from '../../shared/domain/releases/release.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, type RequestFacts } from '../support/lambda-invocation.ts';
import { readPx } from '../support/px-file.ts';
import { readableRelease } from '../support/releases.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('REPORTS_TABLE', 'reports');
vi.stubEnv('RELEASES_BUCKET', 'releases');
vi.stubEnv('GROUPS_CLAIM', 'groups');
const { handler } = await import('../../functions/serve-reports/handler.ts');
const { publishRelease } = await import('../../shared/adapters/releases.ts');

let reads = 0;
beforeEach(() => {
  new FakeDynamoDb((call) => {
    reads += 1;
    return call();
  });
});
const publish = (changes: Partial<Release> = {}): Promise<void> =>
  publishRelease({ table: 'reports', bucket: 'releases' }, { ...readableRelease, ...changes });

const claims = { groups: '[analyst]' };
const ask = (period?: string, facts: RequestFacts & { table?: string } = {}) =>
  callHttp(handler, {
    claims,
    path: period === undefined ? '/v1/reports' : '/v1/reports/{table}/{period}',
    ...(period !== undefined && { pathParameters: { table: facts.table ?? 'T2', period } }),
    ...facts,
  });
const accepting = (accept: string): RequestFacts => ({ headers: { accept } });
const titleIn = (body: string): string => (JSON.parse(body) as { title: { en: string } }).title.en;

describe('the list', () => {
  it('is empty before anything is out', async () => {
    expect(JSON.parse((await ask()).body)).toEqual({ releases: [] });
  });

  it('names each release once, with its latest revision, and is one read', async () => {
    await publish();
    await publish({ table: 'T4', period: '2026-01' });
    await publish({ revision: 2, releasedOn: '2026-05-02', correction: 'Miscounted.' });
    reads = 0;
    const answer = await ask();
    expect(reads).toBe(1);
    expect(JSON.parse(answer.body)).toEqual({
      releases: [
        {
          ...{ table: 'T4', period: '2026-01', revision: 1, releasedOn: '2026-04-01' },
          href: '/v1/reports/T4/2026-01',
        },
        {
          ...{ table: 'T2', period: '2026-Q1', revision: 2, releasedOn: '2026-05-02' },
          href: '/v1/reports/T2/2026-Q1',
        },
      ],
    });
  });
});

const types = {
  json: 'application/json',
  'json-stat': 'application/json-stat+json',
  csv: 'text/csv; charset=utf-8',
  px: 'text/x-pcaxis; charset=utf-8',
} as const;

describe('a release', () => {
  beforeEach(() => publish());

  it('is JSON as it was released', async () => {
    const answer = await ask('2026-Q1');
    expect(answer.headers).toMatchObject({
      ...{ 'content-type': 'application/json', 'cache-control': 'private, max-age=3600' },
      vary: 'accept, accept-encoding',
    });
    expect(JSON.parse(answer.body)).toEqual(readableRelease);
  });

  it.each([
    ...(['json', 'json-stat', 'csv', 'px'] as const).map(
      (format) => [`2026-Q1.${format}`, undefined, format] as const,
    ),
    ['2026-Q1', 'text/csv', 'csv'],
    ['2026-Q1', 'TEXT/CSV; header=present', 'csv'],
    ['2026-Q1', 'text/x-pcaxis', 'px'],
    ['2026-Q1', 'application/json-stat+json', 'json-stat'],
    ['2026-Q1', 'application/json-stat', 'json-stat'],
    ['2026-Q1', 'application/json', 'json'],
    ['2026-Q1', '', 'json'],
    ['2026-Q1', '*/*', 'json'],
    ['2026-Q1', 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', 'json'],
    ['2026-Q1', 'text/*', 'csv'],
    ['2026-Q1', 'text/csv;q=0.5, application/json;q=0.4', 'csv'],
    ['2026-Q1', 'text/csv; q=0.4, text/x-pcaxis; q=0.9, image/png', 'px'],
    ['2026-Q1', 'application/json;q=0, */*', 'json-stat'],
    ['2026-Q1', 'application/json;q=0, application/*;q=0.1, text/*;q=0.10', 'json-stat'],
    ['2026-Q1.px', 'application/json', 'px'],
    ['2026-Q1.json', 'image/png', 'json'],
  ] as const)('%s accepting %j comes as %3$s', async (period, accept, format) => {
    const answer = await ask(period, accept === undefined ? {} : accepting(accept));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers?.['content-type']).toBe(types[format]);
    expect(answer.headers?.['vary']).toBe(
      period === '2026-Q1' ? 'accept, accept-encoding' : 'accept-encoding',
    );
    expect(answer.headers?.['content-disposition']).toBe(
      format === 'csv' || format === 'px' ? `attachment; filename="kuultu-T2-2026-Q1.${format}"` : undefined,
    );
  });

  it.each(['image/png', 'application/vnd.ms-excel', 'text/csv;q=0', '*/*;q=0', 'text/csv+x'])(
    'is not there as %s',
    async (accept) => {
      const answer = await ask('2026-Q1', accepting(accept));
      expect(answer.statusCode).toBe(406);
      expect(JSON.parse(answer.body)).toMatchObject({
        title: 'This can be had as application/json, application/json-stat+json, text/csv, text/x-pcaxis.',
      });
    },
  );

  it('has the same numbers in every format', async () => {
    const place = { region: 'north', role: 'parent', item: 'recommend' };
    const [csv, stat, px] = await Promise.all(
      ['csv', 'json-stat', 'px'].map(async (format) => (await ask(`2026-Q1.${format}`)).body),
    );
    const [row] = parse<Record<string, string>>(csv ?? '', { bom: true, delimiter: ';', columns: true });
    expect(row).toMatchObject({ ...place, mean: '7.6', responses: '20', meanFrom: '' });
    const dataset = JSONstat(JSON.parse(stat ?? '') as object);
    const file = readPx(Buffer.from(px ?? ''));
    for (const [figure, value] of [
      ['mean', 7.6],
      ['responses', 20],
      ['meanFrom', null],
    ] as const) {
      expect(dataset.Data({ ...place, period: '2026-Q1', figure })?.value).toBe(value);
      expect(file.number({ ...place, period: '2026Q1', figure })).toBe(value);
    }
  });

  it.each([
    [{}, 'Pohjoinen', '7.6'],
    [{ language: 'fi' }, 'Pohjoinen', '7,6'],
    [{ language: 'sv' }, 'Norra', '7,6'],
    [{ language: 'en' }, 'North', '7.6'],
    [{ language: 'en', decimal: 'comma' }, 'North', '7,6'],
    [{ language: 'fi', decimal: 'point' }, 'Pohjoinen', '7.6'],
  ])('is CSV as %j asks', async (query: Record<string, string>, region, mean) => {
    const { body } = await ask('2026-Q1.csv', { query });
    expect(body.split('\r\n')[1]).toContain(`;${region};`);
    expect(body.split('\r\n')[1]).toContain(`;${mean};`);
  });

  it('is JSON-stat and PX in the language that is asked for', async () => {
    const query = { language: 'sv' };
    const stat = JSON.parse((await ask('2026-Q1.json-stat', { query })).body) as { label: string };
    expect(stat.label).toBe('Erfarenheter, 2026-Q1');
    const px = readPx(Buffer.from((await ask('2026-Q1.px', { query })).body));
    expect(px.languages).toEqual(['sv', 'fi', 'en']);
  });

  it.each([
    { language: 'se' },
    { language: 'fi,sv' },
    { decimal: ',' },
    { revision: '0' },
    { revision: '-1' },
    { revision: 'latest' },
    { revision: '1e1' },
  ])('is refused where %j is asked, whatever is there', async (query: Record<string, string>) => {
    const answers = [await ask('2026-Q1', { query }), await ask('2031-Q1', { query })];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400]);
    expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({
      errors: [{ pointer: `/${Object.keys(query)[0] ?? ''}` }],
    });
  });

  it('is one read in any format, however many answers are behind it', async () => {
    await publish({
      table: 'T6',
      cells: readableRelease.cells.map((cell) => ({ ...cell, responses: 1_000_000 })),
    });
    for (const table of ['T2', 'T6'])
      for (const period of ['2026-Q1', '2026-Q1.json-stat', '2026-Q1.csv', '2026-Q1.px']) {
        for (const query of [{}, { revision: '1' }]) {
          reads = 0;
          expect((await ask(period, { table, query })).statusCode).toBe(200);
          expect(reads).toBe(1);
        }
      }
  });
});

describe('a corrected release', () => {
  beforeEach(async () => {
    await publish();
    await publish({ revision: 2, correction: 'Miscounted.', title: { fi: 'B', sv: 'B', en: 'B' } });
  });

  it('is the latest revision, unless an earlier one is asked for', async () => {
    expect(titleIn((await ask('2026-Q1')).body)).toBe('B');
    expect(titleIn((await ask('2026-Q1', { query: { revision: '2' } })).body)).toBe('B');
    const first = await ask('2026-Q1', { query: { revision: '1' } });
    expect(titleIn(first.body)).toBe('Experiences');
    expect(first.headers?.['cache-control']).toBe('private, max-age=2592000');
  });

  it('says in the exports why it was corrected', async () => {
    const px = readPx(Buffer.from((await ask('2026-Q1.px')).body));
    expect(px.text('NOTE', 'en')).toContain('(Corrected release: Miscounted.)');
  });
});

describe('an answer that the caller has already', () => {
  beforeEach(() => publish());
  const paths = ['2026-Q1', '2026-Q1.json-stat', '2026-Q1.csv', '2026-Q1.px'];

  it('is not sent again, in any format', async () => {
    for (const path of paths) {
      const first = await ask(path);
      const etag = String(first.headers?.['etag']);
      expect(etag).toMatch(/^"[\w-]{43}"$/);
      for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await ask(path, { headers: { 'if-none-match': held } });
        expect(again).toEqual({
          statusCode: 304,
          headers: {
            ...{ etag, 'cache-control': first.headers?.['cache-control'], vary: first.headers?.['vary'] },
          },
        });
      }
      expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
    }
  });

  it('has a tag of its own in every format, language and encoding, where they differ', async () => {
    const answers = await Promise.all([
      ...paths.map((path) => ask(path)),
      ...paths.map((path) => ask(path, { headers: { 'accept-encoding': 'gzip' } })),
      ...paths.slice(1).map((path) => ask(path, { query: { language: 'sv' } })),
      ask('2026-Q1.csv', { query: { language: 'sv', decimal: 'point' } }),
    ]);
    expect(new Set(answers.map(({ headers }) => headers?.['etag'])).size).toBe(answers.length);
  });

  it('has the same tag by suffix and by what is accepted', async () => {
    const [named, accepted] = [await ask('2026-Q1.csv'), await ask('2026-Q1', accepting('text/csv'))];
    expect(named.headers?.['etag']).toBe(accepted.headers?.['etag']);
    expect(named.body).toBe(accepted.body);
  });

  it('is sent anew once it was corrected', async () => {
    const etag = String((await ask('2026-Q1')).headers?.['etag']);
    await publish({ revision: 2, correction: 'Miscounted.' });
    expect((await ask('2026-Q1', { headers: { 'if-none-match': etag } })).statusCode).toBe(200);
  });
});

describe('compression', () => {
  beforeEach(() => publish());
  const gzip = { headers: { 'accept-encoding': 'br, gzip;q=0.8' } };

  it.each(['2026-Q1', '2026-Q1.json-stat', '2026-Q1.csv', '2026-Q1.px'])(
    'gives the same bytes: %s',
    async (path) => {
      const [plain, compressed] = [await ask(path), await ask(path, gzip)];
      expect(compressed).toMatchObject({ isBase64Encoded: true, headers: { 'content-encoding': 'gzip' } });
      expect(gunzipSync(Buffer.from(compressed.body, 'base64')).toString()).toBe(plain.body);
      expect(plain.headers?.['content-encoding']).toBeUndefined();
    },
  );

  it.each(['identity', 'br', 'gzip;q=0', '', '*;q=0'])(
    'is left where a caller takes %j',
    async (encoding) => {
      const answer = await ask('2026-Q1', { headers: { 'accept-encoding': encoding } });
      expect(answer.isBase64Encoded).toBeUndefined();
    },
  );

  it('is demanded of whoever asks for more than Lambda can answer', async () => {
    const large = 'x'.repeat(2_000_000);
    await publish({ table: 'T8', notes: [{ fi: large, sv: large, en: large }] });
    const refused = await ask('2026-Q1', { table: 'T8' });
    expect(refused.statusCode).toBe(406);
    expect(JSON.parse(refused.body)).toMatchObject({
      title: 'This is too large to be sent as it is. Say with Accept-Encoding that you take gzip.',
    });
    expect((await ask('2026-Q1', { table: 'T8', ...gzip })).statusCode).toBe(200);
  });
});

describe('what is not there', () => {
  it.each([
    ['T1', '2026-Q1'],
    ['T2', '2026-Q2'],
    ['T2', '2026-Q2.csv'],
    ['T2', '2026-Q2.px'],
    ['T2', '2026-01'],
    ['T9', '2026-Q1'],
    ['T9', '2026-Q1.px'],
    ['t2', '2026-Q1'],
    ['C1', '2026-Q1'],
    ['T2', '2026-Q5'],
    ['T2', '2026-13'],
    ['T2', 'now'],
    ['T2', ''],
    ['T2', '2026-Q1.xlsx'],
    ['T2', '2026-Q1.'],
    ['T2', '2026-Q1.csv.csv'],
    ['T2', '.csv'],
    ['T2', '2026-Q1.CSV'],
    ['T2', '2026-Q1 '],
    ['constructor', '2026-Q1'],
  ])('is answered the same, to the byte: %s %s', async (table, period) => {
    await publish();
    const never = await ask('2031-Q1');
    expect(never).toEqual({
      statusCode: 404,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
      body: '{"type":"about:blank","title":"There is no such release.","status":404}',
    });
    expect(await ask(period, { table })).toEqual(never);
    expect(
      await ask(period, { table, headers: { 'if-none-match': '*', 'accept-encoding': 'gzip' } }),
    ).toEqual(never);
  });

  it('is answered the same for a revision that never was', async () => {
    await publish();
    const query = { revision: '2' };
    expect(await ask('2026-Q1', { query })).toEqual(await ask('2031-Q1', { query }));
  });
});

describe('a release that shows nothing', () => {
  it.each(['2026-Q1', '2026-Q1.json-stat', '2026-Q1.csv', '2026-Q1.px'])(
    'is a document: %s',
    async (path) => {
      await publish({ cells: [], labels: {} });
      const answer = await ask(path);
      expect(answer.statusCode).toBe(200);
      if (path.endsWith('px')) expect(readPx(Buffer.from(answer.body)).size).toBe(22);
      if (path.endsWith('csv')) expect(answer.body.split('\r\n')).toHaveLength(2);
    },
  );

  it('looks the same whatever its release knows of what is held back', async () => {
    await publish({ cells: [], labels: {} });
    await publish({ table: 'T2', period: '2026-Q2', cells: [] });
    for (const format of ['json-stat', 'csv', 'px']) {
      const [one, other] = [await ask(`2026-Q1.${format}`), await ask(`2026-Q2.${format}`)];
      const undated = (body: string): string => body.replaceAll(/2026-?Q[12]|20261|20262/g, '');
      expect(undated(other.body)).toBe(undated(one.body));
    }
  });
});

describe('comments', () => {
  const comments: Partial<Release> = {
    ...{ table: 'C1', dimensions: ['region'], labels: {} },
    cells: [{ region: 'north', comment: 'Hyvä' }],
  };

  it('are words, and no numbers', async () => {
    await publish(comments);
    expect((await ask('2026-Q1.csv', { table: 'C1' })).body).toContain('2026-Q1;north;north;Hyvä\r\n');
    expect((await ask('2026-Q1', { table: 'C1' })).statusCode).toBe(200);
  });

  it('are refused as a table of numbers, whether they are there or not', async () => {
    const refused = await ask('2026-Q1.px', { table: 'C1' });
    expect(refused.statusCode).toBe(406);
    await publish(comments);
    expect(await ask('2026-Q1.px', { table: 'C1' })).toEqual(refused);
    const accept = { table: 'C1', ...accepting('application/json-stat+json') };
    expect((await ask('2026-Q1', accept)).statusCode).toBe(406);
  });
});
