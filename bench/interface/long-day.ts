/** The page's memory after eight hours of use, made shorter by speed alone: every turn is asked, every room is entered. */
import type { BrowserContext, Page } from 'playwright-core';
import type { Row } from '../bench.ts';
import type { RunningCore } from '../running-core.ts';
import { atMost } from '../statistics.ts';
import { heapOf } from './heap.ts';
import { openWindow } from './stage.ts';

const turns = 1000;
const hours = 8;
/** As many as ten minutes of those hours have. */
const earlyTurns = Math.round(turns / (hours * 6));
const turnsPerConversation = 40;
const turnsPerWalk = 20;
const rooms = ['memory', 'now', 'system', 'settings', 'conversation'];
const questions = [
  'what time is it?',
  'Tell me about lighthouses.',
  'what is 12 times 8?',
  'combien font 15 % de 80 ?',
  'What do keepers do at night?',
];

export async function longDayRows(context: BrowserContext, core: RunningCore): Promise<readonly Row[]> {
  const page = await openWindow(context, core);
  const session = await context.newCDPSession(page);
  await use(page, 0, earlyTurns);
  const early = await heapOf(session);
  await use(page, earlyTurns, turns);
  const late = await heapOf(session);
  await page.close();
  return [
    { what: `heap after ${turns} turns`, value: late.usedMiB, unit: 'MiB', baseline: early.usedMiB },
    {
      what: 'of it what the engine compiled of the same scripts',
      value: late.codeMiB,
      unit: 'MiB',
      baseline: early.codeMiB,
    },
    { what: 'elements in the page', value: late.nodes, unit: '', baseline: early.nodes },
    atMost(
      {
        what: 'heap after 8 hours to that after 10 minutes',
        value: late.usedMiB / early.usedMiB,
        unit: 'ratio',
      },
      1.2,
    ),
    {
      what: 'the same, without what was compiled',
      value: (late.usedMiB - late.codeMiB) / (early.usedMiB - early.codeMiB),
      unit: 'ratio',
    },
  ];
}

async function use(page: Page, from: number, to: number): Promise<void> {
  for (let number = from; number < to; number += 1) {
    if (number % turnsPerConversation === 0) await page.getByTestId('new-conversation').click();
    await ask(page, questions[number % questions.length] ?? '');
    if (number % turnsPerWalk === turnsPerWalk - 1) await walk(page);
  }
  await walk(page);
  // Both times are taken at the same place: what an open conversation holds is no growth.
  await page.getByTestId('new-conversation').click();
  await page.getByTestId('message-assistant').first().waitFor({ state: 'detached' });
}

async function ask(page: Page, question: string): Promise<void> {
  const answers = page.locator('[data-testid=message-assistant]:not([data-status=streaming])');
  const last = (await answers.count()) > 0 ? await answers.last().getAttribute('data-message') : null;
  const composer = page.getByTestId('composer');
  await composer.fill(question);
  await composer.press('Enter');
  await page.waitForFunction(
    before => {
      const all = document.querySelectorAll('[data-testid=message-assistant]');
      const newest = all.item(all.length - 1) as HTMLElement | null;
      return newest !== null && newest.dataset.message !== before && newest.dataset.status !== 'streaming';
    },
    last,
    { polling: 20 },
  );
}

async function walk(page: Page): Promise<void> {
  for (const room of rooms) {
    await page.getByTestId(`room-${room}`).click();
    await page.locator(`[data-room=${room}] > *`).first().waitFor();
  }
  await page.getByTestId('composer').waitFor();
}
