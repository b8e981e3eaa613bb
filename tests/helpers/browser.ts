/** A headless Chromium that looks at nothing but our pages. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { unpackedChromium } from './unpacked-chromium';

/** @throws Error where no browser runs, so that the tests of the pages fail and are not left out unnoticed. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await chosen();
  const browser = chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      // It speaks to the test's own server only: nothing of these could succeed, and each would wait.
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return browser.catch((error: unknown) => {
    throw new Error(`The browser ${executablePath} does not start. ${remedy}`, { cause: error });
  });
}

/** The one that CHROMIUM_PATH names, else the one that came with `npm ci`, else one that is installed. */
async function chosen(): Promise<{ executablePath: string; env?: Record<string, string> }> {
  const { CHROMIUM_PATH: named } = process.env;
  if (named) return { executablePath: named };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium();
  const found = ['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(
    (path) => existsSync(path),
  );
  if (found) return { executablePath: found };
  throw new Error(`There is no browser for the tests of the pages. ${remedy}`);
}

const remedy = 'Install Chromium and name its program by CHROMIUM_PATH.';
