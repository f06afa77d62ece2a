/**
 * The simulated respondent with JavaScript, on the page as the system makes it and a server with real keys: it finds the
 * keys in the script and the questions in the form, keeps its invitation out of the request for the page, and says how
 * its ballot ended. The network is replaced; the page and the ballot are not.
 */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { respondInBrowser } from '../../../local/simulation/web-respondent.ts';
import { questionSetVersion } from '../../../shared/domain/questions/question-sets.ts';
import { scriptWith, surveyPage } from '../../../shared/domain/respondent/survey-page.ts';
import { BallotServer, newQuarters, publicKeysOf } from '../../support/ballot-server.ts';
import { organisation } from '../../support/organisation.ts';

const quarters = newQuarters('2026-Q1', '2026-Q2');
const context = randomBytes(9).toString('base64url');
const fragment = `${randomBytes(16).toString('base64url')}.${context}`;
const origin = 'http://kuultu.example';
const link = `${origin}/fi/s/family.1#${fragment}`;

let server: BallotServer;
let page: string;
const requested: string[] = [];

beforeEach(() => {
  const questionSet = questionSetVersion('family', 1);
  if (questionSet === undefined) throw new Error('there is no such form');
  server = new BallotServer(quarters);
  page = surveyPage('fi', questionSet, scriptWith(quarters.map(publicKeysOf)), organisation);
  requested.length = 0;
  vi.stubGlobal('fetch', async (address: URL, options?: RequestInit) => {
    requested.push(address.href);
    if (options?.method !== 'POST') return new Response(page);
    const sent = JSON.parse(options.body as string) as object;
    const { status, body } = await server.line.post(address.pathname, sent);
    return Response.json(body, { status });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const everything = (questions: readonly { key: string; values: readonly string[] }[]) =>
  Object.fromEntries(questions.map(({ key, values }) => [key, values.at(0) ?? '']));

describe('a respondent with JavaScript', () => {
  it('asks for the page without the invitation, posts twice to the same origin, and is counted', async () => {
    const nonces: string[] = [];
    const visit = await respondInBrowser(link, everything, { onNonce: (nonce) => nonces.push(nonce) });
    expect(visit).toBe('taken');
    expect(requested).toEqual([`${origin}/fi/s/family.1`, `${origin}/v1/ballots`, `${origin}/v1/responses`]);
    expect([...server.pool.keys()]).toEqual(nonces);
    expect(server.read(nonces[0] ?? '')).toMatchObject({ context, answers: { heard: 1 } });
  });

  it('is told that the invitation has been used', async () => {
    await respondInBrowser(link, everything);
    expect(await respondInBrowser(link, everything)).toBe('used');
  });

  it('posts nothing where nothing was answered', async () => {
    expect(await respondInBrowser(link, () => ({}))).toBe('nothing');
    expect(server.posts).toEqual([]);
  });

  it('leaves out what the form does not ask, as a browser would', async () => {
    const nonces: string[] = [];
    await respondInBrowser(link, () => ({ heard: '5', 'shoe-size': '44' }), {
      onNonce: (nonce) => nonces.push(nonce),
    });
    expect(server.read(nonces[0] ?? '')).toEqual({ context, answers: { heard: 5 } });
  });

  it('can be given a line of its own', async () => {
    const forger = new BallotServer([...newQuarters('2026-Q1')]);
    expect(['tampered', 'refused']).toContain(
      await respondInBrowser(link, everything, { line: forger.line }),
    );
    expect([server.posts, forger.postsTo('/v1/responses')]).toEqual([[], []]);
  });

  it.each([
    ['an option that the form does not have', link, () => ({ heard: '6' })],
    ['a link without an invitation', `${origin}/fi/s/family.1`, everything],
  ])('fails loudly with %s', async (_, address, choose) => {
    await expect(respondInBrowser(address, choose)).rejects.toThrow();
    expect(server.posts).toEqual([]);
  });

  it('fails loudly on a page without keys', async () => {
    page = page.replace(/const keys=.*?;/, '');
    await expect(respondInBrowser(link, everything)).rejects.toThrow('no keys');
  });
});
