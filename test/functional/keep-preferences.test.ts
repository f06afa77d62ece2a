/**
 * The preferences page as people and mail programs use it: who opens it changes nothing, who chooses changes their own
 * ledger and leaves one record of it, whatever is repeated, raced, forged or lost.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePreferenceReference } from '../../shared/adapters/crypto/preference-links.ts';
import type { Request } from '../../shared/adapters/requests.ts';
import { preferencesTexts } from '../../shared/domain/respondent/preferences-texts.ts';
import { defaultRules } from '../../shared/domain/rules/default-rules.ts';
import { context } from '../support/answers.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, collectLog, type RequestFacts } from '../support/lambda-invocation.ts';
import { organisation } from '../support/organisation.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('INVITATIONS_TABLE', 'invitations');
vi.stubEnv('SETTINGS_TABLE', 'settings');
vi.stubEnv('PREFERENCES_SECRET_ARN', 'arn:preferences');
vi.stubEnv('ORGANISATION', JSON.stringify(organisation));
const { handler } = await import('../../functions/keep-preferences/handler.ts');
const { readContact } = await import('../../shared/adapters/contact-ledger.ts');
const { savePreference } = await import('../../shared/adapters/preferences.ts');

const key = 'the preferences key of this test';
const contactHash = 'AAAAAAAAAAAAAAAAAAAAAA';
const requestId = '0f8b6f0e-6a7f-4a57-9d0a-2f7a5f2b8d11';
const reference = makePreferenceReference(key, { contactHash, requestId });
const now = Date.parse('2026-03-03T10:15:00+02:00');
const dayMs = 24 * 60 * 60 * 1000;
const { fi } = preferencesTexts;

let dynamodb: FakeDynamoDb;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: key });
  dynamodb = new FakeDynamoDb();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const at = (facts: RequestFacts = {}, r = reference): RequestFacts => ({
  path: '/fi/preferences',
  pathParameters: { language: 'fi' },
  query: { r },
  ...facts,
});
const open = (facts: RequestFacts = {}, r = reference) => callHttp(handler, at(facts, r));
const post = (fields: Record<string, string>, r = reference) =>
  callHttp(handler, at({ method: 'POST', body: new URLSearchParams(fields).toString() }, r));

const ledger = () => readContact('invitations', contactHash);
const stored = (sk: string) =>
  dynamodb.items('invitations').filter((item) => String(item['sk']).startsWith(sk));

/** Somebody who was asked yesterday, with the request that asked. */
function asked(changes: Partial<Request> = {}): void {
  const about = {
    eventHash: 'event',
    caseHash: 'case',
    householdHash: null,
    occasionHash: 'occasion',
    addressHash: 'address',
  };
  const request: Request = {
    requestId,
    state: 'sent',
    contactHash,
    language: 'fi',
    fellBack: false,
    context: context({ stage: 'service.ended' }),
    about,
    rule: { id: 'service-ended', version: 1 },
    seen: now - 3 * dayMs,
    dueAt: now - dayMs,
    leavesBefore: now,
    expiresAt: now + 14 * dayMs,
    minimumGapDays: 30,
    ...changes,
  };
  dynamodb.seed('invitations', { pk: `REQUEST#${requestId}`, sk: 'REQUEST', ...request });
  seedLedger();
}

function seedLedger(changes: Record<string, unknown> = {}): void {
  dynamodb.seed('invitations', {
    pk: `CONTACT#${contactHash}`,
    sk: 'LEDGER',
    version: 4,
    sequence: now - 3 * dayMs,
    disturbedAt: 0,
    asks: [{ requestId, at: now - dayMs, stage: 'service.ended', caseHash: 'case' }],
    preference: { kind: 'open' },
    language: null,
    flags: [],
    flagsToldAt: 0,
    lastSentAt: now - dayMs,
    ...changes,
  });
}

