/** What is written before the window has come is not lost: it goes on in the composer, and Enter sends it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from '../browser.ts';
import { Stage, type Window } from './stage.ts';

const chromium = findChromium();

describe.runIf(chromium !== undefined)('the first field', () => {
  let browser: Browser;
  let stage: Stage;
  let window: Window;
  /** Open: the window may come, whether it was asked for already or is only now. */
  let door = Promise.withResolvers<void>();
  const letIn = (): void => door.resolve();

  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
    stage = await Stage.set('fresh');
    await stage.prefer({ theme: 'light' });
    window = await stage.open(browser);
    await window.page.locator('html[data-theme=light]').waitFor();
    await window.page.route(/assets\/main-.*\.js$/, async route => {
      await door.promise;
      await route.continue();
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });

  const first = () => window.page.locator('#first textarea');

  test('is there in the looks of the last time, with the focus, before the window', async () => {
    await window.page.goto('about:blank');
    await window.page.goto(window.home);
    await first().waitFor();
    expect(await window.page.locator('html').getAttribute('data-theme')).toBe('light');
    expect(await first().getAttribute('aria-label')).not.toBe('');
    await window.page.keyboard.type('Combien font 6');
    expect(await first().inputValue()).toBe('Combien font 6');
  });

  test('its words go on in the composer, which has the focus', async () => {
    letIn();
    const composer = window.page.getByTestId('composer');
    await composer.waitFor();
    expect(await first().count()).toBe(0);
    await window.page.keyboard.type(' fois 7 ?');
    expect(await composer.inputValue()).toBe('Combien font 6 fois 7 ?');
  });

  test('Enter in it sends as soon as there is a window', async () => {
    await window.page.getByTestId('composer').fill('');
    door = Promise.withResolvers();
    await window.page.goto('about:blank');
    await window.page.goto(window.home);
    await first().waitFor();
    await window.page.keyboard.type('Combien font 6 fois 7 ?');
    await window.page.keyboard.press('Enter');
    letIn();
    await window.page.getByTestId('message-assistant').getByText('42').waitFor();
  });

  test('in another room, and the first time, there is none', async () => {
    await window.page.unroute(/assets\/main-.*\.js$/);
    await window.page.goto('about:blank');
    await window.page.goto(`${window.home}#/settings`);
    await window.page.getByTestId('settings-search').waitFor();
    expect(await first().count()).toBe(0);
    expect(window.faults).toEqual([]);
  });
});
