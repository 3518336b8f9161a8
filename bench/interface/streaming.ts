/** An answer at 400 tokens a second in a conversation of a thousand messages: frames, and how soon a typed letter is seen. */
import type { BrowserContext, Page } from 'playwright-core';
import type { Row } from '../bench.ts';
import type { RunningCore } from '../running-core.ts';
import { atLeast, atMost, median, p95 } from '../statistics.ts';
import { watchWork, workBetween } from './page-work.ts';
import { addPaintClock, type PaintClock } from './painted.ts';
import { openWindow, pause } from './stage.ts';

export const longTitle = 'A thousand messages';
export const tokensPerSecond = 400;
const watchMs = 10_000;
const keyEveryMs = 70;
/** The first of the answer: the page has drawn the question, and the stream is up to its speed. */
const settleMs = 500;

export async function streamingRows(
  context: BrowserContext,
  core: RunningCore,
  model: string,
): Promise<readonly Row[]> {
  const plain = await plainPage(context, model);
  const theirs = await watchStream(context, plain, '#field');
  await plain.close();
  const page = await openWindow(context, core);
  await page.evaluate(addPaintClock);
  await page.getByText(longTitle, { exact: true }).first().click();
  await page.getByTestId('message-assistant').last().waitFor();
  const composer = page.getByTestId('composer');
  await composer.fill('Tell me a long story about lighthouses.');
  await composer.press('Enter');
  await page.locator('[data-testid=message-assistant][data-status=streaming]').waitFor();
  const ours = await watchStream(context, page, '[data-testid=composer]');
  if ((await page.locator('[data-status=streaming]').count()) === 0)
    throw new Error('the answer ended before the watch did');
  await page.getByTestId('stop').click();
  await page.close();
  const rate = (gaps: readonly number[]): number => (1000 * gaps.length) / gaps.reduce((x, y) => x + y, 0);
  return [
    atMost(
      {
        what: `longest frame at ${tokensPerSecond} tokens/s`,
        value: Math.max(...ours.gapsMs),
        unit: 'ms',
        baseline: Math.max(...theirs.gapsMs),
      },
      33.4,
    ),
    atMost(
      {
        what: 'most work of the page itself in one frame',
        value: Math.max(...ours.workMs),
        unit: 'ms of processor',
        baseline: Math.max(...theirs.workMs),
      },
      33.4,
    ),
    {
      what: 'work of the page itself in a frame, p95',
      value: p95(ours.workMs),
      unit: 'ms of processor',
      baseline: p95(theirs.workMs),
    },
    { what: 'frames longer than 33 ms', value: over(ours.gapsMs), unit: '', baseline: over(theirs.gapsMs) },
    {
      what: 'frames longer than 33 ms by the page itself',
      value: over(ours.workMs),
      unit: '',
      baseline: over(theirs.workMs),
    },
    atLeast({ what: 'frames', value: rate(ours.gapsMs), unit: '/s', baseline: rate(theirs.gapsMs) }, 55),
    {
      what: 'key press to letter meanwhile, median',
      value: median(ours.keysMs),
      unit: 'ms',
      baseline: median(theirs.keysMs),
    },
    atMost(
      {
        what: 'key press to letter meanwhile, p95',
        value: p95(ours.keysMs),
        unit: 'ms',
        baseline: p95(theirs.keysMs),
      },
      30,
    ),
  ];
}

/** Two frames of a screen with 60 a second, with the rounding of their times. */
const over = (gapsMs: readonly number[]): number => gapsMs.filter(ms => ms > 33.4).length;

/** The same stream in a page that only adds the raw text to one element. */
async function plainPage(context: BrowserContext, model: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${model}/api/version`);
  await page.evaluate(addPaintClock);
  await page.evaluate(() => {
    document.body.innerHTML = '<textarea id="field"></textarea><pre id="text"></pre>';
    const body = JSON.stringify({
      model: 'storyteller:latest',
      messages: [{ role: 'user', content: 'Tell me a long story about lighthouses.' }],
      stream: true,
    });
    const text = document.querySelector('#text');
    const read = async (): Promise<void> => {
      const response = await fetch('/api/chat', { method: 'POST', body });
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) return;
        const pieces = (value ?? '').split('\n').filter(line => line.endsWith('}'));
        text?.append(pieces.map(line => /"content":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? '').join(''));
      }
    };
    void read();
  });
  return page;
}

interface Seen {
  readonly gapsMs: readonly number[];
  readonly keysMs: readonly number[];
}

interface Watched extends Seen {
  /** What the page's main thread took of a processor from each frame to the next. */
  readonly workMs: readonly number[];
}

const frameName = 'bench frame';

/** The frames of the page for a while, with a letter typed into its field every now and then. */
async function watchStream(context: BrowserContext, page: Page, field: string): Promise<Watched> {
  const work = await watchWork(context, frameName);
  await pause(settleMs);
  await page.locator(field).focus();
  await page.evaluate(startWatch, frameName);
  const endMs = performance.now() + watchMs;
  for (let number = 0; performance.now() < endMs; number += 1) {
    await page.keyboard.press(String.fromCharCode(97 + (number % 26)));
    await pause(keyEveryMs);
  }
  const seen = await page.evaluate(() => (Reflect.get(globalThis, 'benchWatch') as { stop(): Seen }).stop());
  return { ...seen, workMs: workBetween(await work.end()) };
}

/** In the page: notes the time of each frame, and of each key press the paint that shows it. */
function startWatch(name: string): void {
  const { benchAfterPaint } = globalThis as unknown as PaintClock;
  const frames: number[] = [];
  const keysMs: number[] = [];
  let goesOn = true;
  let pressedMs = 0;
  const frame = (timeMs: number): void => {
    frames.push(timeMs);
    console.timeStamp(name);
    if (goesOn) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const press = (event: Event): void => {
    pressedMs = event.timeStamp;
  };
  const input = (): void => {
    const startedMs = pressedMs;
    void benchAfterPaint().then(paintedMs => keysMs.push(paintedMs - startedMs));
  };
  addEventListener('keydown', press, { capture: true });
  addEventListener('input', input, { capture: true });
  const stop = (): Seen => {
    goesOn = false;
    removeEventListener('keydown', press, { capture: true });
    removeEventListener('input', input, { capture: true });
    return { gapsMs: frames.slice(1).map((time, at) => time - (frames[at] ?? 0)), keysMs };
  };
  Object.assign(globalThis, { benchWatch: { stop } });
}
