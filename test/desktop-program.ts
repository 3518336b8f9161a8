/** The desktop program in the place of the web host's: started, stopped and killed by the same tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { readInstance } from '../src-main/host/instance-file.ts';
import { launchShell } from './electron/shell-program.ts';
import { beeps, playMicrophone } from './fixtures/sound/beeps.ts';
import type { JarvisProgram, StartOptions } from './started-program.ts';

export interface DesktopProgram extends JarvisProgram {
  readonly app: ElectronApplication;
  /** Its one window. */
  readonly page: Page;
  /** From now on the microphone plays this WAV file, from its beginning whenever it is opened; absent: beeps. */
  hear(path?: string): Promise<void>;
}

const running = new Map<string, DesktopProgram>();

/** The one that runs on this data folder. Throws when none does. */
export function desktopProgramOf(dataDir: string): DesktopProgram {
  const found = running.get(dataDir);
  if (found === undefined) throw new Error('no desktop program runs on this data folder');
  return found;
}

/** The one that was started last, of those that run. Throws when none does. */
export function lastDesktopProgram(): DesktopProgram {
  const found = [...running.values()].at(-1);
  if (found === undefined)
    throw new Error('no desktop program runs: it is started before its window is opened');
  return found;
}

/** Rejects with what the program printed when it ends before its window is there. */
export async function startDesktop(
  options: StartOptions & { readonly dataDir: string; readonly env: Readonly<Record<string, string>> },
): Promise<DesktopProgram> {
  const { dataDir, env, args = [], welcome = false, under = [] } = options;
  if (under.length > 0) throw new Error('the desktop program is not started under another');
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-microphone-'));
  const microphone = join(folder, 'microphone.wav');
  await beeps(microphone);
  const { app, page } = await launchShell({
    dataDir,
    env,
    microphone,
    args: [...(welcome ? [] : ['--no-welcome']), ...args],
  });
  const child = app.process();
  await isReachable(dataDir, child.pid);
  let output = '';
  const read = (data: Buffer): void => {
    output += data.toString();
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const exited = new Promise<number | null>(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', resolve);
  });
  const program: DesktopProgram = {
    app,
    page,
    dataDir,
    link: new URL('/', page.url()).href,
    process: child,
    output: () => output,
    hear: path => (path === undefined ? beeps(microphone) : playMicrophone(path, microphone)),
    stop: (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return exited;
    },
    kill: async () => {
      // Its processes as well, as a power cut would.
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await exited;
    },
  };
  running.set(dataDir, program);
  void exited.then(async () => {
    if (running.get(dataDir) === program) running.delete(dataDir);
    await rm(folder, { recursive: true, force: true });
  });
  return program;
}

/** The command line, and so the tests' own client, finds it by the note that it leaves. */
async function isReachable(dataDir: string, pid: number | undefined): Promise<void> {
  await vi.waitFor(async () => expect((await readInstance(join(dataDir, 'instance.json')))?.pid).toBe(pid), {
    timeout: 30_000,
    interval: 50,
  });
}