describe('opening the link', () => {
  it('tells why, by the rule that decided, and when the next may come', async () => {
    asked();
    const { statusCode, headers, body } = await open();
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers).not.toHaveProperty('set-cookie');
    for (const line of [
      fi.why['service.ended'],
      fi.delay(2),
      fi.gap(30),
      fi.cap(4, 365),
      fi.earliest('1. huhtikuuta 2026'),
    ])
      expect(body).toContain(line);
  });

  it('names the rule as it was when it decided, and the date by the rules of today', async () => {
    asked({ rule: { id: 'service-ended', version: 7 } });
    const [shipped] = defaultRules.filter(({ id }) => id === 'service-ended');
    const seventh = { ...shipped, version: 7, delayDays: 5, minimumGapDays: 60 };
    const saved = { savedAt: null, savedBy: null, changed: [] };
    dynamodb.seed('settings', { pk: 'RULE#service-ended', sk: 'VERSION#000007', rule: seventh, ...saved });
    const eighth = { ...shipped, version: 8, minimumGapDays: 90 };
    dynamodb.seed('settings', { pk: 'RULES', sk: 'CURRENT', version: 9, rules: [eighth] });
    const { body } = await open();
    for (const line of [fi.delay(5), fi.gap(60), fi.earliest('31. toukokuuta 2026')])
      expect(body).toContain(line);
  });

  it.each([
    [
      'an ask that has come since, of another case',
      [{ at: now - 3600_000, stage: 'placement.started', caseHash: 'another' }],
    ],
    ['an ask that is planned', [{ at: now + 2 * dayMs, stage: 'case.closed', caseHash: 'case' }]],
    [
      'ask after ask, until a cap is full',
      [1, 2, 3, 4].map((days) => ({ at: now - days * 3600_000, stage: 'service.started', caseHash: 'case' })),
    ],
  ])('tells nothing of %s: an old link is the same page as before', async (_, others) => {
    asked();
    const before = await open();
    const { asks } = await ledger();
    const later = others.map((ask, index) => ({ requestId: `later-${index}`, ...ask }));
    for (const all of [
      [...asks, ...later],
      [...later, ...asks],
    ]) {
      seedLedger({ version: 9, sequence: now, asks: all });
      expect(await open()).toEqual(before);
    }
  });

  it('tells nothing of what goes on once its own ask is forgotten', async () => {
    asked();
    seedLedger({ asks: [] });
    const before = await open();
    expect(before.body).toContain(fi.anyTime);
    seedLedger({ asks: [{ requestId: 'later', at: now - dayMs, stage: 'case.closed', caseHash: 'case' }] });
    expect(await open()).toEqual(before);
  });

  it('does not even read an address, also of a request that is still pending', async () => {
    const given: unknown[] = [];
    dynamodb = new FakeDynamoDb((call) => {
      const result = call();
      given.push(result);
      return result;
    });
    asked({ state: 'due', address: 'parent@inbox.example.org' });
    expect((await open()).body).toContain(fi.why['service.ended']);
    expect(given.length).toBeGreaterThan(0);
    expect(JSON.stringify(given)).not.toContain('inbox.example.org');
  });

  it('changes nothing, with any method but POST, however often, and whatever the address says', async () => {
    asked();
    const before = dynamodb.items('invitations');
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) {
      const query = { r: reference, saved: '1', choice: 'stop', 'List-Unsubscribe': 'One-Click' };
      const body = 'choice=stop&List-Unsubscribe=One-Click';
      expect((await open({ method, query, body })).statusCode).toBe(200);
    }
    expect(dynamodb.items('invitations')).toEqual(before);
  });

  it('is compressed where the browser takes that, and says the same', async () => {
    asked();
    const compressed = await open({ headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(Buffer.from(compressed.body, 'base64')).toString()).toBe((await open()).body);
  });

  it('works without a record of the request, and of anything', async () => {
    seedLedger({ preference: { kind: 'opted-out' } });
    const without = await open();
    expect([without.statusCode, without.body.includes(fi.whyForgotten)]).toEqual([200, true]);
    expect(without.body).toContain(fi.stopped);
    dynamodb = new FakeDynamoDb();
    const unknown = await open();
    expect([unknown.statusCode, unknown.body.includes(fi.anyTime)]).toEqual([200, true]);
    expect((await post({ choice: 'stop' })).statusCode).toBe(303);
    expect((await ledger()).preference).toEqual({ kind: 'opted-out' });
  });

  it('is not there in a language that we do not speak', async () => {
    expect((await open({ pathParameters: { language: 'de' } })).statusCode).toBe(404);
  });
});

