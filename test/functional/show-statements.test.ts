/**
 * The privacy notice and the accessibility statement: the same for everyone, one response that can be cached and that its
 * own policy lets show itself, in each language, with the organisation that the environment names.
 */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accessibilityStatement } from '../../shared/domain/respondent/accessibility-statement.ts';
import { privacyNotice } from '../../shared/domain/respondent/privacy-notice.ts';
import { formLanguages } from '../../shared/domain/vocabulary.ts';
import { callHttp, collectLog } from '../support/lambda-invocation.ts';
import { organisation } from '../support/organisation.ts';

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('ORGANISATION', JSON.stringify(organisation));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const statements = [
  {
    name: 'privacy',
    write: privacyNotice,
    start: async () => (await import('../../functions/show-privacy-notice/handler.ts')).handler,
  },
  {
    name: 'accessibility',
    write: accessibilityStatement,
    start: async () => (await import('../../functions/show-accessibility-statement/handler.ts')).handler,
  },
];

describe.each(statements)('$name', ({ name, write, start }) => {
  const show = async (language: string, headers: Record<string, string> = {}) =>
    callHttp(await start(), { path: `/${language}/${name}`, pathParameters: { language }, headers });

  it.each(formLanguages)(
    'in %s names the organisation, can be cached, and sets no cookie',
    async (language) => {
      const { statusCode, headers = {}, body } = await show(language);
      expect(statusCode).toBe(200);
      expect(body).toBe(write(language, organisation));
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'public, max-age=300',
        'referrer-policy': 'no-referrer',
      });
      expect(Object.keys(headers)).not.toContain('set-cookie');
    },
  );

  it('is the same for everyone, and says nothing of them in the log', async () => {
    const log = collectLog();
    expect(await show('fi', { cookie: 'who=ann', 'user-agent': 'x', referer: 'y' })).toEqual(
      await show('fi'),
    );
    expect(log.text()).toBe('');
  });

  it('is compressed where the browser takes that, and fits ten packets', async () => {
    const { headers, body } = await show('sv', { 'accept-encoding': 'gzip' });
    expect(headers?.['content-encoding']).toBe('gzip');
    const sent = Buffer.from(body, 'base64');
    expect(sent.length).toBeLessThanOrEqual(14_336);
    expect(gunzipSync(sent).toString()).toBe((await show('sv')).body);
  });

  it('styles itself under its own policy, and runs nothing', async () => {
    const { headers, body } = await show('en');
    const policy = String(headers?.['content-security-policy']);
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(body) ?? [];
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(body).not.toMatch(/<script|\sstyle="|\son[a-z]+="/);
  });

  it.each(['de', '', 'fi/../en'])('is not there in %j', async (language) => {
    expect((await show(language)).statusCode).toBe(404);
  });

  it.each(['', 'null', '{}', JSON.stringify({ ...organisation, email: 'nobody' })])(
    'whose installation it is can not be said by halves: %j fails at the start',
    async (value) => {
      vi.stubEnv('ORGANISATION', value);
      await expect(start()).rejects.toThrow();
    },
  );
});
