/**
 * The script in the page: it is what its sources give, it is as small as it has to be, it can stand in a page, and a
 * browser that can't do what it does, or was opened without an invitation, asks for the code. The last is shown by
 * running the very text of the script beside a few made-up elements; a real browser runs it in test/browser.
 */
import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { pageScript } from '../../../shared/domain/respondent/page-script.ts';
import { bundled, pageScriptFile, pageScriptModule } from '../../../web/bundle.ts';

const gzipBytes = (script: string): number => gzipSync(script, { level: 9 }).length;

it('is what its sources give; if not: npm run build:page', async () => {
  expect(readFileSync(pageScriptFile, 'utf8')).toBe(await pageScriptModule());
  expect(pageScript).toBe(await bundled('page.ts', 'iife'));
});

it('is small: the blind signature under 1 536 bytes compressed, the whole under 4 096', async () => {
  expect(gzipBytes(await bundled('blind-signature.ts', 'esm'))).toBeLessThan(1536);
  expect(gzipBytes(pageScript)).toBeLessThan(4096);
});

it('holds no syntax after 2017, so that an old browser reads it to the place where it gives up', async () => {
  const written = (target: string) => transform(pageScript, { target, charset: 'utf8' });
  expect((await written('es2017')).code).toBe((await written('esnext')).code);
});

it('ends no script element and opens no comment, and is plain ASCII: in a page it is the text that is hashed', () => {
  expect(pageScript).not.toMatch(/<\/script|<!--|<script/i);
  expect(pageScript).toMatch(/^[\n\x20-\x7e]+$/);
});

it('names no other place: it speaks to its own origin, and keeps nothing anywhere', () => {
  expect(pageScript).not.toMatch(
    /https?:|["'`]\/\/|import\(|eval|innerHTML|localStorage|sessionStorage|indexedDB|pushState|cookie/,
  );
  // The way out is where the page's own link leads, and what it puts into the page has stood there.
  expect(pageScript.match(/location\.(?:replace|assign|href)[^;,})]*/g)).toEqual([
    expect.stringMatching(/^location\.replace\(\w+\.href$/),
    // And to the page's own link to itself in another language, with what stands in the address anyway.
    expect.stringMatching(/^location\.replace\(\w+\.href\+location\.hash$/),
  ]);
  expect(pageScript.match(/insertAdjacentHTML\([^)]*\)/g)).toEqual([
    expect.stringMatching(/^insertAdjacentHTML\("beforebegin",\w+\.textContent\)$/),
  ]);
});

class Form {
  hidden = true;
  /** What was listened to, and what is done then. */
  readonly acts: Record<string, () => void> = {};
  addEventListener(type: string, act: () => void): void {
    this.acts[type] = act;
  }
  setAttribute(): void {
    // The page says to a screen reader whether it is busy.
  }
  querySelector(): null {
    return null;
  }
  reset(): void {
    // Nothing was chosen.
  }
}
class Field {
  value = '';
  readonly form = new Form();
}

const invitation = `${'t'.repeat(22)}.${'c'.repeat(12)}`;
const key = { id: '2026-Q1', ballot: 'AQAB', mix: 'AQAB' };

/** Runs the script in a browser that was opened at a fragment. */
function opened(hash: string, browser: { without?: string; subtle?: boolean; keys?: object[] } = {}) {
  const { without, subtle = true, keys = [key] } = browser;
  const main = { dataset: { page: 'code' } };
  const elements = {
    code: new Field(),
    questions: new Form(),
    'code-way': { hidden: false },
    refused: { hidden: true },
    truncated: { hidden: true },
  };
  const replaced: string[] = [];
  const context = createContext({
    keys,
    location: { hash, pathname: '/fi/s/meeting.1' },
    history: { replaceState: (_state: unknown, _title: string, address: string) => replaced.push(address) },
    document: {
      getElementById: (id: string) => (elements as Record<string, unknown>)[id] ?? null,
      querySelector: () => main,
      querySelectorAll: () => [],
    },
    HTMLAnchorElement: Field,
    HTMLFormElement: Form,
    HTMLInputElement: Field,
    AbortController,
    fetch: () => Promise.reject(new Error('nothing is to be fetched')),
    addEventListener: () => undefined,
    ...(without === 'crypto'
      ? {}
      : {
          crypto: {
            subtle: subtle ? webcrypto.subtle : undefined,
            getRandomValues: (bytes: Uint8Array) => webcrypto.getRandomValues(bytes),
          },
        }),
  });
  runInContext('globalThis.window = globalThis', context);
  if (without !== undefined) runInContext(`delete globalThis[${JSON.stringify(without)}]`, context);
  runInContext(pageScript, context);
  return { ...elements, page: main.dataset.page, replaced };
}

describe('opened with an invitation', () => {
  it('shows the questions instead of the code', () => {
    const { questions, code, page, replaced, ...rest } = opened(`#${invitation}`);
    expect([questions.hidden, rest['code-way'].hidden]).toEqual([false, true]);
    expect(Object.keys(questions.acts)).toEqual(['submit', 'input']);
    expect([code.value, page]).toEqual(['', 'questions']);
    // It stays in the address until it is used, so that nobody loses it who reloads.
    expect(replaced).toEqual([]);
  });

  it.each([
    ['BigInt', { without: 'BigInt' }],
    ['fetch', { without: 'fetch' }],
    ['WebCrypto', { without: 'crypto' }],
    ['WebCrypto, since the page came unencrypted', { subtle: false }],
    ['a way to give up waiting', { without: 'AbortController' }],
    ['keys', { keys: [] }],
  ])('asks for the code, and fills it in, in a browser without %s', (_, browser) => {
    const { questions, code, page, replaced, ...rest } = opened(`#${invitation}`, browser);
    expect([questions.hidden, rest['code-way'].hidden]).toEqual([true, false]);
    expect([code.value, page]).toEqual([invitation, 'code']);
    expect(rest.truncated.hidden).toBe(true);
    expect(replaced).toEqual([]);
    code.form.acts['submit']?.();
    expect(replaced).toEqual(['/fi/s/meeting.1']);
  });
});

it.each([
  ['', true],
  ['#', true],
  [`#${invitation.slice(0, -1)}`, false],
  [`#${invitation}x`, false],
  [`#${'t'.repeat(22)}`, false],
  ['#top', false],
])(
  'opened at %j, asks for the code, and says what is wrong with the link where there is more',
  (hash, isAll) => {
    const { questions, code, page, replaced, refused, truncated } = opened(hash);
    expect([questions.hidden, page]).toEqual([true, 'code']);
    // What is left of an invitation is none, and would only be in the way.
    expect(code.value).toBe('');
    expect([truncated.hidden, refused.hidden]).toEqual([isAll, true]);
    expect(replaced).toHaveLength(isAll ? 0 : 1);
  },
);
