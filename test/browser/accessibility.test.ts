/**
 * Shows that axe (WCAG 2.0 to 2.2, A and AA, best practices) finds nothing in any page for the people who are asked, in
 * any state, in every language, light and dark, with JavaScript and without, at 320 px; and that none scrolls sideways.
 *
 * No part of the system runs: pages are shown as they are composed. The survey's page has its own script, and is brought
 * into each of its states by what somebody does, and by made-up replies to what it posts. axe is itself JavaScript: what
 * a browser without it has made of a page is handed to one that has. Nearly all pages hold no script, and the test looks
 * that both browsers make the same of them; then one look at it is a look at both.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { formAudiences, type FormAudience } from '../../shared/domain/form-audience.ts';
import { questionSets } from '../../shared/domain/questions/question-sets.ts';
import { surveyName } from '../../shared/domain/respondent/link.ts';
import { formLanguages, type FormLanguage } from '../../shared/domain/vocabulary.ts';
import { expectToFit } from '../support/accessibility.ts';
import { findingsOf } from '../support/axe.ts';
import { invitation, startPageServer, type PageServer } from '../support/page-server.ts';
import { pagesWithoutScript } from '../support/respondent-pages.ts';
import { fillIn, send, standsAt } from '../support/survey-visits.ts';
import { speaking, voice } from '../support/voices.ts';

const onAPhone = { viewport: { width: 320, height: 640 } };

let server: PageServer;
/** Windows that one page after the other is shown in: one more costs more than axe's look at a page. */
let off: Page;
let on: Page;

beforeAll(async () => {
  server = await startPageServer();
  ({ page: off } = await server.open({ ...onAPhone, javaScriptEnabled: false }));
  ({ page: on } = await server.open(onAPhone));
});
afterAll(async () => {
  await server.stop();
});

/** Expects that nothing is found in a page as it stands, light and dark. */
async function expectNothing(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  // At the top what stays in sight covers nothing. Further down it lies over something until that is scrolled to.
  await page.evaluate('scrollTo(0, 0)');
  expect.soft(await findingsOf(page), `${name}, light`).toEqual([]);
  // In the dark the page is the same but for its colours.
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await findingsOf(page, ['color-contrast']), `${name}, dark`).toEqual([]);
  await expectToFit(page);
}

/** What stands in script elements is neither shown nor run by a browser without JavaScript. */
const withoutScripts = (html: string): string => html.replace(/<script.*?<\/script>/gs, '');

it('axe looks at words and colours: it finds a field without a name, and grey on grey in the dark alone', async () => {
  const { page, context } = await server.open(onAPhone);
  await page.setContent(`<!doctype html><html lang="fi"><title>Kysely</title><style>
    @media (prefers-color-scheme: dark) { body { background: #333; color: #555 } }</style>
    <main><h1>Kysely</h1><input type="text"></main></html>`);
  expect(await findingsOf(page)).toEqual(['label at <input type="text">']);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findingsOf(page)).toEqual([
    'color-contrast at <h1>Kysely</h1>',
    'label at <input type="text">',
  ]);
  await context.close();
});

describe.each(formLanguages)('without JavaScript, in %s', (language) => {
  it.each(pagesWithoutScript(language))('nothing is found in the page: $name', async ({ name, html }) => {
    expect(html).not.toContain('<script');
    await off.setContent(html);
    await on.setContent(html);
    expect(await on.content()).toBe(await off.content());
    expect(await on.locator('html').getAttribute('lang')).toBe(language);
    await expectNothing(on, name);
  });

  it('nothing is found in the page behind a link, which asks for the code, the same for all that a form speaks to', async () => {
    const seen = new Map<string, FormAudience>();
    for (const { id, version, audience } of questionSets) {
      const survey = `/s/${surveyName(id, version)}`;
      await off.goto(`${server.origin}/${language}${survey}${invitation}`);
      await standsAt(off, 'code');
      // Its links to itself in other languages name the form, as its own address does.
      seen.set(withoutScripts(await off.content()).replaceAll(survey, '/s/any'), audience);
    }
    expect([...seen.values()].toSorted()).toEqual(formAudiences.toSorted());
    for (const [html, audience] of seen) {
      await on.setContent(html);
      await expectNothing(on, `the page behind a link, ${audience}`);
    }
  });
});

