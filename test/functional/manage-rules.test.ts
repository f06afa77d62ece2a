/**
 * Stage rules as administrators see and save them: what has to be said of the version that is replaced, what is refused
 * and at which field, what two who save at once are told, and what is remembered of it. The handler runs whole, on a
 * table in memory.
 */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { defaultRules } from '../../shared/domain/rules/default-rules.ts';
import type { RuleDraft } from '../../shared/domain/rules/rule.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, type RequestFacts } from '../support/lambda-invocation.ts';
import { draftOf, newDraft, shippedRule } from '../support/rules.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SETTINGS_TABLE: 'settings',
  GROUPS_CLAIM: 'cognito:groups',
})) {
  vi.stubEnv(name, value);
}
const { handler } = await import('../../functions/manage-rules/handler.ts');
const { handler: manageUnits } = await import('../../functions/manage-units/handler.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
  vi.setSystemTime('2026-03-02T10:00:00+02:00');
});

type Answer = { status: number; etag: unknown; body: Record<string, unknown> };

const answer = ({ statusCode = 0, headers, body = '' }: APIGatewayProxyStructuredResultV2): Answer => ({
  status: statusCode,
  etag: headers?.['etag'],
  body: z.record(z.string(), z.unknown()).parse(JSON.parse(body)),
});

const call = async (method: string, path: string, facts: RequestFacts = {}, sub = 'ann'): Promise<Answer> =>
  answer(await callHttp(handler, { claims: { sub, 'cognito:groups': '[admin]' }, method, path, ...facts }));

const get = (id: string) => call('GET', '/v1/rules/{id}', { pathParameters: { id } });
const put = (id: string, body: unknown, headers: Record<string, string> = {}, sub = 'ann') =>
  call('PUT', '/v1/rules/{id}', { pathParameters: { id }, body: JSON.stringify(body), headers }, sub);
const versionsOf = (id: string) => call('GET', '/v1/rules/{id}/versions', { pathParameters: { id } });
const audit = (query: Record<string, string> = {}) => call('GET', '/v1/audit', { query });

const meeting = draftOf(shippedRule('plan-meeting-held'));
const pointersIn = ({ body }: Answer): unknown[] =>
  z
    .array(z.looseObject({ pointer: z.string() }))
    .parse(body['errors'])
    .map(({ pointer }) => pointer);

describe('an administrator', () => {
  it('sees the rules in force', async () => {
    expect(await call('GET', '/v1/rules')).toMatchObject({ status: 200, body: { rules: defaultRules } });
    expect(await get('service-ended')).toEqual({
      status: 200,
      etag: '"1"',
      body: shippedRule('service-ended'),
    });
  });

  it.each(['weather', 'replay', 'replays', 'Not An Id', '', 'x'.repeat(3000)])(
    'finds no rule named %j',
    async (id) => {
      expect((await get(id)).status).toBe(404);
      expect((await versionsOf(id)).status).toBe(404);
    },
  );

  it('edits what a GET said, puts it back, and again what the PUT answered', async () => {
    const { body, etag } = await get('plan-meeting-held');
    const saved = await put('plan-meeting-held', { ...body, delayDays: 3 }, { 'if-match': String(etag) });
    expect(saved).toEqual({
      status: 200,
      etag: '"2"',
      body: { ...meeting, delayDays: 3, version: 2, warnings: [] },
    });
    const stamped = { ...saved.body, savedAt: '2026-01-01T00:00:00Z', savedBy: 'nobody', priority: 80 };
    const again = await put('plan-meeting-held', stamped, { 'if-match': '"2"' });
    expect(again).toMatchObject({ status: 200, etag: '"3"', body: { version: 3 } });
    expect(again.body['warnings']).toMatchObject([{ pointer: '/priority', rule: 'placement-ended' }]);
    // The warnings are an answer to a save, not a part of the rule.
    expect((await get('plan-meeting-held')).body).toEqual({
      ...meeting,
      delayDays: 3,
      priority: 80,
      version: 3,
    });
  });

  it.each<[string, Record<string, string>]>([
    ['without a header', {}],
    ['with If-None-Match', { 'if-none-match': '*' }],
  ])('makes a new rule %s', async (_, headers) => {
    expect(await put('plan-reviewed', newDraft(), headers)).toMatchObject({ status: 201, etag: '"1"' });
    expect((await get('plan-reviewed')).body).toEqual({ ...newDraft(), version: 1 });
  });

  it('sees every version, the latest first', async () => {
    await put('plan-meeting-held', { ...meeting, delayDays: 3 }, { 'if-match': '"1"' }, 'bo');
    const { body, status } = await versionsOf('plan-meeting-held');
    expect(status).toBe(200);
    expect(body).toEqual({
      versions: [
        {
          version: 2,
          savedAt: '2026-03-02T08:00:00.000Z',
          savedBy: 'bo',
          changed: ['delayDays'],
          rule: { ...meeting, delayDays: 3, version: 2 },
        },
        { version: 1, savedAt: null, savedBy: null, changed: [], rule: { ...meeting, version: 1 } },
      ],
    });
  });
});

