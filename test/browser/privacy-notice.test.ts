/**
 * Shows the privacy notice in a real browser, as its function answers: in every language, light and dark, without a
 * finding of axe (WCAG 2.2 A and AA, best practices), without scrolling sideways at 320 px, and with each section on one
 * screen of a phone. Also that reading it halfway through a form leaves the form as it is.
 *
 * The browser's requests go straight to the function: the rest of the system has nothing to do with this page.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { codePage } from '../../shared/domain/respondent/page.ts';
import { privacySections } from '../../shared/domain/respondent/privacy-texts/wording.ts';
import { languages } from '../../shared/domain/vocabulary.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { launchChromium } from '../support/chromium.ts';
import { callHttp } from '../support/lambda-invocation.ts';
import { follow } from '../support/page-steps.ts';

vi.stubEnv(
  'CONTROLLER',
  JSON.stringify({
    name: {
      fi: 'Esimerkin ja Mallin hyvinvointialue',
      sv: 'Exemplets och Modellens välfärdsområde',
      en: 'The Wellbeing services county of Example and Model',
    },
    email: 'asiakaskokemuskyselyt@hyvinvointialue.example',
    officerEmail: 'tietosuojavastaava@hyvinvointialue.example',
  }),
);
const { handler } = await import('../../functions/show-privacy-notice/handler.ts');

const origin = 'https://palaute.example';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** Answers the browser with what the function answers; any other page is the one for the code. */
async function serve(context: BrowserContext): Promise<string[]> {
  const requested: string[] = [];
  await context.route('**', async (route) => {
    const { pathname } = new URL(route.request().url());
    requested.push(route.request().url());
    const [, language = '', page] = pathname.split('/');
    if (page !== 'privacy') return route.fulfill({ contentType: 'text/html', body: codePage('fi', '–') });
    const answer = await callHttp(handler, { path: pathname, pathParameters: { language } });
    const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]);
    return route.fulfill({
      status: answer.statusCode ?? 0,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: answer.body,
    });
  });
  return requested;
}

describe.each(languages)('the notice in %s', (language) => {
  it.each(['light', 'dark'] as const)('is accessible and fits 320 px in %s', async (colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme });
    const requested = await serve(context);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${origin}/${language}/privacy`);
    expect(await page.locator('main').getAttribute('data-page')).toBe('privacy');
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await expectAccessible(page);
    expect(requested).toEqual([`${origin}/${language}/privacy`]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('has each section on one screen of a phone', async () => {
    const viewport = { width: 390, height: 844 };
    const context = await browser.newContext({ viewport });
    await serve(context);
    const page = await context.newPage();
    await page.goto(`${origin}/${language}/privacy`);
    for (const name of privacySections) {
      const box = await page.locator(`#${name}`).boundingBox();
      expect(box?.height, name).toBeLessThanOrEqual(viewport.height);
    }
    await context.close();
  });
});

it('opens beside a page that is being filled in, and leads to its other languages', async () => {
  const context = await browser.newContext();
  await serve(context);
  const form = await context.newPage();
  await form.goto(`${origin}/fi/s/meeting.1`);
  await form.fill('input[name=code]', 'ABCD-1234');
  const [notice] = await Promise.all([
    context.waitForEvent('page'),
    form.click('footer a[href="/fi/privacy"]'),
  ]);
  await notice.waitForLoadState();
  await follow(notice, 'nav a[lang=sv]');
  expect(await notice.locator('html').getAttribute('lang')).toBe('sv');
  expect(await notice.evaluate('opener')).toBeNull();
  expect(await form.inputValue('input[name=code]')).toBe('ABCD-1234');
  await context.close();
});
