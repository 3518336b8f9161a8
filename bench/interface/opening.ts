/** From a click to the first useful paint: a conversation of ten thousand messages, the room of a hundred thousand memories. */
import type { BrowserContext, Page } from 'playwright-core';
import { removeDataDir } from '../../test/jarvis-program.ts';
import type { Row } from '../bench.ts';
import { fillMemories } from '../memories.ts';
import { type RunningCore, startCore } from '../running-core.ts';
import { atMost, median, p95 } from '../statistics.ts';
import { watchWork, workOfPairs } from './page-work.ts';
import { addPaintClock, clickMark, clickToPaint, type PaintClock } from './painted.ts';
import { openWindow, pause } from './stage.ts';

export const hugeTitle = 'Ten thousand messages';
export const smallTitle = 'Ten messages';
const memoryCount = 100_000;
const fewMemories = 100;
const rounds = 15;
const warmUpRounds = 2;
/** What is said again need not be embedded again; nobody reads all of it here. */
const distinctSentences = 2000;
/** The window has taken what it takes by itself. */
const restMs = 2500;

export async function conversationRows(context: BrowserContext, core: RunningCore): Promise<readonly Row[]> {
  const page = await openWindow(context, core);
  await page.evaluate(addPaintClock);
  const items = page.getByTestId('conversation-item');
  const mark = async (title: string, id: string): Promise<void> => {
    const button = items.filter({ hasText: title }).locator('.conversation-open');
    await button.evaluate((element, name) => {
      element.id = name;
    }, id);
  };
  await mark(hugeTitle, 'bench-huge');
  await mark(smallTitle, 'bench-small');
  const huge: number[] = [];
  const small: number[] = [];
  const watch = await watchWork(context, clickMark);
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const [one, other] = [await open(page, 'bench-huge'), await open(page, 'bench-small')];
    if (round < 0) continue;
    huge.push(one);
    small.push(other);
  }
  // In turn: the huge one, the small one.
  const work = workOfPairs(await watch.end()).slice(2 * warmUpRounds);
  await page.close();
  return [
    atMost(
      { what: 'open 10,000 messages, median', value: median(huge), unit: 'ms', baseline: median(small) },
      100,
    ),
    { what: 'open 10,000 messages, p95', value: p95(huge), unit: 'ms', baseline: p95(small) },
    {
      what: 'of it work of the page itself, median',
      value: median(work.filter((_, at) => at % 2 === 0)),
      unit: 'ms of processor',
      baseline: median(work.filter((_, at) => at % 2 === 1)),
    },
  ];
}

/** Until the answers of that conversation stand there: those of the one before are gone with the click. */
async function open(page: Page, button: string): Promise<number> {
  return page.evaluate(
    async ([id, mark]) => {
      const clock = globalThis as unknown as PaintClock;
      const answers = (): Element[] => [...document.querySelectorAll('[data-testid=message-assistant]')];
      const before = new Set(answers());
      const startedMs = performance.now();
      console.timeStamp(mark);
      document.getElementById(id)?.click();
      const isThere = (): boolean => answers().length > 0 && answers().every(answer => !before.has(answer));
      const paintedMs = await clock.benchPainted(isThere);
      console.timeStamp(`${mark} painted`);
      return paintedMs - startedMs;
    },
    [button, clickMark] as const,
  );
}

export async function memoryRows(context: BrowserContext): Promise<readonly Row[]> {
  const many = await timeMemoryRoom(context, memoryCount);
  const few = await timeMemoryRoom(context, fewMemories);
  return [
    atMost(
      {
        what: 'open 100,000 memories, median',
        value: median(many.timesMs),
        unit: 'ms',
        baseline: median(few.timesMs),
      },
      200,
    ),
    { what: 'open 100,000 memories, p95', value: p95(many.timesMs), unit: 'ms', baseline: p95(few.timesMs) },
    {
      what: 'open 100,000 memories, the first time',
      value: many.firstMs,
      unit: 'ms',
      baseline: few.firstMs,
    },
    {
      what: 'open 100,000 memories: work of the page itself, median',
      value: median(many.workMs),
      unit: 'ms of processor',
      baseline: median(few.workMs),
    },
  ];
}

/** What a person can read in the memory room once it is of use. */
const memoryShown = '[data-room=memory] [data-testid=memory]';

interface Opened {
  readonly firstMs: number;
  readonly timesMs: readonly number[];
  readonly workMs: readonly number[];
}

async function timeMemoryRoom(context: BrowserContext, count: number): Promise<Opened> {
  const made = await startCore();
  const { dataDir } = made.program;
  made.client.close();
  await made.program.stop();
  await fillMemories(dataDir, count, distinctSentences);
  const core = await startCore({ dataDir });
  try {
    const page = await openWindow(context, core);
    await page.evaluate(addPaintClock);
    const times: number[] = [];
    await pause(restMs);
    const watch = await watchWork(context, clickMark);
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      const ms = await clickToPaint(page, '[data-testid=room-memory]', memoryShown);
      await clickToPaint(page, '[data-testid=room-conversation]', '[data-testid=composer]');
      times.push(ms);
    }
    // In turn: into the room, and back.
    const work = workOfPairs(await watch.end()).filter((_, at) => at % 2 === 0);
    await page.close();
    return {
      firstMs: times[0] ?? Number.NaN,
      timesMs: times.slice(warmUpRounds),
      workMs: work.slice(warmUpRounds),
    };
  } finally {
    await core.close();
    await removeDataDir(dataDir);
  }
}
