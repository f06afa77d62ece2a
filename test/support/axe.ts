import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import * as z from 'zod';

/** In few letters: a browser reads it for every page. */
const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** WCAG 2.0 to 2.2, A and AA, and what axe holds for good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const options = {
  resultTypes: ['violations'],
  // Nothing of a page of ours is elsewhere: there are no frames to look into, and no styles to fetch.
  iframes: false,
  preload: false,
};

const run = (
  runOnly: object,
): string => `axe.run(document, ${JSON.stringify({ ...options, runOnly })}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' at ' + html)))`;

/**
 * Has axe judge a page as it stands. It is brought into a document once, however often that is judged: with hundreds of
 * pages this takes a third of the time.
 *
 * @param rules by name, where others can't find anything that was not found before
 * @returns what it found: a rule and the markup that breaks it; empty where nothing
 */
export async function findingsOf(page: Page, rules: readonly string[] | 'all' = 'all'): Promise<string[]> {
  const isThere: unknown = await page.evaluate("typeof axe === 'object'");
  if (isThere !== true) await page.evaluate(axe);
  return z
    .array(z.string())
    .parse(
      await page.evaluate(
        run(rules === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: rules }),
      ),
    );
}
