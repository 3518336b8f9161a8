/** A real Chromium for the end-to-end tests; the desktop program's own window where the suite runs in that. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { BrowserOptions } from './browser-options.ts';
import { testHost } from './test-host.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of Chromium; undefined, with one loud line, where the machine has none. */
export function findChromium(): string | undefined {
  const found = process.env.CHROMIUM_PATH ?? places.find(path => existsSync(path));
  if (found === undefined)
    console.warn('SKIPPED: no Chromium on this machine; the tests in a browser do not run');
  return found;
}

export const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--autoplay-policy=no-user-gesture-required',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

export async function launchBrowser(
  executablePath: string,
  { microphone, noWebgl = false }: BrowserOptions = {},
): Promise<Browser> {
  if (testHost !== 'web')
    return (await import('./desktop-window.ts')).desktopBrowser({ microphone, noWebgl });
  return chromium.launch({
    executablePath,
    args: [
      ...browserArguments,
      ...(noWebgl ? ['--disable-3d-apis'] : []),
      ...(microphone === undefined ? [] : [`--use-file-for-fake-audio-capture=${microphone}%noloop`]),
    ],
  });
}

/** Opens the link and fails the test on any request that leaves the machine and on any error of the page. */
export async function openWindow(browser: Browser, link: string): Promise<{ page: Page; faults: string[] }> {
  return watchWindow(await browser.newContext(), link);
}

/** The same in a browser context that the test has prepared. */
export async function watchWindow(
  context: BrowserContext,
  link: string,
): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  const own = new URL(link).origin;
  page.on('pageerror', error => faults.push(`page error: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', request => {
    const url = new URL(request.url());
    const ours = url.origin === own || ['blob:', 'data:'].includes(url.protocol);
    if (!ours) faults.push(`request to ${url.origin}`);
  });
  await page.goto(link);
  return { page, faults };
}
