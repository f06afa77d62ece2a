/**
 * The HTML part of each mail in a real browser, as a mail program on a phone would show it: in every language, to every
 * audience, light and dark, without a finding of axe (WCAG 2.2 A and AA, best practices). It fits 320 px and large text,
 * asks for nothing on the network, and its links are large enough for a thumb. The markup is shown as it is composed: no
 * part of the system runs.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { formAudiences, type FormAudience } from '../../shared/domain/form-audience.ts';
import { composeRequestMail } from '../../shared/domain/respondent/mail.ts';
import { formLanguages, type FormLanguage } from '../../shared/domain/vocabulary.ts';
import { expectAccessible, expectToFit } from '../support/accessibility.ts';
import { launchChromium } from '../support/chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** The longest mail of its kind: one in which the language stands in for another. */
const htmlOf = (language: FormLanguage, audience: FormAudience): string =>
  composeRequestMail(
    {
      origin: 'https://asiakaskokemus.pohjois-pohjanmaan-hyvinvointialue.example',
      ...{ language, audience, fellBack: true, survey: 'young-person.1', lastMonth: '2026-12' },
      sender: {
        name: 'Itä-Uudenmaan hyvinvointialue – Östra Nylands välfärdsområde',
        address: 'palaute@hyvinvointialue.example',
        replyTo: 'asiakaskokemuskyselyt@pohjois-pohjanmaan-hyvinvointialue.example',
      },
      preferences: `https://asiakaskokemus.pohjois-pohjanmaan-hyvinvointialue.example/${language}/preferences?r=${'Ab-_'.repeat(16)}`,
    },
    { ticket: 'AAECAwQFBgcICQoLDA0ODw', context: 'EBESExQVFhcY' },
  ).html;

/** Shows a mail. */
async function show(page: Page, html: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.setContent(html, { waitUntil: 'load' });
  // The ground on which a mail program shows it, light or dark. The browser paints the same without being told, but axe
  // takes whatever nobody has told for white.
  await page.addStyleTag({ content: 'html { background: Canvas }' });
}

const mails = formLanguages.flatMap((language) => formAudiences.map((audience) => ({ language, audience })));

describe.each([
  { colorScheme: 'light', ground: 'rgb(255, 255, 255)' },
  { colorScheme: 'dark', ground: 'rgb(18, 18, 18)' },
] as const)('in $colorScheme', ({ colorScheme, ground }) => {
  let page: Page;
  const requested: string[] = [];
  beforeAll(async () => {
    page = await browser.newPage({ colorScheme });
    await page.route('**', (route) => {
      requested.push(route.request().url());
      return route.abort();
    });
  });
  afterAll(() => page.close());

  it.each(mails)('the mail in $language to the audience $audience is accessible', async (mail) => {
    await show(page, htmlOf(mail.language, mail.audience));
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(ground);
    expect(await page.locator('html').getAttribute('lang')).toBe(mail.language);
    await expectAccessible(page);
    for (const link of await page.locator('a').all())
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate("document.querySelector('main').style.fontSize = '32px'");
    await expectToFit(page);
    expect(requested).toEqual([]);
  });
});
