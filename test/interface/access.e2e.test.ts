/** The rooms in use, for every eye and hand: both themes and languages, at 100 % and 200 %, in forced colours, by touch, by the keyboard alone, from 360 to 3840 pixels. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RoomName } from '../../src-renderer/store/state.ts';
import { findChromium, launchBrowser } from '../browser.ts';
import { drawn, violationsOf } from './axe.ts';
import { chosenLookLikeOthers, controlsWithoutEdge } from './forced-colours.ts';
import { walkByTab } from './keyboard.ts';
import { hardToHit, overflowing } from './layout.ts';
import { enter, goTo, rooms } from './rooms.ts';
import { Stage, type Window } from './stage.ts';

const chromium = findChromium();
const names: readonly RoomName[] = ['conversation', 'memory', 'now', 'system', 'settings', 'welcome'];
const themes = ['dark', 'light'] as const;
const languages = ['fr', 'en'] as const;
/** A window of 1280 × 800 as it is laid out at each zoom. */
const zooms = { '100 %': { width: 1280, height: 800 }, '200 %': { width: 640, height: 400 } };
const widths = [360, 480, 640, 900, 1180, 1440, 1920, 3840];

describe.runIf(chromium !== undefined)('the rooms in use', () => {
  let browser: Browser;
  let stage: Stage;

  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
    stage = await Stage.set('used');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });

  beforeEach(() => stage.speak('fr'));

  /** The room as the table of states has it in use. */
  async function inRoom(window: Window, room: RoomName): Promise<void> {
    const row = rooms.find(one => one.room === room && one.state === 'usual');
    if (row === undefined || !('shows' in row)) throw new Error(`no ${room} in use`);
    await enter(stage, window, row);
  }

  test.each(names)('%s: nothing for the checker in any theme, language and zoom', async room => {
    const found: string[] = [];
    for (const language of languages) {
      await stage.speak(language);
      const window = await stage.open(browser, { locale: language });
      await inRoom(window, room);
      await window.page.locator(`html[lang=${language}]`).waitFor();
      for (const theme of themes) {
        await stage.prefer({ theme });
        await window.page.locator(`html[data-theme=${theme}]`).waitFor();
        for (const [zoom, viewport] of Object.entries(zooms)) {
          await window.page.setViewportSize(viewport);
          for (const violation of await violationsOf(window.page))
            found.push(`${language}, ${theme}, ${zoom}: ${violation}`);
        }
      }
      found.push(...window.faults);
      await window.page.context().close();
    }
    expect(found).toEqual([]);
  });

  test.each(names)('%s: nothing scrolls sideways or stands beyond the edge, at any width', async room => {
    const window = await stage.open(browser);
    await inRoom(window, room);
    const found: string[] = [];
    for (const width of widths) {
      await window.page.setViewportSize({ width, height: 800 });
      await drawn(window.page);
      for (const fault of await overflowing(window.page)) found.push(`${width}: ${fault}`);
    }
    expect(found).toEqual([]);
    await window.page.context().close();
  });

  test.each(names)('%s: Tab reaches everything, shows where it is, and comes round', async room => {
    const window = await stage.open(browser);
    await inRoom(window, room);
    const { missed, unseen, covered, reached, isRound } = await walkByTab(window.page);
    expect.soft(missed, 'never reached').toEqual([]);
    expect.soft(unseen, 'focus not to be seen').toEqual([]);
    expect.soft(covered, 'focus under something').toEqual([]);
    expect(isRound, reached.slice(-5).join()).toBe(true);
    expect(reached.length).toBeGreaterThan(5);
    await window.page.context().close();
  });

  test.each(names)('%s: a finger hits everything', async room => {
    const window = await stage.open(browser, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 780 },
    });
    await inRoom(window, room);
    expect(await hardToHit(window.page, 44)).toEqual([]);
    await window.page.context().close();
  });

  test.each(names)('%s: forced colours leave edges, and what is chosen can be told', async room => {
    const window = await stage.open(browser, { forcedColors: 'active' });
    await inRoom(window, room);
    expect.soft(await controlsWithoutEdge(window.page)).toEqual([]);
    expect.soft(await chosenLookLikeOthers(window.page)).toEqual([]);
    expect(await violationsOf(window.page)).toEqual([]);
    await window.page.context().close();
  });

  test('an answer is read out once, when it is whole', async () => {
    const window = await stage.open(browser);
    await goTo(window, 'conversation');
    const { page } = window;
    await page.evaluate(noteSpoken);
    await page.getByTestId('composer').fill('Que me faut-il pour les volets du grenier ?');
    await page.getByTestId('composer').press('Enter');
    await page.locator('[data-testid=message-assistant]:not([data-status=streaming])').waitFor();
    await page.getByTestId('announcer').getByText('mélèze').waitFor();
    const spoken = await page.evaluate(() => Reflect.get(globalThis, 'spoken') as readonly string[]);
    expect(spoken.filter(text => text.includes('mélèze'))).toHaveLength(1);
    await page.context().close();
  });
});

/** In the page: keeps each text that a live region comes to hold, as a screen reader would hear it. */
function noteSpoken(): void {
  const spoken: string[] = [];
  Object.assign(globalThis, { spoken });
  const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]';
  new MutationObserver(changes => {
    const regions = new Set(
      changes.flatMap(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest(live) ?? [];
      }),
    );
    for (const region of regions) spoken.push(region.textContent ?? '');
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}
