/** The window's microphone and loudspeaker in a real Chromium under the strict policy, down to the words that are heard. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSherpaSpeechToText } from '../src-main/adapters/speech/sherpa-speech-to-text.ts';
import { createSpeechProcess } from '../src-main/adapters/speech/speech-process.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import { findChromium, launchBrowser, openWindow } from './browser.ts';
import { assetPath, haveAssets, readWav, wavBytes } from './test-assets.ts';

const chromium = findChromium();
const canListen = haveAssets('models/stt/whisper-format-tiny-overfit', 'speech/commands/commands.json');
const room = (folder: string) => fileURLToPath(new URL(`../${folder}/`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jarvis-voice-'));
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";

/** What the page hands out to the test. */
interface VoicePage {
  open(): Promise<void>;
  close(): Promise<{ frames: number[][]; lastSequence: number; loudest: number }>;
  render(orders: RenderOrder[], sampleRateHz: number): Promise<{ sound: number[]; heard: unknown[] }>;
  play(
    seconds: number,
    sampleRateHz: number,
    stopAfterMs?: number,
  ): Promise<{ ms: number; heard: unknown[] }>;
}
/** At `atMs` of the sound that comes out: a piece of an answer, or an order. */
interface RenderOrder {
  readonly atMs: number;
  readonly piece?: number[];
  readonly rate?: number;
  readonly last?: boolean;
  readonly order?: 'duck' | 'pause' | 'resume' | 'stop';
}
/** The window's own parts; the core's end of the sound wire is a port that the page holds. */
const page = `
import { createMicrophone } from '${room('src-renderer/voice')}microphone.ts';
import { createLoudspeaker } from '${room('src-renderer/voice')}loudspeaker.ts';
import { decodeSoundBatch, decodeSoundFrame, encodeSoundReceipt } from '${room('src-preload')}sound-frames.ts';
let frames, loudest, capture;
const { port1, port2 } = new MessageChannel();
const microphone = createMicrophone({ wire: port2 });
port1.onmessage = ({ data }) => {
  const batch = decodeSoundBatch(data);
  for (const bytes of batch.frames) {
    const { sequence, samples } = decodeSoundFrame(bytes);
    frames[sequence] = Array.from(samples);
    loudest = Math.max(loudest, microphone.level());
  }
  port1.postMessage(encodeSoundReceipt(batch.number));
};
const frameOf = (samples, sampleRateHz, sequence, last) => ({ samples: Int16Array.from(samples), sampleRateHz, sequence, last });
globalThis.voice = {
  async open() {
    frames = [];
    loudest = 0;
    capture = await microphone.start({ onLost() {} });
    capture.go();
  },
  async close() {
    const { lastSequence } = await capture.stop();
    return { frames, lastSequence, loudest };
  },
  async render(orders, rate) {
    const context = new OfflineAudioContext(1, rate * 4, rate);
    // An offline context counts as suspended while it waits for an order, and is resumed by the test alone.
    Object.defineProperty(context, 'state', { value: 'running' });
    const heard = [];
    const loudspeaker = createLoudspeaker({ onHeard: one => heard.push(one), openAudio: () => context });
    orders.forEach(({ atMs, piece, order, last = false, rate: own = rate }, i) => {
      const give = () => {
        if (order) loudspeaker.order('turn', order);
        else loudspeaker.enqueue(frameOf(piece, own, i, last), 'turn');
      };
      if (atMs === 0) give();
      else void context.suspend(atMs / 1000).then(() => { give(); return OfflineAudioContext.prototype.resume.call(context); });
    });
    const sound = await context.startRendering();
    await new Promise(resolve => setTimeout(resolve, 100));
    return { sound: Array.from(sound.getChannelData(0), value => Math.round(value * 32768)), heard };
  },
  play(seconds, rate, stopAfterMs) {
    return new Promise(resolve => {
      const begin = performance.now();
      const heard = [];
      const done = () => resolve({ ms: performance.now() - begin, heard });
      const loudspeaker = createLoudspeaker({ onHeard: one => { heard.push(one); if (one.isWhole) done(); } });
      for (let i = 0; i < seconds * 10; i++) {
        loudspeaker.enqueue(frameOf(new Int16Array(rate / 10), rate, i, i === seconds * 10 - 1), 'turn');
      }
      if (stopAfterMs === undefined) return;
      setTimeout(() => {
        loudspeaker.stop();
        loudspeaker.enqueue(frameOf(new Int16Array(rate / 10), rate, 99, true), 'turn');
        if (loudspeaker.isPlaying()) heard.push('still playing');
        setTimeout(done, 100);
      }, stopAfterMs);
    });
  },
};
`;

