/**
 * "You said, we did" as administrators save it: for whom and for which quarters, what has to be said of the version that
 * is replaced, what is refused and at which field, and what is remembered of it. The handler runs whole, on a table in
 * memory.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { readAudit } from '../../shared/adapters/audit.ts';
import { heardReader } from '../../shared/adapters/heard.ts';
import { saveUnit } from '../../shared/adapters/settings.ts';
import { organisation, pairs, unitName } from '../support/digest-releases.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, collectLog } from '../support/lambda-invocation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SETTINGS_TABLE: 'settings',
  GROUPS_CLAIM: 'cognito:groups',
})) {
  vi.stubEnv(name, value);
}
const { handler } = await import('../../functions/manage-actions/handler.ts');

let dynamodb: FakeDynamoDb;
beforeEach(async () => {
  dynamodb = new FakeDynamoDb();
  vi.setSystemTime('2026-04-20T10:00:00+03:00');
  const unit = { id: 'u-1', name: unitName, region: 'north', organisation, public: false, confirmed: true };
  await saveUnit('settings', unit, { by: 'ann', at: Date.now() });
});

const path = '/v1/actions/{kind}/{id}/{period}';
const ofUnit = { kind: 'units', id: 'u-1', period: '2026-Q1' };
const ofRegion = { kind: 'regions', id: 'north', period: '2026-Q1' };
const ofOrganisation = { kind: 'organisations', id: organisation, period: '2026-Q1' };

type Facts = { readonly headers?: Record<string, string>; readonly groups?: string };
const claims = (groups = '[admin]') => ({ claims: { sub: 'bo', 'cognito:groups': groups } });

const put = async (
  pathParameters: Record<string, string>,
  body: unknown,
  { headers = {}, groups }: Facts = {},
) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const facts = { method: 'PUT', path, pathParameters, body: text, headers, ...claims(groups) };
  const answer = await callHttp(handler, facts);
  return {
    status: answer.statusCode,
    etag: answer.headers?.['etag'],
    body: JSON.parse(answer.body) as unknown,
  };
};
const list = async (period: string | undefined, groups?: string) => {
  const query = period === undefined ? {} : { period };
  const answer = await callHttp(handler, { path: '/v1/actions', query, ...claims(groups) });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as unknown };
};
const saved = () => dynamodb.items('settings').filter(({ pk }) => String(pk).startsWith('ACTIONS#'));
const pointersIn = (body: unknown): string[] =>
  z
    .object({ errors: z.array(z.object({ pointer: z.string() })) })
    .parse(body)
    .errors.map(({ pointer }) => pointer);

describe('an administrator', () => {
  it('saves what a unit and an organisation answer, and sees all of the quarter', async () => {
    const first = { ...ofUnit, version: 1, pairs };
    expect(await put(ofUnit, { pairs })).toEqual({ status: 201, etag: '"1"', body: first });
    const second = { ...ofOrganisation, version: 1, pairs: [] };
    expect(await put(ofOrganisation, { pairs: [] }, { headers: { 'if-none-match': '*' } })).toMatchObject({
      status: 201,
      body: second,
    });
    expect(await list('2026-Q1')).toEqual({
      status: 200,
      body: { period: '2026-Q1', actions: [second, first] },
    });
    expect(await list('2025-Q4')).toEqual({ status: 200, body: { period: '2025-Q4', actions: [] } });
  });

  it('replaces what is there by its version, and the change is on record', async () => {
    await put(ofUnit, { pairs });
    const less = { pairs: pairs.slice(0, 1) };
    vi.setSystemTime('2026-04-21T10:00:00+03:00');
    expect(await put(ofUnit, less, { headers: { 'if-match': '"1"' } })).toEqual({
      status: 200,
      etag: '"2"',
      body: { ...ofUnit, version: 2, ...less },
    });
    const [change] = await readAudit('settings', '2026-04');
    expect(change).toEqual({
      ...{ at: '2026-04-21T07:00:00.000Z', by: 'bo', kind: 'actions', id: 'units/u-1/2026-Q1' },
      ...{ fromVersion: 1, toVersion: 2, changed: ['pairs'] },
    });
  });

  it.each<[string, Record<string, string>, number]>([
    ['nothing', {}, 428],
    ['an older version', { 'if-match': '"1"' }, 412],
    ['that there is none', { 'if-none-match': '*' }, 412],
    ['any version', { 'if-match': '*' }, 200],
  ])('has to say what is replaced: %s', async (_, headers, status) => {
    await put(ofUnit, { pairs });
    await put(ofUnit, { pairs: [] }, { headers: { 'if-match': '"1"' } });
    expect((await put(ofUnit, { pairs }, { headers })).status).toBe(status);
    expect(saved()).toMatchObject([{ version: status === 200 ? 3 : 2 }]);
  });

  it('is told where somebody else saves at the same moment', async () => {
    await put(ofUnit, { pairs });
    const headers = { 'if-match': '"1"' };
    const both = await Promise.all([
      put(ofUnit, { pairs: [] }, { headers }),
      put(ofUnit, { pairs }, { headers }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
});

/** The same words on both sides, in these languages. */
const pairIn = (...spoken: string[]) => {
  const saying = Object.fromEntries(spoken.map((language) => [language, `Sanat, ${language}.`]));
  return { said: saying, did: saying };
};
const unitSelko = ['/pairs/0/said/fi-x-selko', '/pairs/0/did/fi-x-selko'];
const selko = ['/pairs/0/said', '/pairs/0/did'];

