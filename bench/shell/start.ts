/** From the start of the process until one can write in the window, on a data folder in use; all three in turn. */

import { launchShell } from '../../test/electron/shell-program.ts';
import { newDataDir, removeDataDir } from '../../test/jarvis-program.ts';
import type { Row } from '../bench.ts';
import { atMost, median, p95 } from '../statistics.ts';
import { rounds, startChromium, startEmptyProgram } from './empty.ts';

const mostTimes = 1.25;

export async function startRows(chromium: string): Promise<readonly Row[]> {
  const dataDir = await newDataDir();
  const ours: number[] = [];
  const theirs: number[] = [];
  const empty: number[] = [];
  try {
    // The first start makes the data folder, and fills what the system keeps of files.
    for (let round = -2; round < rounds; round += 1) {
      const [page, program, jarvis] = [
        await timed(() => startChromium(chromium)),
        await timed(startEmptyProgram),
        await timed(() => startJarvis(dataDir)),
      ];
      if (round < 0) continue;
      theirs.push(page);
      empty.push(program);
      ours.push(jarvis);
    }
  } finally {
    await removeDataDir(dataDir);
  }
  const ratios = ours.map((ms, round) => ms / (theirs[round] ?? Number.NaN));
  const inShell = ours.map((ms, round) => ms / (empty[round] ?? Number.NaN));
  return [
    { what: 'start to a usable window: median', value: median(ours), unit: 'ms', baseline: median(theirs) },
    { what: 'start to a usable window: p95', value: p95(ours), unit: 'ms', baseline: p95(theirs) },
    { what: 'the same shell with an empty program: median', value: median(empty), unit: 'ms' },
    { what: 'against an empty program in the same shell, median', value: median(inShell), unit: 'times' },
    atMost(
      { what: 'against an empty page in Chromium, median', value: median(ratios), unit: 'times' },
      mostTimes,
    ),
  ];
}

async function timed(start: () => Promise<{ stop(): Promise<void> }>): Promise<number> {
  const startedMs = performance.now();
  const started = await start();
  const tookMs = performance.now() - startedMs;
  await started.stop();
  return tookMs;
}

async function startJarvis(dataDir: string): Promise<{ stop(): Promise<void> }> {
  const { app, page } = await launchShell({ dataDir, args: ['--no-welcome'] });
  await page.getByTestId('composer').waitFor();
  return { stop: () => app.close() };
}
