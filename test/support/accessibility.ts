import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Expects that axe finds nothing in a page as it stands (WCAG 2.2 A and AA, best practices), and that it fits. */
export async function expectAccessible(page: Page): Promise<void> {
  // The older of axe's two ways can't look into frames of other sites, and needs no second page to work in.
  expect(page.frames()).toHaveLength(1);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(wcag)
    .setLegacyMode()
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await expectToFit(page);
}

/** Expects that a page does not scroll sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const overflow: unknown = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
}
