/** From a click to the first useful paint: a conversation of ten thousand messages, the room of a hundred thousand memories. */
import type { BrowserContext, Page } from 'playwright-core';
import { removeDataDir } from '../../test/jarvis-program.ts';
import type { Row } from '../bench.ts';
import { fillMemories } from '../memories.ts';
import { type RunningCore, startCore } from '../running-core.ts';
import { atMost, median, p95 } from '../statistics.ts';
import { addPaintClock, clickToPaint, type PaintClock } from './painted.ts';
import { openWindow } from './stage.ts';

export const hugeTitle = 'Ten thousand messages';
export const smallTitle = 'Ten messages';
const memoryCount = 100_000;
const fewMemories = 100;
const rounds = 15;
const warmUpRounds = 2;

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
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const [one, other] = [await open(page, 'bench-huge'), await open(page, 'bench-small')];
    if (round < 0) continue;
    huge.push(one);
    small.push(other);
  }
  await page.close();
  return [
    atMost(
      { what: 'open 10,000 messages, median', value: median(huge), unit: 'ms', baseline: median(small) },
      100,
    ),
    { what: 'open 10,000 messages, p95', value: p95(huge), unit: 'ms', baseline: p95(small) },
  ];
}

/** Until the answers of that conversation stand there: those of the one before are gone with the click. */
async function open(page: Page, button: string): Promise<number> {
  return page.evaluate(async id => {
    const clock = globalThis as unknown as PaintClock;
    const answers = (): Element[] => [...document.querySelectorAll('[data-testid=message-assistant]')];
    const before = new Set(answers());
    const startedMs = performance.now();
    document.getElementById(id)?.click();
    const isThere = (): boolean => answers().length > 0 && answers().every(answer => !before.has(answer));
    return (await clock.benchPainted(isThere)) - startedMs;
  }, button);
}

export async function memoryRows(context: BrowserContext): Promise<readonly Row[]> {
  const many = await timeMemoryRoom(context, memoryCount);
  const few = await timeMemoryRoom(context, fewMemories);
  return [
    atMost(
      { what: 'open 100,000 memories, median', value: median(many), unit: 'ms', baseline: median(few) },
      200,
    ),
    { what: 'open 100,000 memories, p95', value: p95(many), unit: 'ms', baseline: p95(few) },
  ];
}

/** What a person can read in the memory room once it is of use. */
const memoryShown = '[data-room=memory] [data-testid=memory]';

async function timeMemoryRoom(context: BrowserContext, count: number): Promise<readonly number[]> {
  const made = await startCore();
  const { dataDir } = made.program;
  made.client.close();
  await made.program.stop();
  await fillMemories(dataDir, count);
  const core = await startCore({ dataDir });
  try {
    const page = await openWindow(context, core);
    await page.evaluate(addPaintClock);
    const times: number[] = [];
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      const ms = await clickToPaint(page, '[data-testid=room-memory]', memoryShown);
      await clickToPaint(page, '[data-testid=room-conversation]', '[data-testid=composer]');
      if (round >= 0) times.push(ms);
    }
    await page.close();
    return times;
  } finally {
    await core.close();
    await removeDataDir(dataDir);
  }
}
