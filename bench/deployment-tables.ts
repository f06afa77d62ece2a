import { connection, loadsPerPage, timesBareMost, type PageTiming } from './measures/page-timing.ts';
import type { PageWeight } from './measures/page-weight.ts';
import { pageBudgetBytes } from './measures/page-weight.ts';
import { assumptions } from './prices.ts';
import { startsPerBundle, type StartUps } from './measures/start-up.ts';
import type { Results } from './results-file.ts';
import type { Table } from './table.ts';
import { total } from './work.ts';

/** What every function weighs, and how long it loads beside one that is empty. */
export const startUpTable = ({ emptyLoadMs, functions }: StartUps): Table => ({
  title: 'Bundles and start-up',
  columns: ['function', 'kB', 'kB gzip', 'start, ms', 'more than empty, ms', 'times empty'],
  rows: [
    ['(empty handler)', 0, 0, emptyLoadMs, 0, 1],
    ...functions.map(({ name, bundleBytes, gzipBytes, loadMs }) => [
      name,
      Math.round(bundleBytes / 1000),
      Math.round(gzipBytes / 1000),
      loadMs,
      loadMs - emptyLoadMs,
      loadMs / emptyLoadMs,
    ]),
  ],
  notes: [
    'Bundles are those of a deployment: minified ES modules with the AWS SDK inside. The start is that of a fresh ' +
      `process of Node until it has loaded the bundle, the quickest of ${startsPerBundle}, in turn with the empty one. ` +
      'Milliseconds are those of the machine that measured; only their relations carry over.',
  ],
});

/** The respondent's pages beside the budget of one round trip. */
export const pageTable = (pages: readonly PageWeight[]): Table => ({
  title: 'Pages',
  columns: ['page', 'language', 'raw', 'gzip', 'brotli', 'sent', 'sent, % of budget'],
  rows: pages
    .toSorted((a, b) => (a.page === b.page ? 0 : a.page < b.page ? 1 : -1))
    .map(({ page, language, raw, gzip, brotli, sent }) => [
      page,
      language,
      raw,
      gzip,
      brotli,
      sent,
      Math.round((100 * sent) / pageBudgetBytes),
    ]),
  notes: [
    `Bytes of HTML, which is all that a page loads. The budget is ${pageBudgetBytes} bytes, what a server may send ` +
      'before it has heard back. `page` is what a link opens, with its questions, texts, keys and script; `form` follows ' +
      'after the code, where there is no JavaScript; `sent` is what a browser gets that takes gzip.',
  ],
});

/** How soon somebody on a poor connection can answer, beside a page that could hardly be smaller. */
export const pageTimingTable = ({ survey, bare }: PageTiming): Table => ({
  title: 'Page over a poor connection',
  columns: ['page', 'requests', 'bytes', 'answerable, ms', 'times bare'],
  rows: [
    ['bare page', bare.requests, bare.bytes, bare.answerableMs, 1],
    [
      'page family, fi',
      survey.requests,
      survey.bytes,
      survey.answerableMs,
      survey.answerableMs / bare.answerableMs,
    ],
  ],
  notes: [
    `From setting out until the first answer can be chosen, in Chromium with an empty cache, held to ` +
      `${connection.kilobitsPerSecond} kbit/s and ${connection.roundTripMs} ms for a round trip; the median of ${loadsPerPage} ` +
      `loads, in turn with a bare page of 2 kB. Bytes are as sent, with headers. Above ${timesBareMost} times the bare page ` +
      'the run fails.',
  ],
});

export const moneyTable = (money: Results['money']): Table => ({
  title: 'Money',
  columns: ['for', 'US dollars', 'of which'],
  rows: Object.entries(money).map(([what, bill]) => [
    what,
    total(bill),
    Object.entries(bill)
      .toSorted(([, a], [, b]) => b - a)
      .map(([service, dollars]) => `${service} ${dollars.toPrecision(2)}`)
      .join(', '),
  ]),
  notes: [
    'The counts above, times the list prices in `bench/prices.ts`, which says how far each price can be trusted; no ' +
      `free tier, no tax, no logs, storage or data transfer. Lambda is assumed to bill ${assumptions.billedMilliseconds} ms ` +
      'for each invocation at the memory of the template, since a laptop can’t measure it.',
  ],
});
