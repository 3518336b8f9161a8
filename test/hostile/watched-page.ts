/** A window in which everything that hostile words could do is noticed. */
import type { Browser, Page } from 'playwright-core';
import { WindowPage } from '../window-page.ts';

/** What happened that should not have. */
export interface Deeds {
  readonly all: string[];
}

export async function openWatched(
  browser: Browser,
  link: string,
): Promise<{ window: WindowPage; deeds: Deeds }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const all: string[] = [];
  // A request that leaves is not answered, so that a test never asks another machine.
  await context.route(
    url => url.hostname !== new URL(link).hostname,
    route => {
      all.push(`request to ${route.request().url()}`);
      return route.abort();
    },
  );
  await context.exposeFunction('hostileRan', (where: string) => void all.push(`ran: ${where}`));
  await context.addInitScript(() => {
    const ran = (globalThis as unknown as { hostileRan(where: string): void }).hostileRan;
    Object.assign(globalThis, { hostile: () => ran(location.href) });
  });
  const window = await WindowPage.openIn(context, link);
  watchPage(window.page, all);
  context.on('page', page => all.push(`another window: ${page.url()}`));
  return { window, deeds: { all } };
}

function watchPage(page: Page, all: string[]): void {
  page.on('dialog', dialog => {
    all.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  // Rooms have addresses of their own, in the window's.
  const own = page.url().split('#')[0];
  page.on('framenavigated', frame => {
    if (frame.url().split('#')[0] !== own) all.push(`navigated to ${frame.url()}`);
  });
  page.on('download', download => void all.push(`download of ${download.url()}`));
  page.on('crash', () => void all.push('the page crashed'));
}

/** Every link of the page, as it would be opened. */
export const linksOf = (page: Page): Promise<readonly { href: string; rel: string; target: string }[]> =>
  page
    .locator('.markdown a, .plain a')
    .evaluateAll(links =>
      (links as HTMLAnchorElement[]).map(({ href, rel, target }) => ({ href, rel, target })),
    );

/** Elements that words may never become. */
export const foreignElements = (page: Page): Promise<readonly string[]> =>
  page
    .locator(
      '.messages :is(script, style, iframe, object, embed, form, base, meta, link, video, audio, picture, source, marquee, details:not(.chip):not(.chip *), input:not([type=checkbox]))',
    )
    .evaluateAll(elements => elements.map(element => element.outerHTML.slice(0, 200)));
