/** Crashes of the whole program, remembered over its starts: who crashed three times within a minute starts safely. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { fileError } from '../../adapters/files/file-error.ts';
import { writeFileAtomically } from '../../adapters/files/write-file-atomically.ts';
import { CrashCount } from './crash-count.ts';

const kept = z.object({ isRunning: z.boolean(), crashesMs: z.array(z.number()).check(z.maxLength(20)) });
type Kept = z.output<typeof kept>;

export interface CrashRecord {
  /** The runs before this one ended so often without an end. */
  readonly isTooOften: boolean;
  /** This run ends as it should: nothing is held against it. */
  ended(): void;
}

/** Writes down that a run has begun. `path`: its file in the data folder. Throws `store.read-only`, `store.disk-full`. */
export function beginRun(path: string, nowMs: number): CrashRecord {
  const before = read(path);
  const crashes = new CrashCount(before.crashesMs);
  const isTooOften = before.isRunning ? crashes.add(nowMs) : false;
  write(path, { isRunning: true, crashesMs: [...crashes.timesMs] });
  return {
    isTooOften,
    ended: () => write(path, { isRunning: false, crashesMs: [] }),
  };
}

function write(path: string, record: Kept): void {
  try {
    writeFileAtomically(path, JSON.stringify(record), { durable: false });
  } catch (error) {
    throw fileError(error, dirname(path));
  }
}

/** One that is not there, or that a power cut has left without sense, is a first run. */
function read(path: string): Kept {
  try {
    return kept.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'ENOENT';
    if (code !== 'ENOENT') throw fileError(error, dirname(path));
    return { isRunning: false, crashesMs: [] };
  }
}
