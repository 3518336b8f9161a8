/** Starts the desktop program: in a real Electron where ELECTRON_PATH names one, else in the stand-in, and says which. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { newDataDir, noOllama, removeDataDir, repository } from '../started-program.ts';
import { aboutShellHost, shellBinary } from '../test-host.ts';

export { shellHost } from '../test-host.ts';

/** Another build of the program, to see whether a check would notice what is wrong with it. */
const appFolder = process.env.JARVIS_SHELL_APP ?? repository;

console.warn(aboutShellHost);

export interface ShellProgram {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  /** What the page said that it should not have. */
  readonly faults: readonly string[];
  /** Another start with these arguments; resolves with its exit status. */
  again(...args: string[]): Promise<number>;
  stop(): Promise<void>;
}

const env = (dataDir: string): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  OLLAMA_HOST: noOllama,
  JARVIS_SECRETS: 'file',
  LANG: 'en_GB.UTF-8',
  STAND_IN_NODE: process.execPath,
  XDG_CONFIG_HOME: `${dataDir}/config`,
});

export interface LaunchOptions {
  readonly dataDir: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A WAV file that plays the microphone; read each time it is opened. */
  readonly microphone?: string;
}

/** Resolves once its window is there. Rejects with what the program printed when it ends before that. */
export async function launchShell({
  dataDir,
  args = [],
  env: more = {},
  microphone,
}: LaunchOptions): Promise<Pick<ShellProgram, 'app' | 'page'>> {
  const app = await _electron.launch({
    executablePath: shellBinary,
    args: [
      // Chromium's switches stand before the program's folder, where Electron takes them for its own.
      ...(microphone === undefined ? [] : [`--use-file-for-fake-audio-capture=${microphone}%noloop`]),
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      appFolder,
      ...['--data-dir', dataDir],
      ...args,
    ],
    env: { ...env(dataDir), ...more },
    acceptDownloads: true,
    timeout: 60_000,
  });
  return { app, page: await mainWindow(app) };
}

/** The program may keep a small window ready beside it. */
async function mainWindow(app: ElectronApplication): Promise<Page> {
  const isMain = (page: Page): boolean => /^(?!about:)/.test(page.url()) && !page.url().includes('#/quick');
  await app.firstWindow();
  for (;;) {
    const found = app.windows().find(isMain);
    if (found !== undefined) return found;
    await app.evaluate(() => new Promise(resolve => setTimeout(resolve, 50)));
  }
}

export interface ShellOptions {
  readonly args?: readonly string[];
  /** What settings.json of the new data folder holds. */
  readonly settings?: object;
  readonly env?: Readonly<Record<string, string>>;
  /** A WAV file that plays the microphone. */
  readonly microphone?: string;
}

export async function startShell({
  args = [],
  settings,
  env: more = {},
  microphone,
}: ShellOptions = {}): Promise<ShellProgram> {
  const dataDir = await newDataDir();
  if (settings !== undefined) writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings));
  const { app, page } = await launchShell({
    dataDir,
    env: more,
    args: ['--no-welcome', ...args],
    ...(microphone !== undefined && { microphone }),
  });
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  await page.getByTestId('composer').waitFor();
  if (!args.includes('--hidden')) await stands(app);
  return {
    app,
    page,
    dataDir,
    faults,
    again: (...more) => runAgain(dataDir, more),
    stop: async () => {
      await app.close();
      await removeDataDir(dataDir);
    },
  };
}

/** The page may be drawn before the program has come so far as to show it. */
async function stands(app: ElectronApplication): Promise<void> {
  const isShown = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some(window => window.isVisible()));
  while (!(await isShown())) await app.evaluate(() => new Promise(resolve => setTimeout(resolve, 50)));
}

async function runAgain(dataDir: string, args: readonly string[]): Promise<number> {
  const child = spawn(shellBinary, [appFolder, '--data-dir', dataDir, ...args], {
    env: env(dataDir),
    stdio: 'ignore',
  });
  return new Promise(resolve => child.once('exit', status => resolve(status ?? -1)));
}
