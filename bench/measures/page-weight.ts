import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Invitation } from '../../local/simulation/respondent.ts';
import { formLanguages } from '../../shared/domain/vocabulary.ts';

/** Bytes of one page's HTML, which is all that the page loads. */
export type PageWeight = {
  /** `page` behind the link, or `form` after the code, and its survey. */
  readonly page: string;
  readonly language: string;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
  /** Bytes that travel from the function to a browser that takes gzip and brotli. */
  readonly sent: number;
};

/** Ten packets, which a server may send before it has heard back: a page of up to this size needs one round trip. */
export const pageBudgetBytes = 14_336;

/**
 * Weighs the page behind a link, and the form that follows, in every language.
 *
 * @param invitations one for each form, still unused
 */
export async function measurePageWeight(invitations: readonly Invitation[]): Promise<PageWeight[]> {
  const weights: PageWeight[] = [];
  for (const language of formLanguages) {
    for (const { link, code } of invitations) {
      const address = inLanguage(link, language);
      const survey = /\/s\/([a-z-]+)/.exec(link)?.[1] ?? '';
      weights.push({ page: `page ${survey}`, language, ...(await weigh(address)) });
      weights.push({ page: `form ${survey}`, language, ...(await weigh(address, `code=${code}`)) });
    }
  }
  return weights;
}

const inLanguage = (link: string, language: string): URL =>
  new URL(link.replace(/#.*/, '').replace(/\/[\w-]+\/s\//, `/${language}/s/`));

/** @param form to post; the page is only asked for when absent */
async function weigh(address: URL, form?: string): Promise<Omit<PageWeight, 'page' | 'language'>> {
  const { body, encoding } = await fetchAsSent(address, form);
  const html = encoding === 'gzip' ? gunzipSync(body) : body;
  if (body.length > pageBudgetBytes) throw new Error(`a page weighs ${body.length} bytes`);
  return {
    raw: html.length,
    gzip: gzipSync(html).length,
    brotli: brotliCompressSync(html).length,
    sent: body.length,
  };
}

/** Fetches without decompressing, which `fetch` does by itself. */
const fetchAsSent = (address: URL, form?: string): Promise<{ body: Buffer; encoding: string | undefined }> =>
  new Promise((resolve, reject) => {
    const headers = {
      'accept-encoding': 'gzip, br',
      ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    request(address, { method: form === undefined ? 'GET' : 'POST', headers }, (response) => {
      buffer(response).then((body) => {
        if (response.statusCode === 200) resolve({ body, encoding: response.headers['content-encoding'] });
        else reject(new Error(`${address.pathname} answered ${String(response.statusCode)}`));
      }, reject);
    })
      .on('error', reject)
      .end(form);
  });
