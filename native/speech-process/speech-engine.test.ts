/** The real engines with the fixture models: words are heard, sound is made, and what would end the process is refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assetPath, haveAssets, readWav } from '../../test/test-assets.ts';
import { RequestFailure } from '../frames.ts';
import { createSpeechHandlers } from './speech-engine.ts';

const handlers = createSpeechHandlers({
  idleMs: 1,
  isMemoryShort: () => false,
  after: () => () => undefined,
  onRelease: () => undefined,
  onHang: () => undefined,
});
const modelDir = assetPath('models/stt/whisper-format-tiny-overfit');
const voiceDirs = {
  fr: assetPath('models/tts/piper-format-fr'),
  en: assetPath('models/tts/piper-format-en'),
};
const available = haveAssets(
  'models/stt/whisper-format-tiny-overfit',
  'models/tts/piper-format-fr',
  'speech/commands/en/000-what-time-is-it.wav',
);
const folder = mkdtempSync(join(tmpdir(), 'speech-engine-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = (samples: Int16Array): Uint8Array => new Uint8Array(samples.slice().buffer);

async function transcribe(samples: Int16Array, params: object = {}) {
  const reply = await handlers.transcribe(
    {
      method: 'transcribe',
      params: { modelDir, sampleRateHz: 16_000, ...params },
      payload: bytesOf(samples),
    },
    { signal: new AbortController().signal, emit: async () => undefined },
  );
  return reply.result as { text: string; language?: string };
}

async function speak(params: object, stop = new AbortController(), stopAfter = Number.POSITIVE_INFINITY) {
  const sounds: { sampleRateHz: number; seconds: number }[] = [];
  const reply = handlers.speak(
    { method: 'speak', params: { rate: 1, ...params }, payload: new Uint8Array(0) },
    {
      signal: stop.signal,
      emit: async (data, payload) => {
        const { sampleRateHz } = data as { sampleRateHz: number };
        sounds.push({ sampleRateHz, seconds: (payload?.byteLength ?? 0) / 2 / sampleRateHz });
        if (sounds.length >= stopAfter) stop.abort();
      },
    },
  );
  await reply;
  return { sounds, seconds: sounds.reduce((sum, sound) => sum + sound.seconds, 0) };
}

const clip = (name: string) => readWav(assetPath(`speech/commands/${name}`)).samples;
const failure = (code: string) => expect.objectContaining({ name: 'RequestFailure', code });

describe.runIf(available)('transcribe', () => {
  it('answers no sound, silence and 100 samples with an empty text', async () => {
    for (const length of [0, 1, 100, 16_000])
      expect(await transcribe(new Int16Array(length))).toEqual({ text: '' });
    expect(await transcribe(new Int16Array(16_000).fill(3))).toEqual({ text: '' });
  });

  it('refuses an unknown language code, which would end the process', async () => {
    for (const language of ['xx', '', 'FR', 'français']) {
      await expect(transcribe(clip('en/000-what-time-is-it.wav'), { languages: [language] })).rejects.toEqual(
        failure('speech.bad-audio'),
      );
    }
  });

  it.each([0, -1, 7_999, 192_001, 16_000.5, Number.NaN])('refuses a rate of %d Hz', async sampleRateHz => {
    await expect(transcribe(new Int16Array(10), { sampleRateHz })).rejects.toBeInstanceOf(RequestFailure);
  });

  it('refuses more than 10 minutes and half a sample', async () => {
    await expect(transcribe(new Int16Array(8_000 * 601), { sampleRateHz: 8_000 })).rejects.toEqual(
      failure('speech.bad-audio'),
    );
    await expect(
      handlers.transcribe(
        { method: 'transcribe', params: { modelDir, sampleRateHz: 16_000 }, payload: new Uint8Array(3) },
        { signal: new AbortController().signal, emit: async () => undefined },
      ),
    ).rejects.toEqual(failure('speech.bad-audio'));
  });

  it('hears the last words of fast speech that is cut tightly', async () => {
    const sound = clip('en/003-set-a-timer-for-5-minutes.wav');
    let end = sound.length;
    while (end > 0 && Math.abs(sound[end - 1] ?? 0) < 100) end -= 1;
    expect((await transcribe(sound.subarray(0, end))).text).toBe('Set a timer for 5 minutes.');
  });

  it('hears what lies beyond 29.5 s', async () => {
    const sound = new Int16Array(45 * 16_000);
    sound.set(clip('en/000-what-time-is-it.wav'), 16_000);
    sound.set(clip('en/003-set-a-timer-for-5-minutes.wav'), 42 * 16_000);
    expect((await transcribe(sound)).text).toBe('What time is it? Set a timer for 5 minutes.');
  });

  it('names what is missing in a folder that is no Whisper model', async () => {
    await expect(transcribe(new Int16Array(10), { modelDir: folder })).rejects.toMatchObject({
      code: 'speech.model-incomplete',
      params: { detail: expect.stringContaining('encoder') },
    });
    await expect(transcribe(new Int16Array(10), { modelDir: join(folder, 'absent') })).rejects.toEqual(
      failure('speech.model-incomplete'),
    );
  });

  it('hears other sample rates, and stops when told', async () => {
    const sound = clip('en/000-what-time-is-it.wav');
    const doubled = Int16Array.from({ length: sound.length * 3 }, (_, i) => sound[Math.floor(i / 3)] ?? 0);
    expect((await transcribe(doubled, { sampleRateHz: 48_000 })).text).toBe('What time is it?');
    const params = { modelDir, sampleRateHz: 16_000 };
    await expect(
      handlers.transcribe(
        { method: 'transcribe', params, payload: bytesOf(sound) },
        { signal: AbortSignal.abort(), emit: async () => undefined },
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('speak with espeak-ng', () => {
  it('speaks both languages, accents and quotes included, faster on demand', async () => {
    const slow = await speak({ text: 'L’été arrive à Noël, « dit-il ».', language: 'fr', rate: 1 });
    const fast = await speak({ text: 'L’été arrive à Noël, « dit-il ».', language: 'fr', rate: 2 });
    expect(slow.seconds).toBeGreaterThan(1);
    expect(fast.seconds / slow.seconds).toBeLessThan(0.7);
    expect((await speak({ text: '-v en It is five.', language: 'en' })).seconds).toBeGreaterThan(0.5);
  });

  it('says nothing for emoji and marks alone', async () => {
    expect((await speak({ text: '🙂 ** ... <br>', language: 'en' })).sounds).toEqual([]);
  });

  it('refuses a language that it does not speak', async () => {
    await expect(speak({ text: 'hola', language: 'es' })).rejects.toEqual(failure('speech.engine-failed'));
  });
});

describe.runIf(available)('speak with a Piper-format voice', () => {
  it('speaks both languages at the voice’s own rate', async () => {
    const french = await speak({
      text: 'Il est dix-sept heures trente.',
      language: 'fr',
      voiceDir: voiceDirs.fr,
    });
    const english = await speak({ text: 'It is half past five.', language: 'en', voiceDir: voiceDirs.en });
    expect(french.sounds[0]?.sampleRateHz).toBe(22_050);
    expect(french.seconds).toBeGreaterThan(1);
    expect(english.seconds).toBeGreaterThan(0.8);
  });

  it('stops in the middle and sends nothing more', async () => {
    const text = 'Une phrase de plus, pour voir. '.repeat(40);
    const stop = new AbortController();
    const sounds: unknown[] = [];
    await expect(
      handlers.speak(
        {
          method: 'speak',
          params: { text, language: 'fr', rate: 1, voiceDir: voiceDirs.fr },
          payload: new Uint8Array(0),
        },
        {
          signal: stop.signal,
          emit: async () => {
            sounds.push(1);
            stop.abort();
          },
        },
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(sounds.length).toBeLessThan(8);
  });

  it('names what is missing in a folder that is no voice', async () => {
    await expect(speak({ text: 'oui', language: 'fr', voiceDir: folder })).rejects.toEqual(
      failure('speech.model-incomplete'),
    );
    writeFileSync(join(folder, 'x.onnx'), 'not a model');
    await expect(speak({ text: 'oui', language: 'fr', voiceDir: folder })).rejects.toMatchObject({
      params: { detail: expect.stringContaining('tokens.txt') },
    });
  });
});

describe.runIf(available)('describe', () => {
  it('checks the folders and says what is loaded', async () => {
    const context = { signal: new AbortController().signal, emit: async () => undefined };
    const describeThem = (params: object) =>
      handlers.describe({ method: 'describe', params, payload: new Uint8Array(0) }, context);
    expect((await describeThem({ modelDir, voiceDirs: [voiceDirs.fr] })).result).toMatchObject({
      ...{ engine: 'whisper', voiceEngines: ['piper'] },
      recognizers: [modelDir],
    });
    await expect(describeThem({ modelDir: folder, voiceDirs: [] })).rejects.toEqual(
      failure('speech.model-incomplete'),
    );
  });
});
