/**
 * The respondent's page: the same for everyone, one response with the public keys of two quarters that its own policy
 * lets work; and for a browser without JavaScript the form that belongs to the code, whatever address it was typed at.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contextName } from '../../shared/adapters/crypto/contexts.ts';
import { makeTicket } from '../../shared/adapters/crypto/tickets.ts';
import { packed } from '../../shared/adapters/packed.ts';
import type { Context } from '../../shared/domain/context.ts';
import { typedCode, type Invitation } from '../../shared/domain/respondent/link.ts';
import { pageTexts, pageTextsByAudience } from '../../shared/domain/respondent/page-texts.ts';
import { problemTexts } from '../../shared/domain/respondent/problem-texts.ts';
import { formLanguages, languages } from '../../shared/domain/vocabulary.ts';
import { context } from '../support/answers.ts';
import { DeadlyCalls } from '../support/deadly-calls.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { spkiOf } from '../support/fake-kms.ts';
import { callHttp, collectLog, type RequestFacts } from '../support/lambda-invocation.ts';
import { organisation } from '../support/organisation.ts';
import { ownQuestion, storeOwnForms } from '../support/own-forms.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SETTINGS_TABLE: 'settings',
  BALLOT_KEYS_TABLE: 'ballot-keys',
  MIX_KEYS_TABLE: 'mix-keys',
  TICKETS_SECRET_ARN: 'arn:tickets',
  ORGANISATION: JSON.stringify(organisation),
})) {
  vi.stubEnv(name, value);
}

const ticketsKey = 'the tickets key of this test';
const newKey = (modulusLength: number): KeyObject => generateKeyPairSync('rsa', { modulusLength }).privateKey;
const quarters = ['2026-Q1', '2026-Q2', '2026-Q3'] as const;
/** One pair of each kind serves all quarters but the second. */
const [ballotKey, mixKey, otherBallotKey] = [newKey(2048), newKey(3072), newKey(2048)];
const pairsOf = (quarter: string) => ({
  'ballot-keys': quarter === '2026-Q2' ? otherBallotKey : ballotKey,
  'mix-keys': mixKey,
});

let calls: DeadlyCalls;
let dynamodb: FakeDynamoDb;
let handler: (typeof import('../../functions/show-survey/handler.ts'))['handler'];

