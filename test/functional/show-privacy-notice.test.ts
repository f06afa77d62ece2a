/**
 * The privacy notice: the same for everyone, one response that can be cached and that its own policy lets show itself,
 * in each language, with the organisation that the environment names.
 */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { privacyNotice } from '../../shared/domain/respondent/privacy-notice.ts';
import { languages } from '../../shared/domain/vocabulary.ts';
import { callHttp, collectLog } from '../support/lambda-invocation.ts';

const controller = {
  name: { fi: 'Esimerkin hyvinvointialue', sv: 'Exemplets välfärdsområde', en: 'The Example county' },
  email: 'kyselyt@example.org',
  officerEmail: 'tietosuojavastaava@example.org',
};

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('CONTROLLER', JSON.stringify(controller));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const start = async () => (await import('../../functions/show-privacy-notice/handler.ts')).handler;
const show = async (language: string, headers: Record<string, string> = {}) =>
  callHttp(await start(), { path: `/${language}/privacy`, pathParameters: { language }, headers });

describe('the notice', () => {
  it.each(languages)('in %s names the organisation, can be cached, and sets no cookie', async (language) => {
    const { statusCode, headers = {}, body } = await show(language);
    expect(statusCode).toBe(200);
    expect(body).toBe(privacyNotice(language, controller));
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'referrer-policy': 'no-referrer',
    });
    expect(Object.keys(headers)).not.toContain('set-cookie');
  });

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
});

describe('the organisation', () => {
  it('need not be named', async () => {
    vi.stubEnv('CONTROLLER', 'null');
    expect((await show('fi')).body).toBe(privacyNotice('fi', undefined));
  });

  it.each(['', '{}', JSON.stringify({ ...controller, email: 'nobody' })])(
    'is not read by halves: %j fails at the start',
    async (value) => {
      vi.stubEnv('CONTROLLER', value);
      await expect(start()).rejects.toThrow();
    },
  );
});
