/** Push to talk as a user does it: hold the space bar, say it, let go, see the words, and hear the answer. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSherpaSpeechToText } from '../src-main/adapters/speech/sherpa-speech-to-text.ts';
import { createSpeechProcess } from '../src-main/adapters/speech/speech-process.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import { findChromium, launchBrowser } from './browser.ts';
import { linkOf } from './core-client.ts';
import type { AskedChat, ScriptedAnswer } from './fixtures/model-servers/scripted-answer.ts';
import { ScriptedServer } from './fixtures/model-servers/scripted-server.ts';
import { type JarvisProgram, newDataDir, removeDataDir, startJarvis } from './jarvis-program.ts';
import { assetPath, haveAssets, readWav, wavBytes } from './test-assets.ts';
import { eventually, WindowPage } from './window-page.ts';

const chromium = findChromium();
const recognizer = 'models/stt/whisper-format-tiny-overfit';
const [frenchVoice, englishVoice] = ['models/tts/piper-format-fr', 'models/tts/piper-format-en'];
const canListen = haveAssets(recognizer, 'speech/commands/commands.json', frenchVoice, englishVoice);
const folder = mkdtempSync(join(tmpdir(), 'jarvis-voice-'));

/** The clip with 0.3 s of silence before it; Chromium plays it once, from the moment the microphone opens. */
function microphoneFile(clip: string): { path: string; seconds: number } {
  const { samples, sampleRateHz } = readWav(assetPath(`speech/commands/${clip}`));
  const sound = new Int16Array(samples.length + Math.round(sampleRateHz * 0.9));
  sound.set(samples, Math.round(sampleRateHz * 0.3));
  const path = join(folder, `${clip.replace('/', '-')}`);
  writeFileSync(path, wavBytes(sound, sampleRateHz));
  return { path, seconds: sound.length / sampleRateHz };
}

interface Played {
  readonly rate: number;
  readonly atSeconds: number;
  readonly samples: number[];
}

/** Notes what the page gives to the loudspeaker: each buffer that is connected to the end of an audio graph. */
async function listenIn(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const played: Played[] = [];
    Object.assign(globalThis, { played });
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...given) {
      const { buffer } = this;
      if (buffer !== null) {
        const samples = Array.from(buffer.getChannelData(0), value => Math.round(value * 32_768));
        played.push({ rate: buffer.sampleRate, atSeconds: given[0] ?? 0, samples });
      }
      start.apply(this, given);
    };
  });
}
const heardIn = (window: WindowPage): Promise<Played[]> =>
  window.page.evaluate(() => Reflect.get(globalThis, 'played') as Played[]);

const openSpoken = async (jarvis: JarvisProgram, microphone: string) => {
  const browser = await launchBrowser(chromium ?? '', { microphone });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['microphone'], { origin: new URL(jarvis.link).origin });
  await listenIn(context);
  return { browser, context };
};

afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(chromium !== undefined && canListen)('talking to the window', () => {
  let jarvis: JarvisProgram;
  let dataDir: string;
  let model: ScriptedServer;
  const process = createSpeechProcess({ clock: systemClock });
  const speechToText = createSherpaSpeechToText({ process, recognizerDir: () => assetPath(recognizer) });

  /** The fixture of a recogniser knows sentences of the recorded list only, so a model says one of those. */
  const modelAnswers = { fr: "Quelle est la capitale de l'Italie ?", en: 'What is the capital of Italy?' };
  const answerOf = ({ messages }: AskedChat): ScriptedAnswer => ({
    text: /sky blue/.test(messages.at(-1)?.content ?? '') ? modelAnswers.en : modelAnswers.fr,
  });

  beforeAll(async () => {
    dataDir = await newDataDir();
    const voiceDirs = { fr: assetPath(frenchVoice), en: assetPath(englishVoice) };
    const speech = { recognizerDir: assetPath(recognizer), voiceDirs };
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ speech }));
    model = await ScriptedServer.start({ protocol: 'ollama', answer: answerOf });
    jarvis = await startJarvis({ dataDir, env: { OLLAMA_HOST: model.address } });
  }, 60_000);
  afterAll(async () => {
    await process.stop();
    await jarvis?.stop();
    await model?.close();
    await removeDataDir(dataDir);
  });

  test.each([
    ['fr/000-quelle-heure-est-il.wav', 'Quelle heure est-il ?', /^Il est \d+/, 'fr'],
    ['en/000-what-time-is-it.wav', 'What time is it?', /^It(?:’s| is) \d+/, 'en'],
    ['fr/055-pourquoi-le-ciel-est-il-bleu.wav', 'Pourquoi le ciel est-il bleu ?', modelAnswers.fr, 'fr'],
    ['en/055-why-is-the-sky-blue.wav', 'Why is the sky blue?', modelAnswers.en, 'en'],
  ] as const)('%s: the words, the answer, and its sound', async (clip, words, answer, language) => {
    const microphone = microphoneFile(clip);
    const { browser, context } = await openSpoken(jarvis, microphone.path);
    try {
      const window = await WindowPage.openIn(context, await linkOf(dataDir));
      await window.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await window.page.keyboard.down('Space');
      const state = window.page.getByTestId('voice-state');
      await eventually(async () => expect(await state.getAttribute('data-state')).toBe('listening'));
      // The microphone has said everything once its file is over.
      await new Promise(resolve => setTimeout(resolve, microphone.seconds * 1000 + 200));
      await window.page.keyboard.up('Space');
      await window.lastAnswer.waitFor();
      expect(await window.questions.locator('.said').innerText()).toContain(words);
      expect(await window.questions.locator('.said').innerText()).toContain('dit');
      await window.settled();
      const said = await window.said();
      expect(said).toMatch(answer);
      expect(await window.lastAnswer.getAttribute('lang')).toBe(language);

      await eventually(async () => expect((await heardIn(window)).length).toBeGreaterThan(0));
      await eventually(async () => expect(await state.count()).toBe(0));
      const pieces = await heardIn(window);
      const samples = pieces.flatMap(piece => piece.samples);
      const rate = pieces[0]?.rate ?? 0;
      const seconds = samples.length / rate;
      expect(seconds).toBeGreaterThan(0.5);
      expect(seconds).toBeLessThan(6);
      const loudness = Math.sqrt(samples.reduce((sum, value) => sum + value ** 2, 0) / samples.length);
      expect(loudness).toBeGreaterThan(300);
      // Each piece begins where the one before it ends: nothing is heard twice and nothing is missing.
      for (const [i, piece] of pieces.entries()) {
        const before = pieces[i - 1];
        if (before === undefined) continue;
        expect(piece.atSeconds).toBeGreaterThanOrEqual(
          before.atSeconds + before.samples.length / rate - 1e-6,
        );
      }
      const heard = await speechToText.transcribe(
        { samples: Int16Array.from(samples), sampleRateHz: rate },
        new AbortController().signal,
      );
      if (said === answer) expect(heard.text).toBe(said);
      expect(window.faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

/** A window whose microphone hears only silence, at a Jarvis with this recogniser. */
async function inSilence(
  recognizerDir: string | undefined,
  use: (window: WindowPage) => Promise<void>,
): Promise<void> {
  const dataDir = await newDataDir();
  const path = join(folder, 'silence.wav');
  writeFileSync(path, wavBytes(new Int16Array(32_000), 16_000));
  const speech = { ...(recognizerDir !== undefined && { recognizerDir }) };
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ speech }));
  const jarvis = await startJarvis({ dataDir });
  const { browser, context } = await openSpoken(jarvis, path);
  try {
    const window = await WindowPage.openIn(context, jarvis.link);
    await use(window);
    await eventually(async () => expect(await window.page.getByTestId('voice-state').count()).toBe(0));
    expect(await window.questions.count()).toBe(0);
    expect(window.faults).toEqual([]);
  } finally {
    await browser.close();
    await jarvis.stop();
    await removeDataDir(dataDir);
  }
}

/** Holds the button until the microphone is open and a little was recorded. */
async function holdAndRelease(window: WindowPage): Promise<void> {
  await window.page.getByTestId('mic').hover();
  await window.page.mouse.down();
  const state = window.page.getByTestId('voice-state');
  await eventually(async () => expect(await state.getAttribute('data-state')).toBe('listening'));
  await new Promise(resolve => setTimeout(resolve, 700));
  await window.page.mouse.up();
}

describe.runIf(chromium !== undefined)('when nothing can be understood', () => {
  test('without a recogniser the button says what is missing and how to add it', () =>
    inSilence(undefined, async window => {
      await window.page.getByTestId('mic').click();
      await window.toasts.filter({ hasText: /reconnaissance vocale.*Modèles/ }).waitFor();
    }));

  test('a recogniser whose folder is gone is named', () =>
    inSilence(join(folder, 'gone'), async window => {
      await holdAndRelease(window);
      await window.toasts.filter({ hasText: /modèle vocal/ }).waitFor();
    }));

  test.runIf(canListen)('silence asks nothing and says so', () =>
    inSilence(assetPath(recognizer), async window => {
      await holdAndRelease(window);
      await window.toasts.filter({ hasText: 'Je n’ai rien entendu' }).waitFor();
    }),
  );
});
