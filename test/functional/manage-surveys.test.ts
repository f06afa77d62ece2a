/**
 * Forms in the hands of administrators: the way from the draft to the version in force and back, what has to be said of the
 * draft that is meant, what is refused and at which field, and what is remembered of it. The handler runs whole, on a table
 * in memory; its answers are held against the API's description.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { readAudit } from '../../shared/adapters/audit.ts';
import { readRuleSet, saveRule } from '../../shared/adapters/rules.ts';
import { asDraft, type Draft } from '../../shared/domain/questions/draft.ts';
import { questionSets } from '../../shared/domain/questions/question-sets.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, type RequestFacts } from '../support/lambda-invocation.ts';
import { newDraft } from '../support/rules.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SETTINGS_TABLE: 'settings',
  WEB_ORIGIN: 'https://palaute.example',
  GROUPS_CLAIM: 'cognito:groups',
})) {
  vi.stubEnv(name, value);
}
const { handler } = await import('../../functions/manage-surveys/handler.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
  vi.setSystemTime('2026-03-02T10:00:00+02:00');
});

const call = async (method: string, path: string, facts: RequestFacts = {}, groups = '[admin]') => {
  const claims = { sub: 'ann', 'cognito:groups': groups };
  const { statusCode, headers, body } = await callHttp(handler, { method, path, claims, ...facts });
  return {
    status: statusCode,
    etag: headers?.['etag'],
    body: z.record(z.string(), z.unknown()).parse(JSON.parse(body)),
  };
};
const list = async () =>
  z
    .array(z.object({ id: z.string(), current: z.int().nullable(), draft: z.int().nullable() }))
    .parse((await call('GET', '/v1/surveys')).body['surveys']);
const get = (id: string) => call('GET', '/v1/surveys/{id}', { pathParameters: { id } });
type Headers = Record<string, string>;
const put = (id: string, draft: unknown, headers: Headers = {}) =>
  call('PUT', '/v1/surveys/{id}', { pathParameters: { id }, body: JSON.stringify(draft), headers });
const publish = (id: string, headers: Headers = { 'if-match': '*' }) =>
  call('POST', '/v1/surveys/{id}/publish', { pathParameters: { id }, headers });
const withdraw = (id: string, version: unknown) =>
  call('POST', '/v1/surveys/{id}/withdraw', { pathParameters: { id }, body: JSON.stringify({ version }) });
const pointersIn = ({ body }: { body: Record<string, unknown> }): string[] =>
  z
    .array(z.looseObject({ pointer: z.string() }))
    .parse(body['errors'])
    .map(({ pointer }) => pointer);

function shipped(id: string): Draft {
  const form = questionSets.find((set) => set.id === id);
  if (form === undefined) throw new Error(`there is no shipped form ${id}`);
  return asDraft(form);
}
const family = { ...shipped('family'), comment: false };

describe('an administrator', () => {
  it('sees every form, and those of the national set that wait for their texts', async () => {
    const forms = await list();
    expect(forms).toContainEqual({ id: 'family', current: 1, draft: null });
    expect(forms).toContainEqual({ id: 'national', current: null, draft: null });
    expect(forms.map(({ id }) => id)).toEqual(forms.map(({ id }) => id).toSorted());
    for (const { id } of forms) expect((await get(id)).status).toBe(200);
  });

  it('begins with the latest version, changes it, publishes it, and sees what is in force', async () => {
    const { body, etag } = await get('family');
    expect(etag).toBeUndefined();
    expect(body).toMatchObject({ current: 1, draft: { version: 0, ...shipped('family') } });
    const draft = z.record(z.string(), z.unknown()).parse(body['draft']);
    const saved = await put('family', { ...draft, comment: false });
    expect(saved).toMatchObject({ status: 201, etag: '"1"', body: { ...family, faults: [], version: 1 } });
    // Until it is published, nobody is asked with it.
    expect((await get('family')).body).toMatchObject({ current: 1, draft: { version: 1, ...family } });
    expect(await publish('family', { 'if-match': '"1"' })).toMatchObject({
      status: 200,
      body: { id: 'family', current: 2, warnings: [] },
    });
    expect((await get('family')).body).toMatchObject({
      current: 2,
      versions: [
        { ...family, version: 2, publishedAt: '2026-03-02T08:00:00.000Z', publishedBy: 'ann' },
        { ...shipped('family'), version: 1, publishedAt: null, publishedBy: null, isWithdrawn: false },
      ],
    });
    expect(await list()).toContainEqual({ id: 'family', current: 2, draft: 1 });
  });

  it('makes a form that there was not', async () => {
    expect((await get('day-care')).status).toBe(404);
    await put('day-care', family, { 'if-none-match': '*' });
    expect(await list()).toContainEqual({ id: 'day-care', current: null, draft: 1 });
    expect((await publish('day-care')).body).toMatchObject({ current: 1 });
  });

  it('leaves on record what they did', async () => {
    await put('family', family);
    await publish('family');
    await withdraw('family', 2);
    const entries = await readAudit('settings', '2026-03');
    const told = entries.map(({ by, kind, id, fromVersion, toVersion, changed, decided = '' }) =>
      [by, kind, id, fromVersion, toVersion, changed.join(), decided].join(' '),
    );
    expect(told.toSorted()).toEqual([
      'ann survey family  1 audience,comment,questions draft',
      'ann survey family 1 2 comment published',
      'ann survey family 2 1  withdrawn',
    ]);
  });
});

describe('of a draft', () => {
  it.each<[string, Headers, number]>([
    ['nothing', {}, 428],
    ['an older version', { 'if-match': '"1"' }, 412],
    ['that there is none', { 'if-none-match': '*' }, 412],
    ['the version', { 'if-match': '"2"' }, 200],
  ])('%s is said, for saving and for publishing', async (_, headers, status) => {
    await put('family', family);
    await put('family', { ...family, questions: family.questions.slice(1) }, { 'if-match': '"1"' });
    expect((await publish('family', headers)).status).toBe(status);
    expect((await put('family', family, headers)).status).toBe(status);
  });

  it('one of two who save at once is told', async () => {
    await put('family', family);
    const both = [family, shipped('family')].map((draft) => put('family', draft, { 'if-match': '"1"' }));
    expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('one can not be published twice', async () => {
    await put('family', family);
    const twice = await Promise.all([publish('family'), publish('family')]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await list()).find(({ id }) => id === 'family')).toMatchObject({ current: 2 });
  });
});

describe('it is not published', () => {
  it('without a draft', async () => {
    expect((await publish('family')).status).toBe(404);
    expect((await publish('No Name')).status).toBe(404);
  });

  it('with an empty slot of the national set', async () => {
    const { body } = await get('national');
    const saved = await put('national', body['draft']);
    expect(saved.status).toBe(201);
    const refused = await publish('national');
    expect(refused.status).toBe(409);
    expect(pointersIn(refused)).toContain('/questions/0/text/fi');
    expect(saved.body['faults']).toEqual(refused.body['errors']);
    expect((await list()).find(({ id }) => id === 'national')).toMatchObject({ current: null });
  });

  it('nor tried, where it was saved before a language or a limit came', async () => {
    await put('own', family);
    const [stored] = dynamodb.items('settings').filter(({ pk }) => pk === 'SURVEY-DRAFTS');
    const text = { fi: 'Minua kuultiin. '.repeat(40).trim(), sv: 'Jag blev hörd.', en: 'I was heard.' };
    const questions = [{ key: 'z-own', scale: 'agreement', text }];
    dynamodb.seed('settings', { ...stored, draft: { questions, comment: true, audience: 'adult' } });
    const pointers = ['/questions/0/text/fi', '/questions/0/text/fi-x-selko'];
    const refusals = [
      await publish('own'),
      await call('POST', '/v1/surveys/{id}/trial', {
        ...{ pathParameters: { id: 'own' }, headers: { 'if-match': '*' } },
      }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([409, 409]);
    expect(refusals.map(pointersIn)).toEqual([pointers, pointers]);
    expect((await get('own')).body).toMatchObject({ draft: { faults: refusals[0]?.body['errors'] } });
  });

  it('with more questions than its rule lets it have, also of a rule that was saved since', async () => {
    await put('own', family);
    const audiences = [{ role: 'parent' as const, questionSet: 'own' }];
    const rule = newDraft({ stage: 'plan-meeting.scheduled', audiences });
    await saveRule('settings', await readRuleSet('settings'), rule, { by: 'bo', at: Date.now() });
    expect(await publish('own')).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/questions', rule: 'plan-reviewed' }] },
    });
  });

  it.each([
    ['a field too many', { ...family, colour: 'red' }, ['/colour']],
    ['no question', { ...family, questions: [] }, ['/questions']],
    ['no JSON object', 'x', ['']],
  ])('nor saved, with %s', async (_, draft, pointers) => {
    const refused = await put('family', draft);
    expect(refused.status).toBe(400);
    expect(pointersIn(refused)).toEqual(pointers);
    expect(dynamodb.items('settings')).toEqual([]);
  });

  it('nor saved, with more than any form holds', async () => {
    expect((await put('family', { ...family, colour: 'x'.repeat(70_000) })).status).toBe(413);
  });
});

describe('a version', () => {
  beforeEach(async () => {
    await put('family', family);
    await publish('family');
  });

  it('is withdrawn, and the one before it takes its place', async () => {
    const withdrawn = await withdraw('family', 2);
    expect(withdrawn).toMatchObject({
      status: 200,
      body: { current: 1, warnings: [{ pointer: '/version' }] },
    });
    expect((await get('family')).body).toMatchObject({
      current: 1,
      versions: [
        { version: 2, isWithdrawn: true, ...family },
        { version: 1, isWithdrawn: false },
      ],
    });
    const items = dynamodb.items('settings');
    expect(await withdraw('family', 2)).toMatchObject({ status: 200, body: { current: 1, warnings: [] } });
    expect(dynamodb.items('settings')).toEqual(items);
  });

  it('is published once more under a number of its own', async () => {
    await withdraw('family', 2);
    expect((await publish('family')).body).toMatchObject({ current: 3 });
  });

  it('stays as long as a rule would have nothing to ask with', async () => {
    expect((await withdraw('family', 1)).body).toMatchObject({ current: 2, warnings: [] });
    expect(await withdraw('family', 2)).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/version', rule: 'service-ended' }, { rule: 'aftercare-ended' }] },
    });
  });

  it('stays where the one before it is not for those who are asked', async () => {
    // Longer than a meeting allows; nobody asked with it as it was published.
    await put('own', family);
    await publish('own');
    await put('own', { ...family, questions: family.questions.slice(0, 5) }, { 'if-match': '"1"' });
    await publish('own');
    const audiences = [{ role: 'parent' as const, questionSet: 'own' }];
    const rule = newDraft({ stage: 'plan-meeting.scheduled', audiences });
    const change = { by: 'bo', at: Date.now() };
    await saveRule('settings', await readRuleSet('settings'), rule, change);
    expect(await withdraw('own', 2)).toMatchObject({
      status: 409,
      body: {
        errors: [
          {
            pointer: '/questions',
            detail:
              'version 1 would take its place, but after a meeting, 5 questions are the most: ' +
              'turn the rule plan-reviewed off, or publish another version first',
          },
        ],
      },
    });
    await saveRule('settings', await readRuleSet('settings'), { ...rule, enabled: false }, change);
    expect(await withdraw('own', 2)).toMatchObject({ status: 200, body: { current: 1 } });
  });

  it('stays where a rule that asks with it is saved in that very moment', async () => {
    const audiences = [{ role: 'parent' as const, questionSet: 'provider-worker' }];
    const rule = { ...newDraft({ audiences }), version: 1 };
    let isSaved = false;
    const rival = new FakeDynamoDb((callNow, kind) => {
      if (!isSaved && kind === 'transaction') {
        isSaved = true;
        rival.seed('settings', { pk: 'RULES', sk: 'CURRENT', version: 1, rules: [rule] });
      }
      return callNow();
    });
    expect(await withdraw('provider-worker', 1)).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/version', rule: 'plan-reviewed' }] },
    });
    expect(rival.items('settings')).toHaveLength(1);
  });

  it('goes for good where no rule asks with it', async () => {
    await withdraw('provider-worker', 1);
    expect(await list()).toContainEqual({ id: 'provider-worker', current: null, draft: null });
  });

  it.each([
    ['family', 9, 404],
    ['weather', 1, 404],
    ['family', 'two', 400],
  ])('that is none can not be withdrawn: %s %j', async (id, version, status) => {
    expect((await withdraw(id, version)).status).toBe(status);
  });
});
