/** What the checker of accessibility finds in a page as it is drawn now. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Pixels. */
const longestPage = 8000;
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `rule at element: how to mend it`; empty when nothing is wrong. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // As text, through the debugger: the page's own policy lets no script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const viewport = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ ...viewport, height: await wholeHeight(page) });
  await drawn(page);
  const found = await page.evaluate(async tags => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, {
      runOnly: tags,
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }, standards);
  await page.setViewportSize(viewport);
  return found;
}

/** The page has heard of its new size, and views that ask for it have been drawn anew. */
export const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise(resolve =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20))),
      ),
  );

/** Of a window in which nothing has to be scrolled: the checker passes over what is out of sight. */
const wholeHeight = (page: Page): Promise<number> =>
  page.evaluate(most => {
    const hidden = [...document.querySelectorAll('body *')]
      .filter(element => /auto|scroll/.test(getComputedStyle(element).overflowY))
      .map(element => element.scrollHeight - element.clientHeight);
    return Math.min(most, innerHeight + Math.max(0, ...hidden));
  }, longestPage);