let server: Server;
let address: string;

beforeAll(async () => {
  if (chromium === undefined) return;
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>voice</title><script type="module" src="./page.js"></script>',
  );
  writeFileSync(join(folder, 'page.js'), page);
  await build({
    root: folder,
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: join(folder, 'built'), emptyOutDir: true },
  });
  server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '/');
    const type = extname(path) === '.js' ? 'text/javascript' : 'text/html';
    try {
      const bytes = readFileSync(join(folder, 'built', path));
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(bytes);
    } catch (error) {
      response.writeHead(404).end(String(error));
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true });
});

async function withPage<T>(
  microphone: string | undefined,
  use: (
    call: <K extends keyof VoicePage>(
      name: K,
      ...args: Parameters<VoicePage[K]>
    ) => Promise<Awaited<ReturnType<VoicePage[K]>>>,
  ) => Promise<T>,
): Promise<T> {
  const browser = await launchBrowser(chromium ?? '', microphone === undefined ? {} : { microphone });
  try {
    const { page: tab, faults } = await openWindow(browser, address);
    const call = (name: keyof VoicePage, ...args: unknown[]) =>
      tab.evaluate(
        ([method, given]) =>
          (globalThis as unknown as { voice: Record<string, (...all: unknown[]) => unknown> }).voice[
            method
          ]?.(...given),
        [name, args] as const,
      );
    const result = await use(call as Parameters<typeof use>[0]);
    expect(faults.filter(fault => !fault.includes('favicon') && !fault.includes('404'))).toEqual([]);
    return result;
  } finally {
    await browser.close();
  }
}

/** The clip with 0.3 s of silence before it and some after it, as a WAV file. */
function paddedClip(name: string): string {
  const { samples, sampleRateHz } = readWav(assetPath(`speech/commands/${name}`));
  const sound = new Int16Array(samples.length + sampleRateHz * 2);
  sound.set(samples, Math.round(sampleRateHz * 0.3));
  const path = join(folder, 'microphone.wav');
  writeFileSync(path, wavBytes(sound, sampleRateHz));
  return path;
}

describe.runIf(chromium !== undefined && canListen)('the microphone', () => {
  const speech = createSpeechProcess({ clock: systemClock });
  afterAll(() => speech.stop());

  it.each([
    ['en/000-what-time-is-it.wav', 'What time is it?', 'en'],
    ['fr/000-quelle-heure-est-il.wav', 'Quelle heure est-il ?', 'fr'],
  ])('carries %s to the recogniser', async (clip, text, language) => {
    const captured = await withPage(paddedClip(clip), async call => {
      await call('open');
      await new Promise(resolve => setTimeout(resolve, 2_600));
      return call('close');
    });
    expect(captured.lastSequence).toBe(captured.frames.length - 1);
    expect(captured.frames.every(samples => samples?.length === 320)).toBe(true);
    expect(captured.frames.length).toBeGreaterThan(100);
    expect(captured.loudest).toBeGreaterThan(0.01);

    const speechToText = createSherpaSpeechToText({
      process: speech,
      recognizerDir: () => assetPath('models/stt/whisper-format-tiny-overfit'),
    });
    const samples = Int16Array.from(captured.frames.flat());
    const heard = await speechToText.transcribe(
      { samples, sampleRateHz: 16_000 },
      new AbortController().signal,
    );
    expect(heard).toMatchObject({ text, language });
  });
});

const rate = 22_050;
const tone = (ms: number, offset = 0) =>
  Array.from({ length: (ms * rate) / 1000 }, (_, i) => Math.round(9_000 * Math.sin((i + offset) / 9)) + 0);
const loudness = (sound: readonly number[], fromMs: number, toMs: number): number => {
  const part = sound.slice((fromMs * rate) / 1000, (toMs * rate) / 1000);
  return Math.sqrt(part.reduce((sum, value) => sum + value ** 2, 0) / part.length);
};
/** The largest step from one sample to the next: a click is many times that of the tone itself. */
const largestStep = (sound: readonly number[]): number =>
  Math.max(...sound.map((value, i) => Math.abs(value - (sound[i - 1] ?? 0))));
const toneStep = 9_000 / 9 + 20;

