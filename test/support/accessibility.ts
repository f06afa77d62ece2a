import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { findingsOf } from './axe.ts';

/** Expects that axe finds nothing in a page as it stands (WCAG 2.2 A and AA, best practices), and that it fits. */
export async function expectAccessible(page: Page): Promise<void> {
  // Frames are not looked into.
  expect(page.frames()).toHaveLength(1);
  expect(await findingsOf(page)).toEqual([]);
  await expectToFit(page);
}

/** Expects that a page does not scroll sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const overflow: unknown = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
}
