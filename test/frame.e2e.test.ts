/** The frame of the window in a real Chromium: rooms, palette and keys by keyboard alone, what is typed as an order, and rooms that break. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { type JarvisProgram, removeDataDir, startJarvis } from './jarvis-program.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const rooms = ['conversation', 'memory', 'now', 'system', 'settings'] as const;

let browser: Browser;
let jarvis: JarvisProgram;
let window: WindowPage;

const roomOf = (page: Page) => page.locator('.rooms').getAttribute('data-room');
const isIn = (page: Page, room: string) => eventually(async () => expect(await roomOf(page)).toBe(room));
const focusedTestId = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.id);
/** The same session, in another page. */
const address = (): string => new URL('/', jarvis.link).href;

describe.runIf(chromium !== undefined)('the frame of the window', () => {
  beforeAll(async () => {
    [browser, jarvis] = await Promise.all([launchBrowser(chromium ?? ''), startJarvis()]);
    window = await WindowPage.open(browser, jarvis.link);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await jarvis?.stop();
    if (jarvis !== undefined) await removeDataDir(jarvis.dataDir);
  });

  test('every room is reached by its keys, says so, and stays in the address', async () => {
    const { page } = window;
    for (const [at, room] of rooms.entries()) {
      await page.keyboard.press(`Control+${at + 1}`);
      await isIn(page, room);
      await eventually(async () =>
        expect(await page.getByTestId(`room-${room}`).getAttribute('aria-current')).toBe('page'),
      );
      expect(new URL(page.url()).hash).toBe(room === 'conversation' ? '' : `#/${room}`);
      await page.getByRole('main').waitFor();
    }
    expect(await page.title()).toBe('Réglages · Jarvis');
    await page.goBack();
    await isIn(page, 'system');
    await page.goForward();
    await isIn(page, 'settings');
    await page.reload();
    await isIn(page, 'settings');
    await page.keyboard.press('Control+1');
    await window.composer.waitFor();
  });

  test('the palette finds by a few letters in either language, and gives the focus back', async () => {
    const { page } = window;
    await window.composer.focus();
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette-input').waitFor();
    await page.keyboard.type('regl');
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await page.getByTestId('palette').count()).toBe(0));
    expect(await focusedTestId(page)).toBe('composer');
    for (const [letters, room] of [
      ['memoire', 'memory'],
      ['open the settings', 'settings'],
      ['parametres', 'settings'],
      ['aller conv', 'conversation'],
    ] as const) {
      await page.keyboard.press('Control+k');
      await page.getByTestId('palette-input').fill(letters);
      await eventually(async () =>
        expect(await page.locator('[data-testid=palette-line][data-selected=true]').count()).toBe(1),
      );
      await page.keyboard.press('Enter');
      await isIn(page, room);
    }
  });

  test('what cannot be done now says why', async () => {
    const { page } = window;
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette-input').fill('copier la derniere reponse');
    const line = page.locator('[data-command="answer.copy"]');
    await line.waitFor();
    expect(await line.getAttribute('aria-disabled')).toBe('true');
    expect(await line.textContent()).toContain('pas encore de réponse');
    await page.keyboard.press('Escape');
  });

  test('conversations and what was said in them are found from the palette', async () => {
    const { page } = window;
    await window.ask('Combien font 12 fois 12 ?');
    await page.keyboard.press('Alt+n');
    await eventually(async () => expect(await window.questions.count()).toBe(0));
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette-input').fill('combien');
    await page.getByTestId('palette-hit').first().waitFor();
    await page.getByTestId('palette-hit').first().click();
    await eventually(async () => expect(await window.questions.count()).toBe(1));
  });

  test('the page of keys is searched, and leads to where keys are changed', async () => {
    const { page } = window;
    await page.getByTestId('all-actions').focus();
    await page.keyboard.press('?');
    await page.getByTestId('keys-search').waitFor();
    expect(await focusedTestId(page)).toBe('keys-search');
    expect(await page.locator('[data-command="room.memory"] kbd').allInnerTexts()).toEqual(['Ctrl', '2']);
    await page.getByTestId('keys-search').fill('privé');
    await eventually(async () => expect(await page.getByTestId('key-row').count()).toBeLessThan(5));
    expect(await page.locator('[data-command="memory.private"] kbd').allInnerTexts()).toEqual([
      'Ctrl',
      'Maj',
      'P',
    ]);
    await page.getByRole('button', { name: 'Changer les touches', exact: true }).click();
    await isIn(page, 'settings');
    await page.keyboard.press('Control+1');
  });

  test('F6 walks through the parts of the window, and the first Tab leads past the bar', async () => {
    const { page } = window;
    await window.composer.focus();
    const seen = new Set<string>();
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('F6');
      seen.add(
        await page.evaluate(
          () => document.activeElement?.closest('.bar, .rail, .dock, .status-line, main')?.className ?? '',
        ),
      );
    }
    expect([...seen]).toEqual(expect.arrayContaining(['bar', 'rail', 'status-line']));
    await page.keyboard.press('Control+3');
    await page.reload();
    await isIn(page, 'now');
    await page.getByRole('main').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link');
    await page.keyboard.press('Enter');
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN'),
    );
    await page.keyboard.press('Control+1');
  });

  test('what is typed as an order is done in this window, and not in another', async () => {
    const { page } = window;
    await page.keyboard.press('Control+1');
    const other = await page.context().newPage();
    await other.goto(address());
    await other.getByTestId('composer').waitFor();
    await window.send('Ouvre la mémoire');
    await isIn(page, 'memory');
    expect(await roomOf(other)).toBe('conversation');
    await other.close();
    await page.keyboard.press('Control+1');
    await window.ask('thème clair');
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light'),
    );
    await window.ask('switch to dark mode');
    await eventually(async () =>
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark'),
    );
    await window.send('nouvelle conversation');
    await eventually(async () => expect(await window.questions.count()).toBe(0));
    await window.send('lance la commande toutes les touches');
    await page.getByTestId('keys-search').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('keys-search').waitFor({ state: 'detached' });
    expect(window.faults).toEqual([]);
  });

  test('private mode leaves no room in the address', async () => {
    const { page } = window;
    await page.keyboard.press('Control+Shift+P');
    await page.getByTestId('private-banner').waitFor();
    await page.keyboard.press('Control+2');
    await isIn(page, 'memory');
    expect(new URL(page.url()).hash).toBe('');
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Shift+P');
    await eventually(async () => expect(await page.getByTestId('private-banner').count()).toBe(0));
  });

  test.each([
    [360, 640, 1],
    [400, 800, 1],
    [720, 450, 2],
    [1440, 900, 1],
    [3840, 2160, 1],
  ])('at %i × %i nothing is cut off, and fingers find the rooms', async (width, height, scale) => {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      hasTouch: width < 900,
      storageState: await window.page.context().storageState(),
    });
    const page = await context.newPage();
    await page.goto(address());
    for (const room of rooms) {
      await page.getByTestId(`room-${room}`).click();
      await isIn(page, room);
      await page.getByRole('main').waitFor();
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(widths[0], room).toBeLessThanOrEqual(widths[1] ?? 0);
      const box = await page.getByTestId(`room-${room}`).boundingBox();
      if (width < 900) expect(Math.min(box?.width ?? 0, box?.height ?? 0), room).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 0), room).toBeLessThanOrEqual(width);
    }
    await context.close();
  });

  test('the one menu of the list opens at the row that was asked, by mouse and by keys, and gives the focus back', async () => {
    const { page } = window;
    for (const question of ['combien font 2 fois 3 ?', 'combien font 3 fois 3 ?']) {
      await window.newConversation();
      await eventually(async () => expect(await window.questions.count()).toBe(0));
      await window.ask(question);
    }
    const [first, second] = [window.conversation('3 fois 3'), window.conversation('2 fois 3')];
    const opener = (row: typeof first) => row.getByRole('button').last();
    const menu = page.getByRole('menu');
    const isAt = (title: string) =>
      eventually(async () => expect(await menu.getAttribute('aria-label')).toContain(title));
    const isClosed = () => eventually(async () => expect(await menu.count()).toBe(0));
    await second.hover();
    await opener(second).click();
    await isAt('2 fois 3');
    expect(await opener(second).getAttribute('aria-expanded')).toBe('true');
    // The row above is pressed while the menu is open below it.
    await opener(first).click();
    await isAt('3 fois 3');
    expect(await opener(second).getAttribute('aria-expanded')).toBe('false');
    await opener(first).click();
    await isClosed();
    for (const key of ['Enter', 'Space', 'ArrowDown']) {
      await opener(first).focus();
      await page.keyboard.press(key);
      await isAt('3 fois 3');
      await eventually(async () =>
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Épingler'),
      );
      await page.keyboard.press('Escape');
      await isClosed();
      await eventually(async () =>
        expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
          '3 fois 3',
        ),
      );
    }
    await opener(second).click();
    await isAt('2 fois 3');
    await window.composer.click();
    await isClosed();
    expect(await focusedTestId(page)).toBe('composer');
  });

  describe('a room that breaks', () => {
    /** The rooms that are loaded when they are entered, by the names of their files. */
    const late = ['memory', 'now', 'system', 'settings'] as const;
    const opened = async (breaks: (page: Page) => Promise<void>): Promise<Page> => {
      const context = await browser.newContext({
        storageState: await window.page.context().storageState(),
        serviceWorkers: 'block',
      });
      const page = await context.newPage();
      await breaks(page);
      await page.goto(address());
      await page.getByTestId('composer').waitFor();
      return page;
    };

    test.each(late)('%s takes nothing else with it', async room => {
      const page = await opened(async one => {
        await one.route(new RegExp(`/${room}-room-[^/]*\\.js$`), route =>
          route.fulfill({
            contentType: 'text/javascript',
            body: 'export default () => { throw new TypeError("broken for a test"); };',
          }),
        );
      });
      await page.getByTestId(`room-${room}`).click();
      const broken = page.getByTestId('broken-part');
      await broken.waitFor();
      expect(await broken.getAttribute('role')).toBe('alert');
      expect(await broken.innerText()).toContain('TypeError');
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByTestId('copy-details').click();
      await page.getByRole('button', { name: 'Copié' }).waitFor();
      const details = await page.evaluate(() => navigator.clipboard.readText());
      expect(details).toContain('TypeError');
      expect(details).not.toContain('broken for a test');
      await broken.getByRole('button', { name: 'Réessayer' }).click();
      await broken.waitFor();
      await page.getByTestId('room-conversation').click();
      await page.getByTestId('composer').waitFor();
      expect(await broken.count()).toBe(0);
      await page.context().close();
    });

    test('that cannot be loaded asks for the window anew, and is whole then', async () => {
      let isCut = true;
      const page = await opened(async one => {
        await one.route(/\/system-room-[^/]*\.js$/, route => (isCut ? route.abort() : route.continue()));
      });
      await page.getByTestId('room-system').click();
      const broken = page.getByTestId('broken-part');
      await broken.waitFor();
      expect(await broken.innerText()).toContain('n’a pas pu être chargée');
      expect(await broken.getByRole('button', { name: 'Réessayer' }).count()).toBe(0);
      await page.getByTestId('room-memory').click();
      await page.getByRole('main').waitFor();
      expect(await broken.count()).toBe(0);
      await page.getByTestId('room-system').click();
      await broken.waitFor();
      isCut = false;
      await broken.getByRole('button', { name: 'Recharger' }).click();
      await page.getByRole('heading', { level: 1, name: 'Système' }).waitFor();
      await page.context().close();
    });

    /** What is drawn with this class cannot be drawn while it is to break. */
    const breakAt = (page: Page, part: string) =>
      page.addInitScript(broken => {
        const { setAttribute } = Element.prototype;
        const state = globalThis as unknown as { isWhole?: boolean };
        Element.prototype.setAttribute = function (name, value) {
          if (name === 'class' && value === broken && state.isWhole !== true)
            throw new TypeError('broken for a test');
          setAttribute.call(this, name, value);
        };
      }, part);

    const parts = {
      message: { drawn: 'message message-user', says: 'Ce message', back: 'message-user' },
      panel: { drawn: 'side-panel', says: 'Ce panneau', back: 'side-panel' },
      rail: { drawn: 'rail-top', says: 'La liste des conversations', back: 'search' },
      dock: { drawn: 'dock', says: 'Le champ de saisie', back: 'composer' },
    } as const;

    test.each(Object.keys(parts) as (keyof typeof parts)[])(
      'in its %s alone says so there, goes on beside it, and is whole when it is tried again',
      async part => {
        const { drawn, says, back } = parts[part];
        const context = await browser.newContext({
          storageState: await window.page.context().storageState(),
          serviceWorkers: 'block',
        });
        const page = await context.newPage();
        await breakAt(page, drawn);
        await page.goto(address());
        if (part !== 'rail') await page.getByTestId('conversation-item').first().click();
        const broken = page.getByTestId('broken-part');
        await broken.first().waitFor();
        expect(await broken.first().getAttribute('role')).toBe('alert');
        expect(await broken.first().innerText()).toContain(says);
        expect(await page.getByTestId(back).count()).toBe(0);
        // The rest is usable: other parts of the same room, and other rooms.
        if (part !== 'dock') {
          await page.getByTestId('composer').fill('je peux encore écrire');
          expect(await page.getByTestId('composer').inputValue()).toBe('je peux encore écrire');
        }
        if (part !== 'message') await page.getByTestId('message-assistant').first().waitFor();
        if (part !== 'rail') await page.getByTestId('search').fill('fois');
        if (part !== 'rail') await page.getByTestId('search-hit').first().waitFor();
        await page.getByTestId('room-settings').click();
        await isIn(page, 'settings');
        await page.getByTestId('room-conversation').click();
        // Still broken: it says so again and takes nothing with it.
        await broken.first().getByRole('button', { name: 'Réessayer' }).click();
        await broken.first().waitFor();
        await page.evaluate(() => Object.assign(globalThis, { isWhole: true }));
        const count = await broken.count();
        for (let left = count; left > 0; left -= 1) {
          await broken.first().getByRole('button', { name: 'Réessayer' }).click();
          await eventually(async () => expect(await broken.count()).toBe(left - 1));
        }
        await page.getByTestId(back).first().waitFor();
        await context.close();
      },
    );

    test('so does a palette that cannot be loaded', async () => {
      const page = await opened(async one => {
        await one.route(/\/palette-[^/]*\.js$/, route => route.abort());
      });
      await page.keyboard.press('Control+k');
      await page.getByTestId('broken-part').waitFor();
      await page.locator('dialog').getByRole('button', { name: 'Fermer' }).click();
      await page.getByTestId('composer').fill('je peux encore écrire');
      expect(await page.getByTestId('composer').inputValue()).toBe('je peux encore écrire');
      await page.context().close();
    });
  });
});
