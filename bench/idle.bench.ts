/** What the core costs while nobody asks anything: memory and time of the whole process tree, no model, one client. */

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Bench, Row } from './bench.ts';
import { cpuSecondsOf } from './process-cost.ts';
import { startCore } from './running-core.ts';
import { atMost } from './statistics.ts';

/** The log's writer, the rehearsal of the skills and the first look for models are over by then. */
const settleMs = 8000;
const watchMs = 30_000;
const pageBytes = 4096;

const bench: Bench = {
  name: 'idle',
  baseline: 'a Node that waits and does nothing, in the same half minute',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  if (process.platform !== 'linux') throw new Error('reads /proc, which only Linux has');
  const core = await startCore();
  const idle = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1 << 30)']);
  try {
    const pids = [core.program.process.pid, idle.pid].map(pid => pid ?? 0) as [number, number];
    await pause(settleMs);
    const before = pids.map(cpuSeconds) as [number, number];
    await pause(watchMs);
    const [ours, theirs] = pids.map((pid, at) => {
      const share = (cpuSeconds(pid) - (before[at] ?? 0)) / (watchMs / 1000);
      return { percent: share * 100, mebibytes: residentBytes(pid) / 2 ** 20 };
    }) as [Usage, Usage];
    return [
      atMost(
        { what: 'resident memory', value: ours.mebibytes, unit: 'MiB', baseline: theirs.mebibytes },
        120e6 / 2 ** 20,
      ),
      atMost({ what: 'processor', value: ours.percent, unit: '% of a core', baseline: theirs.percent }, 0.1),
      { what: 'processes', value: treeOf(pids[0]).length, unit: '' },
    ];
  } finally {
    idle.kill();
    await core.close();
  }
}

interface Usage {
  readonly percent: number;
  readonly mebibytes: number;
}

/** Of all living processes of the tree. */
const cpuSeconds = (pid: number): number => sum(treeOf(pid), cpuSecondsOf);

const residentBytes = (pid: number): number => sum(treeOf(pid), one => Number(statOf(one)[21]) * pageBytes);

const sum = (pids: readonly number[], of: (pid: number) => number): number =>
  pids.reduce((total, pid) => total + of(pid), 0);

/** The fields of /proc/PID/stat after the name, whose own spaces and brackets would shift them. */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function treeOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    try {
      parents.set(Number(name), Number(statOf(Number(name))[1]));
    } catch (error) {
      // It ended between the list and the look; any other fault would show in the figures as well.
      if (!['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  const belongs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || belongs(parents.get(pid)));
  if (!parents.has(root)) throw new Error(`process ${root} has ended`);
  return [...parents.keys()].filter(belongs);
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
