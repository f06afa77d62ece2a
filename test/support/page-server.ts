import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import * as z from 'zod';
import { questionSetVersion } from '../../shared/domain/questions/question-sets.ts';
import { questionPage } from '../../shared/domain/respondent/page.ts';
import { pageStyle } from '../../shared/domain/respondent/page-assets.ts';
import { scriptWith, surveyPage } from '../../shared/domain/respondent/survey-page.ts';
import { formLanguages } from '../../shared/domain/vocabulary.ts';
import { pageHeaders } from '../../shared/lambda/html-page.ts';
import { BallotServer, newQuarters, publicKeysOf } from './ballot-server.ts';
import { launchChromium } from './chromium.ts';
import { organisation } from './organisation.ts';
import { hurried } from './survey-visits.ts';

const quarters = newQuarters('2026-Q1');
const script = scriptWith(quarters.map(publicKeysOf));

/** An invitation as a page takes it. */
export const invitation = `#${'t'.repeat(22)}.${'c'.repeat(12)}`;

export type Window = { readonly page: Page; readonly context: BrowserContext };

/** The survey's page as it is, in a real browser, and a server in memory that signs and takes its ballots. */
export type PageServer = {
  readonly origin: string;
  /** What came of the posts of all windows since the last one was opened. */
  readonly ballots: () => BallotServer;
  /** A window of somebody else. What a first script changes is there before the page's own. */
  readonly open: (options?: BrowserContextOptions & { readonly first?: string }) => Promise<Window>;
  readonly stop: () => Promise<void>;
};

/** The page behind a link, or under its path with `/form` the one that needs no JavaScript. */
function pageAt(path: string): string | undefined {
  const [, tag, id = '', version, form] = /^\/([\w-]+)\/s\/([\w-]+)\.(\d+)(\/form)?$/.exec(path) ?? [];
  const language = formLanguages.find((each) => each === tag);
  const questionSet = questionSetVersion(id, Number(version));
  if (language === undefined || questionSet === undefined) return undefined;
  if (form === undefined) return surveyPage(language, questionSet, script, organisation);
  const [ticket = '', context = ''] = invitation.slice(1).split('.');
  return questionPage({
    language,
    organisation,
    questionSet,
    action: `${path}/answers`,
    invitation: { ticket, context },
    nonce: 'n'.repeat(43),
  });
}

export async function startPageServer(): Promise<PageServer> {
  let ballots = new BallotServer(quarters);
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (request.method === 'POST') {
      json(request)
        .then((body) => ballots.line.post(path, z.record(z.string(), z.unknown()).parse(body)))
        .then(({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        })
        .catch(() => response.destroy());
      return;
    }
    const page = pageAt(path);
    const headers = { ...pageHeaders({ style: pageStyle, script }), 'cache-control': 'public, max-age=300' };
    response.writeHead(page === undefined ? 404 : 200, headers).end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser: Browser = await launchChromium();
  return {
    // The port of a server that listens on a host's is in an object.
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    ballots: () => ballots,
    open: async ({ first, ...options } = {}) => {
      ballots = new BallotServer(quarters);
      const context = await browser.newContext(options);
      if (options.javaScriptEnabled !== false) {
        await context.addInitScript({ content: hurried });
        if (first !== undefined) await context.addInitScript({ content: first });
      }
      // Nothing leaves the machine: what is elsewhere is a page that says so.
      await context.route(/^https:/, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>elsewhere</title>' }),
      );
      return { page: await context.newPage(), context };
    },
    stop: async () => {
      await browser.close();
      server.close();
    },
  };
}
