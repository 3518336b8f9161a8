/** The room of what is under way, by hand: timers, lists, notes, each kept by the same store as what is said. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { type JarvisProgram, newDataDir, removeDataDir, startJarvis } from './jarvis-program.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('the room of what is under way', () => {
  let dataDir: string;
  let jarvis: JarvisProgram;
  let browser: Browser;
  let window: WindowPage;

  beforeAll(async () => {
    dataDir = await newDataDir();
    jarvis = await startJarvis({ dataDir });
    browser = await launchBrowser(chromium ?? '');
    window = await WindowPage.open(browser, jarvis.link);
    await window.enter('now');
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await jarvis.stop();
    await removeDataDir(dataDir);
  });

  const timers = () => window.page.getByTestId('timer');
  const undo = () => window.page.getByTestId('undo').last().click();

  test('a timer is started, put off by a minute, cancelled, and brought back', async () => {
    const form = window.page.getByRole('form', { name: 'Lancer un minuteur ou un rappel' });
    await form.getByLabel('En minutes').fill('3');
    await form.getByLabel('Pour quoi').fill('thé');
    await form.getByRole('button', { name: 'Lancer' }).click();
    await timers().filter({ hasText: 'thé' }).waitFor();
    await eventually(async () => expect(await timers().innerText()).toMatch(/2:[0-5]\d/));
    await timers().getByRole('button', { name: '+ 1 min' }).click();
    await eventually(async () => expect(await timers().innerText()).toMatch(/3:[0-5]\d/));
    await timers()
      .getByRole('button', { name: /Annuler/ })
      .click();
    await timers().waitFor({ state: 'detached' });
    await undo();
    await eventually(async () => expect(await timers().innerText()).toMatch(/thé[\s\S]*3:[0-5]\d/));
  });

  test('a timer that rings can be put off where it is shown', async () => {
    const form = window.page.getByRole('form', { name: 'Lancer un minuteur ou un rappel' });
    await form.getByLabel('En minutes').fill('0.1');
    await form.getByLabel('Pour quoi').fill('œuf');
    await form.getByRole('button', { name: 'Lancer' }).click();
    const egg = timers().filter({ hasText: 'œuf' });
    await eventually(async () => expect(await egg.getAttribute('data-rings')).toBe('true'));
    await window.page.getByTestId('ringing').waitFor();
    await egg.getByRole('button', { name: 'Encore 5 min' }).click();
    await window.page.getByTestId('ringing').waitFor({ state: 'detached' });
    await eventually(async () => expect(await egg.innerText()).toMatch(/4:[0-5]\d|5:00/));
  });

  test('what is on a list is added, done, and brought back; what is said stands there too', async () => {
    const list = window.page.getByRole('region', { name: 'Courses' });
    const add = list.getByRole('textbox', { name: 'Ajouter à « Courses »' });
    for (const thing of ['lait', 'pain']) {
      await add.fill(thing);
      await add.press('Enter');
      await list.getByText(thing).waitFor();
    }
    await list.getByRole('checkbox', { name: /lait/ }).click();
    await list.getByText('lait').waitFor({ state: 'detached' });
    await undo();
    await eventually(async () =>
      expect(await list.getByRole('listitem').allInnerTexts()).toEqual(['lait', 'pain']),
    );
    await window.enter('conversation');
    expect(await window.ask('qu’y a-t-il sur ma liste de courses ?')).toMatch(/lait[\s\S]*pain/);
    await window.ask('ajoute du beurre à la liste de courses');
    await window.enter('now');
    await list.getByText('beurre').waitFor();
  });

  test('a note is written, written anew, and survives the end of the program', async () => {
    const add = window.page.getByRole('textbox', { name: 'Nouvelle note' });
    await add.fill('le code est 12');
    await add.press('Enter');
    const note = window.page.getByTestId('note');
    await note.getByRole('button', { name: /Modifier/ }).click();
    const field = window.page.locator('textarea').filter({ visible: true });
    await field.fill('le code est 34');
    await field.press('Control+Enter');
    await eventually(async () => expect(await note.innerText()).toContain('le code est 34'));
    expect(window.faults).toEqual([]);
    await jarvis.stop();
    jarvis = await startJarvis({ dataDir });
    const again = await WindowPage.open(browser, jarvis.link);
    await again.enter('now');
    await eventually(async () =>
      expect(await again.page.getByTestId('note').allInnerTexts()).toEqual([
        expect.stringContaining('le code est 34'),
      ]),
    );
    expect(await again.page.getByTestId('timer').count()).toBe(2);
    await again.close();
  });
});
