/** The quick window as a person meets it: over other programs, answered, opened, and gone again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { violationsOf } from '../interface/axe.ts';
import { assetPath, haveAssets, readWav, wavBytes } from '../test-assets.ts';
import { eventually } from '../window-page.ts';
import { type ShellProgram, shellHost, startShell } from './shell-program.ts';

describe.skipIf(findChromium() === undefined)(`the quick window (${shellHost})`, () => {
  let shell: ShellProgram;
  let quick: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    shell = await startShell();
    // It is made once the main one stands.
    await eventually(() => expect(shell.app.windows()).toHaveLength(2), 60_000);
    quick = shell.app.windows().find(page => page !== shell.page) ?? shell.page;
    quick.on('pageerror', error => faults.push(error.message));
    await quick.getByTestId('quick-field').waitFor();
  }, 120_000);
  afterAll(async () => {
    await shell?.stop();
  });

  /** What another start of the program leaves with this one; that a real one does is seen once, below. */
  const order = (...given: readonly string[]) =>
    shell.app.evaluate(
      ({ app }, args) => void app.emit('second-instance', {}, [], '', { given: args }),
      given,
    );
  const field = () => quick.getByTestId('quick-field');
  const state = (which: 'main' | 'quick') =>
    shell.app.evaluate(({ BrowserWindow }, isQuick) => {
      const window = BrowserWindow.getAllWindows().find(
        one => one.webContents.getURL().includes('#/quick') === isQuick,
      );
      return {
        isVisible: window?.isVisible(),
        isOnTop: window?.isAlwaysOnTop(),
        isEverywhere: window?.isVisibleOnAllWorkspaces(),
        bounds: window?.getBounds(),
      };
    }, which === 'quick');
  const isSeen = (which: 'main' | 'quick', seen: boolean) =>
    eventually(async () => expect((await state(which)).isVisible).toBe(seen));
  const blur = () =>
    shell.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find(one => one.webContents.getURL().includes('#/quick'))
        ?.blur();
    });
  const hideMain = () => shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

  it('is there before it is wanted, unseen', async () => {
    expect((await state('quick')).isVisible).toBe(false);
  });

  it('comes over everything at an order from outside, in the upper third, ready to write in', async () => {
    await hideMain();
    expect(await shell.again('--toggle')).toBe(0);
    await isSeen('quick', true);
    const { isOnTop, isEverywhere, bounds } = await state('quick');
    expect({ isOnTop, isEverywhere }).toEqual({ isOnTop: true, isEverywhere: true });
    expect(bounds).toMatchObject({ width: 680, x: 620, y: 208 });
    expect((await state('main')).isVisible).toBe(false);
    await eventually(async () =>
      expect(await quick.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe(
        'quick-field',
      ),
    );
  });

  it('answers, and grows with its answer', async () => {
    const before = (await state('quick')).bounds?.height ?? 0;
    await field().fill('what is 15 % of 240?');
    await field().press('Enter');
    await quick.getByTestId('quick-answer').getByText(/= 36/).waitFor();
    expect(await quick.getByTestId('quick-question').textContent()).toBe('what is 15 % of 240?');
    await eventually(async () => expect((await state('quick')).bounds?.height).toBeGreaterThan(before));
  });

  it('leads into the same conversation in the main window', async () => {
    await quick.getByTestId('quick-open').click();
    await isSeen('main', true);
    await isSeen('quick', false);
    await shell.page.getByTestId('message-assistant').getByText(/= 36/).waitFor();
  });

  it('goes at Escape, and comes back with what was written', async () => {
    await order('--toggle');
    await isSeen('quick', true);
    await field().fill('not yet');
    await field().press('Escape');
    await isSeen('quick', false);
    await order('--toggle');
    await isSeen('quick', true);
    expect(await field().inputValue()).toBe('not yet');
    await field().fill('');
  });

  it('is hidden by a second order, and when another program is used unless the person wants otherwise', async () => {
    if ((await state('quick')).isVisible === true) await order('--toggle');
    await isSeen('quick', false);
    await order('--toggle');
    await isSeen('quick', true);
    await blur();
    await isSeen('quick', false);
    await shell.page.getByTestId('room-settings').click();
    const row = shell.page.getByTestId('setting-hideQuickOnBlur');
    await row.getByRole('switch').click();
    await shell.page.locator('[data-testid=toast][data-kind=setting]').waitFor();
    await order('--toggle');
    await isSeen('quick', true);
    await blur();
    expect((await state('quick')).isVisible).toBe(true);
    await order('--toggle');
    await isSeen('quick', false);
  });

  it('takes the words of a link into its field and sends nothing', async () => {
    await hideMain();
    expect(await shell.again('jarvis://ask?text=delete%20everything')).toBe(0);
    await isSeen('quick', true);
    await eventually(async () => expect(await field().inputValue()).toBe('delete everything'));
    expect(await quick.getByText('delete everything').count()).toBe(1);
    await field().fill('');
  });

  it('says that it is private, and has no fault that a checker finds, in both themes', async () => {
    await order('--private');
    await quick.getByTestId('quick-private').waitFor();
    for (const theme of ['dark', 'light'] as const) {
      await quick.evaluate(wanted => {
        document.documentElement.dataset.theme = wanted;
      }, theme);
      expect(await violationsOf(quick), theme).toEqual([]);
    }
    expect(faults).toEqual([]);
  });

  it('comes back when its page crashed', async () => {
    const came = await shell.app.evaluate(async ({ webContents }) => {
      const contents = webContents.getAllWebContents().find(one => one.getURL().includes('#/quick'));
      const loaded = new Promise<boolean>(resolve => contents?.once('did-finish-load', () => resolve(true)));
      contents?.forcefullyCrashRenderer();
      return loaded;
    });
    expect(came).toBe(true);
    await order('jarvis://ask?text=after%20all');
    await isSeen('quick', true);
  });
});

