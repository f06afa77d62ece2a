import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../test/support/chromium.ts';

/** One page, opened by somebody who has never been there. */
export type PageLoad = {
  /** Of the whole page, until nothing more comes. */
  readonly requests: number;
  /** Bytes that came, with their headers. */
  readonly bytes: number;
  /** Milliseconds from setting out until the first thing that can be chosen is seen. */
  readonly answerableMs: number;
};

/** The page behind a link beside one that could hardly be smaller, each the median of its loads. */
export type PageTiming = { readonly survey: PageLoad; readonly bare: PageLoad };

/** As on the edge of a town. */
export const connection = { kilobitsPerSecond: 400, roundTripMs: 400 };
export const loadsPerPage = 5;
/** How many times as long as the bare page ours may take. */
export const timesBareMost = 1.6;
export const bareBytes = 2048;

/**
 * Opens the page behind a link in Chromium over a poor connection, in turn with a bare page of 2 kB.
 *
 * @param link with an invitation, which is not used up
 * @throws where the page needs a second request, or takes more than 1.6 times as long as the bare one
 */
export async function measurePageTiming(link: string): Promise<PageTiming> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(barePage());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await launchChromium();
  try {
    // The port of a server that listens on a host's is in an object.
    const bareLink = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const loads: { survey: PageLoad[]; bare: PageLoad[] } = { survey: [], bare: [] };
    for (let load = 0; load < loadsPerPage; load += 1) {
      loads.bare.push(await loadPage(browser, bareLink));
      loads.survey.push(await loadPage(browser, link));
    }
    return checked({ survey: median(loads.survey), bare: median(loads.bare) });
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

function checked(timing: PageTiming): PageTiming {
  const { survey, bare } = timing;
  if (survey.requests !== 1) throw new Error(`the page took ${survey.requests} requests`);
  const times = survey.answerableMs / bare.answerableMs;
  if (times > timesBareMost) throw new Error(`the page took ${times.toFixed(2)} times as long as a bare one`);
  return timing;
}

/** The load in the middle by its time; all have the same requests and bytes. */
function median(loads: readonly PageLoad[]): PageLoad {
  const middle = loads.toSorted((a, b) => a.answerableMs - b.answerableMs)[Math.floor(loads.length / 2)];
  if (middle === undefined) throw new Error('nothing was loaded');
  return middle;
}

/** Notes in the page, frame by frame, when there is first something to choose; the page's clock starts as one sets out. */
const watch = `window.answerable = new Promise((resolve) => {
  const look = () => {
    const seen = [...document.querySelectorAll('input[type=radio]:enabled')].some((one) => one.getClientRects().length);
    if (seen) resolve(performance.now());
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Opens a page in a browser that has nothing in its cache and no connection yet. */
async function loadPage(browser: Browser, link: string): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    await context.addInitScript({ content: watch });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const bytesPerSecond = (connection.kilobitsPerSecond * 1000) / 8;
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: connection.roundTripMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    let requests = 0;
    let bytes = 0;
    devtools.on('Network.requestWillBeSent', () => (requests += 1));
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(link, { waitUntil: 'commit' });
    const answerableMs = await page.evaluate<number>('answerable');
    await page.waitForLoadState('networkidle');
    return { requests, bytes, answerableMs };
  } finally {
    await context.close();
  }
}

/** Something to choose, and as many words as make 2 kB. Without its empty icon the browser would ask for one. */
function barePage(): string {
  const page = (words: string): string =>
    `<!doctype html><html lang="en"><title>Bare</title><link rel="icon" href="data:,"><p><label><input type="radio">Yes</label><p>${words}</p></html>`;
  return page('word '.repeat(bareBytes).slice(0, bareBytes - page('').length));
}
