/**
 * How long a frame of the microphone takes from the audio thread to the core, and to the speech process, while the page of
 * the window is busy: through the worker of the sound, and through the page's own thread as a plain program would do it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { createProcessSoundStreams } from '../src-main/adapters/speech/process-sound-streams.ts';
import { createSpeechProcess } from '../src-main/adapters/speech/speech-process.ts';
import { EventLog } from '../src-main/api/event-log.ts';
import type { Handlers } from '../src-main/api/handlers-type.ts';
import { createWebServer } from '../src-main/api/web-server.ts';
import { createWireServer } from '../src-main/api/wire-session.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import type { SoundStream } from '../src-main/ports/sound-stream.ts';
import { decodeSoundFrame } from '../src-preload/sound-frames.ts';
import { findChromium, launchBrowser, watchWindow } from '../test/browser.ts';
import type { Bench, Row } from './bench.ts';
import { atMost, median, p95 } from './statistics.ts';

const rounds = 3;
const roundMs = 6_000;
/** The page blocks its thread 30 ms of every 50. */
const [busyMs, everyMs] = [30, 50];
const timerMs = 20;

const bench: Bench = {
  name: 'capture',
  baseline: 'the same frames through the page’s own thread and its own WebSocket',
  run,
};
export default bench;

const room = (folder: string): string => fileURLToPath(new URL(`../${folder}/`, import.meta.url));

/** Each frame says when it was captured: the page pretends that an answer is heard which began at `startMs`. */
const pageScript = `
import { connect } from '${room('src-preload')}connect.ts';
import { openWebSocketWire } from '${room('src-preload')}web-socket-wire.ts';
import { encodeSoundFrame } from '${room('src-preload')}sound-frames.ts';
import { createMicrophone } from '${room('src-renderer/voice')}microphone.ts';
const socket = location.origin.replace('http', 'ws');
const client = connect(() => openWebSocketWire(() => new WebSocket(socket + '/wire')), { clientId: 'window' });
let own;
const pageLink = startMs => ({
  order({ kind, port }) {
    if (kind !== 'source') return;
    let sequence = 0;
    port.onmessage = ({ data: { samples, endedAtMs } }) => client.sendFrame(encodeSoundFrame({
      kind: 'captured', last: false, sampleRateHz: 16000, sequence: sequence++, samples,
      at: { turnId: 'page', ms: endedAtMs - startMs },
    }));
  },
  begin: () => 1, finished: async () => 0, level: () => 0, close() {},
});
const block = () => { const end = performance.now() + ${busyMs}; while (performance.now() < end); };
globalThis.measure = async (way, startMs, lengthMs) => {
  const options = { wire: socket + '/sound?client=window&line=' + startMs };
  const microphone = createMicrophone(way === 'page' ? { ...options, parts: { makeLink: () => pageLink(startMs) } } : options);
  microphone.plays?.({ turnId: 'worker', startMs, fromMs: 0, lengthMs: 1e9 });
  const capture = await microphone.start({ onLost(error) { throw error; } });
  microphone.plays({ turnId: 'worker', startMs, fromMs: 0, lengthMs: 1e9 });
  capture.go();
  const busy = setInterval(block, ${everyMs});
  await new Promise(resolve => setTimeout(resolve, lengthMs));
  clearInterval(busy);
  await capture.drop();
  await microphone.close();
};
`;

interface Delays {
  readonly worker: number[];
  readonly page: number[];
  readonly process: number[];
  /** Of timers of the process that takes the frames, which does nothing else: what this machine adds to any wake-up. */
  readonly lateness: number[];
}

async function run(): Promise<readonly Row[]> {
  const chromium = findChromium();
  if (chromium === undefined) return [];
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-bench-capture-'));
  const speech = createSpeechProcess({ clock: systemClock });
  const stream = createProcessSoundStreams({ process: speech, recognizerDir: () => undefined }).open({
    activity: true,
    wake: false,
  });
  const core = await startReceiver(await buildPage(folder), stream);
  const browser = await launchBrowser(chromium);
  try {
    const { page } = await watchWindow(await browser.newContext(), core.link);
    await page.waitForFunction(() => Reflect.get(globalThis, 'measure'));
    return rows(await measure(page, core));
  } finally {
    await browser.close();
    await core.close();
    stream.close();
    await speech.stop();
    rmSync(folder, { recursive: true });
  }
}

