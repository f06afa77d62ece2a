/**
 * Shows that whoever opened the survey in one language reads it in another by one tap, in a real browser: the invitation
 * goes along, nothing of it stays on the way back, what is filled in is not lost unasked, and the answer is counted once.
 * Without JavaScript the same links lead to the form for the code.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { languageNames } from '../../shared/domain/respondent/language-row.ts';
import { pageTexts } from '../../shared/domain/respondent/page-texts.ts';
import { formLanguages } from '../../shared/domain/vocabulary.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { invitation, startPageServer, type PageServer } from '../support/page-server.ts';
import { fillIn, send, standsAt } from '../support/survey-visits.ts';

let server: PageServer;

beforeAll(async () => {
  server = await startPageServer();
});
afterAll(async () => {
  await server.stop();
});

const pathIn = (language: string): string => `${server.origin}/${language}/s/family.1`;

it.each([
  ['fi', 'fi-x-selko'],
  ['fi-x-selko', 'fi'],
  ['en', 'sv'],
] as const)('opened in %s, it is answered in %s', async (first, second) => {
  const { page, context } = await server.open();
  await page.goto(`${server.origin}/en/s/child.1`);
  await page.goto(pathIn(first) + invitation);
  await standsAt(page, 'questions');
  const row = page.getByRole('navigation', { name: pageTexts[first].languages });
  expect(await row.getByRole('listitem').allInnerTexts()).toEqual(
    formLanguages.map((one) => languageNames[one]),
  );
  await row.getByRole('link', { name: languageNames[second] }).click();
  await page.waitForURL(pathIn(second) + invitation);
  await standsAt(page, 'questions');
  expect(await page.locator('html').getAttribute('lang')).toBe(second);
  await expectAccessible(page);
  await fillIn(page);
  await send(page);
  await standsAt(page, 'thanks');
  expect(server.ballots().pool.size).toBe(1);
  // On the way back there is what was there before the link from the mail: the page in the first language is gone.
  await page.goBack();
  expect(page.url()).toBe(`${server.origin}/en/s/child.1`);
  await context.close();
});

it('is not left unasked with something filled in', async () => {
  const { page, context } = await server.open();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.goto(pathIn('fi') + invitation);
  await standsAt(page, 'questions');
  await fillIn(page);
  // Playwright would wait for a page that the browser was told not to load.
  void page.evaluate('document.querySelector(\'nav a[lang="sv"]\').click()').catch(() => undefined);
  await expect.poll(() => asked).toEqual(['beforeunload']);
  expect(page.url()).toBe(pathIn('fi') + invitation);
  expect(await page.locator('form:visible input:checked').count()).toBe(2);
  await context.close();
});

it('leads to the form for the code without JavaScript', async () => {
  const { page, context } = await server.open({ javaScriptEnabled: false });
  await page.goto(pathIn('fi'));
  await page.locator('nav a[lang="fi-x-selko"]').click();
  expect(page.url()).toBe(pathIn('fi-x-selko'));
  expect(await page.locator('label[for=code]').innerText()).toBe(pageTexts['fi-x-selko'].codeLabel);
  await context.close();
});
