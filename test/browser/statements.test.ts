/**
 * Shows the privacy notice and the accessibility statement in a real browser, as their functions answer: in every
 * language without scrolling sideways at 320 px, with each section on one screen of a phone, and with every link at the top and the end as high as a finger.
 * Also that reading them halfway through a form leaves the form as it is.
 *
 * The browser's requests go straight to the functions: the rest of the system has nothing to do with these pages.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { codePage } from '../../shared/domain/respondent/page.ts';
import { accessibilitySections } from '../../shared/domain/respondent/accessibility-texts/wording.ts';
import { privacySections } from '../../shared/domain/respondent/privacy-texts/wording.ts';
import { formLanguages } from '../../shared/domain/vocabulary.ts';
import { expectToFit } from '../support/accessibility.ts';
import { launchChromium } from '../support/chromium.ts';
import { follow } from '../support/page-steps.ts';
import { callHttp } from '../support/lambda-invocation.ts';
import { organisation } from '../support/organisation.ts';

vi.stubEnv('ORGANISATION', JSON.stringify(organisation));
const statements = {
  privacy: (await import('../../functions/show-privacy-notice/handler.ts')).handler,
  accessibility: (await import('../../functions/show-accessibility-statement/handler.ts')).handler,
};
const names = ['privacy', 'accessibility'] as const;

const sectionsOf = { privacy: privacySections, accessibility: accessibilitySections };
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
    const name = names.find((each) => each === page);
    if (name === undefined)
      return route.fulfill({
        contentType: 'text/html',
        body: codePage({ language: 'fi', audience: 'adult' }, '–', organisation),
      });
    const answer = await callHttp(statements[name], { path: pathname, pathParameters: { language } });
    const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]);
    return route.fulfill({
      status: answer.statusCode ?? 0,
      headers: Object.fromEntries(headers) as Record<string, string>,
      body: answer.body,
    });
  });
  return requested;
}

describe.each(names.flatMap((name) => formLanguages.map((language) => ({ name, language }))))(
  '$name in $language',
  ({ name, language }) => {
    it('fits 320 px, and asks for nothing else', async () => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
      const requested = await serve(context);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(`${origin}/${language}/${name}`);
      expect(await page.locator('main').getAttribute('data-page')).toBe(name);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await expectToFit(page);
      expect(requested).toEqual([`${origin}/${language}/${name}`]);
      expect(complaints).toEqual([]);
      await context.close();
    });

    it('has each section on one screen of a phone', async () => {
      const viewport = { width: 390, height: 844 };
      const context = await browser.newContext({ viewport });
      await serve(context);
      const page = await context.newPage();
      await page.goto(`${origin}/${language}/${name}`);
      const sections = await page.locator('section').all();
      expect(sections).toHaveLength(sectionsOf[name].length);
      for (const section of sections) {
        const box = await section.boundingBox();
        expect(box?.height, (await section.getAttribute('id')) ?? '').toBeLessThanOrEqual(viewport.height);
      }
      for (const link of await page.locator('header a, nav a, footer a').all())
        expect((await link.boundingBox())?.height, await link.innerText()).toBeGreaterThanOrEqual(44);
      await context.close();
    });
  },
);

it.each(names)(
  '%s opens beside a page that is being filled in, and leads to its other languages',
  async (name) => {
    const context = await browser.newContext();
    await serve(context);
    const form = await context.newPage();
    await form.goto(`${origin}/fi/s/meeting.1`);
    await form.fill('input[name=code]', 'ABCD-1234');
    const [statement] = await Promise.all([
      context.waitForEvent('page'),
      form.click(`footer a[href="/fi/${name}"]`),
    ]);
    await statement.waitForLoadState();
    await follow(statement, 'nav a[lang=sv]');
    expect(await statement.locator('html').getAttribute('lang')).toBe('sv');
    expect(await statement.evaluate('opener')).toBeNull();
    expect(await form.inputValue('input[name=code]')).toBe('ABCD-1234');
    await context.close();
  },
);
