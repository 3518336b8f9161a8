/** Every room in every state of the table: shown as designed, no fault in the page, nothing for the checker of accessibility to say, nothing beyond the edge. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from '../browser.ts';
import { violationsOf } from './axe.ts';
import { overflowing } from './layout.ts';
import { contentsOf, enter, isRoomInState, rooms } from './rooms.ts';
import { type Contents, Stage } from './stage.ts';

const chromium = findChromium();
const narrow = { width: 360, height: 740 };
const wide = { width: 1280, height: 800 };

describe.runIf(chromium !== undefined)('the rooms', () => {
  let browser: Browser;
  const stages = new Map<Contents, Stage>();

  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
    for (const contents of ['fresh', 'used', 'huge'] as const)
      stages.set(contents, await Stage.set(contents));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    for (const stage of stages.values()) await stage.close();
  });

  const shown = rooms.filter(isRoomInState);
  test.each(shown.map(row => [row.room, row.state, row] as const))('%s, %s', async (_room, state, row) => {
    const stage = stages.get(contentsOf[state]);
    if (stage === undefined) throw new Error('no such program');
    const window = await stage.open(browser);
    try {
      await enter(stage, window, row);
      expect.soft(await violationsOf(window.page), 'accessibility').toEqual([]);
      expect.soft(await overflowing(window.page), 'at 1280 pixels').toEqual([]);
      await window.page.setViewportSize(narrow);
      expect.soft(await overflowing(window.page), 'at 360 pixels').toEqual([]);
      await window.page.setViewportSize(wide);
      expect(window.faults).toEqual([]);
    } finally {
      await window.page.context().close();
    }
  });
});
