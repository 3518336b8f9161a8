/** Knows which engine programs run now, and what memory they and the core hold. */
import { execFile } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type EngineTold, engineChannel, type RunningProcess } from '../domain/system-parts.ts';

const run = promisify(execFile);
/** A system that does not answer by then tells nothing. */
const timeout = 3000;

export class EngineWatch {
  readonly #running = new Set<EngineTold>();

  constructor() {
    subscribe(engineChannel, this.#hear);
  }

  /** The core first. */
  async processes(): Promise<readonly RunningProcess[]> {
    const core = { part: 'core', pid: process.pid, memoryBytes: process.memoryUsage.rss() };
    const engines = [...this.#running].flatMap(({ program, pid }) => {
      const known = pid();
      return known === undefined ? [] : [{ part: program, pid: known }];
    });
    return [core, ...(await Promise.all(engines.map(withMemory)))];
  }

  close(): void {
    unsubscribe(engineChannel, this.#hear);
  }

  readonly #hear = (message: unknown): void => {
    const told = message as EngineTold;
    for (const one of this.#running) {
      if (one.program === told.program && one.pid() === told.pid()) this.#running.delete(one);
    }
    if (told.state === 'started') this.#running.add(told);
  };
}

async function withMemory(engine: RunningProcess): Promise<RunningProcess> {
  const memoryBytes = await residentBytes(engine.pid).catch(() => undefined);
  return memoryBytes === undefined ? engine : { ...engine, memoryBytes };
}

/** Undefined where the system says nothing of it. */
async function residentBytes(pid: number): Promise<number | undefined> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return kilobytes(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]);
  }
  if (process.platform === 'win32') {
    const { stdout } = await run('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'], { timeout });
    // "name","pid","session","1","12 345 K": the thousands are set apart as the machine's language does.
    return kilobytes(/"([^"]*) K"\s*$/.exec(stdout.trim())?.[1]?.replace(/\D/g, ''));
  }
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)], { timeout });
  return kilobytes(stdout.trim());
}

const kilobytes = (text: string | undefined): number | undefined =>
  text === undefined || !/^\d+$/.test(text) ? undefined : Number(text) * 1024;