describe('of a region', () => {
  const heard = async () => heardReader('settings')(Date.now());
  /** A moment after which an instance has forgotten what it read. */
  const later = (): void => void vi.setSystemTime(Date.now() + 10 * 60_000);

  it('what is saved is told to whoever answers there, the newest quarter that says something', async () => {
    const [last, before] = [ofRegion, { ...ofRegion, period: '2025-Q4' }];
    expect((await put(before, { pairs: [pairIn('fi', 'fi-x-selko')] })).status).toBe(201);
    const told = { region: 'north', period: '2025-Q4', pairs: [pairIn('fi', 'fi-x-selko')] };
    later();
    expect(await heard()).toEqual([told]);
    await put(last, { pairs: [pairIn('sv')] });
    later();
    expect(await heard()).toEqual([{ ...told, period: '2026-Q1', pairs: [pairIn('sv')] }]);
    // Taken back, it leaves the place to the one before; and that is too old after a year.
    await put(last, { pairs: [] }, { headers: { 'if-match': '"1"' } });
    later();
    expect(await heard()).toEqual([told]);
    vi.setSystemTime('2026-12-31T23:00:00+02:00');
    expect(await heard()).toEqual([told]);
    vi.setSystemTime('2027-01-01T01:00:00+02:00');
    expect(await heard()).toEqual([]);
    expect((await readAudit('settings', '2026-04')).map(({ id }) => id)).toContain('regions/north/2026-Q1');
  });

  it('two regions that are saved at the same moment are both told of', async () => {
    const unit = { id: 'u-2', name: unitName, region: 'east', organisation, public: false, confirmed: true };
    await saveUnit('settings', unit, { by: 'ann', at: Date.now() });
    const body = { pairs: [pairIn('fi')] };
    await Promise.all([put(ofRegion, body), put({ ...ofRegion, id: 'east' }, body)]);
    later();
    expect((await heard()).map(({ region }) => region)).toEqual(['east', 'north']);
  });

  it.each<[string, unknown[], string[]]>([
    ['three pairs', [pairIn('fi'), pairIn('fi'), pairIn('fi')], ['/pairs']],
    ['a long text', [{ said: { fi: 'x'.repeat(201) }, did: { fi: 'x' } }], ['/pairs/0/said/fi']],
    ['plain Finnish alone', [pairIn('fi-x-selko')], selko],
    ['other languages on either side', [{ said: { fi: 'x' }, did: { sv: 'x' } }], ['/pairs/0/did']],
    ['an identity code', [{ said: { fi: '131052-308T' }, did: { fi: 'x' } }], ['/pairs/0/said/fi']],
  ])('%s are refused, at the field', async (_, list, pointers) => {
    const answer = await put(ofRegion, { pairs: list });
    expect([answer.status, pointersIn(answer.body)]).toEqual([400, pointers]);
    expect(saved()).toEqual([]);
    expect(await heard()).toEqual([]);
  });
});

describe('nothing is saved', () => {
  it.each([
    ['a unit that there is not', { ...ofUnit, id: 'u-9' }],
    ['an organisation without units', { ...ofOrganisation, id: 'Nobody' }],
    ['a region without units', { ...ofRegion, id: 'south' }],
    ['a region whose quarter is not over', { ...ofRegion, period: '2026-Q2' }],
    ['another kind', { ...ofUnit, kind: 'workers' }],
    ['several together', { ...ofOrganisation, id: '(other)' }],
    ['a month', { ...ofUnit, period: '2026-03' }],
    ['a quarter that has not begun', { ...ofUnit, period: '2026-Q3' }],
  ])('for %s', async (_, pathParameters) => {
    expect((await put(pathParameters, { pairs })).status).toBe(404);
    expect(saved()).toEqual([]);
  });

  it('of a text with an identity code, whose field is named and which is repeated nowhere', async () => {
    const code = '131052-308T';
    const log = collectLog();
    const said = { fi: `Asiakas ${code} sanoi` };
    const { status, body } = await put(ofUnit, { pairs: [{ said, did: { fi: 'Kiitos.' } }] });
    expect(status).toBe(400);
    expect(pointersIn(body)).toEqual(['/pairs/0/said/fi']);
    expect(JSON.stringify(body) + log.text()).not.toContain(code);
    expect(saved()).toEqual([]);
  });

  it.each<[string, unknown, number, string[]]>([
    ['without a list', {}, 400, ['/pairs']],
    ['with a field that there is not', { pairs, note: 'x' }, 400, ['/note']],
    ['in no language', { pairs: [{ said: {}, did: { fi: 'x' } }] }, 400, ['/pairs/0/said']],
    ['that is no JSON', '{', 400, ['']],
    ['in plain Finnish, which digests do not have', { pairs: [pairIn('fi', 'fi-x-selko')] }, 400, unitSelko],
    ['that is far too large', JSON.stringify({ pairs: ['x'.repeat(70_000)] }), 413, []],
  ])('%s', async (_, body, status, pointers) => {
    const answer = await put(ofUnit, body);
    expect(answer.status).toBe(status);
    if (pointers.length > 0) expect(pointersIn(answer.body)).toEqual(pointers);
    expect(saved()).toEqual([]);
  });

  it('by an analyst, who sees none either', async () => {
    expect((await put(ofUnit, { pairs }, { groups: '[analyst]' })).status).toBe(403);
    expect((await list('2026-Q1', '[analyst]')).status).toBe(403);
    expect(saved()).toEqual([]);
  });
});

it.each([undefined, '2026-03', 'now'])('a list is of a quarter, and not of %j', async (period) => {
  const { status, body } = await list(period);
  expect(status).toBe(400);
  expect(pointersIn(body)).toEqual(['/period']);
});
