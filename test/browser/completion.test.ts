/**
 * Shows that somebody gets from the link in their mail to the thanks on the running system, in a real browser, and is
 * counted once: with a keyboard alone, with seven taps of a thumb at most, and whichever request the connection drops
 * at, before or after it has arrived, with JavaScript and without. A proxy stands where the connection would be: it
 * drops in the middle of a request, and nothing gets through until it is mended. The pool is counted after each, and the
 * release of the quarter at the end.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startCuttingProxy, type CuttingProxy, type Moment } from '../support/cutting-proxy.ts';
import { releaseOf } from '../support/staff.ts';
import {
  fillIn,
  hurried,
  send,
  standsAt,
  startSurvey,
  type Survey,
  type Visit,
} from '../support/survey-visits.ts';

let survey: Survey;
let line: CuttingProxy;
/** Answers that this test was thanked for. */
let counted = 0;

beforeAll(async () => {
  survey = await startSurvey(7);
  line = await startCuttingProxy(survey.system.endpoints.web);
});
afterAll(async () => {
  await line.stop();
  await survey.stop();
});
beforeEach(async () => {
  line.mend();
  expect(await survey.pooled()).toBe(counted);
});

/** Closes the window of somebody whose answer must have come, once. */
async function expectThanks(visit: Visit): Promise<void> {
  await standsAt(visit.page, 'thanks');
  counted += 1;
  expect(await survey.pooled()).toBe(counted);
  await visit.close();
}

