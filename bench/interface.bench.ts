/**
 * The window as its person feels it, in a real Chromium: how soon it is ready, whether it stays smooth while an answer
 * runs in, what large things cost to open, and what it keeps and burns over a day. Each part beside the least that a page
 * could do, in the same run. `JARVIS_BENCH_PARTS=ready,streaming` runs some parts only.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../test/browser.ts';
import { repository } from '../test/jarvis-program.ts';
import type { Bench, Row } from './bench.ts';
import { idleRows } from './interface/idle.ts';
import { longDayRows } from './interface/long-day.ts';
import { conversationRows, hugeTitle, memoryRows, smallTitle } from './interface/opening.ts';
import { readyRows } from './interface/ready.ts';
import { bringConversations, type Cached, launchWithCache } from './interface/stage.ts';
import { longTitle, streamingRows, tokensPerSecond } from './interface/streaming.ts';
import type { ModelServer } from './model-stream.ts';
import { type RunningCore, startCore } from './running-core.ts';

const bench: Bench = {
  name: 'interface',
  baseline:
    'React with one field; the raw stream in one element; ten messages; a hundred memories; an empty page',
  run,
};
export default bench;

interface Stage {
  readonly browser: Cached;
  readonly core: RunningCore;
  readonly model: ModelServer;
}

const parts: Readonly<Record<string, (stage: Stage) => Promise<readonly Row[]>>> = {
  ready: ({ browser, core }) => readyRows(browser.context, core),
  streaming: ({ browser, core, model }) => streamingRows(browser.context, core, model.address),
  conversation: ({ browser, core }) => conversationRows(browser.context, core),
  memory: ({ browser }) => memoryRows(browser.context),
  idle: ({ browser, core }) => idleRows(browser.context, core),
  day: ({ browser, core }) => longDayRows(browser.context, core),
};

async function run(): Promise<readonly Row[]> {
  const chromium = findChromium();
  if (chromium === undefined) return [];
  const wanted = process.env.JARVIS_BENCH_PARTS?.split(',') ?? Object.keys(parts);
  const model = await startTalking(tokensPerSecond * 30, tokensPerSecond);
  const core = await startCore({ env: { OLLAMA_HOST: model.address.replace('http://', '') } });
  await core.client.call('model.list', { refresh: true });
  await bringConversations(core, [
    { title: hugeTitle, messageCount: 10_000 },
    { title: longTitle, messageCount: 1000 },
    { title: smallTitle, messageCount: 10 },
  ]);
  const rows: Row[] = [];
  try {
    for (const name of wanted) rows.push(...(await runPart(name, { chromium, core, model })));
    return rows;
  } finally {
    await core.close();
    model.close();
  }
}

/** In a browser of its own, so that no part warms or burdens the next. */
async function runPart(
  name: string,
  { chromium, core, model }: { chromium: string; core: RunningCore; model: ModelServer },
): Promise<readonly Row[]> {
  const part = parts[name];
  if (part === undefined)
    throw new Error(`no such part: ${name}; there are ${Object.keys(parts).join(', ')}`);
  const browser = await launchWithCache(chromium);
  try {
    return await part({ browser, core, model });
  } finally {
    await browser.close();
  }
}

async function startTalking(tokens: number, perSecond: number): Promise<ModelServer> {
  const program = fileURLToPath(new URL('./interface/talking-server.ts', import.meta.url));
  const args = ['--experimental-strip-types', '--no-warnings', program, String(tokens), String(perSecond)];
  const child = spawn(process.execPath, args, { cwd: repository, stdio: ['pipe', 'pipe', 'inherit'] });
  const [data] = await once(child.stdout, 'data');
  return { address: String(data).trim(), close: () => child.kill() };
}