describe('a link that is not ours', () => {
  it.each<[string, string | undefined]>([
    ['without a reference', undefined],
    ['with an empty one', ''],
    ['cut off in the mail', reference.slice(0, 60)],
    ['with something behind it', `${reference}.`],
    ['made with another key', makePreferenceReference('another', { contactHash, requestId })],
    ['for another person', makePreferenceReference('x', { contactHash: 'B'.repeat(21) + 'A', requestId })],
    ['given twice', `${reference},${reference}`],
  ])('%s gets one and the same page, and can change nothing', async (_, r) => {
    asked();
    const before = dynamodb.items('invitations');
    const none = await callHttp(handler, { ...at(), query: { r: 'hello' } });
    const shown = await callHttp(handler, {
      ...at(),
      ...(r === undefined ? { query: {} } : { query: { r } }),
    });
    expect(shown.statusCode).toBe(404);
    expect(shown.body).toContain(fi.unknownBroken);
    expect(shown).toEqual(none);
    for (const body of ['choice=stop', 'List-Unsubscribe=One-Click']) {
      const query = r === undefined ? {} : { r };
      expect((await callHttp(handler, { ...at(), method: 'POST', body, query })).statusCode).toBe(404);
    }
    expect(dynamodb.items('invitations')).toEqual(before);
  });
});