describe('with a keyboard alone', () => {
  const focused = (page: Page): Promise<unknown> =>
    page.evaluate('((one) => one.name || one.id || one.localName)(document.activeElement)');
  const tabTo = async (page: Page, name: string): Promise<void> => {
    for (let pressed = 0; (await focused(page)) !== name; pressed += 1) {
      expect(pressed).toBeLessThan(20);
      await page.keyboard.press('Tab');
    }
  };
  const answerByKeys = async (page: Page): Promise<void> => {
    await tabTo(page, 'heard');
    // The keyboard comes to the first of a row; what it stands at is chosen by the space bar, what follows by arrows.
    await page.keyboard.press('Space');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await tabTo(page, 'respect');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, 'comment');
    await page.keyboard.type('Meitä kuunneltiin.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };

  it('the link leads to the thanks', async () => {
    const visit = await survey.visit();
    await visit.page.goto(survey.nextInvitation().link);
    await standsAt(visit.page, 'questions');
    await answerByKeys(visit.page);
    await standsAt(visit.page, 'thanks');
    expect(await focused(visit.page)).toBe('thanks');
    await expectThanks(visit);
  });

  it('the link and the code lead to the thanks without JavaScript', async () => {
    const visit = await survey.visit({ javaScriptEnabled: false });
    const { link, code } = survey.nextInvitation();
    await visit.page.goto(link);
    await tabTo(visit.page, 'code');
    await visit.page.keyboard.type(code);
    await visit.page.keyboard.press('Enter');
    await standsAt(visit.page, 'questions');
    await answerByKeys(visit.page);
    await expectThanks(visit);
  });
});

it('five answers and sending them take at most seven taps', async () => {
  const viewport = { width: 360, height: 740 };
  const visit = await survey.visit({ viewport, hasTouch: true, isMobile: true });
  const { page } = visit;
  let taps = 0;
  const tap = async (selector: string): Promise<void> => {
    await page.tap(selector);
    taps += 1;
  };
  await page.goto(survey.nextInvitation().link);
  await standsAt(page, 'questions');
  for (const question of [0, 1, 2, 3, 4])
    await tap(`form:visible >> fieldset >> nth=${question} >> label >> nth=3`);
  expect(await page.locator('form:visible input:checked').count()).toBe(5);
  await tap('form:visible > button');
  await standsAt(page, 'thanks');
  expect(taps).toBeLessThanOrEqual(7);
  await expectThanks(visit);
});

const moments: readonly Moment[] = ['before it arrived', 'after it arrived'];
const ballots = /^\/v1\/ballots$/;
const responses = /^\/v1\/responses$/;
const surveyPath = /\/s\/family\.1$/;
const answersPath = /\/s\/family\.1\/answers$/;

/** The same link through the line. */
const through = (link: string): string => link.replace(new URL(link).origin, line.origin);

/** Does what can't go well, until the browser shows an error of its own, or half a page. */
async function inVain(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([
    page.waitForEvent('framenavigated'),
    // An opened page says itself that it did not come; a pressed button says nothing.
    act().catch((error: unknown) => {
      if (!String(error).includes('net::ERR_')) throw error;
    }),
  ]);
}

// While the browser puts up an error of its own, it can't be told to go anywhere.
const soon = { timeout: 20_000 };

/** Loads once more what did not come. */
const tryAgain = (page: Page): Promise<void> =>
  expect.poll(() => page.reload().then(Boolean, (error: unknown) => error), soon).toBe(true);

/** Goes back to what no browser may keep. */
const goBackInVain = (page: Page): Promise<void> =>
  expect.poll(() => page.goBack().catch(String), soon).toContain('ERR_CACHE_MISS');

/** Opens a link through the line, and answers, without sending. */
async function answered(): Promise<Visit> {
  const visit = await survey.visit({ first: hurried });
  await visit.page.goto(through(survey.nextInvitation().link));
  await standsAt(visit.page, 'questions');
  await fillIn(visit.page);
  return visit;
}

describe.each(moments)('a connection that drops at a request, %s,', (moment) => {
  it('costs a reload where it was for the page', async () => {
    const visit = await survey.visit();
    const link = through(survey.nextInvitation().link);
    const isCut = line.cutAt('GET', surveyPath, moment);
    await inVain(visit.page, () => visit.page.goto(link, { waitUntil: 'commit' }));
    await isCut;
    line.mend();
    await tryAgain(visit.page);
    await standsAt(visit.page, 'questions');
    await fillIn(visit.page);
    await send(visit.page);
    await expectThanks(visit);
  });

  it.each([ballots, responses])('leaves the answers to be sent again where it was to %s', async (path) => {
    const visit = await answered();
    await Promise.all([line.cutAt('POST', path, moment), send(visit.page)]);
    await visit.page.locator('#unavailable').waitFor();
    line.mend();
    await send(visit.page);
    await expectThanks(visit);
  });

  it.each([ballots, responses])('has the page send again by itself once online, at %s', async (path) => {
    const visit = await answered();
    const { page } = visit;
    const goOffline = (): Promise<void> => page.context().setOffline(true);
    await Promise.all([line.cutAt('POST', path, moment, goOffline), send(page)]);
    await page.locator('#offline').waitFor();
    line.mend();
    await page.context().setOffline(false);
    await expectThanks(visit);
  });
});

describe.each(moments)('without JavaScript, a connection that drops, %s,', (moment) => {
  /** Types the code on the page behind a link. */
  async function codeTyped(): Promise<Visit> {
    const visit = await survey.visit({ javaScriptEnabled: false });
    const { link, code } = survey.nextInvitation();
    await visit.page.goto(through(link));
    await visit.page.fill('input[name=code]', code);
    return visit;
  }
  async function formFilled(): Promise<Visit> {
    const visit = await codeTyped();
    await send(visit.page);
    await standsAt(visit.page, 'questions');
    await fillIn(visit.page);
    return visit;
  }

  async function sendInVain(page: Page, path: RegExp): Promise<void> {
    const isCut = line.cutAt('POST', path, moment);
    await inVain(page, () => send(page));
    await isCut;
    line.mend();
  }

  it('costs a reload where it was with the code', async () => {
    const visit = await codeTyped();
    const { page } = visit;
    await sendInVain(page, surveyPath);
    await tryAgain(page);
    await standsAt(page, 'questions');
    await fillIn(page);
    await send(page);
    await expectThanks(visit);
  });

  it('costs a reload where it was with the answers', async () => {
    const visit = await formFilled();
    await sendInVain(visit.page, answersPath);
    await tryAgain(visit.page);
    await expectThanks(visit);
  });

  it('never has somebody counted twice who goes back and answers anew', async () => {
    const visit = await formFilled();
    const { page } = visit;
    await sendInVain(page, answersPath);
    // On the way back the browser says that the form is gone, and asks for it anew with the code.
    await inVain(page, () => goBackInVain(page));
    await tryAgain(page);
    await standsAt(page, 'questions');
    await fillIn(page);
    await send(page);
    if (moment === 'before it arrived') return expectThanks(visit);
    await standsAt(page, 'used');
    counted += 1;
    await visit.close();
  });
});

it('the release of the quarter counts everybody once', async () => {
  survey.system.clock.pin(Date.parse('2026-04-01T03:30:00+03:00'));
  const { failed, deadLetters } = await survey.system.settle();
  expect({ failed, deadLetters }).toEqual({ failed: [], deadLetters: [] });
  const { cells } = await releaseOf(survey.system, 'T1', '2026-Q1');
  expect(cells.find(({ item }) => item === 'heard')).toMatchObject({ responses: counted });
});
