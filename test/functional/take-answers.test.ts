/**
 * Answers from a browser without JavaScript: taken once for a ticket, sealed so that only the mix can read them, and
 * never counted where nothing was answered. Tables are kept in memory; keys, tickets and seals are real.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unseal } from '../../shared/adapters/crypto/seal.ts';
import { blindedMark, makeTicket, ticketHash } from '../../shared/adapters/crypto/tickets.ts';
import { escapeHtml } from '../../shared/domain/respondent/markup.ts';
import { packed } from '../../shared/adapters/packed.ts';
import { unconfirmedUnit } from '../../shared/domain/unit.ts';
import { pageTexts } from '../../shared/domain/respondent/page-texts.ts';
import { problemTexts } from '../../shared/domain/respondent/problem-texts.ts';
import { formLanguages, languages } from '../../shared/domain/vocabulary.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { context as asked } from '../support/answers.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, collectLog, type RequestFacts } from '../support/lambda-invocation.ts';
import { organisation } from '../support/organisation.ts';
import { ownQuestion, storeOwnForms } from '../support/own-forms.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  BALLOTS_TABLE: 'ballots',
  POOL_TABLE: 'pool',
  MIX_KEYS_TABLE: 'mix-keys',
  SETTINGS_TABLE: 'settings',
  TICKETS_SECRET_ARN: 'arn:tickets',
  ORGANISATION: JSON.stringify(organisation),
})) {
  vi.stubEnv(name, value);
}

const ticketsKey = 'the tickets key of this test';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
const context = randomBytes(9).toString('base64url');
const newNonce = (): string => randomBytes(32).toString('base64url');

let calls: DeadlyCalls;
let dynamodb: FakeDynamoDb;
let log: ReturnType<typeof collectLog>;

function begin(fatal?: ConstructorParameters<typeof DeadlyCalls>[0]): void {
  calls = new DeadlyCalls(fatal);
  dynamodb = new FakeDynamoDb(calls.around);
  dynamodb.seed('mix-keys', { id: '2026-Q1', publicKey: publicKey.export({ format: 'der', type: 'spki' }) });
}

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-03T10:15:00+02:00') });
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: ticketsKey });
  log = collectLog();
  begin();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function call(facts: RequestFacts, survey = 'family.1', language = 'fi') {
  const { handler } = await import('../../functions/take-answers/handler.ts');
  return callHttp(handler, {
    method: 'POST',
    path: `/${language}/s/${survey}/answers`,
    pathParameters: { language, survey },
    ...facts,
  });
}
const post = (fields: Record<string, string>, survey?: string) =>
  call({ body: new URLSearchParams(fields).toString() }, survey);

const invitation = (expiryMonth = '2026-05') => ({
  ticket: makeTicket(ticketsKey, expiryMonth),
  context,
  nonce: newNonce(),
});
const pageOf = (body: string): string | undefined => /data-page="([a-z-]+)"/.exec(body)?.[1];
const spent = (): unknown[] => [dynamodb.items('ballots'), dynamodb.items('pool')];
const pooled = (): unknown[] =>
  dynamodb.items('pool').map(({ sealed }) => JSON.parse(unseal(privateKey, sealed as Uint8Array)) as unknown);

describe('answers', () => {
  it('are sealed, pooled with their month only, and thanked for', async () => {
    const answer = await post({ ...invitation(), heard: '4', recommend: '0' });
    expect([answer.statusCode, pageOf(answer.body)]).toEqual([200, 'thanks']);
    expect(pooled()).toEqual([{ context, answers: { heard: 4, recommend: 0 } }]);
    const [item] = dynamodb.items('pool');
    expect(Object.keys(item ?? {}).toSorted()).toEqual(['expiresOn', 'id', 'month', 'sealed']);
    expect(item).toMatchObject({
      month: '2026-03',
      expiresOn: Date.parse('2027-05-01T00:00:00Z') / 1000,
    });
  });

  it('leave nothing in the ballots that leads to the pool, nor ticket or nonce in either, nor a line in the log', async () => {
    const fields = invitation();
    await post({ ...fields, heard: '4' });
    const [ballot] = dynamodb.items('ballots');
    const [item] = dynamodb.items('pool');
    expect(Object.keys(ballot ?? {}).toSorted()).toEqual(['ballot', 'expiresOn', 'id', 'keyId']);
    expect(ballot).toMatchObject({ keyId: '2026-Q1', expiresOn: Date.parse('2026-08-01T00:00:00Z') / 1000 });
    expect([ballot?.['id'], ballot?.['ballot'], ballot?.['expiresOn']]).not.toContain(item?.['id']);
    expect(JSON.stringify([ballot, item?.['id'], item?.['month']])).not.toMatch(
      new RegExp(`${fields.ticket}|${fields.nonce}|${fields.context}`),
    );
    expect(log.text()).toBe('');
  });

  it('left alone, empty or off the scale are no zeros', async () => {
    await post({
      ...invitation(),
      heard: '',
      respect: '0',
      trust: '6',
      enough: '4.0',
      benefit: '-1',
      wellbeing: ' 7',
      recommend: '',
    });
    expect(dynamodb.items('ballots')).toEqual([]);
    await post({ ...invitation(), heard: '', respect: '5', recommend: '' });
    expect(pooled()).toEqual([{ context, answers: { respect: 5 } }]);
  });

  it('to what the form does not ask are left out', async () => {
    await post(
      { ...invitation(), heard: '4', recommend: '9', 'goals-met': '3', constructor: '1' },
      'meeting.1',
    );
    expect(pooled()).toEqual([{ context, answers: { heard: 4 } }]);
  });
});

describe('a comment', () => {
  it('is sealed beside the answers, or alone, without what can’t be read', async () => {
    await post({ ...invitation(), heard: '4', comment: ' Hyvää yötä.\r\nKiitos 😀\u0000 ' });
    await post({ ...invitation(), heard: '', comment: 'vain tämä' });
    expect(pooled()).toHaveLength(2);
    expect(pooled()).toEqual(
      expect.arrayContaining([
        { context, answers: { heard: 4, comment: 'Hyvää yötä.\nKiitos 😀' } },
        { context, answers: { comment: 'vain tämä' } },
      ]),
    );
  });

  it('of blanks is nothing', async () => {
    expect((await post({ ...invitation(), comment: ' \r\n ' })).statusCode).toBe(422);
    await post({ ...invitation(), heard: '4', comment: ' \r\n ' });
    expect(pooled()).toEqual([{ context, answers: { heard: 4 } }]);
  });

  it('on a form that asks for none is left out', async () => {
    const fields = { ...invitation(), comment: 'secret' };
    expect((await post(fields, 'child.1')).statusCode).toBe(422);
    await post({ ...fields, 'heard-faces': '4' }, 'child.1');
    expect(pooled()).toEqual([{ context, answers: { 'heard-faces': 4 } }]);
  });

  it.each([
    ['1 001 characters', 'x'.repeat(1001), '1 merkki'],
    ['2 401 bytes', `${'€'.repeat(800)}x`, '1 merkki'],
    ['100 000 characters', 'x'.repeat(100_000), '99\u00a0000 merkkiä'],
    ['100 000 emoji, each of twelve bytes on the way', '😀'.repeat(100_000), '99\u00a0400 merkkiä'],
    ['40 000 tags', '<script>alert(1)</script>'.repeat(40_000), '999\u00a0000 merkkiä'],
  ])('of %s comes back with everything, to be shortened, and spends nothing', async (_, comment, excess) => {
    const fields = { ...invitation(), heard: '4', comment };
    const answer = await post(fields);
    expect([answer.statusCode, pageOf(answer.body)]).toEqual([422, 'questions']);
    expect(answer.body).toContain(`poista siitä ainakin ${excess} ja`);
    expect(answer.body).toMatch(/<p role="alert" class="problem">.*<a href="#comment">/);
    expect(answer.body.includes(`\n${escapeHtml(comment)}</textarea>`)).toBe(true);
    expect(answer.body).toMatch(/name="heard" value="4" checked/);
    expect(answer.body).toContain(`value="${fields.nonce}"`);
    // Lambda hands over no larger answer.
    expect(Buffer.byteLength(answer.body)).toBeLessThan(5 * 1024 * 1024);
    expect(spent()).toEqual([[], []]);
    expect((await post({ ...fields, comment: 'x'.repeat(1000) })).statusCode).toBe(200);
    expect(log.text()).toBe('');
  });

  it('that is markup, or turns the writing round, stands in the form that comes back as nothing but text', async () => {
    const comment = `</textarea><script>alert('1')</script><img src=x onerror=alert(2)> \u202etxet`;
    const { body, headers } = await post({ ...invitation(), heard: '4', comment: comment.repeat(20) });
    expect(pageOf(body)).toBe('questions');
    expect(body).not.toMatch(/<script|<img/);
    expect(body.match(/<\/textarea>/g)).toHaveLength(1);
    expect(body).toContain(escapeHtml(comment));
    expect(headers?.['content-security-policy']).not.toContain('script-src');
  });

  it('of every kind makes an envelope of the one size', async () => {
    for (const comment of ['', 'x', '"'.repeat(1000), '😀'.repeat(600)])
      await post({ ...invitation(), heard: '4', comment });
    const sizes = dynamodb.items('pool').map(({ sealed }) => (sealed as Uint8Array).length);
    expect(sizes).toEqual([3840, 3840, 3840, 3840]);
  });
});

it('shows the form again where nothing was answered, with the same invitation, and spends nothing', async () => {
  const fields = invitation();
  const answer = await post({ ...fields, heard: '', recommend: '' });
  expect([answer.statusCode, pageOf(answer.body)]).toEqual([422, 'questions']);
  expect(answer.body).toContain(pageTexts.fi.nothingAnswered);
  for (const value of Object.values(fields)) expect(answer.body).toContain(`value="${value}"`);
  expect(answer.body).toContain('action="/fi/s/family.1/answers"');
  expect(spent()).toEqual([[], []]);
  expect((await post({ ...fields, heard: '3' })).statusCode).toBe(200);
});

describe('after thanks', () => {
  const unit = unconfirmedUnit(asked().unit, 'urn:oid:1.2.3');
  const pairs = (text: string) => [{ said: { fi: text }, did: { fi: text } }];
  const tell = (): void => {
    const told = ['north', 'south'].map((region) => ({
      region,
      period: '2025-Q4',
      pairs: pairs(`${region}.`),
    }));
    dynamodb.seed('settings', { pk: 'HEARD', sk: 'HEARD', version: 1, document: packed(told) });
  };

  it('stands what was heard in the own region, in no other', async () => {
    tell();
    dynamodb.seed('settings', { pk: 'UNITS', sk: unit.id, ...unit, region: 'north' });
    dynamodb.seed('settings', { pk: 'CONTEXTS', sk: context, context: asked() });
    const { body } = await post({ ...invitation(), heard: '4' });
    expect(pageOf(body)).toBe('thanks');
    expect(body).toContain('north.');
    expect(body).not.toContain('south.');
    expect(body).toContain('href="/fi/heard"');
  });

  it('stands where to read of all regions, where nobody knows which one it is', async () => {
    tell();
    const { body } = await post({ ...invitation(), heard: '4' });
    expect(body).not.toMatch(/north|south/);
    expect(body).toContain('href="/fi/heard"');
  });

  it('stands nothing where there is nothing, or where it can not be read; the answer is taken', async () => {
    const bare = await post({ ...invitation(), heard: '4' });
    vi.resetModules();
    dynamodb.seed('settings', { pk: 'HEARD', sk: 'HEARD', version: 1, document: 'torn' });
    expect(await post({ ...invitation(), heard: '4' })).toEqual(bare);
    expect(bare.body).not.toContain('href="/fi/heard"');
    expect(pooled()).toHaveLength(2);
    expect(log.lines()).toMatchObject([{ level: 'ERROR', phrase: 'what was heard could not be read' }]);
  });
});

describe('a ticket', () => {
  it('is good for one ballot: the same again changes nothing, another is refused', async () => {
    const fields = invitation();
    await post({ ...fields, heard: '4' });
    const again = await post({ ...fields, heard: '1' });
    expect([again.statusCode, pageOf(again.body)]).toEqual([200, 'thanks']);
    const other = await post({ ...fields, nonce: newNonce(), heard: '1' });
    expect([other.statusCode, pageOf(other.body)]).toEqual([409, 'used']);
    expect(pooled()).toEqual([{ context, answers: { heard: 4 } }]);
  });

  it('is good through its last month, and no longer', async () => {
    expect((await post({ ...invitation('2026-03'), heard: '4' })).statusCode).toBe(200);
    const late = await post({ ...invitation('2026-02'), heard: '4' });
    expect([late.statusCode, pageOf(late.body)]).toEqual([410, 'expired']);
    expect(dynamodb.items('ballots')).toHaveLength(1);
  });

  it('that has expired still has its own form taken again, and no other', async () => {
    const fields = { ...invitation('2026-03'), heard: '4' };
    const taken = await post(fields);
    vi.setSystemTime(Date.parse('2026-04-01T00:00:00+03:00'));
    dynamodb.seed('mix-keys', {
      id: '2026-Q2',
      publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    });
    const before = dynamodb.items('pool');
    expect(await post(fields)).toEqual(taken);
    expect(dynamodb.items('pool')).toEqual(before);
    expect((await post({ ...fields, nonce: newNonce() })).statusCode).toBe(410);
    expect(dynamodb.items('ballots')).toHaveLength(1);
  });

  it('whose form was marked before midnight has its answers kept after it', async () => {
    vi.setSystemTime(Date.parse('2026-03-31T23:59:59+03:00'));
    begin({ call: 4, takesEffect: false, dies: true });
    const fields = { ...invitation('2026-03'), heard: '4' };
    expect((await post(fields)).statusCode).toBe(503);
    expect([dynamodb.items('ballots').length, dynamodb.items('pool').length]).toEqual([1, 0]);
    calls.beginNextProcess();
    vi.setSystemTime(Date.parse('2026-04-01T00:00:10+03:00'));
    dynamodb.seed('mix-keys', {
      id: '2026-Q2',
      publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    });
    expect((await post(fields)).statusCode).toBe(200);
    expect(dynamodb.items('pool')).toMatchObject([{ month: '2026-04' }]);
    expect(pooled()).toEqual([{ context, answers: { heard: 4 } }]);
  });

  it('that has had a ballot signed takes no form', async () => {
    const fields = invitation();
    const mark = { id: ticketHash(fields.ticket), keyId: '2026-Q1', ballot: blindedMark('2026-Q1', 'AAAA') };
    dynamodb.seed('ballots', { ...mark, expiresOn: 1 });
    const refused = await post({ ...fields, heard: '4' });
    expect([refused.statusCode, pageOf(refused.body)]).toEqual([409, 'used']);
    expect([dynamodb.items('ballots'), pooled()]).toEqual([[{ ...mark, expiresOn: 1 }], []]);
  });

  it('that is not ours is refused', async () => {
    const forged = { ...invitation(), ticket: makeTicket('another key', '2026-05') };
    const refused = await post({ ...forged, heard: '4' });
    expect([refused.statusCode, pageOf(refused.body)]).toEqual([400, 'incomplete']);
    // A ticket that is none of ours and one that is no ticket are told the same.
    expect((await post({ ...forged, ticket: 'x', heard: '4' })).body).toBe(refused.body);
    expect(spent()).toEqual([[], []]);
  });

  it('is not spent where there is no key to seal with', async () => {
    dynamodb = new FakeDynamoDb(calls.around);
    const answer = await post({ ...invitation(), heard: '4' });
    expect([answer.statusCode, pageOf(answer.body)]).toEqual([503, 'questions']);
    expect(answer.body).toMatch(/name="heard" value="4" checked/);
    expect(dynamodb.items('ballots')).toEqual([]);
  });
});

it.each([1, 2, 3, 4])(
  'a form that is sent again after its call %d went wrong is counted once',
  async (call) => {
    for (const takesEffect of [false, true]) {
      vi.resetModules();
      begin({ call, takesEffect, dies: true });
      const fields = { ...invitation(), heard: '4' };
      const failed = await post(fields);
      // Before it is read which form this is, there is none to show again: the browser still has it, one page back.
      expect([failed.statusCode, pageOf(failed.body)]).toEqual(
        call === 1 ? [500, 'failed'] : [503, 'questions'],
      );
      expect(failed.body.includes(fields.nonce)).toBe(call !== 1);
      calls.beginNextProcess();
      expect((await post(fields)).statusCode).toBe(200);
      expect(pooled()).toEqual([{ context, answers: { heard: 4 } }]);
    }
  },
);

it('a form of a year ago is told that the time for answering is over, whatever it holds, and nothing is stored', async () => {
  const fields = { ...invitation(), heard: '4', comment: 'Kiitos' };
  vi.setSystemTime(Date.parse('2027-03-03T10:15:00+02:00'));
  const key = { id: '2027-Q1', publicKey: publicKey.export({ format: 'der', type: 'spki' }) };
  dynamodb.seed('mix-keys', key);
  const late = await post(fields);
  expect([late.statusCode, pageOf(late.body)]).toEqual([410, 'expired']);
  expect(late.body).toContain(pageTexts.fi.expired);
  expect([dynamodb.items('ballots'), dynamodb.items('pool')]).toEqual([[], []]);
});

describe('a form of the organisation’s own', () => {
  it('is taken with its own question, and also once it is withdrawn, by whoever has begun', async () => {
    storeOwnForms(dynamodb, { id: 'family', published: [2], withdrawn: [1, 2] });
    for (const survey of ['family.2', 'family.1'])
      expect((await post({ ...invitation(), heard: '4', [ownQuestion]: '5' }, survey)).statusCode).toBe(200);
    // What was taken lies in no order.
    expect(new Set(pooled())).toEqual(
      new Set([
        { context, answers: { heard: 4, [ownQuestion]: 5 } },
        { context, answers: { heard: 4 } },
      ]),
    );
  });

  it('is read once, however often it is sent', async () => {
    storeOwnForms(dynamodb, { id: 'family', published: [2] });
    for (let nth = 0; nth < 3; nth += 1) await post({ ...invitation(), heard: '4' }, 'family.2');
    // The form, the key and what was heard once; for each answer its mark and its envelope.
    expect(calls.made).toBe(3 + 3 * 2);
  });
});

describe('a form that is not ours', () => {
  const typed = (type: string): RequestFacts => ({
    headers: { 'content-type': type },
    body: JSON.stringify({ ...invitation(), heard: '4' }),
  });
  const form = (fields: Record<string, string>): RequestFacts => ({
    body: new URLSearchParams({ ...fields, heard: '4' }).toString(),
  });

  it.each<[string, RequestFacts, string, number, string]>([
    ['it has no hidden fields', form({}), 'family.1', 400, 'incomplete'],
    ['it is empty', { body: undefined }, 'family.1', 400, 'incomplete'],
    ['its nonce is too short', form({ ...invitation(), nonce: 'short' }), 'family.1', 400, 'incomplete'],
    ['it names a version that never was', form(invitation()), 'family.99', 404, 'withdrawn'],
    ['it names a form that never was', form(invitation()), 'nobody.1', 404, 'withdrawn'],
    ['it names none', form(invitation()), '../etc', 404, 'withdrawn'],
    ['it is JSON', typed('application/json'), 'family.1', 415, 'incomplete'],
    ['it comes in parts', typed('multipart/form-data; boundary=x'), 'family.1', 415, 'incomplete'],
    [
      'it is too large',
      form({ ...invitation(), comment: 'x'.repeat(2 * 1024 * 1024) }),
      'family.1',
      413,
      'too-large',
    ],
  ])('since %s is refused on a page that is not kept', async (_, facts, survey, status, kind) => {
    for (const language of formLanguages) {
      const { statusCode, headers, body } = await call(facts, survey, language);
      expect([statusCode, pageOf(body)]).toEqual([status, kind]);
      expect(body).toContain(`<html lang="${language}"`);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
      });
      for (const sent of new URLSearchParams(facts.body).values())
        if (sent.length > 10) expect(body).not.toContain(sent);
    }
    expect(spent()).toEqual([[], []]);
    expect(log.text()).toBe('');
  });

  it('since it is in none of our languages is refused in all of them', async () => {
    const { statusCode, body } = await call(form(invitation()), 'family.1', 'de');
    expect([statusCode, pageOf(body)]).toEqual([404, 'missing']);
    for (const language of languages) expect(body).toContain(problemTexts[language].told.missing.text);
  });
});

it('the address of the answers, opened to look at, says that there is nothing to see', async () => {
  const { statusCode, headers, body } = await call({ method: 'GET' });
  expect([statusCode, headers?.['allow'], pageOf(body)]).toEqual([405, 'POST', 'misplaced']);
  expect(spent()).toEqual([[], []]);
});