describe('saving a rule that there is', () => {
  beforeEach(async () => {
    await put('plan-meeting-held', { ...meeting, delayDays: 2 }, { 'if-match': '"1"' });
  });
  const change = { ...meeting, delayDays: 9 };

  it.each<[string, Record<string, string>, number]>([
    ['its version', { 'if-match': '"2"' }, 200],
    ['a list with its version', { 'if-match': '"1" , "2","7"' }, 200],
    ['any version', { 'if-match': '*' }, 200],
    ['nothing', {}, 428],
    ['an older version', { 'if-match': '"1"' }, 412],
    ['a version that is not out yet', { 'if-match': '"3"' }, 412],
    ['its version as a weak tag', { 'if-match': 'W/"2"' }, 412],
    ['a list of weak tags and older versions', { 'if-match': 'W/"2", "1"' }, 412],
    ['that it is new', { 'if-none-match': '*' }, 412],
    ['a tag without quotes', { 'if-match': '2' }, 400],
    ['half a tag', { 'if-match': '"2' }, 400],
    ['no tag at all', { 'if-match': '' }, 400],
    ['that it is no such version', { 'if-none-match': '"1"' }, 400],
    ['both', { 'if-match': '"2"', 'if-none-match': '*' }, 400],
  ])('after saying %s', async (_, headers, status) => {
    const before = dynamodb.items('settings');
    expect((await put('plan-meeting-held', change, headers)).status).toBe(status);
    if (status === 200) expect((await get('plan-meeting-held')).body).toEqual({ ...change, version: 3 });
    else expect(dynamodb.items('settings')).toEqual(before);
  });

  it('names the header that is missing, and the version that is in force', async () => {
    expect((await put('plan-meeting-held', change)).body['title']).toContain('If-Match');
    const { body } = await put('plan-meeting-held', change, { 'if-match': '"1"' });
    expect(body['title']).toContain('version 2');
  });
});

it.each(['"1"', '*'])('does not take %s for a rule that there is not', async (tag) => {
  expect((await put('plan-reviewed', newDraft(), { 'if-match': tag })).status).toBe(412);
  expect(dynamodb.items('settings')).toEqual([]);
});

