/** `npm start` as a user runs and ends it: by Ctrl-C, by a stop, and by losing whoever started it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { newDataDir, noOllama, removeDataDir, repository } from './jarvis-program.ts';

const folders: string[] = [];
const pids = new Set<number>();

afterEach(async () => {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  pids.clear();
  for (const folder of folders.splice(0)) await removeDataDir(folder);
});

/** A process that ended but was not yet waited for counts as gone. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !hasEnded(pid);
  } catch (error) {
    expect(error).toMatchObject({ code: 'ESRCH' });
    return false;
  }
}

const statusLine = (pid: number): string => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '');
const hasEnded = (pid: number): boolean => statusLine(pid).startsWith('Z');

/** The program that this process started; NaN when it has ended already. */
function childOf(pid: number | undefined): number {
  return Number.parseInt(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'), 10);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setTimeout(resolve, 20));
}

interface Started {
  readonly start: ChildProcess;
  readonly programPid: number;
  readonly dataDir: string;
  output(): string;
  /** Ended, and all that it printed was read. */
  isOver(): boolean;
}

/** Runs the script as npm does; `args` go to the program. */
async function npmStart(dataDir: string, ...args: string[]): Promise<Started> {
  const start = spawn(
    process.execPath,
    [join(repository, 'scripts/start.mjs'), '--no-open', '--data-dir', dataDir, ...args],
    {
      env: { ...process.env, OLLAMA_HOST: noOllama, JARVIS_SECRETS: 'file' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  start.stdout.on('data', piece => {
    output += piece;
  });
  start.stderr.on('data', piece => {
    output += piece;
  });
  let isOver = false;
  start.once('close', () => {
    isOver = true;
  });
  await until(() => output.includes('/open?k=') || isOver);
  const programPid = start.exitCode === null ? childOf(start.pid) : Number.NaN;
  for (const pid of [start.pid, programPid]) if (pid) pids.add(pid);
  return { start, programPid, dataDir, output: () => output, isOver: () => isOver };
}

const newFolder = async (): Promise<string> => {
  const folder = await newDataDir();
  folders.push(folder);
  return folder;
};

describe.skipIf(process.platform !== 'linux')('npm start', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends cleanly by %s, and is there again',
    async signal => {
      const dataDir = await newFolder();
      for (let round = 0; round < 2; round++) {
        const { start, programPid } = await npmStart(dataDir);
        const ended = once(start, 'exit');
        start.kill(signal);
        start.kill(signal);
        expect(await ended).toEqual([0, null]);
        await until(() => !isAlive(programPid));
      }
    },
  );

  it('leaves no program behind when it is killed itself', async () => {
    const { start, programPid } = await npmStart(await newFolder());
    start.kill('SIGKILL');
    await until(() => !isAlive(programPid));
  });

  it('ends with the status of its program', async () => {
    const { start, programPid } = await npmStart(await newFolder());
    const ended = once(start, 'exit');
    process.kill(programPid, 'SIGKILL');
    expect(await ended).toEqual([137, null]);
  });

  it('opens the window of the one that runs already', async () => {
    const dataDir = await newFolder();
    const first = await npmStart(dataDir);
    const second = await npmStart(dataDir);
    await until(second.isOver);
    expect(second.start.exitCode).toBe(0);
    const link = /http:\S+/.exec(second.output())?.[0] ?? '';
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(303);
    expect(isAlive(first.programPid)).toBe(true);
    const ended = once(first.start, 'exit');
    first.start.kill('SIGTERM');
    await ended;
  });

  it('says in one line what is wrong with an option', async () => {
    const { start, output } = await npmStart(await newFolder(), '--port', 'many');
    expect(start.exitCode).toBe(2);
    expect(output()).toContain('host.bad-option');
  });
});
