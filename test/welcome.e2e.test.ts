/** The welcome as someone new meets it: with the mouse, with the keyboard alone, left and taken up again. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from './browser.ts';
import { linkOf } from './core-client.ts';
import { type JarvisProgram, removeDataDir, startJarvis } from './jarvis-program.ts';
import { noteSound, secondsHeard } from './played-sound.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();

describe.runIf(chromium !== undefined)('the welcome', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
  }, 60_000);
  afterAll(() => browser?.close());

  interface Visit {
    readonly window: WindowPage;
    readonly jarvis: JarvisProgram;
    readonly context: BrowserContext;
    step(): Promise<string | null>;
    click(testId: string): Promise<void>;
    isAt(step: string): Promise<void>;
  }

  /** A program whose profile nobody has used yet. */
  async function visit(locale: string, use: (visit: Visit) => Promise<void>): Promise<void> {
    const jarvis = await startJarvis({ welcome: true });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale });
    try {
      await context.grantPermissions(['microphone'], { origin: new URL(jarvis.link).origin });
      await noteSound(context);
      const window = await WindowPage.openIn(context, jarvis.link);
      const { page } = window;
      const step = () => page.getByTestId('welcome').getAttribute('data-step');
      await use({
        ...{ window, jarvis, context, step },
        click: testId => page.getByTestId(testId).click(),
        isAt: wanted => eventually(async () => expect(await step()).toBe(wanted)),
      });
      expect(window.faults).toEqual([]);
    } finally {
      await context.close();
      await jarvis.stop();
      await removeDataDir(jarvis.dataDir);
    }
  }

  test('one click to the first spoken answer, then every step by mouse', async () => {
    await visit('fr-FR', async ({ window, click, isAt }) => {
      const { page } = window;
      await page.getByTestId('welcome-question').filter({ hasText: 'Quelle heure est-il' }).click();
      await eventually(async () =>
        expect(await page.getByTestId('welcome-answer').innerText()).toMatch(/^Il est \d+/),
      );
      await eventually(async () => expect(await secondsHeard(page)).toBeGreaterThan(0.5));

      await click('welcome-next');
      await isAt('name');
      await page.getByTestId('welcome-name').fill('Camille');
      await click('welcome-next');
      await isAt('voice');
      expect(await page.getByRole('navigation', { name: 'Étapes' }).innerText()).toContain('Camille');
      await click('welcome-next');
      await isAt('models');
      await page.getByText(/à télécharger, environ/).waitFor();
      await click('welcome-next');
      await isAt('hotword');
      expect(await page.getByTestId('hotword-no').getAttribute('aria-pressed')).toBe('true');
      await click('welcome-next');
      await isAt('privacy');
      await click('welcome-next');
      await window.composer.waitFor();
      await eventually(async () =>
        expect(await page.getByRole('button', { name: /Camille/ }).count()).toBeGreaterThan(0),
      );
      await page.reload();
      await window.composer.waitFor();
    });
  }, 90_000);

  test('the microphone is proved: level in words, a sentence played back, then thrown away', async () => {
    await visit('fr-FR', async ({ window: { page }, click, isAt }) => {
      await page.getByRole('button', { name: 'Micro et voix' }).click();
      await isAt('voice');
      await click('welcome-microphone');
      await eventually(async () =>
        expect(await page.getByTestId('level-word').getAttribute('data-level')).not.toBe('none'),
      );
      const before = await secondsHeard(page);
      await click('record-sentence');
      const sentence = page.getByTestId('test-sentence');
      await new Promise(resolve => setTimeout(resolve, 1200));
      await click('stop-recording');
      await eventually(async () => expect(await sentence.getAttribute('data-stage')).toBe('thrown'));
      expect((await secondsHeard(page)) - before).toBeGreaterThan(0.8);
      // The device is let go with the step.
      await click('welcome-next');
      await isAt('models');
    });
  }, 60_000);

  test('a microphone that is refused is no dead end', async () => {
    await visit('en-GB', async ({ window: { page }, click, isAt }) => {
      await page.evaluate(() => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      });
      await page.getByRole('button', { name: 'Microphone and voice' }).click();
      await isAt('voice');
      await click('welcome-microphone');
      const told = page.getByRole('alert').filter({ hasText: 'You can write to me all the same' });
      await told.waitFor();
      await click('welcome-next');
      await isAt('models');
    });
  }, 60_000);

  test('by keyboard alone, to the name and out', async () => {
    await visit('en-GB', async ({ window, isAt }) => {
      const { page } = window;
      await page.getByRole('heading', { name: 'Hello, I am Jarvis.' }).waitFor();
      const tabTo = async (testId: string): Promise<void> => {
        const isThere = () =>
          page.evaluate(id => document.activeElement?.getAttribute('data-testid') === id, testId);
        for (let i = 0; i < 30 && !(await isThere()); i++) await page.keyboard.press('Tab');
        expect(await isThere(), testId).toBe(true);
      };
      await tabTo('welcome-question');
      await page.keyboard.press('Enter');
      await eventually(async () =>
        expect(await page.getByTestId('welcome-answer').innerText()).toMatch(/^It(?:’s| is) \d+/),
      );
      await tabTo('welcome-next');
      await page.keyboard.press('Enter');
      await isAt('name');
      await tabTo('welcome-name');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Robin');
      await page.keyboard.press('Enter');
      await isAt('voice');
      await page.keyboard.press('Escape');
      await window.composer.waitFor();
    });
  }, 60_000);

  test('left in the middle it goes on there; left for later it comes back when it is called', async () => {
    await visit('fr-FR', async ({ window, jarvis, context, click, isAt }) => {
      const { page } = window;
      await click('welcome-next');
      await click('welcome-next');
      await isAt('voice');
      await page.reload();
      await isAt('voice');
      await click('welcome-later');
      await window.composer.waitFor();
      const other = await WindowPage.openIn(context, await linkOf(jarvis.dataDir));
      await other.composer.waitFor();
      expect(await other.page.getByTestId('welcome').count()).toBe(0);
      await other.enter('settings');
      await other.button('Rouvrir l’accueil').click();
      expect(await other.page.getByTestId('welcome').getAttribute('data-step')).toBe('voice');
    });
  }, 60_000);

  test('it speaks the language of the browser, until another is chosen', async () => {
    await visit('en-GB', async ({ window: { page } }) => {
      await page.getByRole('heading', { name: 'Hello, I am Jarvis.' }).waitFor();
      await page.getByRole('radio', { name: 'Français' }).click();
      await page.getByRole('heading', { name: 'Bonjour, je suis Jarvis.' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Bonjour, je suis Jarvis.' }).waitFor();
    });
  }, 60_000);
});