function storeKey(table: 'ballot-keys' | 'mix-keys', quarter: string): void {
  const publicKey = spkiOf(pairsOf(quarter)[table]);
  dynamodb.seed(table, { id: quarter, publicKey, wrappedPrivateKey: new Uint8Array([1, 2, 3]) });
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-03T10:15:00+02:00') });
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: ticketsKey });
  calls = new DeadlyCalls();
  dynamodb = new FakeDynamoDb(calls.around);
  for (const quarter of quarters)
    for (const table of ['ballot-keys', 'mix-keys'] as const) storeKey(table, quarter);
  vi.resetModules();
  ({ handler } = await import('../../functions/show-survey/handler.ts'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const at = (survey = 'meeting.1', language = 'fi'): RequestFacts => ({
  path: `/${language}/s/${survey}`,
  pathParameters: { language, survey },
});
const show = (headers: Record<string, string> = {}) => callHttp(handler, { ...at(), headers });
const enter = (code: string, where = at()) =>
  callHttp(handler, { ...where, method: 'POST', body: new URLSearchParams({ code }).toString() });

const pageOf = (body: string): string | undefined => /data-page="([a-z-]+)"/.exec(body)?.[1];

/** What a mail in this context carries. */
function invite(changes: Partial<Context> = {}, expiryMonth = '2026-05'): Invitation {
  const name = contextName('contexts key', context(changes));
  dynamodb.seed('settings', { pk: 'CONTEXTS', sk: name, context: context(changes) });
  return { ticket: makeTicket(ticketsKey, expiryMonth), context: name };
}

describe('the page behind a link', () => {
  it('is the same for everyone, and can be cached', async () => {
    const [first, second] = [await show(), await show({ cookie: 'who=ann', 'user-agent': 'x' })];
    expect(first).toEqual(second);
    expect(first).toMatchObject({ statusCode: 200, headers: { 'cache-control': 'public, max-age=300' } });
  });

  it('holds what was heard in every region, under its name, and is worth as much where that can not be read', async () => {
    const bare = await show();
    expect(bare.body).not.toMatch(/<h3>|href="\/fi\/heard/);
    const told = ['north', 'south'].map((region) => ({
      region,
      period: '2025-Q4',
      pairs: [{ said: { fi: `Sanat: ${region}.` }, did: { fi: 'Teot.' } }],
    }));
    dynamodb.seed('settings', { pk: 'HEARD', sk: 'HEARD', version: 1, document: packed(told) });
    // What was read is remembered for five minutes, as a browser keeps the page.
    vi.setSystemTime(Date.now() + 4 * 60_000);
    expect(await show()).toEqual(bare);
    vi.setSystemTime(Date.now() + 60_000);
    const { body } = await show();
    for (const region of ['north', 'south'])
      expect(body).toMatch(new RegExp(`<h3>${region}</h3><p><b>[^<]+</b> Sanat: ${region}\\.`));
    vi.setSystemTime(Date.now() + 5 * 60_000);
    dynamodb.seed('settings', { pk: 'HEARD', sk: 'HEARD', version: 2, document: 'torn' });
    collectLog();
    expect(await show()).toEqual(bare);
  });

  it('is compressed where the browser takes that, and says the same', async () => {
    const compressed = await show({ 'accept-encoding': 'br, gzip' });
    expect(compressed.headers?.['content-encoding']).toBe('gzip');
    expect(gunzipSync(Buffer.from(compressed.body, 'base64')).toString()).toBe((await show()).body);
  });

  it('runs and styles itself under its own policy, which allows nothing else', async () => {
    const { body, headers } = await show();
    const policy = String(headers?.['content-security-policy']);
    const inlined = [...body.matchAll(/<(style|script)>(.*?)<\/\1>/gs)];
    expect(inlined.map(([, tag]) => tag)).toEqual(['style', 'script']);
    for (const [, tag, content = ''] of inlined) {
      const hash = createHash('sha256').update(content).digest('base64');
      expect(policy).toContain(`${tag ?? ''}-src 'sha256-${hash}'`);
    }
    expect(policy).toContain("default-src 'none'");
    // The two posts go to where the page came from, and nowhere else.
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(body).not.toMatch(/\sstyle="|\son[a-z]+="/);
  });

  it.each(['meeting', 'meet', 'meeting.1/../x', 'meeting.2', 'nobody.1', 'constructor.1'])(
    'is not there for %s: a page says so, the same for all of them, and the code leads on from it',
    async (survey) => {
      for (const language of formLanguages) {
        const missing = await callHttp(handler, at(survey, language));
        expect(missing).toMatchObject({ statusCode: 404, headers: { 'cache-control': 'no-store' } });
        expect(pageOf(missing.body)).toBe('no-survey');
        expect(missing.body).toBe((await callHttp(handler, at('nobody.7', language))).body);
        const opened = await enter(typedCode(invite()), at(survey, language));
        expect([opened.statusCode, pageOf(opened.body)]).toEqual([200, 'questions']);
        expect(opened.body).toContain(`action="/${language}/s/meeting.1/answers"`);
      }
    },
  );

  it('is in none but our languages: a page says so in all of them', async () => {
    const { statusCode, body } = await callHttp(handler, at('meeting.1', 'de'));
    expect([statusCode, pageOf(body)]).toEqual([404, 'missing']);
    for (const language of languages) expect(body).toContain(problemTexts[language].told.missing.text);
  });
});

describe('the keys in the page', () => {
  type Keys = { id: string; ballot: string; mix: string }[];
  const keysShown = async (): Promise<Keys> => {
    const [, keys = 'null'] = /<script>const keys=(.*?);/.exec((await show()).body) ?? [];
    return JSON.parse(keys) as Keys;
  };
  const idsShown = async (): Promise<string[]> => (await keysShown()).map(({ id }) => id);
  const modulus = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).n ?? '';

  it('are those of this quarter and the next, as they are stored, and public alone', async () => {
    expect(await keysShown()).toEqual([
      { id: '2026-Q1', ballot: modulus(ballotKey), mix: modulus(mixKey) },
      { id: '2026-Q2', ballot: modulus(otherBallotKey), mix: modulus(mixKey) },
    ]);
  });

  it('are the same in every language and on every form', async () => {
    const scripts = await Promise.all(
      [at(), at('family.1', 'sv'), at('child.1', 'en')].map(async (where) =>
        /<script>.*?<\/script>/s.exec((await callHttp(handler, where)).body),
      ),
    );
    expect(new Set(scripts.map(String)).size).toBe(1);
  });

  it('are read once a quarter, however often the page is shown', async () => {
    for (let nth = 0; nth < 5; nth += 1) await show();
    // The form, whether it is withdrawn, and what was heard are remembered as well.
    expect(calls.made).toBe(1 + 3);
  });

  it('turn at midnight in Helsinki, also where the page was shown before', async () => {
    vi.setSystemTime(Date.parse('2026-03-31T20:59:59.999Z'));
    expect(await idsShown()).toEqual(['2026-Q1', '2026-Q2']);
    vi.setSystemTime(Date.parse('2026-03-31T21:00:00Z'));
    expect(await idsShown()).toEqual(['2026-Q2', '2026-Q3']);
    expect(calls.made).toBe(2 + 2 + 1);
  });

  it.each(['ballot-keys', 'mix-keys'] as const)(
    'are left out for a quarter that has none in %s yet, and looked for again',
    async (table) => {
      vi.setSystemTime(Date.parse('2026-07-01T10:00:00+03:00'));
      storeKey(table === 'mix-keys' ? 'ballot-keys' : 'mix-keys', '2026-Q4');
      expect(await idsShown()).toEqual(['2026-Q3']);
      storeKey(table, '2026-Q4');
      expect(await idsShown()).toEqual(['2026-Q3', '2026-Q4']);
    },
  );

  it('may be none in a deployment’s first hour: the page asks for the code then', async () => {
    vi.setSystemTime(Date.parse('2030-01-01T10:00:00+02:00'));
    const { statusCode, body } = await show();
    expect(statusCode).toBe(200);
    expect(body).toContain('const keys=[];');
    expect(body).toContain('name="code"');
  });

  it('that can’t be read fail the page, which says no more than that, and the next reader has it', async () => {
    const log = collectLog();
    calls = new DeadlyCalls({ call: 1, takesEffect: false, dies: false });
    dynamodb = new FakeDynamoDb(calls.around);
    for (const table of ['ballot-keys', 'mix-keys'] as const) storeKey(table, '2026-Q1');
    const failed = await show();
    expect([failed.statusCode, pageOf(failed.body)]).toEqual([500, 'failed']);
    expect(failed.headers?.['cache-control']).toBe('no-store');
    expect(failed.body).toContain(problemTexts.fi.told.failed.text);
    expect(log.lines()).toMatchObject([{ phrase: 'a request failed' }]);
    expect(await idsShown()).toEqual(['2026-Q1']);
  });
});

describe('a form of the organisation’s own', () => {
  const ownWords = 'Minut otettiin lämpimästi vastaan.';

  it('is shown under its version, beside the one that is shipped', async () => {
    storeOwnForms(dynamodb, { id: 'meeting', published: [2] });
    const [own, shipped] = [await callHttp(handler, at('meeting.2')), await show()];
    expect([own.statusCode, own.body.includes(ownWords)]).toEqual([200, true]);
    expect([shipped.statusCode, shipped.body.includes(ownWords)]).toEqual([200, false]);
    const { body } = await enter(typedCode(invite({ questionSetVersion: 2 })), at('meeting.1', 'sv'));
    expect(body).toContain('action="/sv/s/meeting.2/answers"');
    expect(body).toContain(`name="${ownQuestion}"`);
  });

  it.each(['meeting.1', 'meeting.2'])('says of %s a minute later that it is withdrawn', async (survey) => {
    storeOwnForms(dynamodb, { id: 'meeting', published: [2] });
    expect((await callHttp(handler, at(survey))).statusCode).toBe(200);
    storeOwnForms(dynamodb, { id: 'meeting', published: [2], withdrawn: [1, 2] });
    vi.setSystemTime(Date.now() + 60_000);
    const version = Number(survey.at(-1));
    for (const language of formLanguages) {
      const opened = await callHttp(handler, at(survey, language));
      const entered = await enter(
        typedCode(invite({ questionSetVersion: version })),
        at('child.1', language),
      );
      for (const { statusCode, headers, body } of [opened, entered]) {
        expect([statusCode, pageOf(body)]).toEqual([410, 'withdrawn']);
        expect(headers?.['cache-control']).toBe('no-store');
        expect(body).toContain(`<html lang="${language}"`);
      }
    }
    // Another form is still there.
    expect((await callHttp(handler, at('child.1'))).statusCode).toBe(200);
  });
});

describe('a code', () => {
  it('as it was mailed opens its form, which is not cached and uses nothing up', async () => {
    const invitation = invite();
    const before = dynamodb.items('settings');
    for (const code of [typedCode(invitation), `${invitation.ticket}.${invitation.context}`]) {
      const { statusCode, headers, body } = await enter(code);
      expect(statusCode).toBe(200);
      expect(headers?.['cache-control']).toBe('no-store');
      expect(body).toContain(`name="ticket" value="${invitation.ticket}"`);
      expect(body).toContain(`name="context" value="${invitation.context}"`);
      expect(body).toContain('action="/fi/s/meeting.1/answers"');
    }
    expect(dynamodb.items('settings')).toEqual(before);
  });

  it('gets a fresh nonce each time', async () => {
    const code = typedCode(invite());
    const nonces = [await enter(code), await enter(code)].map(
      ({ body }) => /name="nonce" value="([\w-]{43})"/.exec(body)?.[1],
    );
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('that is typed at the page of another form is answered to its own form, so that no answer is lost', async () => {
    const { body } = await enter(typedCode(invite({ questionSet: 'family' })), at('meeting.1', 'sv'));
    expect(body).toContain('name="recommend"');
    expect(body).toContain('action="/sv/s/family.1/answers"');
  });

  it.each<[string, (invitation: Invitation) => string]>([
    ['nothing', () => ''],
    ['something else', () => 'hello'],
    ['a mistyped code', (invitation) => typedCode(invitation).replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))],
    [
      'a ticket of another key',
      ({ context: name }) => typedCode({ ticket: makeTicket('x', '2026-05'), context: name }),
    ],
    ['a context that nobody was given', ({ ticket }) => typedCode({ ticket, context: 'AAAAAAAAAAAA' })],
  ])('is asked for again after %s', async (_, typed) => {
    const { statusCode, body } = await enter(typed(invite()));
    expect(statusCode).toBe(422);
    expect(body).toContain(pageTexts.fi.mistyped);
    expect(body).toContain('name="code"');
  });

  it('is asked for again in the words of the form at whose address it was typed', async () => {
    const { body } = await enter('hello', at('child.1', 'sv'));
    expect(body).toContain(pageTextsByAudience.sv.child.mistyped);
    expect((await enter('hello', at('gone.1', 'sv'))).body).toContain(pageTexts.sv.mistyped);
  });

  it('of a form that is gone is told so, and not asked for again', async () => {
    const { statusCode, body } = await enter(typedCode(invite({ questionSetVersion: 99 })));
    expect([statusCode, pageOf(body)]).toEqual([410, 'withdrawn']);
    expect(body).not.toContain('name="code"');
    // Whoever has no ticket of ours learns nothing of it.
    const forged = { ...invite({ questionSetVersion: 99 }), ticket: makeTicket('x', '2026-05') };
    expect((await enter(typedCode(forged))).body).toBe((await enter('hello')).body);
  });

  it.each<[string, RequestFacts, number, string]>([
    ['as JSON', { headers: { 'content-type': 'application/json' }, body: '{"code":"x"}' }, 415, 'incomplete'],
    ['far too long', { body: `code=${'x'.repeat(33 * 1024)}` }, 413, 'too-large'],
  ])('that comes %s is refused on a page', async (_, facts, status, kind) => {
    const { statusCode, body } = await callHttp(handler, { ...at(), method: 'POST', ...facts });
    expect([statusCode, pageOf(body)]).toEqual([status, kind]);
  });

  it('that has expired is told so, from the first day of the next month on', async () => {
    const { statusCode, body } = await enter(typedCode(invite({}, '2026-02')));
    expect(statusCode).toBe(410);
    expect(body).toContain('data-page="expired"');
    expect((await enter(typedCode(invite({}, '2026-03')))).statusCode).toBe(200);
  });

  it('is never logged', async () => {
    const log = collectLog();
    await enter(typedCode(invite()));
    await enter('hello');
    expect(log.text()).toBe('');
  });
});