const recognizer = 'models/stt/whisper-format-tiny-overfit';
const voices = { fr: 'models/tts/piper-format-fr', en: 'models/tts/piper-format-en' };
const clip = 'speech/commands/en/000-what-time-is-it.wav';
const canListen = haveAssets(recognizer, voices.fr, voices.en, clip);
const folder = mkdtempSync(join(tmpdir(), 'jarvis-quick-voice-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(findChromium() !== undefined && canListen)(
  `talking to the quick window (${shellHost})`,
  () => {
    it('takes one sentence at an order from outside and answers it, while the main window stays away', async () => {
      const { samples, sampleRateHz } = readWav(assetPath(clip));
      // The sentence and the silence that ends it, again and again: a slow machine misses the first.
      const sound = new Int16Array(60 * sampleRateHz);
      for (let second = 1; second < 55; second += 5) sound.set(samples, second * sampleRateHz);
      const microphone = join(folder, 'microphone.wav');
      writeFileSync(microphone, wavBytes(sound, sampleRateHz));
      const shell = await startShell({
        microphone,
        settings: {
          speech: {
            recognizerDir: assetPath(recognizer),
            voiceDirs: { fr: assetPath(voices.fr), en: assetPath(voices.en) },
          },
        },
      });
      try {
        await eventually(() => expect(shell.app.windows()).toHaveLength(2), 60_000);
        const quick = shell.app.windows().find(page => page !== shell.page) ?? shell.page;
        await quick.getByTestId('quick-field').waitFor();
        await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
        expect(await shell.again('--toggle')).toBe(0);
        await quick.getByTestId('voice-state').waitFor();
        await quick.getByTestId('quick-question').getByText('What time is it?').waitFor({ timeout: 60_000 });
        await quick
          .getByTestId('quick-answer')
          .getByText(/^It(?:’s| is) \d+/)
          .waitFor({ timeout: 60_000 });
        expect(
          await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
        ).toBe(false);
      } finally {
        await shell.stop();
      }
    }, 180_000);
  },
);
