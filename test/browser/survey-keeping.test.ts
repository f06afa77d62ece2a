/**
 * Shows that what somebody has filled in is not lost in a real browser: by going on and coming back, by reloading, by
 * turning the phone, by a connection that is gone for a while; and that nothing of it stays once it has been sent or
 * somebody has left in a hurry. The page is the one that the system serves; what it posts to is a server in memory with
 * real keys, whose pool is counted.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../support/accessibility.ts';
import { organisation } from '../support/organisation.ts';
import { invitation, startPageServer, type PageServer, type Window } from '../support/page-server.ts';
import { fillIn, send, standsAt } from '../support/survey-visits.ts';

let server: PageServer;

beforeAll(async () => {
  server = await startPageServer();
});
afterAll(async () => {
  await server.stop();
});

const address = (): string => `${server.origin}/fi/s/family.1`;

type Opened = Window & { readonly asked: string[] };

/** A window with an invitation whose questions are answered, and what the browser asks, to which the answer is `stays`. */
async function answered({ stays = true } = {}): Promise<Opened> {
  const { page, context } = await server.open();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void (stays ? dialog.dismiss() : dialog.accept());
  });
  await page.goto(address() + invitation);
  await standsAt(page, 'questions');
  await fillIn(page);
  return { page, context, asked };
}

async function expectAnswers(page: Page): Promise<void> {
  await standsAt(page, 'questions');
  expect(await page.locator('form:visible input:checked').count()).toBe(2);
  expect(await page.inputValue('form:visible textarea')).toBe('Meitä kuunneltiin.');
}

const pooled = (): number => server.ballots().pool.size;

/** Sends what is there, and expects that it is counted once and that the page keeps nothing of it. */
async function expectToSend({ page, context, asked }: Opened): Promise<void> {
  await send(page);
  await expectThanks(page);
  const askedBefore = asked.length;
  await page.reload();
  await standsAt(page, 'code');
  expect(await page.evaluate('document.querySelectorAll(":checked").length')).toBe(0);
  expect(await page.evaluate('document.querySelector("textarea").value')).toBe('');
  expect(asked).toHaveLength(askedBefore);
  await context.close();
}

async function expectThanks(page: Page): Promise<void> {
  await standsAt(page, 'thanks');
  expect(pooled()).toBe(1);
  expect(page.url()).toBe(address());
}

describe('what is filled in', () => {
  it('is there again for whoever goes on and comes back', async () => {
    const opened = await answered({ stays: false });
    await opened.page.goto(`${server.origin}/fi/s/child.1`);
    // The page itself comes anew: Playwright has the browser keep none in memory.
    await opened.page.goBack();
    await expectAnswers(opened.page);
    await expectToSend(opened);
  });

  it('is not lost by a reload without a question, and a reload all the same costs no invitation', async () => {
    const opened = await answered();
    const { page, asked } = opened;
    // A reload that the browser was told not to do never ends.
    void page.evaluate('location.reload()').catch(() => undefined);
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await expectAnswers(page);
    page.removeAllListeners('dialog');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await standsAt(page, 'questions');
    await fillIn(page);
    await expectToSend(opened);
  });

  it('is asked about by no browser before there is anything', async () => {
    const { page, context } = await server.open();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.goto(address() + invitation);
    await page.click('h1');
    await page.reload();
    expect(asked).toEqual([]);
    await context.close();
  });

  it('stays where the phone is turned', async () => {
    const opened = await answered();
    for (const [width, height] of [
      [740, 360],
      [360, 740],
    ] as const) {
      await opened.page.setViewportSize({ width, height });
      await expectAnswers(opened.page);
    }
    await expectToSend(opened);
  });

  it('holds up nobody who calls for help from the page', async () => {
    const { page, context, asked } = await answered();
    await page.click('footer a[href="tel:112"]');
    await expectAnswers(page);
    // The question is back where it was soon after.
    await expect.poll(() => page.evaluate('Boolean(onbeforeunload)')).toBe(true);
    expect(asked).toEqual([]);
    await context.close();
  });

  it('is not taken along to another invitation in the same tab', async () => {
    const { page, context, asked } = await answered({ stays: false });
    const loaded = page.waitForEvent('load');
    await page.evaluate(`location.hash = '${'u'.repeat(22)}.${'c'.repeat(12)}'`);
    await loaded;
    await standsAt(page, 'questions');
    expect(await page.locator('form:visible input:checked').count()).toBe(0);
    expect(asked).toEqual([]);
    await context.close();
  });
});

