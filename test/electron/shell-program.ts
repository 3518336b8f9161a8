/** Starts the desktop program: in a real Electron where ELECTRON_PATH names one, else in the stand-in, and says which. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { newDataDir, noOllama, removeDataDir, repository } from '../jarvis-program.ts';

const standIn = fileURLToPath(new URL('../electron-stand-in/electron', import.meta.url));
const real = process.env.ELECTRON_PATH;
/** Another build of the program, to see whether a check would notice what is wrong with it. */
const appFolder = process.env.JARVIS_SHELL_APP ?? repository;
/** The stand-in is a Node process with Debian's Chromium: what passes there has not been seen in Electron. */
export const shellHost = real === undefined ? 'stand-in' : 'electron';

if (real === undefined)
  console.warn(
    'SKIPPED: real Electron (ELECTRON_PATH names none); the shell runs in the stand-in, which is NOT Electron',
  );
else console.warn(`the shell runs in the Electron at ${real}`);

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

export interface ShellOptions {
  readonly args?: readonly string[];
  /** What settings.json of the new data folder holds. */
  readonly settings?: object;
  /** A WAV file that plays the microphone. */
  readonly microphone?: string;
}

export async function startShell({
  args = [],
  settings,
  microphone,
}: ShellOptions = {}): Promise<ShellProgram> {
  const dataDir = await newDataDir();
  if (settings !== undefined) writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings));
  const sound = microphone === undefined ? {} : { STAND_IN_CHROMIUM_FLAGS: microphoneFlag(microphone) };
  const app = await _electron.launch({
    executablePath: real ?? standIn,
    args: [
      appFolder,
      ...['--data-dir', dataDir, '--no-welcome'],
      ...(real === undefined || microphone === undefined ? [] : [microphoneFlag(microphone)]),
      ...args,
    ],
    env: { ...env(dataDir), ...sound },
    timeout: 30_000,
  });
  const page = await app.firstWindow();
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  await page.getByTestId('composer').waitFor();
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

const microphoneFlag = (path: string): string => `--use-file-for-fake-audio-capture=${path}%noloop`;

async function runAgain(dataDir: string, args: readonly string[]): Promise<number> {
  const child = spawn(real ?? standIn, [appFolder, '--data-dir', dataDir, ...args], {
    env: env(dataDir),
    stdio: 'ignore',
  });
  return new Promise(resolve => child.once('exit', status => resolve(status ?? -1)));
}
