/**
 * A comment made to do harm, in the form that comes back to be shortened, in a real browser that runs scripts: it does
 * nothing, is as it was written, and is isolated from what stands around it. The markup is shown as it is composed: no
 * part of the system runs.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { problemTexts } from '../../shared/domain/respondent/problem-texts.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { launchChromium } from '../support/chromium.ts';
import { shipped } from '../support/filled-forms.ts';
import { formOf } from '../support/respondent-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const comment = `</textarea><script>document.title='taken'</script><img src="data:," onerror="document.title='taken'"> \u202eotetiv\n`;

it('comes back as a text in its field, and turns nothing else round', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 740 } });
  const problem = problemTexts.fi.shorten(1);
  const filled = { problem, isCommentAtFault: true, answers: { heard: 4 }, comment };
  await page.setContent(formOf('fi', shipped('meeting'), filled));
  expect(await page.getByRole('textbox').inputValue()).toBe(comment);
  expect(await page.title()).not.toBe('taken');
  expect(await page.locator('img').count()).toBe(0);
  const isolation: unknown = await page.evaluate(
    "getComputedStyle(document.getElementById('comment')).unicodeBidi",
  );
  expect(isolation).toBe('plaintext');
  // What is said of it leads down to it.
  await page.getByRole('alert').getByRole('link').click();
  expect(await page.evaluate('location.hash')).toBe('#comment');
  await expectAccessible(page);
});