async function buildPage(folder: string): Promise<string> {
  const html = '<!doctype html><title>capture</title><script type="module" src="./page.js"></script>';
  writeFileSync(join(folder, 'index.html'), html);
  writeFileSync(join(folder, 'page.js'), pageScript);
  const outDir = join(folder, 'built');
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  await build({ root: folder, configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return outDir;
}

interface Receiver {
  readonly link: string;
  /** Frames are counted from now on, as captured since this moment. */
  begin(startMs: number): void;
  readonly delays: Delays;
  close(): Promise<void>;
}

/** The core's own server and wires, with the clock as their only handler. */
async function startReceiver(rendererDir: string, stream: SoundStream): Promise<Receiver> {
  const delays: Delays = { worker: [], page: [], process: [], lateness: [] };
  const stopTimers = measureLateness(delays.lateness);
  let beganMs = Number.POSITIVE_INFINITY;
  const wires = createWireServer({
    handlers: {} as Handlers,
    log: new EventLog(),
    language: () => 'en',
    monotonicMs: () => performance.now(),
    onFrame(_clientId, bytes) {
      const arrivedMs = Date.now();
      const frame = decodeSoundFrame(bytes);
      if (frame?.at === undefined || arrivedMs - beganMs < 1_000) return;
      const capturedMs = beganMs + frame.at.ms;
      const way = frame.at.turnId === 'page' ? 'page' : 'worker';
      delays[way].push(arrivedMs - capturedMs);
      if (way === 'page') return;
      // Where the frame completes a window, its marks were made of samples that were there and back.
      void stream.push(frame.samples).then(({ activity }) => {
        if (activity.length > 0) delays.process.push(Date.now() - capturedMs);
      });
    },
  });
  const server = await createWebServer({
    port: 0,
    rendererDir,
    serveWire: wire => wires.serveWire(wire),
    serveSound: (wire, from) => wires.serveSound(wire, from),
    uploads: {},
    clock: systemClock,
    language: () => 'en',
  });
  return {
    link: server.newLink(),
    delays,
    begin: startMs => {
      beganMs = startMs;
    },
    close: () => {
      stopTimers();
      return server.close();
    },
  };
}

/** A timer as often as a frame comes, and how long after its time it rings. */
function measureLateness(lateness: number[]): () => void {
  let dueMs = performance.now() + timerMs;
  const ring = (): void => {
    const nowMs = performance.now();
    lateness.push(nowMs - dueMs);
    dueMs = nowMs + timerMs;
    timer = setTimeout(ring, timerMs);
  };
  let timer = setTimeout(ring, timerMs);
  return () => clearTimeout(timer);
}

async function measure(page: Page, core: Receiver): Promise<Delays> {
  for (let round = 0; round < rounds; round++) {
    for (const way of ['worker', 'page'] as const) {
      const startMs = Date.now();
      core.begin(startMs);
      await page.evaluate(
        ([which, from, lengthMs]) =>
          (
            Reflect.get(globalThis, 'measure') as (
              which: string,
              from: number,
              lengthMs: number,
            ) => Promise<void>
          )(which, from, lengthMs),
        [way, startMs, roundMs] as const,
      );
      core.begin(Number.POSITIVE_INFINITY);
    }
  }
  return core.delays;
}

/** The clock that all processes share counts whole milliseconds. */
function rows({ worker, page, process, lateness }: Delays): Row[] {
  const row = (what: string, value: number, baseline?: number) => ({
    what: `${what}, page busy ${busyMs} of ${everyMs} ms`,
    value,
    unit: 'ms',
    ...(baseline !== undefined && { baseline }),
  });
  return [
    row('frame captured to core: median', median(worker), median(page)),
    atMost(row('frame captured to core: p95', p95(worker), p95(page)), 5),
    row('frame captured to the marks of the speech process: median', median(process)),
    row('frame captured to the marks of the speech process: p95', p95(process)),
    { what: 'a timer of the receiving process, late by: median', value: median(lateness), unit: 'ms' },
    { what: 'a timer of the receiving process, late by: p95', value: p95(lateness), unit: 'ms' },
    { what: 'frames measured', value: worker.length, unit: '', baseline: page.length },
  ];
}