describe('a connection that is gone', () => {
  async function sendWithout(opened: Opened): Promise<void> {
    await opened.context.setOffline(true);
    await send(opened.page);
    await opened.page.locator('#offline').waitFor();
    expect(await opened.page.locator('[role=alert]:visible').count()).toBe(1);
    expect(server.ballots().posts).toEqual([]);
    await expectAnswers(opened.page);
    await expectAccessible(opened.page);
  }

  it('has the answers sent by themselves once it is back', async () => {
    const opened = await answered();
    await sendWithout(opened);
    await opened.context.setOffline(false);
    await expectThanks(opened.page);
    expect(server.ballots().posts).toHaveLength(2);
    expect(opened.asked).toEqual([]);
    await opened.context.close();
  });

  it('leaves the button to whoever does not want to wait', async () => {
    const opened = await answered();
    await sendWithout(opened);
    await send(opened.page);
    await opened.page.locator('#offline').waitFor();
    await opened.context.setOffline(false);
    await expectThanks(opened.page);
    expect(server.ballots().posts).toHaveLength(2);
    await opened.context.close();
  });

  it('sends nothing that somebody is still writing', async () => {
    const opened = await answered();
    const { page, context } = opened;
    await sendWithout(opened);
    await page.fill('form:visible textarea', 'Meitä kuunneltiin. Ja');
    expect(await page.locator('[role=alert]:visible').count()).toBe(0);
    await page.evaluate('addEventListener("online", () => { window.isBack = true })');
    await context.setOffline(false);
    await expect.poll(() => page.evaluate('window.isBack')).toBe(true);
    expect(await page.getAttribute('#questions', 'aria-busy')).toBe('false');
    expect(server.ballots().posts).toEqual([]);
    await page.fill('form:visible textarea', 'Meitä kuunneltiin.');
    await expectToSend(opened);
  });
});

describe('quick exit', () => {
  it('leads away at once and unasked, and neither back nor to what was filled in', async () => {
    const { page, context, asked } = await answered();
    const pages = await page.evaluate('history.length');
    await page.click('#leave');
    await page.waitForURL(organisation.leaveTo);
    expect(asked).toEqual([]);
    // It has taken the place of ours, and what came before ours is where it was.
    expect(await page.evaluate('history.length')).toBe(pages);
    await page.goBack();
    expect(page.url()).toBe('about:blank');
    await page.goto(address() + invitation);
    await standsAt(page, 'questions');
    expect(await page.locator('form:visible input:checked').count()).toBe(0);
    expect(pooled()).toBe(0);
    await context.close();
  });

  it('shows nothing more of the page, however long the next one takes', async () => {
    const { page, context } = await answered();
    // What there is to see at the very moment of the press, before anything can have come.
    const left = await page.evaluate(`document.querySelector('#leave').click();
      [document.body.offsetHeight, document.querySelectorAll(':checked').length]`);
    expect(left).toEqual([0, 0]);
    await page.waitForURL(organisation.leaveTo);
    await context.close();
  });

  it.each(['', '/form'])('is a plain link without JavaScript, also at %j', async (path) => {
    const { page, context } = await server.open({ javaScriptEnabled: false });
    await page.goto(address() + path);
    await page.click('#leave');
    await page.waitForURL(organisation.leaveTo);
    await context.close();
  });

  it('is the first thing that a keyboard comes to', async () => {
    const { page, context } = await server.open();
    await page.goto(address() + invitation);
    await standsAt(page, 'questions');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('leave');
    await page.keyboard.press('Enter');
    await page.waitForURL(organisation.leaveTo);
    await context.close();
  });
});
