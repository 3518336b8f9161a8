/**
 * The first token as the page of a window hears it, in a real Chromium: from sending `turn.ask` on the window's own
 * WebSocket to its first `turn.delta`, with the window drawing all of it, against a page of the model server that reads
 * the raw stream. Times are taken inside the pages.
 */
import type { Page } from 'playwright-core';
import { findChromium, launchBrowser, watchWindow } from '../test/browser.ts';
import type { Bench, Row } from './bench.ts';
import { startModelServer } from './model-stream.ts';
import { startCore } from './running-core.ts';
import { atMost, median, p95 } from './statistics.ts';

const rounds = 60;
const warmUpRounds = 10;
/** As long as a fast local model takes to read a short prompt. */
const thinkingMs = 15;

const bench: Bench = {
  name: 'browser',
  baseline: 'the same stream of the same server, read by fetch in a page of the same browser',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  const chromium = findChromium();
  if (chromium === undefined) return [];
  const server = await startModelServer({ tokens: 5, firstTokenDelayMs: thinkingMs });
  const core = await startCore({ env: { OLLAMA_HOST: server.address.replace('http://', '') } });
  const browser = await launchBrowser(chromium);
  try {
    await core.client.call('model.list', { refresh: true });
    const context = await browser.newContext();
    const raw = await context.newPage();
    await raw.goto(`${server.address}/api/version`);
    await context.addInitScript(noteTimes);
    const { page } = await watchWindow(context, core.program.link);
    await page.getByTestId('composer').waitFor();
    return rows(await measure(page, raw));
  } finally {
    await browser.close();
    await core.close();
    server.close();
  }
}

interface Times {
  readonly keyMs: number;
  readonly sentMs: number;
  readonly firstMs: number;
  readonly endedMs: number;
}

/** Runs in the page before its own scripts: notes when the key went down, when the question left, and what came when. */
function noteTimes(): void {
  let times: Record<string, number> = {};
  addEventListener(
    'keydown',
    () => {
      times = { keyMs: performance.now() };
    },
    { capture: true },
  );
  const { send } = WebSocket.prototype;
  const heard = new WeakSet<WebSocket>();
  const listen = (socket: WebSocket): void => {
    if (heard.has(socket)) return;
    heard.add(socket);
    socket.addEventListener('message', ({ data }) => {
      const text = String(data);
      if (text.includes('"turn.delta"')) times.firstMs ??= performance.now();
      if (!text.includes('"turn.ended"')) return;
      Object.assign(globalThis, { benchTimes: { ...times, endedMs: performance.now() } });
    });
  };
  WebSocket.prototype.send = function (this: WebSocket, data: Parameters<typeof send>[0]): void {
    listen(this);
    if (String(data).includes('"turn.ask"')) times.sentMs = performance.now();
    send.call(this, data);
  };
}

async function measure(page: Page, raw: Page): Promise<{ ours: Times; theirsMs: number }[]> {
  const measured: { ours: Times; theirsMs: number }[] = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    if (round % 10 === 0) await page.getByTestId('new-conversation').click();
    const pair = { ours: await timeWindow(page), theirsMs: await timeRaw(raw) };
    if (round >= 0) measured.push(pair);
  }
  return measured;
}

async function timeWindow(page: Page): Promise<Times> {
  await page.evaluate(() => Object.assign(globalThis, { benchTimes: undefined }));
  const composer = page.getByTestId('composer');
  await composer.fill('Tell me about lighthouses.');
  await composer.press('Enter');
  const handle = await page.waitForFunction(() => Reflect.get(globalThis, 'benchTimes'));
  return (await handle.jsonValue()) as Times;
}

/** From the call of fetch to the first piece of the body. */
function timeRaw(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const body = JSON.stringify({
      model: 'storyteller:latest',
      messages: [{ role: 'user', content: 'Tell me about lighthouses.' }],
      stream: true,
    });
    const startedMs = performance.now();
    const response = await fetch('/api/chat', { method: 'POST', body });
    const reader = response.body?.getReader();
    await reader?.read();
    const tookMs = performance.now() - startedMs;
    for (let done = false; !done; ) done = (await reader?.read())?.done ?? true;
    return tookMs;
  });
}

function rows(pairs: readonly { ours: Times; theirsMs: number }[]): Row[] {
  const fromSending = pairs.map(({ ours }) => ours.firstMs - ours.sentMs);
  const fromKey = pairs.map(({ ours }) => ours.firstMs - ours.keyMs);
  const theirs = pairs.map(({ theirsMs }) => theirsMs);
  return [
    { what: 'first token: median', value: median(fromSending), unit: 'ms', baseline: median(theirs) },
    { what: 'first token: p95', value: p95(fromSending), unit: 'ms', baseline: p95(theirs) },
    atMost({ what: 'first token: p95 added', value: p95(fromSending) - p95(theirs), unit: 'ms' }, 2),
    { what: 'first token, from the key press: median', value: median(fromKey), unit: 'ms' },
    { what: 'first token, from the key press: p95', value: p95(fromKey), unit: 'ms' },
  ];
}
