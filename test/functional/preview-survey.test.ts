/**
 * The trial of a form: what opens it and until when, that it shows the very fields that a respondent would get, under a mark,
 * and that what is sent to it goes nowhere. Both functions run whole, on tables in memory; what preview-survey may reach at all
 * is in test/infra/grants.test.ts.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { readAudit } from '../../shared/adapters/audit.ts';
import { asDraft, type Draft } from '../../shared/domain/questions/draft.ts';
import { questionSets } from '../../shared/domain/questions/question-sets.ts';
import { questionFields } from '../../shared/domain/respondent/page-parts.ts';
import { trialTexts } from '../../shared/domain/respondent/trial-texts.ts';
import { formLanguages, type FormLanguage } from '../../shared/domain/vocabulary.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, collectLog } from '../support/lambda-invocation.ts';
import { organisation } from '../support/organisation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SETTINGS_TABLE: 'settings',
  GROUPS_CLAIM: 'groups',
  WEB_ORIGIN: 'https://palaute.example',
  ORGANISATION: JSON.stringify(organisation),
}))
  vi.stubEnv(name, value);
const { handler: manage } = await import('../../functions/manage-surveys/handler.ts');
const { handler: preview } = await import('../../functions/preview-survey/handler.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
  vi.setSystemTime('2026-03-02T10:00:00+02:00');
});

const [meeting] = questionSets;
if (meeting === undefined) throw new Error('no form is shipped');
const draft: Draft = { ...asDraft(meeting), questions: asDraft(meeting).questions.slice(1) };

const claims = { sub: 'ann', groups: '[admin]' };
const save = (changed: Draft, headers: Record<string, string> = {}) =>
  callHttp(manage, {
    ...{ method: 'PUT', path: '/v1/surveys/{id}', pathParameters: { id: 'meeting' }, claims, headers },
    body: JSON.stringify(changed),
  });
const begin = (headers: Record<string, string> = { 'if-match': '"1"' }) =>
  callHttp(manage, {
    ...{ method: 'POST', path: '/v1/surveys/{id}/trial', pathParameters: { id: 'meeting' }, claims, headers },
  });
const linksSchema = z.object({ links: z.record(z.enum(formLanguages), z.url()), until: z.iso.datetime() });

async function begun(): Promise<z.infer<typeof linksSchema>> {
  await save(draft);
  return linksSchema.parse(JSON.parse((await begin()).body));
}
const open = (link: string, method = 'GET', body?: string) => {
  const url = new URL(link);
  const [, language = ''] = url.pathname.split('/');
  return callHttp(preview, {
    ...{ method, path: '/{language}/try', pathParameters: { language } },
    ...{ query: Object.fromEntries(url.searchParams), body },
  });
};

describe.each(formLanguages)('in the language %s', (language: FormLanguage) => {
  it('the form is that of a respondent, with a mark', async () => {
    const { statusCode, body, headers } = await open((await begun()).links[language]);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(body).toContain(
      questionFields(language, { ...meeting, questions: meeting.questions.slice(1) }).html,
    );
    expect(body).toContain(trialTexts[language].mark);
    expect(body).not.toContain('<script');
  });

  it('what is sent gets thanks, and is kept nowhere and written to no log', async () => {
    const { links } = await begun();
    const [, action = ''] =
      /<form method="post" action="([^"]+)"/.exec((await open(links[language])).body) ?? [];
    expect(`https://palaute.example${action}`).toBe(links[language]);
    const before = structuredClone(dynamodb.items('settings'));
    const log = collectLog();
    const sent = await open(links[language], 'POST', 'respect=4&comment=Aika+hyv%C3%A4');
    expect(sent.statusCode).toBe(200);
    expect(sent.body).toContain(trialTexts[language].thanks);
    expect(sent.body).not.toContain('Aika');
    expect(dynamodb.items('settings')).toEqual(before);
    expect(JSON.stringify(log)).not.toContain('Aika');
  });
});

describe('a trial', () => {
  it('stays as it was, whatever becomes of the draft', async () => {
    const { links } = await begun();
    const { body } = await open(links.fi);
    await save({ ...draft, questions: draft.questions.slice(1) }, { 'if-match': '"1"' });
    expect((await open(links.fi)).body).toBe(body);
  });

  it('ends after 14 days, also where the table still has it', async () => {
    const { links, until } = await begun();
    expect(until).toBe('2026-03-16T08:00:00.000Z');
    vi.setSystemTime('2026-03-16T07:59:59Z');
    expect((await open(links.sv)).statusCode).toBe(200);
    vi.setSystemTime(until);
    expect((await open(links.sv)).statusCode).toBe(404);
    expect((await open(links.sv, 'POST')).statusCode).toBe(404);
  });

  it('is opened by its own token alone, which the table does not have', async () => {
    const { links } = await begun();
    const token = new URL(links.fi).searchParams.get('t') ?? '';
    const other = links.fi.replace(token, `${token.slice(0, -2)}${token.endsWith('AA') ? 'BA' : 'AA'}`);
    for (const link of [other, links.fi.replace(token, 'short'), links.fi.replace(/\?.*/, '')])
      expect((await open(link)).statusCode).toBe(404);
    expect(JSON.stringify(dynamodb.items('settings'))).not.toContain(token);
  });

  it('is on record, with who began it', async () => {
    await begun();
    expect(await readAudit('settings', '2026-03')).toContainEqual({
      ...{ at: '2026-03-02T08:00:00.000Z', by: 'ann', kind: 'survey', id: 'meeting', decided: 'trial' },
      ...{ fromVersion: null, toVersion: 1, changed: [] },
    });
  });

  it('is only of a draft that could be published, and that is the one that is meant', async () => {
    expect((await begin()).statusCode).toBe(404);
    const empty = draft.questions.map((question) => ({ ...question, text: { ...question.text, sv: '' } }));
    await save({ ...draft, questions: empty });
    expect((await begin({})).statusCode).toBe(428);
    expect((await begin({ 'if-match': '"7"' })).statusCode).toBe(412);
    const refused = await begin();
    expect(refused.statusCode).toBe(409);
    expect(JSON.parse(refused.body)).toMatchObject({ errors: [{ pointer: '/questions/0/text/sv' }, {}, {}] });
  });
});
