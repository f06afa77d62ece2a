/**
 * Shows the respondent's pages in a real browser, on the running system: the way by the code in every language; one
 * response within its budget and nothing from anywhere else; and that a keyboard is enough. That every page fits 320 px
 * in every state, and what axe says of it, is in accessibility.test.ts.
 *
 * States that follow from a reply are brought about by a made-up one: what brings them about on the system is shown in
 * survey-sending.test.ts.
 */
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { currentQuestionSet, questionSets } from '../../shared/domain/questions/question-sets.ts';
import { surveyName } from '../../shared/domain/respondent/link.ts';
import { formLanguages } from '../../shared/domain/vocabulary.ts';
import { follow } from '../support/page-steps.ts';
import { fillIn, hurried, send, standsAt, startSurvey, type Survey } from '../support/survey-visits.ts';

const onAPhone = { viewport: { width: 320, height: 640 } };

let survey: Survey;

beforeAll(async () => {
  survey = await startSurvey(1);
});
afterAll(async () => {
  await survey.stop();
});

const linkIn = (language: string): string => `${survey.system.endpoints.web}/${language}/s/family.1`;
/** An invitation as a page would take it; no server has to. */
const madeUp = `#${'t'.repeat(22)}.${'c'.repeat(12)}`;

type Reply = { readonly status: number; readonly json: object } | 'none' | 'held';

async function replyWith(page: Page, reply: Reply): Promise<void> {
  await page.route('**/v1/ballots', async (route) => {
    if (reply === 'none') await route.abort();
    // A reply that is held never comes: the page waits until its window is closed.
    else if (reply !== 'held') await route.fulfill(reply);
  });
}

/** How many bytes travel for a page, as a browser asks for it. */
async function bytesSent(url: string): Promise<number> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, resolve).once('error', reject);
  });
  expect(response.statusCode, url).toBe(200);
  const chunks = z.array(z.instanceof(Buffer)).parse(await response.toArray());
  return Buffer.concat(chunks).length;
}

it('says that it is sending, and its button rests', async () => {
  const { page, close } = await survey.visit({ ...onAPhone, first: hurried });
  await page.goto(linkIn('fi') + madeUp);
  await fillIn(page);
  await replyWith(page, 'held');
  await send(page);
  await page.locator('#sending').waitFor();
  expect(await page.isDisabled('form:visible button')).toBe(true);
  await close();
});

it('says what is missing or too much, and takes nothing away', async () => {
  const { page, close } = await survey.visit(onAPhone);
  await page.goto(linkIn('sv') + madeUp);
  await standsAt(page, 'questions');
  expect(await page.locator('[role=alert]:visible').count()).toBe(0);
  await send(page);
  expect(await page.getByRole('alert').getAttribute('id')).toBe('nothing');
  // More than the field takes can still come from a browser that does not hold to it.
  await page.evaluate('document.querySelector("textarea").removeAttribute("maxlength")');
  await page.fill('textarea', 'ä'.repeat(1001));
  await send(page);
  expect(await page.getByRole('alert').getAttribute('id')).toBe('too-long');
  expect(await page.inputValue('textarea')).toHaveLength(1001);
  await close();
});

describe.each(formLanguages)('in %s', (language) => {
  it('whoever comes without an invitation is asked for the code, and answers by the form once', async () => {
    const { page, close } = await survey.visit(onAPhone);
    const { code } = survey.nextInvitation(language);
    const typeCode = async (typed: string): Promise<void> => {
      await page.fill('input[name=code]', typed);
      await follow(page);
    };
    await page.goto(linkIn(language));
    await standsAt(page, 'code');
    await typeCode('ABCD-1234');
    expect(await page.getByRole('alert').count()).toBe(1);
    await typeCode(code);
    await standsAt(page, 'questions');
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await follow(page);
    expect(await page.getByRole('alert').count()).toBe(1);
    await fillIn(page);
    await follow(page);
    await standsAt(page, 'thanks');
    await page.goto(linkIn(language));
    await typeCode(code);
    await fillIn(page);
    await follow(page);
    await standsAt(page, 'used');
    await close();
  });

  it('every form is one response of a size for one flight of packets', async () => {
    for (const { id, version } of questionSets) {
      const path = `/${language}/s/${surveyName(id, version)}`;
      const bytes = await bytesSent(survey.system.endpoints.web + path);
      expect(bytes, path).toBeGreaterThan(1000);
      expect(bytes, path).toBeLessThanOrEqual(14_336);
    }
  });

  it('a browser asks for nothing else, and has nothing to complain of', async () => {
    const visit = await survey.visit();
    await visit.page.goto(linkIn(language) + madeUp);
    await standsAt(visit.page, 'questions');
    expect(visit.requested).toHaveLength(1);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});

describe('with a keyboard alone', () => {
  const focused = `((one) => one.name || one.id || one.localName)(document.activeElement)`;

  it('the questions are answered in their order and sent, and the place is never lost', async () => {
    const { page, close } = await survey.visit();
    await page.goto(linkIn('sv') + madeUp);
    await standsAt(page, 'questions');
    await replyWith(page, 'none');
    const order: unknown[] = [];
    const keys = currentQuestionSet('family')?.questions.map(({ key }) => key) ?? [];
    const otherLanguages = formLanguages.slice(1).map(() => 'a');
    const expected = ['leave', ...otherLanguages, ...keys, 'comment', 'button'];
    while (order.length < expected.length) {
      await page.keyboard.press('Tab');
      order.push(await page.evaluate(focused));
    }
    expect(order).toEqual(expected);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate(focused)).toBe('button');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('input[name=recommend]:checked').count()).toBe(1);
    await page.unroute('**/v1/ballots');
    await replyWith(page, { status: 410, json: {} });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await standsAt(page, 'expired');
    expect(await page.evaluate(focused)).toBe('expired');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused)).toBe('a');
    await close();
  });

  it('what can be reached shows that it has been', async () => {
    const { page, close } = await survey.visit();
    await page.goto(linkIn('fi') + madeUp);
    await standsAt(page, 'questions');
    const outline = 'getComputedStyle(document.activeElement).outline';
    for (const [colorScheme, colour] of [
      ['light', 'rgb(29, 79, 145)'],
      ['dark', 'rgb(156, 196, 255)'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.keyboard.press('Tab');
      expect(await page.evaluate(outline)).toBe(`${colour} solid 3px`);
    }
    await close();
  });
});
