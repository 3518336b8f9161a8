/** Moments of a page as its person sees them: when a thing is painted, measured inside the page. */
import type { Page } from 'playwright-core';

/** Put into a page before its own scripts: `benchPainted(selector)` resolves with the time of the paint that shows it. */
export function addPaintClock(): void {
  const afterPaint = (): Promise<number> =>
    new Promise(resolve => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve(performance.now());
        };
        // A message that is posted in a frame comes after its paint.
        port2.postMessage(undefined);
      });
    });
  const painted = (isThere: () => boolean): Promise<number> =>
    new Promise(resolve => {
      if (isThere()) return void afterPaint().then(resolve);
      const watch = new MutationObserver(() => {
        if (!isThere()) return;
        watch.disconnect();
        void afterPaint().then(resolve);
      });
      watch.observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['data-testid', 'data-status', 'aria-busy', 'data-open', 'disabled'],
      });
    });
  Object.assign(globalThis, { benchPainted: painted, benchAfterPaint: afterPaint });
}

export interface PaintClock {
  benchPainted(isThere: () => boolean): Promise<number>;
  benchAfterPaint(): Promise<number>;
}

/** How the names of the moments begin that `page-work.ts` finds in the trace: a click, then the paint of what it led to. */
export const clickMark = 'bench click';

/** Milliseconds from a click on `button` until what `shown` selects is painted. */
export function clickToPaint(page: Page, button: string, shown: string): Promise<number> {
  return page.evaluate(
    async ([from, to, mark]) => {
      const clock = globalThis as unknown as PaintClock;
      const element = document.querySelector<HTMLElement>(from);
      if (element === null) throw new Error(`nothing to click: ${from}`);
      const startedMs = performance.now();
      console.timeStamp(mark);
      element.click();
      const paintedMs = await clock.benchPainted(() => document.querySelector(to) !== null);
      console.timeStamp(`${mark} painted`);
      return paintedMs - startedMs;
    },
    [button, shown, clickMark] as const,
  );
}
