/** A program that a test has started, whichever host it runs in, and the data folder that is its own. */
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('..', import.meta.url));

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

export async function newDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'jarvis-test-'));
}

/** A browser that is ending may write to it for a moment longer. */
export const removeDataDir = (dataDir: string): Promise<void> =>
  rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
