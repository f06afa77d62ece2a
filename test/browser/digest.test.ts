/**
 * Shows the period digest in a real browser, as its function answers: in every language, light and dark, without a finding
 * of axe (WCAG 2.2 A and AA, best practices) and without scrolling sideways at 320 px, asking nothing of anyone else and
 * under its own policy; and on paper, where a form of seven questions with five things that are done fits one page of A4.
 *
 * The browser's requests go straight to the function, on tables in memory: the rest of the system has nothing to do with
 * this page.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { saveActions } from '../../shared/adapters/actions.ts';
import { publishRelease } from '../../shared/adapters/releases.ts';
import { saveUnit } from '../../shared/adapters/settings.ts';
import { languages } from '../../shared/domain/vocabulary.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { launchChromium } from '../support/chromium.ts';
import {
  familyForm,
  monthlyForm,
  organisation,
  organisationCells,
  pairs,
  release,
  unitCells,
  unitName,
} from '../support/digest-releases.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp } from '../support/lambda-invocation.ts';
import { follow } from '../support/page-steps.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SETTINGS_TABLE: 'settings',
  REPORTS_TABLE: 'reports',
  RELEASES_BUCKET: 'releases',
  GROUPS_CLAIM: 'cognito:groups',
})) {
  vi.stubEnv(name, value);
}
const { handler } = await import('../../functions/show-digest/handler.ts');

const origin = 'https://palaute.example';
const a4 = { width: 210, height: 297 };
const pixels = (millimetres: number): number => Math.floor((millimetres / 25.4) * 96);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
  new FakeDynamoDb();
  const change = { by: 'ann', at: Date.parse('2026-04-20T10:00:00+03:00') };
  const placed = { name: unitName, region: 'north', organisation, public: true, confirmed: true };
  for (const id of ['u-1', 'u-none']) await saveUnit('settings', { id, ...placed }, change);
  const store = { table: 'reports', bucket: 'releases' };
  await publishRelease(store, release('T1', '2026-Q1', unitCells('u-1', familyForm)));
  for (const month of ['2026-01', '2026-02', '2026-03'])
    await publishRelease(store, release('T4', month, organisationCells(organisation, monthlyForm)));
  for (const path of [
    { kind: 'units', id: 'u-1', period: '2026-Q1' } as const,
    { kind: 'organisations', id: organisation, period: '2026-Q1' } as const,
  ])
    await saveActions('settings', path, undefined, { pairs: [...pairs, ...pairs.slice(0, 2)] }, change);
});
afterAll(async () => {
  await browser.close();
});

/** Answers the browser with what the function answers, to staff under `/v1` and to everyone else. */
async function serve(context: BrowserContext): Promise<string[]> {
  const requested: string[] = [];
  await context.route('**', async (route) => {
    const url = new URL(route.request().url());
    requested.push(url.pathname);
    const [first = '', , second = '', third = '', period = ''] = url.pathname
      .split('/')
      .slice(1)
      .map(decodeURIComponent);
    const answer =
      first === 'v1'
        ? await callHttp(handler, {
            path: '/v1/digests/{kind}/{id}/{period}',
            pathParameters: { kind: second, id: third, period },
            query: Object.fromEntries(url.searchParams),
            claims: { sub: 'bo', 'cognito:groups': '[analyst]' },
          })
        : await callHttp(handler, {
            path: '/{language}/digests/{unit}/{period}',
            pathParameters: { language: first, unit: second, period: third },
          });
    const headers = Object.entries(answer.headers ?? {}).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    return route.fulfill({
      status: answer.statusCode ?? 0,
      headers: Object.fromEntries(headers),
      body: answer.body,
    });
  });
  return requested;
}

const staffPath = (kind: string, id: string, language: string): string =>
  `/v1/digests/${kind}/${encodeURIComponent(id)}/2026-Q1?language=${language}`;

describe.each(languages)('in %s', (language) => {
  it.each(['light', 'dark'] as const)('is accessible and fits 320 px in %s', async (colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme });
    const requested = await serve(context);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const paths = [
      [staffPath('units', 'u-1', language), 'digest'],
      [staffPath('organisations', organisation, language), 'digest'],
      [`/${language}/digests/u-1/2026-Q1`, 'digest'],
      [`/${language}/digests/u-none/2026-Q1`, 'digest'],
    ] as const;
    for (const [path, kind] of paths) {
      await page.goto(origin + path);
      expect(await page.locator('main').getAttribute('data-page')).toBe(kind);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await expectAccessible(page);
    }
    expect(requested).toHaveLength(paths.length);
    expect(complaints).toEqual([]);
    await page.goto(`${origin}/${language}/digests/u-9/2026-Q1`);
    expect(await page.locator('main').getAttribute('data-page')).toBe('digest-missing');
    await expectAccessible(page);
    await context.close();
  });

  it.each([
    ['units', 'u-1'],
    ['organisations', organisation],
  ])('of %s is one page of A4 on paper', async (kind, id) => {
    const context = await browser.newContext({ colorScheme: 'dark' });
    await serve(context);
    const page = await context.newPage();
    await page.goto(origin + staffPath(kind, id, language));
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await context.close();
  });
});

it('is more than a page where there is more to say: the test can tell', async () => {
  const context = await browser.newContext();
  await serve(context);
  const page = await context.newPage();
  await page.goto(origin + staffPath('units', 'u-1', 'fi'));
  await page.evaluate(
    'document.querySelector("main").append(document.querySelector("#heard").cloneNode(true))',
  );
  expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
  await context.close();
});

/** Chromium writes every page of a document as an object of its own. */
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe('on paper', () => {
  it('is dark on white, whatever the screen, and has no row of languages', async () => {
    const context = await browser.newContext({
      viewport: { width: pixels(a4.width), height: pixels(a4.height) },
      colorScheme: 'dark',
    });
    await serve(context);
    const page = await context.newPage();
    await page.goto(`${origin}/fi/digests/u-1/2026-Q1`);
    expect(await shown(page)).toEqual({ paper: 'rgb(20, 24, 29)', languages: true });
    await page.emulateMedia({ media: 'print' });
    expect(await shown(page)).toEqual({ paper: 'rgb(255, 255, 255)', languages: false });
    await context.close();
  });

  const shown = async (page: Page) => ({
    paper: await page.evaluate('getComputedStyle(document.body).backgroundColor'),
    languages: await page.locator('nav').isVisible(),
  });
});

it('leads to the same digest in another language', async () => {
  const context = await browser.newContext();
  await serve(context);
  const page = await context.newPage();
  await page.goto(`${origin}/fi/digests/u-1/2026-Q1`);
  await follow(page, 'nav a[lang=sv]');
  expect(new URL(page.url()).pathname).toBe('/sv/digests/u-1/2026-Q1');
  expect(await page.locator('h1').textContent()).toContain(unitName.sv);
  await context.close();
});
