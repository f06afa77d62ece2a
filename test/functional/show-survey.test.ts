/**
 * The respondent's page: the same for everyone until a code is given, one response that its own policy lets work, and
 * the form that belongs to the code, whatever address it was typed at.
 */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contextName } from '../../shared/adapters/crypto/contexts.ts';
import { makeTicket } from '../../shared/adapters/crypto/tickets.ts';
import type { Context } from '../../shared/domain/context.ts';
import { typedCode, type Invitation } from '../../shared/domain/respondent/link.ts';
import { pageTexts } from '../../shared/domain/respondent/page-texts.ts';
import { context } from '../support/answers.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, collectLog, type RequestFacts } from '../support/lambda-invocation.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
vi.stubEnv('SETTINGS_TABLE', 'settings');
vi.stubEnv('TICKETS_SECRET_ARN', 'arn:tickets');
const { handler } = await import('../../functions/show-survey/handler.ts');

const ticketsKey = 'the tickets key of this test';
let dynamodb: FakeDynamoDb;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-03T10:15:00+02:00') });
  mockClient(SecretsManagerClient).on(GetSecretValueCommand).resolves({ SecretString: ticketsKey });
  dynamodb = new FakeDynamoDb();
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
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(body).not.toMatch(/\sstyle="|\son[a-z]+="/);
  });

  it.each([
    { language: 'de', survey: 'meeting.1' },
    { language: 'fi', survey: 'meeting' },
    { language: 'fi', survey: 'meeting.1/../x' },
  ])('is not there for $language $survey', async ({ language, survey }) => {
    expect((await callHttp(handler, at(survey, language))).statusCode).toBe(404);
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
    [
      'the context of a form that is gone',
      ({ ticket }) => typedCode({ ticket, context: invite({ questionSetVersion: 99 }).context }),
    ],
  ])('is asked for again after %s', async (_, typed) => {
    const { statusCode, body } = await enter(typed(invite()));
    expect(statusCode).toBe(422);
    expect(body).toContain(pageTexts.fi.mistyped);
    expect(body).toContain('name="code"');
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
