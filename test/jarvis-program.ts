/**
 * Starts the built program as a user does, in a data folder of its own, and stops or kills it: the web host, or the
 * desktop program where the suite runs in that.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { webProgram, webProgramPath } from '../scripts/web-program.mjs';
import { testHost } from './test-host.ts';

export const repository = fileURLToPath(new URL('..', import.meta.url));
const commandLine = join(repository, 'dist/main/cli.cjs');

export interface JarvisProgram {
  /** The one-time link that it printed; the address of its window where it is the desktop program. */
  readonly link: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** SIGTERM or the signal given, then its exit status. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>;
}

export interface StartOptions {
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** A new profile is welcomed, as users are; otherwise its window begins in the conversation. */
  readonly welcome?: boolean;
  /** A program, with its arguments, that starts Jarvis in its own place, say to watch it. */
  readonly under?: readonly string[];
}

/** An address where nothing listens, so that no real Ollama of the machine takes part in a test. */
export const noOllama = '127.0.0.1:9';

const commonEnv = { OLLAMA_HOST: noOllama, JARVIS_SECRETS: 'file', LANG: 'fr_FR.UTF-8', LC_ALL: '' };

export async function newDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'jarvis-test-'));
}

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

export const removeDataDir = (dataDir: string): Promise<void> =>
  rm(dataDir, { recursive: true, force: true });
