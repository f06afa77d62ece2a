import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { environment } from '../../shared/contract/environment.ts';
import { formLanguages, type FormLanguage } from '../../shared/domain/vocabulary.ts';
import { openMailbox } from '../../local/simulation/inbox.ts';
import type { Invitation } from '../../local/simulation/respondent.ts';
import { startSystem, type System } from '../../local/system.ts';
import { launchChromium } from './chromium.ts';
import { deliverBatch, meetingHeld, somebody } from './deliveries.ts';
import { invitationIn } from './question-forms.ts';
import { itemsIn } from './stored-items.ts';

/** A request of a page, and what it carried: a path, as our pages have no others. */
export type Requested = { readonly method: string; readonly path: string; readonly body: string };

/** One window of somebody who has nothing to do with the others. */
export type Visit = {
  readonly page: Page;
  /** All that was asked for since the window was opened. */
  readonly requested: Requested[];
  /** What the browser wrote to its console: faults, and what the page's policy has refused. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
};

export type VisitOptions = BrowserContextOptions & {
  /** Runs before the page's own script. */
  readonly first?: string;
};

/** Lets the pauses between the page's own attempts pass at once, and leaves it its patience with one. */
export const hurried =
  'const wait=setTimeout;window.setTimeout=(act,ms,...rest)=>wait(act,ms<10000?0:ms,...rest)';

/** The running system with people who have a mail each, and a browser for them. */
export type Survey = {
  readonly system: System;
  /** An invitation that nobody has opened, to the form for families; in any language when none is named. */
  readonly nextInvitation: (language?: FormLanguage) => Invitation;
  readonly visit: (options?: VisitOptions) => Promise<Visit>;
  /** How many answers lie in the pool. */
  readonly pooled: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** @param count of people in each language: a service of theirs has ended, and the mail about it has come by now */
export async function startSurvey(count: number): Promise<Survey> {
  const [system, browser] = await Promise.all([
    startSystem({ now: '2026-03-02T10:00:00+02:00' }),
    launchChromium(),
  ]);
  const invitations = await invite(system, count);
  return {
    system,
    nextInvitation: (language) => {
      const place = invitations.findIndex(
        ({ link }) => language === undefined || new URL(link).pathname.startsWith(`/${language}/`),
      );
      const [invitation] = place < 0 ? [] : invitations.splice(place, 1);
      if (invitation === undefined) throw new Error('more people were needed than were invited');
      return invitation;
    },
    visit: (options) => openWindow(browser, options),
    pooled: async () => (await itemsIn(system, environment.poolTable)).length,
    stop: async () => {
      await browser.close();
      await system.stop();
    },
  };
}

async function invite(system: System, count: number): Promise<Invitation[]> {
  const newMail = openMailbox(system.endpoints.ses);
  const events = formLanguages.flatMap((language) =>
    Array.from({ length: count }, () =>
      meetingHeld(
        system,
        { type: 'fi.kuultu.service.ended.v1' },
        { occasionRef: undefined, recipients: [somebody({ language })] },
      ),
    ),
  );
  await deliverBatch(system, events);
  await system.settle();
  system.clock.pin(Date.parse('2026-03-04T13:00:00+02:00'));
  await system.settle();
  return (await newMail()).map((mail) => invitationIn(mail));
}

async function openWindow(browser: Browser, { first, ...options }: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  if (first !== undefined) await context.addInitScript({ content: first });
  const page = await context.newPage();
  const requested: Requested[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    requested.push({ method: request.method(), path, body: request.postData() ?? '' });
  });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, requested, complaints, close: () => context.close() };
}

/** Answers two of the questions that stand in the page, and says something. */
export async function fillIn(page: Page, heard = 4): Promise<void> {
  await page.check(`form:visible input[name=heard][value="${heard}"]`);
  await page.check('form:visible input[name=recommend][value="10"]');
  await page.fill('form:visible textarea', 'Meitä kuunneltiin.');
}

export const send = (page: Page): Promise<void> => page.click('form:visible button');

/** Waits until the page is of this kind. */
export const standsAt = (page: Page, kind: string): Promise<void> =>
  page.locator(`main[data-page=${kind}]`).waitFor();
