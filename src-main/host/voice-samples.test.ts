/** A text is heard by the window that asked and by no other, one at a time, with the voice that was asked for. */
import { expect, test } from 'vitest';
import { decodeSoundFrame } from '../../src-preload/sound-frames.ts';
import { ManualClock } from '../../test/fixtures/manual-clock.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { defaultPreferences } from '../domain/settings.ts';
import type { TextToSpeech } from '../ports/text-to-speech.ts';
import { createVoiceSamples } from './voice-samples.ts';

const settle = () => new Promise<void>(resolve => setImmediate(resolve));

function stage() {
  const asked: { readonly voice: string; readonly text: string; readonly rate: number }[] = [];
  const voiceOf = (language: Language, id: string | undefined): TextToSpeech => ({
    engineFor: () => 'recording',
    async *speak({ text, rate }, signal) {
      asked.push({ voice: id ?? language, text, rate });
      if (text.includes('explode')) throw new JarvisError('speech.engine-failed', { detail: 'test' });
      await settle();
      signal.throwIfAborted();
      yield { samples: new Int16Array(400).fill(900), sampleRateHz: 1_000 };
    },
  });
  const preferences = { ...defaultPreferences, speechRate: 1.5 };
  const samples = createVoiceSamples({ clock: new ManualClock(), preferences: () => preferences, voiceOf });
  const client = (clientId: string) => {
    const heard: string[] = [];
    const sendFrame = (bytes: Uint8Array): boolean => {
      const frame = decodeSoundFrame(bytes);
      if (frame?.kind === 'spoken') heard.push(frame.at?.turnId ?? '?');
      return true;
    };
    return { clientId, heard, sendFrame, bufferedBytes: () => 0 };
  };
  return { asked, samples, client };
}

test('the one who asked hears it, at the speed that is set, with the voice that was named', async () => {
  const { asked, samples, client } = stage();
  const [asker, other] = [client('a'), client('b')];
  await samples.play(asker, { sampleId: 's1', language: 'fr', text: 'Bonsoir.', voice: 'siwis' });
  await settle();
  expect(asked).toEqual([{ voice: 'siwis', text: 'Bonsoir.', rate: 1.5 }]);
  expect(new Set(asker.heard)).toEqual(new Set(['s1']));
  expect(other.heard).toEqual([]);
});

test('without a name the voice of the language speaks', async () => {
  const { asked, samples, client } = stage();
  await samples.play(client('a'), { sampleId: 's1', language: 'en', text: 'Good evening.' });
  expect(asked.map(({ voice }) => voice)).toEqual(['en']);
});

test('another sample takes the place of the one before, and hush ends it', async () => {
  const { samples, client } = stage();
  const asker = client('a');
  const first = samples.play(asker, { sampleId: 's1', language: 'fr', text: 'Bonsoir.' });
  const second = samples.play(asker, { sampleId: 's2', language: 'fr', text: 'Encore.' });
  await Promise.all([first, second]);
  await settle();
  expect(new Set(asker.heard)).toEqual(new Set(['s2']));
  const third = samples.play(asker, { sampleId: 's3', language: 'fr', text: 'Assez.' });
  samples.hush('a');
  await third;
  await settle();
  expect(asker.heard).not.toContain('s3');
});

test('a voice that fails says so to the one who asked', async () => {
  const { samples, client } = stage();
  await expect(
    samples.play(client('a'), { sampleId: 's1', language: 'fr', text: 'explode' }),
  ).rejects.toThrow(expect.objectContaining({ code: 'speech.engine-failed' }));
});
