/** What the wire adds to a token between the core and a client in another thread, and how many it carries. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type WebSocket, WebSocketServer } from 'ws';
import { EventLog } from '../src-main/api/event-log.ts';
import type { Handlers } from '../src-main/api/handlers-type.ts';
import { createWebServer } from '../src-main/api/web-server.ts';
import { createWireServer } from '../src-main/api/wire-session.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import type { Bench, Row } from './bench.ts';

const tokensPerSecond = 400;
const count = 2_000;
/** Rounds of the two ways alternate, so that a busy moment of the machine meets both. */
const rounds = 3;
const token = 'bench';

interface Round {
  readonly way: 'jarvis' | 'raw';
  readonly delaysMs: Float64Array;
  readonly endedMs: number;
}

export default {
  name: 'wire',
  baseline: 'the same tokens over a bare WebSocket to the same thread',
  run,
} satisfies Bench;

async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-bench-wire-'));
  writeFileSync(join(folder, 'index.html'), '');
  const log = new EventLog();
  // No command is called here.
  const handlers = {} as Handlers;
  const wires = createWireServer({
    handlers,
    log,
    language: () => 'en',
    monotonicMs: () => performance.now(),
  });
  const server = await createWebServer({
    port: 0,
    rendererDir: folder,
    serveWire: wire => wires.serveWire(wire),
    uploads: {},
    clock: systemClock,
    language: () => 'en',
    token,
  });
  const rawServer = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(rawServer, 'listening');
  const rawClient = new Promise<WebSocket>(resolve => rawServer.once('connection', resolve));
  const rawUrl = `ws://127.0.0.1:${(rawServer.address() as AddressInfo).port}`;
  const url = `${server.url.replace('http', 'ws')}/wire`;
  const worker = new Worker(new URL('./wire-client.ts', import.meta.url), {
    workerData: { url, token, rawUrl, count },
  });
  try {
    await heard(worker, 'ready');
    const raw = await rawClient;
    const sendRaw = (): void => raw.send(String(nowMs()));
    let offset = 0;
    const sendJarvis = (): void => {
      log.publish('turn.delta', { turnId: 't', answerId: 'a', offset: offset++, text: String(nowMs()) });
    };
    return await measure(worker, sendJarvis, sendRaw);
  } finally {
    await worker.terminate();
    await server.close();
    rawServer.close();
    rmSync(folder, { recursive: true });
  }
}

async function measure(worker: Worker, sendJarvis: () => void, sendRaw: () => void): Promise<Row[]> {
  const paced = { jarvis: [] as number[], raw: [] as number[] };
  const burst = { jarvis: [] as number[], raw: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    for (const [way, send] of [
      ['jarvis', sendJarvis],
      ['raw', sendRaw],
    ] as const) {
      const pacedRound = heard(worker, way);
      await sendPaced(send);
      const delays = await pacedRound;
      const burstRound = heard(worker, way);
      const startedMs = nowMs();
      for (let i = 0; i < count; i++) send();
      const { endedMs } = await burstRound;
      // The first round only warms both ways.
      if (round === 0) continue;
      paced[way].push(...delays.delaysMs);
      burst[way].push(count / ((endedMs - startedMs) / 1000));
    }
  }
  const row = (quantile: number, target?: number): Row => {
    const value = at(paced.jarvis, quantile);
    const baseline = at(paced.raw, quantile);
    const what = `token at ${tokensPerSecond}/s, core to client, p${quantile * 100}`;
    const reach = target === undefined ? {} : { target: baseline + target, pass: value - baseline <= target };
    return { what, value, unit: 'ms', baseline, ...reach };
  };
  return [
    row(0.5),
    row(0.95, 2),
    row(0.99, 2),
    {
      what: 'tokens carried as fast as they go',
      value: at(burst.jarvis, 0.5),
      unit: '/s',
      baseline: at(burst.raw, 0.5),
    },
  ];
}

/** Sends `count` tokens at the rate a fast model writes. */
async function sendPaced(send: () => void): Promise<void> {
  const startedMs = performance.now();
  for (let sent = 0; sent < count; ) {
    const due = Math.min(count, Math.floor(((performance.now() - startedMs) / 1000) * tokensPerSecond) + 1);
    while (sent < due) {
      send();
      sent++;
    }
    await new Promise(resolve => setTimeout(resolve, 1));
  }
}

function heard(worker: Worker, way: Round['way'] | 'ready'): Promise<Round> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    const hear = (round: Round): void => {
      if (round.way !== way) return;
      worker.off('message', hear).off('error', reject);
      resolve(round);
    };
    worker.on('message', hear);
  });
}

const nowMs = (): number => performance.timeOrigin + performance.now();

function at(values: readonly number[], quantile: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? Number.NaN;
}