describe('a rule is refused', () => {
  const refused = async (body: unknown): Promise<unknown[]> => {
    const saved = await put('plan-reviewed', body);
    expect(saved.status).toBe(400);
    expect(dynamodb.items('settings')).toEqual([]);
    return pointersIn(saved);
  };
  const draft = newDraft();

  it.each<[string, unknown, string[]]>([
    ['with a field that there is not', { ...draft, sendAt: 'noon', colour: 1 }, ['/sendAt', '/colour']],
    [
      'with such a field deep inside',
      { ...draft, window: { ...draft.window, zone: 'UTC' } },
      ['/window/zone'],
    ],
    ['under another name than the path says', { ...draft, id: 'another' }, ['/id']],
    ['without a field', { ...draft, personCap: undefined }, ['/personCap']],
    [
      'with numbers out of bounds',
      { ...draft, samplePercent: 0, priority: 101 },
      ['/priority', '/samplePercent'],
    ],
    ['as a list', [draft], ['']],
    ['as nothing', null, ['']],
    [
      'that asks nobody, with a form that is not there',
      {
        ...draft,
        youngestAgeBand: '18+',
        audiences: [{ role: 'child', ageBands: ['7-12'], questionSet: 'none' }],
      },
      ['/audiences/0/ageBands', '/audiences/0/questionSet'],
    ],
  ])('%s', async (_, body, pointers) => {
    expect(await refused(body)).toEqual(pointers);
  });

  it.each<[string, Partial<RuleDraft>, string[]]>([
    [
      'after a meeting',
      {
        stage: 'plan-meeting.scheduled',
        audiences: [
          { role: 'guardian', questionSet: 'meeting' },
          { role: 'parent', questionSet: 'family' },
        ],
      },
      ['after a meeting, 5 questions are the most'],
    ],
    [
      'for children',
      {
        audiences: [
          { role: 'young-person', questionSet: 'young-person' },
          { role: 'child', ageBands: ['7-12'], questionSet: 'family' },
        ],
      },
      ['children are asked 3 to 5 questions', 'a form for children has faces only'],
    ],
  ])('with a form that is not one %s, unless it is turned off', async (_, changes, details) => {
    const saved = await put('plan-reviewed', newDraft(changes));
    const findings = details.map((detail) => ({ pointer: '/audiences/1/questionSet', detail }));
    expect(saved).toMatchObject({ status: 400, body: { errors: findings } });
    expect(dynamodb.items('settings')).toEqual([]);
    const off = await put('plan-reviewed', newDraft({ ...changes, enabled: false }));
    expect(off).toMatchObject({
      status: 201,
      body: { warnings: expect.arrayContaining(findings) as unknown },
    });
  });

  it('for a stage at which another asks, which is named', async () => {
    const saved = await put('plan-reviewed', newDraft({ stage: 'service.ended' }));
    expect(saved).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/stage', rule: 'service-ended' }] },
    });
  });

  it.each(['Plan Reviewed', 'replays'])('under the name %s, which no rule can have', async (id) => {
    expect((await put(id, { ...draft, id })).status).toBe(404);
  });

  it.each<[string, string, number]>([
    ['where it is no JSON', '{"id": "plan-reviewed",', 400],
    ['where there is no body', '', 400],
    ['where it is a very deep document', '['.repeat(30_000), 400],
    ['where it is far too large', JSON.stringify({ ...draft, id: 'x'.repeat(70_000) }), 413],
  ])('%s', async (_, body, status) => {
    const facts = { pathParameters: { id: 'plan-reviewed' }, body };
    expect((await call('PUT', '/v1/rules/{id}', facts)).status).toBe(status);
    expect(dynamodb.items('settings')).toEqual([]);
  });

  it('where the token does not say who saves it', async () => {
    const facts = { pathParameters: { id: 'plan-reviewed' }, body: JSON.stringify(draft) };
    const claims = { 'cognito:groups': '[admin]' };
    expect((await call('PUT', '/v1/rules/{id}', { ...facts, claims })).status).toBe(403);
    expect(dynamodb.items('settings')).toEqual([]);
  });
});

it('is warned of where a form speaks to others than those who are asked with it', async () => {
  const audiences = [
    { role: 'county-worker' as const, questionSet: 'county-worker' },
    { role: 'parent' as const, questionSet: 'county-worker' },
  ];
  const saved = await put('plan-reviewed', newDraft({ audiences }));
  expect(saved).toMatchObject({
    status: 201,
    body: {
      warnings: [
        {
          pointer: '/audiences/1/questionSet',
          detail: expect.stringContaining('which speaks to `worker`') as unknown,
        },
      ],
    },
  });
});

it.each(defaultRules)('has nothing to say of a shipped rule and its forms: $id', async (rule) => {
  const saved = await put(rule.id, { ...rule, enabled: true }, { 'if-match': '*' });
  expect(saved).toMatchObject({ status: 200, body: { warnings: [] } });
});

