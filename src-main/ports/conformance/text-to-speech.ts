/** What every voice must do; run by each adapter's test. */
import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/language.ts';
import type { SpeakRequest, TextToSpeech } from '../text-to-speech.ts';

export interface Spoken {
  readonly samples: Int16Array;
  readonly sampleRateHz: number;
  readonly chunks: number;
  readonly seconds: number;
}

/** Speaks to the end and joins the sound. */
export async function speakAll(voice: TextToSpeech, request: SpeakRequest): Promise<Spoken> {
  const parts: Int16Array[] = [];
  let sampleRateHz = 0;
  for await (const chunk of voice.speak(request, new AbortController().signal)) {
    expect([0, chunk.sampleRateHz]).toContain(sampleRateHz);
    sampleRateHz = chunk.sampleRateHz;
    parts.push(chunk.samples);
  }
  const samples = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  const seconds = sampleRateHz === 0 ? 0 : samples.length / sampleRateHz;
  return { samples, sampleRateHz, chunks: parts.length, seconds };
}

const sentences: Readonly<Record<Language, string>> = {
  fr: 'Il est dix-sept heures trente, et l’été arrive à Noël.',
  en: 'It is half past five, and summer comes at Christmas.',
};
const longText = Array.from({ length: 30 }, (_, i) => `Sentence number ${i} is here to be spoken.`).join(' ');

export function describeTextToSpeech(name: string, open: () => TextToSpeech): void {
  describe(`text to speech: ${name}`, () => {
    it.each(['fr', 'en'] as const)('speaks %s at a rate that sound frames can carry', async language => {
      const spoken = await speakAll(open(), { text: sentences[language], language, rate: 1 });
      expect(spoken.sampleRateHz % 25).toBe(0);
      expect(spoken.sampleRateHz).toBeGreaterThanOrEqual(8_000);
      expect(spoken.seconds).toBeGreaterThan(2);
      expect(spoken.seconds).toBeLessThan(8);
      expect(Math.max(...spoken.samples)).toBeGreaterThan(2_000);
    });

    it('speaks faster and slower on demand', async () => {
      const voice = open();
      const at = async (rate: number) =>
        (await speakAll(voice, { text: sentences.fr, language: 'fr', rate })).seconds;
      const [half, normal, double] = [await at(0.5), await at(1), await at(2)];
      expect(half / normal).toBeGreaterThan(1.5);
      expect(double / normal).toBeLessThan(0.7);
    });

    it.each(['', '   \n', '...', '🙂🙂', '**', '<br>'])('says nothing for %j', async text => {
      expect((await speakAll(open(), { text, language: 'fr', rate: 1 })).samples).toHaveLength(0);
    });

    it('never reads emoji or marks aloud', async () => {
      const voice = open();
      const plain = await speakAll(voice, { text: 'Bonjour tout le monde.', language: 'fr', rate: 1 });
      const decorated = await speakAll(voice, {
        text: '**Bonjour** 🙂 tout le `monde`.',
        language: 'fr',
        rate: 1,
      });
      expect(decorated.seconds / plain.seconds).toBeLessThan(1.25);
    });

    it('does not pause inside a name such as M. Dupont', async () => {
      const voice = open();
      const at = async (text: string) => (await speakAll(voice, { text, language: 'fr', rate: 1 })).seconds;
      // Engines that take the point for the end of a sentence need a quarter more time.
      const ratio = (await at('Voici M. Dupont et sa femme.')) / (await at('Voici M Dupont et sa femme.'));
      expect(ratio).toBeLessThan(1.14);
    });

    it('gives the first sound of a long text before the last is made', async () => {
      expect((await speakAll(open(), { text: longText, language: 'en', rate: 1 })).chunks).toBeGreaterThan(
        10,
      );
    }, 60_000);

    it('gives nothing more after an abort, and the next text is spoken', async () => {
      const voice = open();
      const stop = new AbortController();
      let after = 0;
      const listening = async () => {
        for await (const _ of voice.speak({ text: longText, language: 'en', rate: 1 }, stop.signal)) {
          if (stop.signal.aborted) after += 1;
          stop.abort();
        }
      };
      await expect(listening()).rejects.toMatchObject({ name: 'AbortError' });
      expect(after).toBe(0);
      const before = voice.speak({ text: 'no', language: 'en', rate: 1 }, AbortSignal.abort());
      await expect(before[Symbol.asyncIterator]().next()).rejects.toMatchObject({ name: 'AbortError' });
      expect(
        (await speakAll(voice, { text: sentences.en, language: 'en', rate: 1 })).seconds,
      ).toBeGreaterThan(2);
    });

    it('lets a listener leave early', async () => {
      const voice = open();
      for await (const chunk of voice.speak(
        { text: longText, language: 'en', rate: 1 },
        new AbortController().signal,
      )) {
        expect(chunk.samples.length).toBeGreaterThan(0);
        break;
      }
      expect(
        (await speakAll(voice, { text: sentences.fr, language: 'fr', rate: 1 })).seconds,
      ).toBeGreaterThan(2);
    });
  });
}
