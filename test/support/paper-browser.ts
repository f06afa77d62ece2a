import type { Browser, Page } from 'playwright-core';
import { parsePage } from '../../local/simulation/page.ts';
import { questionsOf, type Invitation } from '../../local/simulation/respondent.ts';

/** What a respondent met: the nonce that the form carried, and the page where it ended. */
export type Visit = { readonly nonce: string; readonly ended: string };

/** Opens a page in a browser whose JavaScript is off, as somebody with a very old or very careful phone has it. */
export const openPaperPage = (browser: Browser): Promise<Page> =>
  browser
    .newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    .then((context) => context.newPage());

const kindOf = async (page: Page): Promise<string> =>
  (await page.locator('main').getAttribute('data-page')) ?? '';

/**
 * Follows the link, types the code, chooses, sends.
 *
 * @param choose an answer for each question that is shown, by key and scale; undefined skips it
 */
export async function answerOnPaper(
  page: Page,
  { link, code }: Invitation,
  choose: (key: string, values: readonly number[]) => number | undefined,
): Promise<Visit> {
  await page.goto(link);
  await page.fill('input[name=code]', code);
  await page.click('button');
  if ((await kindOf(page)) !== 'questions') return { nonce: '', ended: await kindOf(page) };
  const nonce = (await page.locator('input[name=nonce]').getAttribute('value')) ?? '';
  const form = parsePage(await page.content(), page.url()).forms[0];
  for (const { key, values } of form === undefined ? [] : questionsOf(form)) {
    const choice = choose(key, values.filter((value) => value !== '').map(Number));
    if (choice !== undefined) await page.check(`input[name="${key}"][value="${choice}"]`);
  }
  await page.click('button');
  return { nonce, ended: await kindOf(page) };
}
