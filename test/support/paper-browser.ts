import type { Browser, CDPSession, Page } from 'playwright-core';
import { parsePage, type Form, type Page as ReadPage } from '../../local/simulation/page.ts';
import {
  openPage,
  questionsOf,
  sendAnswers,
  typeCode,
  type Invitation,
} from '../../local/simulation/respondent.ts';

/** What a respondent met: the nonce that the form carried, and the page where it ended. */
export type Visit = { readonly nonce: string; readonly ended: string };

/**
 * A page of a browser, and the way to ask that browser where things are. Playwright's own clicks run a library of
 * scripts in every page that is opened, which hundreds of visits would spend half of their time on.
 */
export type PaperPage = { readonly page: Page; readonly devtools: CDPSession };

/** Opens a page in a browser whose JavaScript is off, as somebody with a very old or very careful phone has it. */
export async function openPaperPage(browser: Browser): Promise<PaperPage> {
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ javaScriptEnabled: false, viewport });
  const page = await context.newPage();
  return { page, devtools: await context.newCDPSession(page) };
}

/** An answer for each question that is shown, by key and scale; undefined skips it. */
export type Choose = (key: string, values: readonly number[]) => number | undefined;

/**
 * Follows the link, types the code, chooses, sends.
 *
 * @throws Error when what is to be pressed is not there, or does not show
 */
export async function answerOnPaper(
  paper: PaperPage,
  { link, code }: Invitation,
  choose: Choose,
): Promise<Visit> {
  await paper.page.goto(link);
  await press(paper, 'input[name=code]');
  await paper.page.keyboard.insertText(code);
  const { kind, forms } = await pressAndRead(paper, 'form[method=post] button');
  if (kind !== 'questions') return { nonce: '', ended: kind };
  const [form] = forms;
  for (const { key, values } of form === undefined ? [] : questionsOf(form)) {
    const choice = choose(key, steps(values));
    if (choice !== undefined) await press(paper, `label:has(> [name="${key}"][value="${choice}"])`);
  }
  return { nonce: nonceIn(form), ended: (await pressAndRead(paper, 'form[method=post] button')).kind };
}

/** The same without a browser: reads the pages, and sends the forms in them as one does. */
export async function answerByForms({ link, code }: Invitation, choose: Choose): Promise<Visit> {
  const questions = await typeCode(await openPage(link), code);
  if (questions.kind !== 'questions') return { nonce: '', ended: questions.kind };
  const ended = await sendAnswers(questions, (asked) =>
    Object.fromEntries(
      asked.flatMap(({ key, values }) => {
        const choice = choose(key, steps(values));
        return choice === undefined ? [] : [[key, String(choice)]];
      }),
    ),
  );
  return { nonce: nonceIn(questions.forms[0]), ended: ended.kind };
}

const steps = (values: readonly string[]): number[] => values.filter((value) => value !== '').map(Number);

const nonceIn = (form: Form | undefined): string =>
  form?.fields.find(({ name }) => name === 'nonce')?.value ?? '';

/** Presses the middle of what a selector finds first, wherever that shows on the screen. */
async function press({ page, devtools }: PaperPage, selector: string): Promise<void> {
  const { root } = await devtools.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  if (nodeId === 0) throw new Error(`the page has no ${selector}`);
  await devtools.send('DOM.scrollIntoViewIfNeeded', { nodeId });
  const { quads } = await devtools.send('DOM.getContentQuads', { nodeId });
  const [left = Number.NaN, top = Number.NaN, , , right = Number.NaN, bottom = Number.NaN] = quads[0] ?? [];
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
}

/** Presses what sends a form, and reads the page that comes back. */
async function pressAndRead(paper: PaperPage, selector: string): Promise<ReadPage> {
  const { page, devtools } = paper;
  await Promise.all([page.waitForEvent('domcontentloaded'), press(paper, selector)]);
  const { root } = await devtools.send('DOM.getDocument', { depth: 0 });
  const { outerHTML } = await devtools.send('DOM.getOuterHTML', { nodeId: root.nodeId });
  return parsePage(outerHTML, page.url());
}
