/**
 * Starts the built program as a user does, in a data folder of its own, and stops or kills it: the web host, or the
 * desktop program where the suite runs in that.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { webProgram, webProgramPath } from '../scripts/web-program.mjs';
import {
  type JarvisProgram,
  newDataDir,
  noOllama,
  removeDataDir,
  repository,
  type StartOptions,
} from './started-program.ts';
import { testHost } from './test-host.ts';

export { type JarvisProgram, newDataDir, noOllama, removeDataDir, repository, type StartOptions };

const commandLine = join(repository, 'dist/main/cli.cjs');

const commonEnv = { OLLAMA_HOST: noOllama, JARVIS_SECRETS: 'file', LANG: 'fr_FR.UTF-8', LC_ALL: '' };

/** Rejects with what the program printed when it ends before it gave a link. */
export async function startJarvis(options: StartOptions = {}): Promise<JarvisProgram> {
  const dataDir = options.dataDir ?? (await newDataDir());
  if (testHost === 'web') return startWeb({ ...options, dataDir });
  const { startDesktop } = await import('./desktop-program.ts');
  return startDesktop({ ...options, dataDir, env: { ...commonEnv, ...options.env } });
}

async function startWeb(options: StartOptions & { readonly dataDir: string }): Promise<JarvisProgram> {
  const { dataDir } = options;
  const child = launch(options);
  let output = '';
  const exited = new Promise<number | null>(resolve => child.once('exit', resolve));
  const link = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer): void => {
      output += data.toString();
      const found = /https?:\/\/\S+\/open\?k=\S+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void exited.then(status => reject(new Error(`Jarvis ended with ${status}: ${output}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return exited;
  };
  return {
    link,
    dataDir,
    process: child,
    output: () => output,
    stop: (signal = 'SIGTERM') => end(signal),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

export interface JarvisRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** For a start that ends by itself: because another Jarvis runs, or because something is wrong. */
export function runJarvis(options: StartOptions & { readonly dataDir: string }): Promise<JarvisRun> {
  return runToEnd(launch(options));
}

/** `jarvis ARGS` in a terminal; `onStart` gets the process, to be interrupted or watched. */
export function runCommand(
  dataDir: string,
  args: readonly string[],
  options: {
    input?: string;
    env?: Readonly<Record<string, string>>;
    onStart?(child: ChildProcess): void;
  } = {},
): Promise<JarvisRun> {
  const child = spawn(process.execPath, [commandLine, ...args], {
    env: { ...process.env, ...commonEnv, JARVIS_DATA_DIR: dataDir, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(options.input ?? '');
  options.onStart?.(child);
  return runToEnd(child);
}

async function runToEnd(child: ChildProcess): Promise<JarvisRun> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', data => {
    stdout += data;
  });
  child.stderr?.on('data', data => {
    stderr += data;
  });
  // A program that does not end after all would stay.
  const impatient = setTimeout(() => child.kill('SIGKILL'), 30_000);
  const status = await new Promise<number | null>(resolve => child.once('close', resolve));
  clearTimeout(impatient);
  return { status, stdout, stderr };
}

function launch({
  dataDir,
  env,
  args = [],
  welcome = false,
  under = [],
}: StartOptions & { readonly dataDir: string }): ChildProcess {
  if (!existsSync(webProgramPath))
    throw new Error('dist/main/web.cjs is missing: run the build first (npm test does)');
  const jarvis = [process.execPath, ...webProgram, '--no-open', '--data-dir', dataDir, ...args];
  if (!welcome) jarvis.push('--no-welcome');
  const [program = '', ...rest] = [...under, ...jarvis];
  return spawn(program, rest, {
    env: { ...process.env, ...commonEnv, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
