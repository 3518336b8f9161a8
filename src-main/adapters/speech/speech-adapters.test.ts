/** The speech adapters over the real process and engines, with the fixture models; also when the process is killed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assetPath, haveAssets, readWav } from '../../../test/test-assets.ts';
import type { Clock } from '../../ports/clock.ts';
import { describeSpeechToText, type KnownClip, wordsOf } from '../../ports/conformance/speech-to-text.ts';
import { describeTextToSpeech, speakAll } from '../../ports/conformance/text-to-speech.ts';
import { createProcessTextToSpeech } from './process-text-to-speech.ts';
import { createSherpaSpeechToText } from './sherpa-speech-to-text.ts';
import { createSpeechProcess } from './speech-process.ts';

const clock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  zone: () => 'UTC',
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};
const available = haveAssets(
  'models/stt/whisper-format-tiny-overfit',
  'models/tts/piper-format-fr',
  'models/tts/piper-format-en',
  'speech/commands/commands.json',
);
const process_ = createSpeechProcess({ clock });
afterAll(() => process_.stop());

const recognizerDir = assetPath('models/stt/whisper-format-tiny-overfit');
const voiceDirs = {
  fr: assetPath('models/tts/piper-format-fr'),
  en: assetPath('models/tts/piper-format-en'),
};
const speechToText = createSherpaSpeechToText({ process: process_, recognizerDir: () => recognizerDir });
const piper = createProcessTextToSpeech({ process: process_, voiceDirs: () => voiceDirs });
const espeak = createProcessTextToSpeech({ process: process_, voiceDirs: () => ({}) });
const never = new AbortController().signal;

interface CommandClip {
  readonly file: string;
  readonly language: 'fr' | 'en';
  readonly text: string;
  readonly wake: string | null;
}
const commands: readonly CommandClip[] = available
  ? JSON.parse(readFileSync(assetPath('speech/commands/commands.json'), 'utf8')).clips
  : [];

function clipsOf(some: readonly CommandClip[]): KnownClip[] {
  return some.map(({ file, language, text }) => ({
    ...readWav(assetPath(`speech/commands/${file}`)),
    language,
    text,
  }));
}

describeTextToSpeech('espeak-ng', () => espeak);

describe.runIf(available)('with the fixture models', () => {
  const clips = clipsOf(commands.filter((_, i) => i % 3 === 0));
  describeSpeechToText('Whisper in sherpa-onnx', () => ({ engine: speechToText, clips }));
  describeTextToSpeech('Piper in sherpa-onnx', () => piper);

  it('hears what the voices say', async () => {
    for (const { text, language } of commands.filter(({ wake }, i) => wake === null && i % 6 === 1)) {
      const spoken = await speakAll(piper, { text, language, rate: 1 });
      const heard = await speechToText.transcribe(spoken, never);
      expect(wordsOf(heard.text)).toBe(wordsOf(text));
    }
  }, 60_000);

  it('answers a recognition although the process is killed in the middle', async () => {
    const [clip] = clips;
    if (!clip) throw new Error('no clip');
    await speechToText.transcribe(clip, never);
    const running = speechToText.transcribe(clip, never);
    const { pid } = process_.state();
    if (pid === undefined) throw new Error('the process does not run');
    process.kill(pid, 'SIGKILL');
    expect(wordsOf((await running).text)).toBe(wordsOf(clip.text));
  });

  it('says that the voice died in the middle of a sentence, and speaks the next one', async () => {
    const text = 'Une phrase de plus, pour voir. '.repeat(200);
    const listening = async () => {
      for await (const chunk of piper.speak({ text, language: 'fr', rate: 0.5 }, never)) {
        expect(chunk.samples.length).toBeGreaterThan(0);
        const { pid } = process_.state();
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
      }
    };
    await expect(listening()).rejects.toMatchObject({ code: 'speech.process-died', retryable: true });
    const spoken = await speakAll(piper, { text: 'Me revoici.', language: 'fr', rate: 1 });
    expect(spoken.seconds).toBeGreaterThan(0.4);
  });
});

describe('without models', () => {
  it('says that no recogniser is installed, and names espeak-ng as the voice', async () => {
    const none = createSherpaSpeechToText({ process: process_, recognizerDir: () => undefined });
    const sound = { samples: new Int16Array(10), sampleRateHz: 16_000 };
    await expect(none.transcribe(sound, never)).rejects.toMatchObject({ code: 'speech.no-recognizer' });
    expect([espeak.engineFor('fr'), piper.engineFor('en')]).toEqual(['espeak-ng', 'piper']);
  });

  it('names Kokoro where its voices lie', () => {
    const dir = mkdtempSync(join(tmpdir(), 'kokoro-'));
    for (const name of ['model.int8.onnx', 'voices.bin', 'tokens.txt']) writeFileSync(join(dir, name), '');
    const kokoro = createProcessTextToSpeech({ process: process_, voiceDirs: () => ({ fr: dir }) });
    expect([kokoro.engineFor('fr'), kokoro.engineFor('en')]).toEqual(['kokoro', 'espeak-ng']);
    rmSync(dir, { recursive: true });
  });

  it('says which files a folder lacks', async () => {
    const wrong = assetPath('.');
    const listener = createSherpaSpeechToText({ process: process_, recognizerDir: () => wrong });
    const sound = { samples: new Int16Array(10), sampleRateHz: 16_000 };
    await expect(listener.transcribe(sound, never)).rejects.toMatchObject({
      code: 'speech.model-incomplete',
    });
    const voice = createProcessTextToSpeech({ process: process_, voiceDirs: () => ({ fr: wrong }) });
    await expect(speakAll(voice, { text: 'oui', language: 'fr', rate: 1 })).rejects.toMatchObject({
      code: 'speech.model-incomplete',
    });
  });
});
