/**
 * The desktop program beside an empty window, in the same run: how soon it can be used, what it holds while it is hidden,
 * how soon it listens once the key is down, and how soon the quick window stands. In the stand-in, which is not Electron,
 * unless ELECTRON_PATH names a real one; what is beside it goes through the same line of whoever drives both.
 * `JARVIS_BENCH_PARTS=start,memory,key,quick` runs some parts only, `JARVIS_BENCH_ROUNDS=3` fewer rounds.
 */
import { findChromium } from '../test/browser.ts';
import { shellHost } from '../test/test-host.ts';
import type { Bench, Row } from './bench.ts';
import { keyRows } from './shell/key.ts';
import { memoryRows } from './shell/memory.ts';
import { quickRows } from './shell/quick.ts';
import { startRows } from './shell/start.ts';

const bench: Bench = {
  name: 'shell',
  baseline: `an empty page in Chromium; an empty program in the same shell (${shellHost})`,
  run,
};
export default bench;

const parts: Readonly<Record<string, (chromium: string) => Promise<readonly Row[]>>> = {
  start: startRows,
  memory: memoryRows,
  key: keyRows,
  quick: quickRows,
};

async function run(): Promise<readonly Row[]> {
  const chromium = findChromium();
  if (chromium === undefined) return [];
  const rows: Row[] = [];
  for (const name of process.env.JARVIS_BENCH_PARTS?.split(',') ?? Object.keys(parts))
    rows.push(...((await parts[name]?.(chromium)) ?? []));
  return rows;
}
