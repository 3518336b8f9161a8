/** What the whole tree of processes holds at rest, each page that is shared counted by its share; the window is hidden. */
import { readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright-core';
import { launchShell } from '../../test/electron/shell-program.ts';
import { newDataDir, removeDataDir } from '../../test/jarvis-program.ts';
import { descendantsOf } from '../../test/process-tree.ts';
import type { Row } from '../bench.ts';
import { atMost } from '../statistics.ts';
import { startChromium, startEmptyProgram } from './empty.ts';

const mostTimes = 1.25;
/** The quick window is made by then, the rehearsals and the first look for models are over. */
const settleMs = Number(process.env.JARVIS_BENCH_SETTLE_MS ?? 45_000);

export async function memoryRows(chromium: string): Promise<readonly Row[]> {
  if (process.platform !== 'linux') throw new Error('reads /proc, which only Linux has');
  const dataDir = await newDataDir();
  const page = await startChromium(chromium);
  const program = await startEmptyProgram();
  const { app, page: window } = await launchShell({ dataDir, args: ['--no-welcome'] });
  try {
    await window.getByTestId('composer').waitFor();
    await hideAll(program.app);
    await hideAll(app);
    await pause(settleMs);
    const pid = app.process().pid ?? 0;
    const [theirs, empty, ours] = [page.pid, program.pid, pid].map(heldBy) as [Held, Held, Held];
    return [
      {
        what: 'hidden at rest, the whole tree',
        value: ours.mebibytes,
        unit: 'MiB',
        baseline: theirs.mebibytes,
      },
      {
        what: 'its own process, with the core in it',
        value: ours.rootMebibytes,
        unit: 'MiB',
        baseline: empty.rootMebibytes,
      },
      { what: 'processes', value: ours.processes, unit: '', baseline: theirs.processes },
      { what: 'the same shell with an empty program', value: empty.mebibytes, unit: 'MiB' },
      {
        what: 'memory against an empty program in the same shell',
        value: ours.mebibytes / empty.mebibytes,
        unit: 'times',
      },
      atMost(
        {
          what: 'memory against an empty page in Chromium',
          value: ours.mebibytes / theirs.mebibytes,
          unit: 'times',
        },
        mostTimes,
      ),
    ];
  } finally {
    await app.close();
    await program.stop();
    await page.stop();
    await removeDataDir(dataDir);
  }
}

const hideAll = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });

interface Held {
  readonly mebibytes: number;
  readonly rootMebibytes: number;
  readonly processes: number;
}

function heldBy(root: number): Held {
  const pids = [root, ...descendantsOf(root)];
  const each = pids.map(proportionalMebibytes);
  return {
    mebibytes: each.reduce((sum, one) => sum + one, 0),
    rootMebibytes: each[0] ?? Number.NaN,
    processes: pids.length,
  };
}

/** Shared pages are divided among those that share them: a sum over processes counts each once. */
function proportionalMebibytes(pid: number): number {
  try {
    return (
      Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0) / 1024
    );
  } catch (error) {
    // It ended between the list and the look.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
