import type { Page } from 'playwright-core';

/**
 * Presses what leads to another page, and waits until that is whole: for a while the old one still answers, and one that
 * is coming can't be left again.
 */
export async function follow(page: Page, selector = 'form:visible button'): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.click(selector)]);
}
