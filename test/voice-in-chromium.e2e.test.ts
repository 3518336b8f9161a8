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
import { createVoiceSession } from '../src-main/conversation/voice-session.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import { findChromium, launchBrowser, openWindow } from './browser.ts';
import { assetPath, haveAssets, readWav, wavBytes } from './test-assets.ts';

const chromium = findChromium();
const canListen = haveAssets('models/stt/whisper-format-tiny-overfit', 'speech/commands/commands.json');
const voiceFolder = fileURLToPath(new URL('../src-renderer/voice/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jarvis-voice-'));
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";

/** What the page hands out to the test. */
interface VoicePage {
  open(): Promise<void>;
  close(): Promise<{ frames: number[][]; lastSequence: number; loudest: number }>;
  render(chunks: number[][], sampleRateHz: number): Promise<number[]>;
  play(seconds: number, sampleRateHz: number, stopAfterMs?: number): Promise<{ ms: number; ended: boolean }>;
}
const page = `
import { createMicrophone } from '${voiceFolder}microphone.ts';
import { createLoudspeaker } from '${voiceFolder}loudspeaker.ts';
const microphone = createMicrophone();
let capture, frames, loudest;
const frameOf = (samples, sampleRateHz, sequence, last) => ({ samples: Int16Array.from(samples), sampleRateHz, sequence, last });
globalThis.voice = {
  async open() {
    frames = [];
    loudest = 0;
    capture = await microphone.start({ onFrame({ sequence, samples }) {
      frames[sequence] = Array.from(samples);
      loudest = Math.max(loudest, capture?.level() ?? 0);
    } });
  },
  async close() {
    const { lastSequence } = await capture.stop();
    return { frames, lastSequence, loudest };
  },
  async render(chunks, rate) {
    const context = new OfflineAudioContext(1, chunks.flat().length, rate);
    // An offline context counts as suspended until it is rendered, and cannot be resumed.
    Object.defineProperty(context, 'state', { value: 'running' });
    const loudspeaker = createLoudspeaker({ onEnded() {}, openAudio: () => context });
    chunks.forEach((samples, i) => loudspeaker.enqueue(frameOf(samples, rate, i, false)));
    const sound = await context.startRendering();
    return Array.from(sound.getChannelData(0), value => Math.round(value * 32768));
  },
  play(seconds, rate, stopAfterMs) {
    return new Promise(resolve => {
      const begin = performance.now();
      const done = ended => resolve({ ms: performance.now() - begin, ended });
      const loudspeaker = createLoudspeaker({ onEnded: () => done(true) });
      for (let i = 0; i < seconds * 10; i++) {
        loudspeaker.enqueue(frameOf(new Int16Array(rate / 10), rate, i, i === seconds * 10 - 1));
      }
      if (stopAfterMs === undefined) return;
      setTimeout(() => {
        loudspeaker.stop();
        loudspeaker.enqueue(frameOf(new Int16Array(rate / 10), rate, 99, true));
        setTimeout(() => done(loudspeaker.isPlaying()), 100);
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

    const session = createVoiceSession({
      clock: systemClock,
      speechToText: createSherpaSpeechToText({
        process: speech,
        recognizerDir: () => assetPath('models/stt/whisper-format-tiny-overfit'),
      }),
    });
    session.start('capture', 16_000);
    for (const [sequence, samples] of captured.frames.entries()) {
      session.frame('capture', { sequence, sampleRateHz: 16_000, samples: Int16Array.from(samples) });
    }
    const heard = await session.end('capture', captured.lastSequence);
    expect(heard).toMatchObject({ text, language, missingFrames: 0 });
  });
});

describe.runIf(chromium !== undefined)('the loudspeaker', () => {
  it('joins pieces without a gap, plays in real time, and is silent when stopped', async () => {
    await withPage(undefined, async call => {
      const sound = Array.from({ length: 22_050 }, (_, i) => Math.round(9_000 * Math.sin(i / 9)) + 0);
      const chunks = Array.from({ length: 10 }, (_, i) => sound.slice(i * 2_205, (i + 1) * 2_205));
      expect(await call('render', chunks, 22_050)).toEqual(sound);

      const whole = await call('play', 1, 22_050);
      expect(whole.ended).toBe(true);
      expect(whole.ms).toBeGreaterThan(950);
      const stopped = await call('play', 5, 22_050, 300);
      expect(stopped.ended).toBe(false);
    });
  });
});