describe.runIf(chromium !== undefined)('the loudspeaker', () => {
  const spoken = (ms: number) =>
    Array.from({ length: ms / 100 }, (_, i) => ({
      atMs: 0,
      piece: tone(100, (i * rate) / 10),
      last: i === ms / 100 - 1,
    }));

  it('joins pieces without a gap and without a click, fades only where it is silent before or after', async () => {
    await withPage(undefined, async call => {
      const { sound, heard } = await call('render', spoken(1_000), rate);
      const begin = sound.findIndex(value => value !== 0) - 1;
      const whole = tone(1_000);
      const edge = Math.ceil(rate * 0.011);
      expect(sound.slice(begin + edge, begin + whole.length - edge)).toEqual(whole.slice(edge, -edge));
      expect(largestStep(sound)).toBeLessThan(toneStep);
      expect(heard).toEqual([{ turnId: 'turn', isWhole: true, playedMs: expect.closeTo(1_000, 0) }]);
    });
  });

  it('gets softer by 18 dB, and loud again', async () => {
    await withPage(undefined, async call => {
      const orders = [
        { atMs: 500, order: 'duck' },
        { atMs: 1_000, order: 'resume' },
      ] as const;
      const { sound } = await call('render', [...spoken(2_000), ...orders], rate);
      const before = loudness(sound, 300, 480);
      const down = 20 * Math.log10(loudness(sound, 540, 980) / before);
      expect(down).toBeCloseTo(-18, 0);
      expect(loudness(sound, 1_120, 1_500) / before).toBeCloseTo(1, 1);
      expect(largestStep(sound)).toBeLessThan(toneStep);
    });
  });

  it('is silent within 30 ms of a pause, and goes on from where it was without a click', async () => {
    await withPage(undefined, async call => {
      const orders = [
        { atMs: 700, order: 'pause' },
        { atMs: 1_500, order: 'resume' },
      ] as const;
      const { sound, heard } = await call('render', [...spoken(2_000), ...orders], rate);
      expect(loudness(sound, 730, 1_500)).toBe(0);
      expect(loudness(sound, 1_600, 2_800)).toBeGreaterThan(5_000);
      expect(largestStep(sound)).toBeLessThan(toneStep);
      // Nothing is lost: 640 ms were heard, the rest follows.
      const silentFrom = sound.findLastIndex(value => Math.abs(value) > 20) / rate;
      expect(silentFrom * 1_000).toBeGreaterThan(2_850);
      expect(silentFrom * 1_000).toBeLessThan(2_930);
      expect(heard).toEqual([{ turnId: 'turn', isWhole: true, playedMs: expect.closeTo(2_000, 0) }]);
    });
  });

  it('stops without a click and says how much was heard', async () => {
    await withPage(undefined, async call => {
      const orders = [{ atMs: 900, order: 'stop' }] as const;
      const { sound, heard } = await call('render', [...spoken(2_000), ...orders], rate);
      expect(loudness(sound, 930, 3_900)).toBe(0);
      expect(largestStep(sound)).toBeLessThan(toneStep);
      expect(heard).toEqual([{ turnId: 'turn', isWhole: false, playedMs: expect.any(Number) }]);
      const { playedMs } = heard[0] as { playedMs: number };
      // It began after 60 ms.
      expect(Math.abs(playedMs - 840)).toBeLessThan(10);
    });
  });

  it('fades out and in where the next sentence comes late, and takes another voice’s rate', async () => {
    await withPage(undefined, async call => {
      const late = { atMs: 1_000, piece: tone(500), rate: 16_000, last: true };
      const [first] = [{ atMs: 0, piece: tone(500) }];
      const { sound } = await call('render', [first, late], rate);
      expect(loudness(sound, 600, 1_000)).toBe(0);
      expect(loudness(sound, 1_100, 1_600)).toBeGreaterThan(5_000);
      expect(largestStep(sound)).toBeLessThan(toneStep);
    });
  });

  it('plays in real time, and is silent when stopped', async () => {
    await withPage(undefined, async call => {
      const whole = await call('play', 1, rate);
      expect(whole.ms).toBeGreaterThan(950);
      expect(whole.heard).toEqual([{ turnId: 'turn', isWhole: true, playedMs: expect.closeTo(1_000, 0) }]);
      const stopped = await call('play', 5, rate, 600);
      expect(stopped.heard).toEqual([{ turnId: 'turn', isWhole: false, playedMs: expect.any(Number) }]);
    });
  });
});