describe('a choice', () => {
  it.each([
    ['pause-3', { kind: 'paused', until: Date.parse('2026-06-04T00:00:00+03:00') }],
    ['pause-6', { kind: 'paused', until: Date.parse('2026-09-04T00:00:00+03:00') }],
    ['pause-12', { kind: 'paused', until: Date.parse('2027-03-04T00:00:00+02:00') }],
    ['stop', { kind: 'opted-out' }],
  ] as const)('of %s holds, is recorded once, and disturbs what is pending', async (choice, preference) => {
    asked();
    const before = await ledger();
    const { statusCode, headers } = await post({ choice });
    expect([statusCode, headers?.['location']]).toEqual([303, `/fi/preferences?r=${reference}&saved=1`]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(await ledger()).toEqual({ ...before, preference, version: 5, sequence: now, disturbedAt: now });
    expect(stored('LEDGER')).toMatchObject([{ disturbedAt: now, lastSentAt: now - dayMs }]);
    const instant = new Date(now).toISOString();
    expect(stored('PREFERENCE')).toEqual([
      {
        pk: `CONTACT#${contactHash}`,
        sk: `PREFERENCE#${instant}`,
        kind: 'preference',
        sequence: now,
        contactHash,
        preference,
        language: null,
        recordDay: '2026-03-03',
        recordOrder: `${instant}#${contactHash}`,
        expiresOn: Date.UTC(2027, 4) / 1000,
      },
    ]);
  });

  it('is said on the page that follows, which can be loaded again', async () => {
    asked();
    await post({ choice: 'pause-3' });
    for (let loaded = 0; loaded < 2; loaded += 1) {
      const { body } = await open({ query: { r: reference, saved: '1' } });
      expect(body).toContain(fi.saved);
      expect(body).toContain(fi.paused('3. kesäkuuta 2026'));
      expect(body).toContain(fi.earliest('4. kesäkuuta 2026'));
    }
    expect(stored('PREFERENCE')).toHaveLength(1);
  });

  it('is not claimed any more by that page where something else holds since', async () => {
    asked();
    await post({ choice: 'pause-3' });
    await post({ choice: 'stop' });
    const { body } = await open({ query: { r: reference, saved: '1' } });
    expect([body.includes(fi.stopped), body.includes('tauolla')]).toEqual([true, false]);
  });

  it('to start again takes back what was chosen before, and a pause that is over needs none', async () => {
    asked();
    await post({ choice: 'stop' });
    expect((await open()).body).toContain(fi.stopped);
    vi.setSystemTime(now + 60_000);
    await post({ choice: 'start' });
    expect((await ledger()).preference).toEqual({ kind: 'open' });
    await post({ choice: 'pause-3' });
    vi.setSystemTime(now + 120 * dayMs);
    expect((await open()).body).toContain(fi.open);
  });

  it('of a language holds without disturbing what is pending', async () => {
    asked();
    expect((await post({ language: 'sv' })).statusCode).toBe(303);
    expect(await ledger()).toMatchObject({ language: 'sv', preference: { kind: 'open' }, version: 5 });
    expect(stored('LEDGER')).toMatchObject([{ disturbedAt: 0 }]);
    expect(stored('PREFERENCE')).toMatchObject([{ language: 'sv', preference: { kind: 'open' } }]);
    expect((await open()).body).toMatch(/value="sv"[^>]*checked/);
  });

  it('of both is one change', async () => {
    asked();
    await post({ choice: 'stop', language: 'en' });
    expect(await ledger()).toMatchObject({ language: 'en', preference: { kind: 'opted-out' }, version: 5 });
    expect(stored('PREFERENCE')).toHaveLength(1);
  });

  it('that changes nothing leaves no trace', async () => {
    asked();
    await post({ choice: 'stop', language: 'sv' });
    const before = dynamodb.items('invitations');
    vi.setSystemTime(now + dayMs);
    for (const fields of [{ choice: 'stop' }, { language: 'sv' }, { choice: 'stop', language: 'sv' }])
      expect((await post(fields)).statusCode).toBe(303);
    expect(dynamodb.items('invitations')).toEqual(before);
  });

  it('counts after everything that the ledger builds on, also where a clock went back', async () => {
    asked();
    seedLedger({ sequence: now + 5000 });
    await post({ choice: 'stop' });
    expect(await ledger()).toMatchObject({ sequence: now + 5001 });
    expect(stored('PREFERENCE')).toMatchObject([
      { recordOrder: `${new Date(now + 5001).toISOString()}#${contactHash}` },
    ]);
  });

  it('of an opt-out is kept for good, and anything else as long as it matters', async () => {
    asked();
    await post({ choice: 'stop' });
    expect(stored('LEDGER')[0]).not.toHaveProperty('expiresOn');
    await post({ choice: 'pause-12' });
    expect(stored('LEDGER')[0]).toMatchObject({ expiresOn: Date.UTC(2028, 4) / 1000 });
  });

  it.each([
    {},
    { choice: '' },
    { choice: 'pause-9' },
    { choice: 'STOP' },
    { language: 'de' },
    { choice: 'stop', language: 'de' },
    { 'List-Unsubscribe': 'maybe' },
    { choices: 'stop' },
  ] as Record<string, string>[])('that is none (%j) is asked for again', async (fields) => {
    asked();
    const before = dynamodb.items('invitations');
    const { statusCode, body } = await post(fields);
    expect(statusCode).toBe(422);
    expect(body).toContain(fi.choose);
    expect(dynamodb.items('invitations')).toEqual(before);
  });

  it('that is larger than any form is refused on a page', async () => {
    const { statusCode, body } = await post({ choice: 'x'.repeat(40_000) });
    expect(statusCode).toBe(413);
    expect(body).toContain('data-page="too-large"');
  });
});

describe('one click of a mail program', () => {
  const multipart = (boundary: string, value: string): string =>
    [
      `--${boundary}`,
      'Content-Disposition: form-data; name="List-Unsubscribe"',
      '',
      value,
      `--${boundary}--`,
      '',
    ].join('\r\n');
  const formType = 'application/x-www-form-urlencoded';

  it.each([
    ['as a form', formType, 'List-Unsubscribe=One-Click'],
    ['as a form with a charset', `${formType}; charset=UTF-8`, 'List-Unsubscribe=One-Click'],
    ['without a type', undefined, 'List-Unsubscribe=One-Click'],
    ['in parts', 'multipart/form-data; boundary=abc', multipart('abc', 'One-Click')],
    ['in parts, quoted', 'Multipart/Form-Data; boundary="a b=c"', multipart('a b=c', 'One-Click')],
    [
      'in parts, with a preamble',
      'multipart/form-data; charset=utf-8; boundary=--x.y',
      `ignored\r\n${multipart('--x.y', 'One-Click')}`,
    ],
  ])('%s stops, and is answered without a redirect', async (_, type, body) => {
    asked();
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    for (const isBase64Encoded of [false, true]) {
      const sent = isBase64Encoded ? Buffer.from(body).toString('base64') : body;
      const answer = await callHttp(handler, at({ method: 'POST', headers, body: sent, isBase64Encoded }));
      expect(answer.statusCode).toBe(200);
      expect(answer.headers).not.toHaveProperty('location');
      expect(answer.headers).not.toHaveProperty('set-cookie');
    }
    expect((await ledger()).preference).toEqual({ kind: 'opted-out' });
    expect(stored('PREFERENCE')).toHaveLength(1);
  });

  it.each([
    ['another value', 'multipart/form-data; boundary=abc', multipart('abc', 'Two-Clicks')],
    ['no boundary', 'multipart/form-data', multipart('abc', 'One-Click')],
    ['another boundary', 'multipart/form-data; boundary=xyz', multipart('abc', 'One-Click')],
    ['nothing in it', 'multipart/form-data; boundary=abc', ''],
    ['nothing in a form', formType, ''],
  ])('with %s stops nobody', async (_, type, body) => {
    asked();
    const answer = await callHttp(handler, at({ method: 'POST', headers: { 'content-type': type }, body }));
    expect(answer.statusCode).toBe(422);
    expect((await ledger()).preference).toEqual({ kind: 'open' });
  });

  it('works for a choice in parts too, as a browser may send it', async () => {
    asked();
    const body = multipart('abc', 'pause-3').replace('List-Unsubscribe', 'choice');
    const headers = { 'content-type': 'multipart/form-data; boundary=abc' };
    expect((await callHttp(handler, at({ method: 'POST', headers, body }))).statusCode).toBe(303);
    expect((await ledger()).preference).toMatchObject({ kind: 'paused' });
  });
});

describe('at the same time', () => {
  it('two different choices both count, one after the other, and nothing else is lost', async () => {
    asked();
    await Promise.all([post({ choice: 'stop' }), post({ language: 'sv' })]);
    expect(await ledger()).toMatchObject({
      version: 6,
      preference: { kind: 'opted-out' },
      language: 'sv',
      asks: [{ requestId }],
    });
    const orders = stored('PREFERENCE').map(({ recordOrder }) => recordOrder);
    expect(new Set(orders).size).toBe(2);
  });

  it('the same choice from many places is one change', async () => {
    asked();
    await Promise.all(Array.from({ length: 16 }, () => post({ choice: 'stop' })));
    expect(await ledger()).toMatchObject({ version: 5, preference: { kind: 'opted-out' } });
    expect(stored('PREFERENCE')).toHaveLength(1);
  });

  it('an ask that is decided in between stays in the ledger', async () => {
    asked();
    const ask = { requestId: 'other', at: now + dayMs, stage: 'case.closed', caseHash: 'case' };
    let calls = 0;
    dynamodb = new FakeDynamoDb((call) => {
      calls += 1;
      const result = call();
      // Right after the ledger was read for the first time, somebody else writes it.
      if (calls === 1) seedLedger({ version: 5, sequence: now - 1, asks: [ask] });
      return result;
    });
    seedLedger();
    await savePreference('invitations', contactHash, { choice: 'stop' }, now);
    expect(await ledger()).toMatchObject({ version: 6, asks: [ask], preference: { kind: 'opted-out' } });
  });
});

describe('where the store fails', () => {
  it('it is told, nothing is changed, and the operator hears of it without the words of the error', async () => {
    const log = collectLog();
    let isDown = false;
    dynamodb = new FakeDynamoDb((call) => {
      if (isDown) throw new Error(`no such table ${reference}`);
      return call();
    });
    asked();
    isDown = true;
    const failed = await post({ choice: 'stop' });
    isDown = false;
    expect(failed.statusCode).toBe(500);
    // Whoever reads the mailbox can open this page as well: it names nothing that people come to for help.
    expect(failed.body).toContain('data-page="failed"');
    expect(failed.body).not.toContain('116 111');
    expect(failed.body).not.toContain(organisation.contacts.ombudsperson.name.fi);
    expect((await ledger()).preference).toEqual({ kind: 'open' });
    expect(log.lines()).toContainEqual(
      expect.objectContaining({ level: 'ERROR', phrase: 'a request failed', route: 'POST /fi/preferences' }),
    );
    expect(log.text()).not.toContain(reference);
  });

  it('a lost race to the end is told on the page from which it can be tried again', async () => {
    const log = collectLog();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    let version = 4;
    dynamodb = new FakeDynamoDb((call) => {
      const result = call();
      version += 1;
      seedLedger({ version });
      return result;
    });
    asked();
    const answer = await post({ choice: 'stop' });
    expect([answer.statusCode, answer.body.includes(fi.unavailable)]).toEqual([503, true]);
    expect(log.lines()).toMatchObject([{ phrase: 'a request failed' }]);
  });
});

it('neither a link nor a choice is ever logged', async () => {
  const log = collectLog();
  asked();
  await open();
  await post({ choice: 'stop' });
  await post({ choice: 'hello' });
  await open({}, 'forged');
  expect(log.text()).toBe('');
});
