import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const findChromium = (): string | undefined =>
  places.find((place): place is string => place !== undefined && existsSync(place));

/** Debian's own package, where we may install it: a test that needs a browser must not be skipped for want of one. */
function installChromium(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const quietly = { stdio: 'ignore' } as const;
  execFileSync('apt-get', ['update', '-qq'], quietly);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quietly);
}

/** @returns where Chromium is, installing it where that is possible @throws saying what to install */
export function ensureChromium(): string {
  if (findChromium() === undefined) installChromium();
  const found = findChromium();
  if (found === undefined) {
    throw new Error('The browser tests need Chromium: install it, or set CHROMIUM to where it is.');
  }
  return found;
}

/** A headless browser that asks nobody on the network for anything. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Otherwise a process is made ready for every page that may come next, which a test never has use for.
      '--renderer-process-limit=1',
    ],
  });
