/**
 * Shows every page for the people who are asked as somebody has it who sees differently: a desk's screen at 400 % zoom, a
 * phone of 320 px, letters twice the size, a language that is written from right to left: none scrolls sideways, and
 * nothing is cut off. In colours of the reader's own, what can be pressed and what was chosen can be seen; and nothing
 * moves. The pages are shown as they are composed: no part of the system runs.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { questionSets } from '../../shared/domain/questions/question-sets.ts';
import { surveyName } from '../../shared/domain/respondent/link.ts';
import { formLanguages, type FormLanguage } from '../../shared/domain/vocabulary.ts';
import { expectToFit } from '../support/accessibility.ts';
import { invitation, startPageServer, type PageServer } from '../support/page-server.ts';
import { formOf, pagesWithoutScript } from '../support/respondent-pages.ts';
import { shipped } from '../support/filled-forms.ts';
import { standsAt } from '../support/survey-visits.ts';

let server: PageServer;

beforeAll(async () => {
  server = await startPageServer();
});
afterAll(async () => {
  await server.stop();
});

/** Shows one page after the other in a window, those of the survey with their script, and has each looked at. */
async function everyPage(
  language: FormLanguage,
  options: BrowserContextOptions,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const { page, context } = await server.open(options);
  for (const { id, version } of questionSets) {
    await page.goto(`${server.origin}/${language}/s/${surveyName(id, version)}${invitation}`);
    await standsAt(page, 'questions');
    await look(page, id);
  }
  for (const { name, html } of pagesWithoutScript(language)) {
    await page.setContent(html);
    await look(page, name);
  }
  await context.close();
}

/** Words and fields that stand beyond the edge of the screen. */
const cutOff = `(() => {
  const beyond = ({ left, right }) => left < -1 || right > innerWidth + 1;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const cut = [...document.querySelectorAll('input, button, textarea')].filter((one) => beyond(one.getBoundingClientRect()));
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    if ([...range.getClientRects()].some(beyond)) cut.push(texts.currentNode.parentElement);
  }
  return cut.map(({ outerHTML }) => outerHTML);
})()`;

async function expectWhole(page: Page, name: string): Promise<void> {
  await expectToFit(page);
  expect.soft(await page.evaluate(cutOff), name).toEqual([]);
}

it.each(formLanguages)(
  'every page in %s fits a desk at 400 %, and a phone whose reader has letters twice the size',
  async (language) => {
    const desk = { width: 1280, height: 1024 };
    // What zoom does: there are fewer pixels of CSS, and each is larger. As wide as a small phone, and not as high.
    const zoomed = { width: desk.width / 4, height: desk.height / 4 };
    const phone = { width: 320, height: 640 };
    await everyPage(language, { viewport: zoomed, deviceScaleFactor: 4 }, async (page, name) => {
      await expectWhole(page, `${name} at 400 %`);
      await page.setViewportSize(phone);
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await page.evaluate("getComputedStyle(document.querySelector('main')).fontSize")).toBe('36px');
      await expectWhole(page, `${name} in large letters`);
      await page.setViewportSize(zoomed);
    });
  },
);

it('every page fits a phone where it is written from right to left', async () => {
  await everyPage('fi', { viewport: { width: 320, height: 640 } }, async (page, name) => {
    await page.evaluate("document.documentElement.dir = 'rtl'");
    await expectWhole(page, name);
    const heading = "getComputedStyle(document.querySelector('main h1')).direction";
    expect(await page.evaluate(heading)).toBe('rtl');
  });
});

describe('in colours of the reader’s own', () => {
  const colours = { forcedColors: 'active', viewport: { width: 360, height: 740 } } as const;

  it('every button has an edge, light and dark', async () => {
    let seen = 0;
    await everyPage('fi', colours, async (page, name) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(
          await page.evaluate(
            `matchMedia('(forced-colors) and (prefers-color-scheme: ${colorScheme})').matches`,
          ),
        ).toBe(true);
        const edges = await page.evaluate<string[]>(
          `[...document.querySelectorAll('button')].filter((one) => one.getClientRects().length)
            .map((one) => [getComputedStyle(one), getComputedStyle(document.body)])
            .map(([{ borderTopWidth, borderTopColor }, { backgroundColor }]) =>
              borderTopColor === backgroundColor ? 'none' : borderTopWidth)`,
        );
        for (const edge of edges) expect.soft(edge, `${name}, ${colorScheme}`).toBe('2px');
        seen += edges.length;
      }
    });
    expect(seen).toBeGreaterThan(questionSets.length * 4);
  });

  it.each(['meeting', 'child', 'family'])('what was chosen on the form %s is told apart', async (form) => {
    const { page, context } = await server.open(colours);
    await page.setContent(formOf('fi', shipped(form)));
    for (const row of ['.steps', '.faces', '.numbers']) {
      const options = page.locator(`${row} label`);
      if ((await options.count()) === 0) continue;
      const [one, other] = [options.nth(0), options.nth(1)];
      const look = async (): Promise<string[]> => {
        const pictures = await Promise.all([one, other].map((label) => label.locator('input').screenshot()));
        return pictures.map((picture) => picture.toString('base64'));
      };
      const unchosen = await look();
      await one.locator('input').check();
      await page.mouse.move(0, 0);
      await page.evaluate('document.activeElement.blur()');
      const chosen = await look();
      expect(chosen[1]).toBe(unchosen[1]);
      expect(chosen[0]).not.toBe(unchosen[0]);
    }
    await context.close();
  });
});

it('nothing moves, whether motion is wanted or not', async () => {
  await everyPage('fi', {}, async (page, name) => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      await page.emulateMedia({ reducedMotion });
      const moving = await page.evaluate(
        `[document.getAnimations().length, getComputedStyle(document.documentElement).scrollBehavior]`,
      );
      expect(moving, `${name}, ${reducedMotion}`).toEqual([0, 'auto']);
    }
  });
});
