/** A key of every program, held in the desktop program: real keys of a real display, real sound, a real answer. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { assetPath, haveAssets, readWav, wavBytes } from '../test-assets.ts';
import { canPressKeys, openTestDisplay, type TestDisplay } from '../test-display.ts';
import { type ShellProgram, shellHost, startShell } from './shell-program.ts';

const recognizer = 'models/stt/whisper-format-tiny-overfit';
const voices = { fr: 'models/tts/piper-format-fr', en: 'models/tts/piper-format-en' };
const clip = 'speech/commands/en/000-what-time-is-it.wav';
const canRun =
  canPressKeys() && findChromium() !== undefined && haveAssets(recognizer, voices.fr, voices.en, clip);
const chord = ['ctrl', 'alt', 'j'] as const;

describe.runIf(canRun)(`keys of every program (${shellHost})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-keys-'));
  let display: TestDisplay;
  let shell: ShellProgram;
  let soundMs = 0;

  beforeAll(async () => {
    display = await openTestDisplay();
    const { samples, sampleRateHz } = readWav(assetPath(clip));
    // It plays from the moment in which the microphone opens, which takes its time on a busy machine.
    const sound = new Int16Array(samples.length + sampleRateHz * 5);
    sound.set(samples, sampleRateHz * 4);
    soundMs = (samples.length / sampleRateHz) * 1000 + 700;
    const microphone = join(folder, 'microphone.wav');
    writeFileSync(microphone, wavBytes(sound, sampleRateHz));
    shell = await startShell({
      microphone,
      env: { DISPLAY: display.name, XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: '' },
      settings: {
        speech: {
          recognizerDir: assetPath(recognizer),
          voiceDirs: { fr: assetPath(voices.fr), en: assetPath(voices.en) },
        },
      },
    });
  }, 90_000);
  afterAll(async () => {
    await shell?.stop();
    display?.close();
    rmSync(folder, { recursive: true });
  });

  /** Nothing is drawn while nothing is heard. */
  const stateOf = (page: Page): Promise<string> =>
    page.evaluate(
      () => document.querySelector('[data-testid="voice-state"]')?.getAttribute('data-state') ?? 'idle',
    );
  const listens = () => expect.poll(() => stateOf(shell.page), { timeout: 20_000 });
  /** The hook's process, as the room of the system tells it. */
  const hookPid = (): Promise<number> =>
    shell.app.evaluate(() => {
      const { execFileSync } = process.getBuiltinModule('node:child_process');
      const lines = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n');
      const own = lines.find(
        line => line.includes('key-hook') && line.trim().split(/\s+/)[1] === String(process.pid),
      );
      return Number(own?.trim().split(/\s+/)[0] ?? 0);
    });

  const logged = (event: string): boolean => {
    const logs = join(shell.dataDir, 'logs');
    return readdirSync(logs).some(name => readFileSync(join(logs, name), 'utf8').includes(event));
  };
  /** The watcher may only be starting: pressed until it is seen. */
  const hold = (): Promise<void> =>
    expect
      .poll(
        async () => {
          display.down(...chord);
          await shell.page.waitForTimeout(400);
          const state = await stateOf(shell.page);
          if (state !== 'listening') display.up(...chord);
          return state;
        },
        { timeout: 40_000 },
      )
      .toBe('listening');

  it('hears a question while the key is held, and answers it', async () => {
    // The sound plays once, from the first moment at which the microphone is open.
    await expect.poll(() => logged('keys.watching'), { timeout: 30_000 }).toBe(true);
    display.down(...chord);
    await listens().toBe('hearing');
    await shell.page.waitForTimeout(soundMs);
    display.up(...chord);
    await shell.page.getByText('What time is it?').first().waitFor();
    await shell.page
      .getByText(/^It(?:’s| is) \d+/)
      .first()
      .waitFor();
    expect(shell.faults).toEqual([]);
  }, 90_000);

  it('lets go of a key whose watcher is killed, and sees the next one', async () => {
    await listens().toBe('idle');
    const pid = await hookPid();
    display.down(...chord);
    await listens().toBe('listening');
    process.kill(pid, 'SIGKILL');
    await listens().toBe('idle');
    display.up(...chord);
    await expect.poll(hookPid, { timeout: 30_000 }).not.toBe(pid);
    await hold();
    display.up(...chord);
  }, 90_000);

  it('does not listen behind a locked screen', async () => {
    await listens().toBe('idle');
    const lock = (name: 'lock-screen' | 'unlock-screen') =>
      shell.app.evaluate(({ powerMonitor }, event) => void powerMonitor.emit(event), name);
    display.down(...chord);
    await listens().toBe('listening');
    await lock('lock-screen');
    await listens().toBe('idle');
    display.up(...chord);
    display.down(...chord);
    await shell.page.waitForTimeout(500);
    expect(await stateOf(shell.page)).toBe('idle');
    display.up(...chord);
    await lock('unlock-screen');
    display.down(...chord);
    await listens().toBe('listening');
    display.up(...chord);
    await listens().toBe('idle');
  }, 60_000);

  it('brings the small window where no window of ours is in sight, and listens there', async () => {
    const { app } = shell;
    const quick = () => app.windows().find(page => page.url().includes('quick'));
    await expect.poll(() => quick() !== undefined, { timeout: 30_000 }).toBe(true);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const inSight = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.isVisible()));
    await expect.poll(inSight).toEqual([false, false]);
    display.down(...chord);
    await expect.poll(() => quick() && stateOf(quick() as Page), { timeout: 20_000 }).toBe('listening');
    expect(await inSight()).toEqual([false, true]);
    display.up(...chord);
    await shell.again();
    await expect.poll(async () => (await inSight())[0]).toBe(true);
  }, 60_000);

  it.skipIf(shellHost === 'electron')(
    'keeps the old key where another program has the new one, and says so',
    async () => {
      const shortcuts = () =>
        shell.app.evaluate(electron => {
          const { standIn } = electron as unknown as { standIn: { shortcuts: { registered(): string[] } } };
          return standIn.shortcuts.registered();
        });
      await shell.app.evaluate(electron => {
        const { standIn } = electron as unknown as { standIn: { shortcuts: { ofOthers: Set<string> } } };
        standIn.shortcuts.ofOthers.add('CommandOrControl+Alt+G');
      });
      const { page } = shell;
      await page.evaluate(() => {
        location.hash = '#/settings/desktop';
      });
      const row = page.getByTestId('setting-talkKey');
      const record = async (keys: string): Promise<void> => {
        await row
          .getByRole('button', { name: /Key to talk/ })
          .first()
          .click();
        await page.getByTestId('recorder').press(keys);
      };
      await record('Control+Alt+G');
      await row.getByRole('alert').filter({ hasText: 'Another program' }).waitFor();
      expect(await shortcuts()).toEqual(['CommandOrControl+Alt+J', 'CommandOrControl+Alt+Shift+J']);
      // The key that is in use is only a key while another one is recorded.
      const isSuspended = () => shell.app.evaluate(({ globalShortcut }) => globalShortcut.isSuspended());
      await expect.poll(isSuspended).toBe(false);
      await row
        .getByRole('button', { name: /Key to talk/ })
        .first()
        .click();
      await expect.poll(isSuspended).toBe(true);
      display.down(...chord);
      await page.waitForTimeout(600);
      expect(await stateOf(page)).toBe('idle');
      display.up(...chord);
      await page.getByTestId('recorder').press('Escape');
      await expect.poll(isSuspended).toBe(false);
      await record('Control+Alt+B');
      await expect
        .poll(async () => (await shortcuts()).toSorted())
        .toEqual(['CommandOrControl+Alt+B', 'CommandOrControl+Alt+Shift+J']);
      await page.evaluate(() => {
        location.hash = '#/conversation';
      });
      display.down('ctrl', 'alt', 'b');
      await listens().toBe('listening');
      display.up('ctrl', 'alt', 'b');
    },
    60_000,
  );
});
