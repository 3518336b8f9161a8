/** The desktop program as a person meets it: asks, closes, comes back, quits. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { newDataDir, noOllama, removeDataDir, repository } from '../jarvis-program.ts';
import { type ShellProgram, shellHost, startShell } from './shell-program.ts';

describe.skipIf(findChromium() === undefined)(`the desktop program (${shellHost})`, () => {
  let shell: ShellProgram;
  beforeAll(async () => {
    shell = await startShell();
  }, 60_000);
  afterAll(async () => {
    await shell?.stop();
  });

  const answerTo = async (question: string, answer: RegExp | string): Promise<void> => {
    await shell.page.getByTestId('composer').fill(question);
    await shell.page.keyboard.press('Enter');
    await shell.page.getByText(answer).last().waitFor();
  };
  const visible = () =>
    shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  const click = (id: string) =>
    shell.app.evaluate((electron, item) => {
      const { trays } = (electron as unknown as { standIn: { trays: { menu?: Electron.Menu }[] } }).standIn;
      trays[0]?.menu?.getMenuItemById(item)?.click();
    }, id);

  it('answers in its window, without a server and without a fault', async () => {
    await answerTo('what is 15 % of 240?', /= 36/);
    expect(shell.faults).toEqual([]);
  });

  it('opens windows of its own origin alone', async () => {
    const addresses = await shell.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map(one => one.getURL()),
    );
    expect(addresses[0]).toMatch(/^app:\/\/jarvis\/(?:#\/conversation)?$/);
    for (const address of addresses) expect(address).toMatch(/^(?:app:\/\/jarvis\/.*|)$/);
  });

  it('takes what a second start was given, and that start ends', async () => {
    expect(await shell.again('--ask', 'what is 3 times 14?')).toBe(0);
    await expect.poll(() => shell.page.getByText('what is 3 times 14?').count()).toBeGreaterThan(0);
  });

  it('hides in the tray when it is closed, and comes back to the same words', async () => {
    await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await visible()).toBe(false);
    expect(await shell.again()).toBe(0);
    await expect.poll(visible).toBe(true);
  });

  it.skipIf(shellHost === 'electron')('is private from the tray, and the tray says so', async () => {
    await click('private');
    await shell.page.getByTestId('private-banner').waitFor();
    const image = () =>
      shell.app.evaluate(electron => {
        const { trays } = (electron as unknown as { standIn: { trays: { image: { path: string } }[] } })
          .standIn;
        return trays[0]?.image.path;
      });
    await expect.poll(image).toMatch(/private-on-(?:dark|light)\.png$/);
    await click('private');
    await expect.poll(image).toMatch(/idle-on-/);
  });

  it('brings a window back whose page crashed', async () => {
    const cameBack = await shell.app.evaluate(async ({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      const loaded = new Promise<boolean>(resolve => contents?.once('did-finish-load', () => resolve(true)));
      contents?.forcefullyCrashRenderer();
      return Promise.race([
        loaded,
        new Promise<boolean>(resolve => setTimeout(() => resolve(false), 10_000)),
      ]);
    });
    expect(cameBack).toBe(true);
  });

  it('ends when it is told to, and leaves no process behind', async () => {
    const pid = shell.app.process().pid ?? 0;
    const ended = new Promise(resolve => shell.app.process().once('exit', resolve));
    expect(await shell.again('--quit')).toBe(0);
    await ended;
    const left = () =>
      execFileSync('ps', ['-eo', 'ppid,args'], { encoding: 'utf8' })
        .split('\n')
        .filter(line => line.trim().startsWith(`${pid} `) || line.includes(shell.dataDir));
    // Those of Chromium that watch it end a moment after it.
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  });
});

describe.skipIf(findChromium() === undefined || process.platform !== 'linux')('npm start', () => {
  /** Runs `npm start` until `found` stands in what it says; then ends it by SIGTERM. */
  async function started(env: Readonly<Record<string, string>>, found: RegExp): Promise<string> {
    const dataDir = await newDataDir();
    const child = spawn(process.execPath, [join(repository, 'scripts/start.mjs'), '--data-dir', dataDir], {
      env: { ...process.env, OLLAMA_HOST: noOllama, JARVIS_SECRETS: 'file', LANG: 'en_GB.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const hear = (piece: Buffer): void => {
      said += piece;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
    try {
      await expect.poll(() => said, { timeout: 30_000 }).toMatch(found);
      if (env.ELECTRON_PATH !== undefined)
        await expect.poll(() => existsSync(join(dataDir, 'profiles')), { timeout: 30_000 }).toBe(true);
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      return said;
    } finally {
      child.kill('SIGKILL');
      await removeDataDir(dataDir);
    }
  }

  it('opens the window in Electron where its binary is, and says so', async () => {
    const standIn = join(repository, 'test/electron-stand-in/electron');
    const said = await started({ ELECTRON_PATH: standIn, DISPLAY: ':0' }, /Window in Electron/);
    expect(said).not.toMatch(/127\.0\.0\.1/);
  }, 60_000);

  it('opens it in the browser where there is no desktop, and says why', async () => {
    const said = await started({ DISPLAY: '', WAYLAND_DISPLAY: '' }, /open\?k=/);
    expect(said).toMatch(/no desktop/);
  }, 60_000);
});
