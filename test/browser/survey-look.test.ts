/**
 * Shows what the survey's page looks and sounds like to whoever sees, hears or touches it otherwise, in a real browser:
 * a child who answers by faces, large fingers on a small phone, colours that the reader has chosen, a voice of the
 * device, a link that came in pieces. The page is the one that the system serves, without the system. What axe says of it
 * is in accessibility.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { questionSetVersion } from '../../shared/domain/questions/question-sets.ts';
import { pageTextsFor } from '../../shared/domain/respondent/page-texts.ts';
import { formLanguages } from '../../shared/domain/vocabulary.ts';
import { invitation, startPageServer, type PageServer } from '../support/page-server.ts';
import { fillIn, standsAt } from '../support/survey-visits.ts';
import { speaking, voice } from '../support/voices.ts';

let server: PageServer;

beforeAll(async () => {
  server = await startPageServer();
});
afterAll(async () => {
  await server.stop();
});

const onAPhone = { viewport: { width: 320, height: 640 } };

async function asked(
  path: string,
  options: BrowserContextOptions & { readonly first?: string } = {},
): Promise<Page> {
  const { page } = await server.open({ ...onAPhone, ...options });
  await page.goto(`${server.origin}${path}${invitation}`);
  await standsAt(page, 'questions');
  return page;
}

const close = (page: Page): Promise<void> => page.context().close();

describe.each(formLanguages)('in %s', (language) => {
  it('a child answers by five faces in a row, each with its word, and all large enough', async () => {
    const page = await asked(`/${language}/s/child.1`);
    const rows = page.locator('form:visible .faces');
    expect(await rows.count()).toBe(4);
    for (const row of await rows.all()) {
      const boxes = await Promise.all((await row.locator('label').all()).map((label) => label.boundingBox()));
      expect(boxes).toHaveLength(5);
      expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
      for (const box of boxes) {
        expect(box?.width).toBeGreaterThanOrEqual(44);
        expect(box?.height).toBeGreaterThanOrEqual(44);
      }
    }
    // No word runs into the next one's place.
    const overflowing = `[...document.querySelectorAll('.faces, .faces label')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent)`;
    expect(await page.evaluate(overflowing)).toEqual([]);
    await close(page);
  });

  it.each([
    [
      'family-placement.1',
      [
        [5, 5],
        [6, 5],
      ],
    ],
    ['child.1', []],
  ])(
    'all that can be pressed on %s has 44 pixels each way, and numbers stand in even rows',
    async (form, even) => {
      const page = await asked(`/${language}/s/${form}`, { first: speaking([voice(language)]) });
      const small = `[...document.querySelectorAll('a, button, textarea, label:has(input)')]
      .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44)).map(([text]) => text)`;
      expect(await page.evaluate(small)).toEqual([]);
      const rows = `[...document.querySelectorAll('.numbers')].map((row) => {
      const tops = [...row.children].map((one) => one.getBoundingClientRect().top);
      return [...new Set(tops)].map((top) => tops.filter((each) => each === top).length);
    })`;
      expect(await page.evaluate(rows)).toEqual(even);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      await close(page);
    },
  );
});

it('a link that came in pieces is said to be one, and the code is asked for', async () => {
  const { page } = await server.open(onAPhone);
  await page.goto(`${server.origin}/fi/s/child.1${invitation.slice(0, -3)}`);
  await standsAt(page, 'code');
  expect(await page.getByRole('alert').getAttribute('id')).toBe('truncated');
  expect(await page.inputValue('input[name=code]')).toBe('');
  expect(new URL(page.url()).hash).toBe('');
  await close(page);
});

describe('in colours of the reader’s own', () => {
  const colours = { forcedColors: 'active' } as const;
  const styleOf = (page: Page, selector: string, property: string): Promise<unknown> =>
    page.evaluate(`getComputedStyle(document.querySelector('${selector}'))['${property}']`);

  it('buttons have an edge, faces are drawn in the colour of the text, and what is chosen is told apart', async () => {
    const page = await asked('/fi/s/child.1', { ...colours, first: speaking([voice('fi')]) });
    const ground = await styleOf(page, 'body', 'backgroundColor');
    for (const button of ['#questions > button', '#listen']) {
      expect(await styleOf(page, button, 'borderTopWidth')).toBe('2px');
      expect(await styleOf(page, button, 'borderTopColor')).not.toBe(ground);
      expect(await styleOf(page, button, 'borderTopColor')).toMatch(/^rgb\(/);
    }
    const face = '.faces svg';
    expect(await styleOf(page, face, 'stroke')).toBe(await styleOf(page, face, 'color'));
    expect(await styleOf(page, face, 'stroke')).not.toBe(ground);
    const [first, chosen] = [page.locator('.faces label').nth(0), page.locator('.faces label').nth(1)];
    const before = [await first.screenshot(), await chosen.screenshot()];
    await chosen.click();
    await page.mouse.move(0, 0);
    expect((await first.screenshot()).equals(before[0] ?? Buffer.alloc(0))).toBe(true);
    expect((await chosen.screenshot()).equals(before[1] ?? Buffer.alloc(0))).toBe(false);
    await close(page);
  });

  it('the page keeps still where motion is not wanted, and where it is', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      const page = await asked('/fi/s/child.1', { reducedMotion });
      expect(await page.evaluate('document.getAnimations().length')).toBe(0);
      await close(page);
    }
  });
});

describe('read aloud', () => {
  const buttons = 'button[aria-pressed]:visible';

  it.each([
    ['no voice at all', []],
    ['a voice of another language', [voice('sv-SE')]],
    ['a voice that is somewhere else, which would be sent the text', [voice('fi-FI', false)]],
  ])('is not offered with %s', async (_, voices) => {
    const page = await asked('/fi/s/child.1', { first: speaking(voices) });
    expect(await page.locator(buttons).count()).toBe(0);
    await close(page);
  });

  it('is offered once a voice on the device has been found', async () => {
    const first = speaking([voice('fi_FI', false), voice('fi_FI')], { isLate: true });
    const page = await asked('/fi/s/child.1', { first });
    expect(await page.locator(buttons).count()).toBe(0);
    await page.evaluate('speechSynthesis.arrive(); speechSynthesis.arrive()');
    expect(await page.locator(buttons).count()).toBe(5);
    await close(page);
  });

  it('says one question with its words, stops when pressed again, and is named for whoever hears the page', async () => {
    const page = await asked('/fi/s/child.1', { first: speaking([voice('sv-SE'), voice('fi-FI')]) });
    const question = questionSetVersion('child', 1)?.questions[0]?.text.fi ?? '';
    const { scales, noOpinion } = pageTextsFor({ language: 'fi', audience: 'child' });
    const button = page.getByRole('group', { name: question }).getByRole('button', { name: 'Kuuntele' });
    await button.click();
    const words = [...scales.faces.steps, noOpinion].map((word) => `${word}.`);
    expect(await page.evaluate('said')).toEqual([[[question, ...words].join(' '), 'fi-FI']]);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.locator(buttons).first().click();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    expect(await page.evaluate('said.length')).toBe(2);
    expect(await page.evaluate('said[1][0]')).toMatch(
      /^Kerro, miten aikuiset kuuntelivat sinua\..*johon luotat\.$/,
    );
    await page.locator(buttons).first().click();
    expect(await page.locator('[aria-pressed=true]').count()).toBe(0);
    expect(await page.evaluate('said.length')).toBe(2);
    await close(page);
  });

  it('says the two ends of a row of numbers, and nothing that somebody has written', async () => {
    const page = await asked('/fi/s/family.1', { first: speaking([voice('fi-FI')]) });
    await fillIn(page);
    await page.locator(buttons).last().click();
    await page.getByRole('group', { name: 'Kuinka todennäköisesti' }).getByRole('button').click();
    const [written, numbers] = await page.evaluate<string[]>('said.map(([text]) => text)');
    expect(written).toMatch(/^Haluatko sanoa jotain omin sanoin\? Älä kirjoita/);
    expect(written).not.toContain('Meitä kuunneltiin');
    expect(numbers).toContain('0 = en lainkaan, 10 = erittäin todennäköisesti. En osaa sanoa');
    await close(page);
  });

  it('falls silent when the answers are sent', async () => {
    const page = await asked('/fi/s/family.1', { first: speaking([voice('fi-FI')]) });
    await fillIn(page);
    await page.locator(buttons).last().click();
    await page.getByRole('button', { name: 'Lähetä vastaukset' }).click();
    await standsAt(page, 'thanks');
    expect(await page.locator('[aria-pressed=true]').count()).toBe(0);
    await close(page);
  });
});