describe('two administrators who save at once', () => {
  it('the same rule: one has saved, the other is told of it', async () => {
    const saves = await Promise.all([
      put('plan-meeting-held', { ...meeting, delayDays: 4 }, { 'if-match': '"1"' }, 'ann'),
      put('plan-meeting-held', { ...meeting, delayDays: 5 }, { 'if-match': '"1"' }, 'bo'),
    ]);
    expect(saves.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const winner = saves.find(({ status }) => status === 200);
    expect((await get('plan-meeting-held')).body['delayDays']).toBe(winner?.body['delayDays']);
    expect((await audit()).body['entries']).toHaveLength(1);
  });

  it('different rules: both have saved, also where nothing was ever saved before', async () => {
    const other = draftOf(shippedRule('service-ended'));
    const saves = await Promise.all([
      put('plan-meeting-held', { ...meeting, delayDays: 4 }, { 'if-match': '"1"' }, 'ann'),
      put('service-ended', { ...other, delayDays: 5 }, { 'if-match': '"1"' }, 'bo'),
      put('plan-reviewed', newDraft(), {}, 'cai'),
    ]);
    expect(saves.map(({ status }) => status)).toEqual([200, 200, 201]);
    expect((await get('plan-meeting-held')).body).toMatchObject({ delayDays: 4, version: 2 });
    expect((await get('service-ended')).body).toMatchObject({ delayDays: 5, version: 2 });
    expect((await get('plan-reviewed')).body).toMatchObject({ version: 1 });
    expect((await audit()).body['entries']).toHaveLength(3);
  });

  it('a new rule of one name: the second does not overwrite the first', async () => {
    const saves = await Promise.all([put('plan-reviewed', newDraft()), put('plan-reviewed', newDraft())]);
    expect(saves.map(({ status }) => status).toSorted()).toEqual([201, 428]);
  });

  it('two rules for one stage: the second is checked beside the first, and refused', async () => {
    const saves = await Promise.all([
      put('plan-reviewed', newDraft()),
      put('plan-reviewed-too', newDraft({ id: 'plan-reviewed-too', priority: 21 })),
    ]);
    expect(saves.map(({ status }) => status).toSorted()).toEqual([201, 400]);
    const second = saves.find(({ status }) => status === 400);
    expect(second?.body).toMatchObject({ errors: [{ pointer: '/stage' }] });
  });

  it('a rule, and the withdrawal of the form that it names: it is checked again, and refused', async () => {
    let isWithdrawn = false;
    dynamodb = new FakeDynamoDb((callNow, kind) => {
      if (!isWithdrawn && kind === 'transaction') {
        isWithdrawn = true;
        const standings = [{ id: 'close-person', published: [], withdrawn: [1] }];
        dynamodb.seed('settings', { pk: 'SURVEYS', sk: 'CURRENT', version: 1, standings });
      }
      return callNow();
    });
    const audiences = [{ role: 'close-person' as const, questionSet: 'close-person' }];
    expect(await put('plan-reviewed', newDraft({ audiences }))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/audiences/0/questionSet' }] },
    });
    expect(dynamodb.items('settings')).toHaveLength(1);
  });

  it('gives up where others never rest, and says so', async () => {
    let version = 1;
    const restless = new FakeDynamoDb((callNow) => {
      version += 1;
      restless.seed('settings', { pk: 'RULES', sk: 'CURRENT', version, rules: defaultRules });
      return callNow();
    });
    expect((await put('plan-reviewed', newDraft())).status).toBe(503);
    expect(restless.items('settings')).toMatchObject([{ pk: 'RULES', rules: defaultRules }]);
  });
});

describe('the audit log', () => {
  it('tells who changed which rule and unit, the latest first, month by month', async () => {
    await put('plan-meeting-held', { ...meeting, enabled: false }, { 'if-match': '"1"' }, 'ann');
    vi.setSystemTime('2026-03-31T23:59:59+03:00');
    const placement = {
      name: { fi: 'a', sv: 'b', en: 'c' },
      region: 'north',
      organisation: 'o',
      public: false,
    };
    const place = (changes: object, sub: string) =>
      callHttp(manageUnits, {
        claims: { sub, 'cognito:groups': '[admin]' },
        method: 'PUT',
        pathParameters: { id: 'u-1' },
        body: JSON.stringify({ ...placement, ...changes }),
      });
    await place({}, 'bo');
    await place({ region: 'south' }, 'cai');
    vi.setSystemTime('2026-04-01T00:00:00+03:00');
    await place({ region: 'east', public: true }, 'dan');

    const { body } = await audit({ month: '2026-03' });
    const unit = { kind: 'unit', id: 'u-1', fromVersion: null, toVersion: null };
    expect(body).toMatchObject({ month: '2026-03' });
    const entries = z.array(z.looseObject({ by: z.string() })).parse(body['entries']);
    // Two changes of one instant have no order.
    expect(entries.slice(0, 2).toSorted((a, b) => (a.by < b.by ? -1 : 1))).toEqual([
      {
        ...unit,
        at: '2026-03-31T20:59:59.000Z',
        by: 'bo',
        changed: ['confirmed', 'id', 'name', 'organisation', 'public', 'region'],
      },
      { ...unit, at: '2026-03-31T20:59:59.000Z', by: 'cai', changed: ['region'] },
    ]);
    expect(entries.slice(2)).toEqual([
      {
        at: '2026-03-02T08:00:00.000Z',
        by: 'ann',
        kind: 'rule',
        id: 'plan-meeting-held',
        fromVersion: 1,
        toVersion: 2,
        changed: ['enabled'],
      },
    ]);
    // Without a month, the present one.
    expect((await audit()).body).toMatchObject({ month: '2026-04', entries: [{ by: 'dan' }] });
  });

  it.each(['2026-13', 'March', ''])('has no month %j', async (month) => {
    expect(pointersIn(await audit({ month }))).toEqual(['/month']);
  });
});

it('answers no route that it does not have', async () => {
  expect((await call('DELETE', '/v1/rules/{id}')).status).toBe(404);
});
