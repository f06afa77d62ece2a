/**
 * Shows the preferences page in a real browser without JavaScript, on the running system, from the link in a mail: in
 * every language without scrolling sideways at 320 px; and that what is chosen there holds, also after a reload and on the
 * way back. What axe says of it is in accessibility.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { setClock, settle } from '../../local/simulation/control.ts';
import { openMailbox } from '../../local/simulation/inbox.ts';
import { postEvents } from '../../local/simulation/webhook.ts';
import { startSystem, type System } from '../../local/system.ts';
import { expectToFit } from '../support/accessibility.ts';
import { launchChromium } from '../support/chromium.ts';
import { follow } from '../support/page-steps.ts';

const languages = ['fi', 'sv', 'en', 'fi-x-selko'] as const;

let system: System;
let browser: Browser;
/** Links to the preferences page, by the name of the reader and their language: `one-fi`. */
const links = new Map<string, string>();

async function sendMails(): Promise<void> {
  const { api, control, webhookSecret: secret, ses } = system.endpoints;
  const newMail = openMailbox(ses);
  const recipients = ['one', 'other'].flatMap((reader) =>
    languages.map((language) => ({
      contactRef: `${reader}-${language}`,
      role: 'parent' as const,
      ageBand: '18+' as const,
      language,
      email: `${reader}-${language}@inbox.example.org`,
      flags: [],
    })),
  );
  const now = Date.parse('2026-02-02T09:00:00+02:00');
  await postEvents(
    { api, secret, now: () => now },
    // A case for each, since a case has a cap of its own.
    recipients.map((recipient) => ({
      specversion: '1.0',
      id: `service-that-ended-for-${recipient.contactRef}`,
      source: 'urn:oid:1.2.246.10.99999999.10',
      type: 'fi.kuultu.service.ended.v1',
      time: new Date(now).toISOString(),
      data: {
        caseRef: `case-of-${recipient.contactRef}`,
        unit: '1.2.246.10.99999999.10.1',
        recipients: [recipient],
      },
    })),
  );
  await settle(control);
  await setClock(control, '2026-02-04T13:00:00+02:00');
  await settle(control);
  for (const { to, text } of await newMail()) {
    const link = text.split(/\r?\n/).find((line) => /^http\S+\/preferences\?r=[\w-]{64}$/.test(line));
    if (link !== undefined) links.set(to[0]?.split('@')[0] ?? '', link);
  }
}

const linkOf = (reader: string): string => {
  const link = links.get(reader);
  if (link === undefined) throw new Error(`no mail with a link to the preferences came to ${reader}`);
  return link;
};

/** Sends one of the two forms. */
const submit = (page: Page, name: 'choice' | 'language'): Promise<void> =>
  follow(page, `form:has(input[name=${name}]) button`);

beforeAll(async () => {
  [system, browser] = await Promise.all([
    startSystem({ now: '2026-02-02T09:00:00+02:00' }),
    launchChromium(),
  ]);
  await sendMails();
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

const onAPhone = { viewport: { width: 320, height: 640 } };

async function expectToStandAt(page: Page, kind: string): Promise<void> {
  expect(await page.locator('main').getAttribute('data-page')).toBe(kind);
  await expectToFit(page);
}

const chosen = (page: Page, name: string): Promise<string[]> =>
  page
    .locator(`input[name=${name}]:checked`)
    .all()
    .then((inputs) => Promise.all(inputs.map(async (input) => (await input.getAttribute('value')) ?? '')));

describe.each(languages)('the page in %s', (language) => {
  it('fits 320 px, whatever is chosen', async () => {
    const context = await browser.newContext({ ...onAPhone, javaScriptEnabled: false });
    const page = await context.newPage();
    const link = linkOf(`one-${language}`);
    await page.goto(link);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await expectToStandAt(page, 'preferences');
    for (const choice of ['pause-3', 'stop', 'start']) {
      await page.check(`input[name=choice][value=${choice}]`);
      await submit(page, 'choice');
      expect(await page.locator('[role=status]').count()).toBe(1);
      await expectToStandAt(page, 'preferences');
    }
    await page.goto(link.slice(0, -5));
    await expectToStandAt(page, 'preferences-unknown');
    await context.close();
  });
});

describe('without JavaScript', () => {
  it('what is chosen holds after a reload, on the way back, and in another language', async () => {
    const context = await browser.newContext({ ...onAPhone, javaScriptEnabled: false });
    const page = await context.newPage();
    const link = linkOf('other-fi');
    await page.goto(link);
    await page.check('input[name=choice][value=stop]');
    await submit(page, 'choice');
    await page.check('input[name=language][value=sv]');
    await submit(page, 'language');
    const choices = page.locator('input[name=choice][value=start]');
    for (const look of [() => page.reload(), () => page.goBack(), () => page.goto(link)]) {
      await look();
      expect(await choices.count()).toBe(1);
    }
    expect(await chosen(page, 'language')).toEqual(['sv']);
    await follow(page, 'nav a[lang=en]');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await choices.count()).toBe(1);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('the form that is sent with nothing chosen is stopped by the browser, or by the page', async () => {
    const context = await browser.newContext({ ...onAPhone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(linkOf('other-en'));
    await page.click('form:has(input[name=choice]) button');
    expect(page.url()).toBe(linkOf('other-en'));
    const { status } = await fetch(linkOf('other-en'), { method: 'POST', body: new URLSearchParams() });
    expect(status).toBe(422);
    await context.close();
  });
});

it('is one response, compressed, and asks nothing of anyone else', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  const response = await page.goto(linkOf('other-sv'));
  const sizes = await response?.request().sizes();
  expect(requested).toEqual([linkOf('other-sv')]);
  expect(complaints).toEqual([]);
  expect(sizes?.responseBodySize).toBeLessThanOrEqual(14_336);
  await context.close();
});