/** What a reply to the ballot makes of the page: what is shown then. */
type Reply = { readonly status: number; readonly json: object } | 'none' | 'held';

/** Above the button, with the questions still there: in an order in which each leads on to the next. */
const toldAboveTheButton: Readonly<Record<string, Reply>> = {
  unavailable: 'none',
  outdated: { status: 409, json: { keyId: '2031-Q1' } },
  tampered: { status: 200, json: { signature: 'A'.repeat(342) } },
};

/** In the place of the questions. */
const ends: Readonly<Record<string, Reply>> = {
  used: { status: 409, json: {} },
  expired: { status: 410, json: {} },
  refused: { status: 400, json: {} },
  sending: 'held',
};

async function replyWith(page: Page, reply: Reply): Promise<void> {
  await page.unroute('**/v1/ballots');
  await page.route('**/v1/ballots', async (route) => {
    if (reply === 'none') await route.abort();
    // A reply that is held never comes: the page waits until its window is closed.
    else if (reply !== 'held') await route.fulfill(reply);
  });
}

describe.each(formLanguages)('with JavaScript, in %s', (language) => {
  it('nothing is found in the questions of any form, which a voice can read aloud', async () => {
    const { page, context } = await server.open({ ...onAPhone, first: speaking([voice(language)]) });
    for (const { id, version } of questionSets) {
      await page.goto(`${server.origin}/${language}/s/${surveyName(id, version)}${invitation}`);
      await standsAt(page, 'questions');
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await expectNothing(page, id);
    }
    await page.locator('button[aria-pressed]:visible').nth(1).click();
    await expectNothing(page, 'read aloud');
    await context.close();
  });

  it('nothing is found whatever is said above the button', async () => {
    await fillInAgain(language);
    for (const [shown, reply] of Object.entries(toldAboveTheButton)) {
      await replyWith(on, reply);
      await send(on);
      await expectToSay(on, shown);
    }
    await on.evaluate('document.forms.questions.reset()');
    await send(on);
    await expectToSay(on, 'nothing');
    // More than the field takes can still come from a browser that does not hold to it.
    await on.evaluate('document.querySelector("textarea").removeAttribute("maxlength")');
    await on.fill('textarea', 'ä'.repeat(1001));
    await send(on);
    await expectToSay(on, 'too-long');
  });

  it('nothing is found when the connection is gone', async () => {
    await fillInAgain(language);
    await on.context().setOffline(true);
    await send(on);
    await expectToSay(on, 'offline');
  });

  it.each(Object.entries(ends))('nothing is found when it is %s', async (shown, reply) => {
    await fillInAgain(language);
    await replyWith(on, reply);
    await send(on);
    await on.locator(`#${shown}`).waitFor();
    await expectNothing(on, shown);
  });

  it('nothing is found in the thanks, nor in what is left when somebody comes back', async () => {
    // Somebody else's: what a ticket has been used for stays with the server that a window came with.
    const { page, context } = await server.open(onAPhone);
    await fillInAgain(language, page);
    await send(page);
    await standsAt(page, 'thanks');
    await expectNothing(page, 'thanks');
    await page.reload();
    await standsAt(page, 'code');
    await expectNothing(page, 'code');
    await context.close();
  });

  it('nothing is found when the link came in pieces', async () => {
    await visit(familyForm(language).slice(0, -3));
    await expectToSay(on, 'truncated');
  });
});

const familyForm = (language: FormLanguage): string => `${server.origin}/${language}/s/family.1${invitation}`;

/** Goes somewhere anew: where only what is behind the # differs, a browser would stay on the page that it has. */
async function visit(url: string, page = on): Promise<void> {
  await page.context().setOffline(false);
  await page.unroute('**/v1/ballots');
  await page.goto('about:blank');
  await page.goto(url);
}

async function fillInAgain(language: FormLanguage, page = on): Promise<void> {
  await visit(familyForm(language), page);
  await standsAt(page, 'questions');
  await fillIn(page);
}

/** Expects one notice, and nothing found. */
async function expectToSay(page: Page, shown: string): Promise<void> {
  await page.locator(`#${shown}`).waitFor();
  expect(await page.getByRole('alert').getAttribute('id')).toBe(shown);
  await expectNothing(page, shown);
}
