import type { Browser } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';

let launched: Promise<Browser> | undefined;

/** One Chromium for all visits: it takes a while to come up. Every visit has a context, and so a memory, of its own. */
export const theBrowser = (): Promise<Browser> => (launched ??= launchChromium());

/** Ends it, where there is one. */
export async function closeBrowser(): Promise<void> {
  const ended = launched;
  launched = undefined;
  await (await ended)?.close();
}
