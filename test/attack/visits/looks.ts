import type { Browser, Page } from 'playwright-core';
import { follow } from '../../support/page-steps.ts';
import type { Invited } from '../world/stage.ts';

/* How a link is looked at: by machines before its reader, by a reader who does not answer, and by one who does. */

/** Chooses an answer, whatever is asked. */
export const choose = (page: Page): Promise<void> =>
  page.locator('#questions input[type=radio]:not([value=""])').first().check();

const opened = 50;

/** What scanners, previews and prefetching browsers do with a link. Most drop the fragment, as the standard says. */
export async function scan(link: string): Promise<void> {
  const looks: readonly RequestInit[] = [
    { headers: { 'user-agent': 'LinkScanner/1.0' } },
    { headers: { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' } },
    { headers: { 'user-agent': 'facebookexternalhit/1.1', range: 'bytes=0-4095' } },
    { method: 'HEAD' },
    { method: 'OPTIONS' },
    { method: 'POST', body: new URLSearchParams() },
    { method: 'POST', body: new URLSearchParams({ code: '' }) },
  ];
  for (const look of looks) await (await fetch(link, look)).arrayBuffer();
  // One that takes the fragment for a part of the path.
  await (await fetch(link.replace('#', '%23'))).arrayBuffer();
  await Promise.all(Array.from({ length: opened }, async () => (await fetch(link)).arrayBuffer()));
}

/** Looks, chooses, reads the privacy notice, comes back, types the code, and goes without having sent anything. */
export async function look(browser: Browser, link: string, { code }: Invited): Promise<void> {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(link);
    if (await page.isVisible('#questions')) await choose(page);
    if (javaScriptEnabled) {
      const [notice] = await Promise.all([
        context.waitForEvent('page'),
        page.click('footer a[href$="/privacy"]'),
      ]);
      await notice.waitForLoadState();
    }
    // With JavaScript the invitation is still in the address, and what was chosen may be there again.
    await page.reload();
    const [withoutInvitation = ''] = link.split('#');
    await page.goto(withoutInvitation);
    if (await page.isVisible('input[name=code]')) {
      await page.fill('input[name=code]', code);
      await follow(page, 'form:has(input[name=code]) button');
      await page.waitForSelector('main[data-page=questions]');
      await page.goBack();
    }
    await context.close();
  }
}

/** Sends what was chosen, and waits for whatever the page says then. */
export async function send(page: Page): Promise<void> {
  await page.click('#questions button');
  await page.waitForSelector('#questions [role=alert]:not([hidden]), section:not([hidden])');
}

/** Answers at last. @returns whether the answers were taken */
export async function answer(browser: Browser, link: string): Promise<boolean> {
  const page = await browser.newPage();
  await page.goto(link);
  await choose(page);
  await send(page);
  const isTaken = await page.isVisible('#thanks');
  await page.close();
  return isTaken;
}
