/** How the host starts an engine program and speaks with it: a child of Node, or a utility process of Electron. */
import type { Readable, Writable } from 'node:stream';

export interface ProgramExit {
  /** Exit status; null when a signal ended it or it never started. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One life of a program. Frames go in and come out as bytes, split anyhow; each end closes with the program. */
export interface LaunchedProgram {
  readonly pid: number | undefined;
  readonly input: Writable;
  readonly output: Readable;
  /** What it writes for a person's eyes. */
  readonly stderr: Readable;
  /** Never rejects. */
  readonly exit: Promise<ProgramExit>;
  /** Ends it at once. */
  kill(): void;
}

/** `program`: path of a file that ends in `runProgram`. Throws when no process can be made. */
export type LaunchProgram = (program: string, env: Readonly<Record<string, string>>) => LaunchedProgram;
