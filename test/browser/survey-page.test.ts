/**
 * Shows the respondent's pages in a real browser, on the running system: every page in every language, light and
 * dark, without a finding of axe (WCAG 2.2 A and AA, best practices); one response and nothing from anywhere else;
 * and what the little script does for a browser that has JavaScript.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { setClock, settle } from '../../local/simulation/control.ts';
import { openMailbox } from '../../local/simulation/inbox.ts';
import { findInvitation, type Invitation } from '../../local/simulation/respondent.ts';
import { postEvents } from '../../local/simulation/webhook.ts';
import { startSystem, type System } from '../../local/system.ts';
import { launchChromium } from '../support/chromium.ts';

const languages = ['fi', 'sv', 'en'] as const;
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let system: System;
let browser: Browser;
const invitations = new Map<string, Invitation>();

async function invite(): Promise<void> {
  const { api, control, webhookSecret: secret, ses } = system.endpoints;
  const newMail = openMailbox(ses);
  const recipients = languages.map((language) => ({
    contactRef: `reader-${language}`,
    role: 'parent' as const,
    ageBand: '18+' as const,
    language,
    email: `${language}@inbox.example.org`,
    flags: [],
  }));
  const now = Date.parse('2026-02-02T09:00:00+02:00');
  await postEvents({ api, secret, now: () => now }, [
    {
      specversion: '1.0',
      id: 'service-that-ended',
      source: 'urn:oid:1.2.246.10.99999999.10',
      type: 'fi.kuultu.service.ended.v1',
      time: new Date(now).toISOString(),
      data: { caseRef: 'c-1', unit: '1.2.246.10.99999999.10.1', recipients },
    },
  ]);
  await settle(control);
  await setClock(control, '2026-02-04T13:00:00+02:00');
  await settle(control);
  for (const { to, text } of await newMail()) {
    const invitation = findInvitation(text);
    if (invitation !== undefined) invitations.set(to[0]?.slice(0, 2) ?? '', invitation);
  }
}

const invitationIn = (language: string): Invitation => {
  const invitation = invitations.get(language);
  if (invitation === undefined) throw new Error(`no mail came in ${language}`);
  return invitation;
};

beforeAll(async () => {
  [system, browser] = await Promise.all([
    startSystem({ now: '2026-02-02T09:00:00+02:00' }),
    launchChromium(),
  ]);
  await invite();
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

async function expectAccessible(page: Page, kind: string): Promise<void> {
  expect(await page.locator('main').getAttribute('data-page')).toBe(kind);
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const overflow: unknown = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
}

describe.each(languages)('the pages in %s', (language) => {
  it.each(['light', 'dark'] as const)('are accessible and fit 320 px in %s', async (colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, colorScheme });
    const page = await context.newPage();
    const { link, code } = invitationIn(language);
    await page.goto(link.split('#')[0] ?? '');
    await expectAccessible(page, 'code');
    await page.fill('input[name=code]', 'ABCD-1234');
    await page.click('button');
    await expectAccessible(page, 'code');
    expect(await page.locator('[role=alert]').count()).toBe(1);
    await page.fill('input[name=code]', code);
    await page.click('button');
    await expectAccessible(page, 'questions');
    await page.click('button');
    await expectAccessible(page, 'questions');
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await context.close();
  });
});

it('is one response, compressed, within its budget, and asks nothing of anyone else', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  const response = await page.goto(invitationIn('fi').link);
  const sizes = await response?.request().sizes();
  expect(requested).toHaveLength(1);
  expect(complaints).toEqual([]);
  expect(sizes?.responseBodySize).toBeLessThanOrEqual(14_336);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

it('spares a browser with JavaScript the typing, and takes the invitation out of the address', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { link } = invitationIn('sv');
  await page.goto(link);
  expect(await page.inputValue('input[name=code]')).toBe(link.split('#')[1]);
  expect(page.url()).not.toContain('#');
  await page.click('button');
  expect(await page.locator('main').getAttribute('data-page')).toBe('questions');
  await context.close();
});

it('ends on the thank-you page, and says so when the same code comes again', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { link, code } = invitationIn('en');
  const openForm = async (): Promise<void> => {
    await page.goto(link);
    await page.fill('input[name=code]', code);
    await page.click('button');
    await page.check('input[name=heard][value="5"]');
  };
  await openForm();
  await page.click('button');
  await expectAccessible(page, 'thanks');
  await openForm();
  await page.click('button');
  await expectAccessible(page, 'used');
  await context.close();
});
