/** What the window costs while nobody does anything with it: seen, with nothing moving, and hidden. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Row } from '../bench.ts';
import { cpuSecondsOf } from '../process-cost.ts';
import type { RunningCore } from '../running-core.ts';
import { atMost } from '../statistics.ts';
import { openWindow, pause } from './stage.ts';

const settleMs = 5000;
const watchMs = 20_000;

export async function idleRows(context: BrowserContext, core: RunningCore): Promise<readonly Row[]> {
  if (process.platform !== 'linux') throw new Error('reads /proc, which only Linux has');
  const empty = await context.newPage();
  await pause(settleMs);
  const theirs = await share(context);
  await empty.close();
  const { preferences } = await core.client.call('app.snapshot', {});
  await core.client.call('preferences.set', { ...preferences, motion: 'less' });
  const page = await openWindow(context, core);
  await page.evaluate(countFrames);
  await pause(settleMs);
  const ours = await share(context);
  await core.client.call('preferences.set', preferences);
  await page.evaluate(hide);
  await pause(1000);
  const hidden = await framesIn(page, watchMs / 4);
  await page.close();
  return [
    atMost({ what: 'idle, visible, nothing moving', value: ours, unit: '% of a core', baseline: theirs }, 1),
    atMost({ what: 'frames asked for while hidden', value: hidden, unit: '' }, 0),
  ];
}

/** Of all the browser's processes that draw pages, over the watch. */
async function share(context: BrowserContext): Promise<number> {
  const browser = context.browser() as Browser;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const drawing = processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU');
  const seconds = (): number => drawing.reduce((sum, { id }) => sum + cpuSecondsOf(id), 0);
  const before = seconds();
  await pause(watchMs);
  const spent = seconds() - before;
  return (spent / (watchMs / 1000)) * 100;
}

/** In the page: counts each frame that a script asks for from now on. */
function countFrames(): void {
  const counter = { frames: 0 };
  const ask = requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = callback => {
    counter.frames += 1;
    return ask(callback);
  };
  Object.assign(globalThis, { benchFrames: counter });
}

/** In the page: what a browser does when its window is covered; a headless one has none to cover. */
function hide(): void {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

async function framesIn(page: Page, ms: number): Promise<number> {
  const count = (): Promise<number> =>
    page.evaluate(() => (Reflect.get(globalThis, 'benchFrames') as { frames: number }).frames);
  const before = await count();
  await pause(ms);
  return (await count()) - before;
}
