/** What every speech-to-text engine must do; run by each adapter's test with the clips its model knows. */
import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/language.ts';
import type { SpeechToText } from '../speech-to-text.ts';

export interface KnownClip {
  readonly samples: Int16Array;
  readonly sampleRateHz: number;
  readonly language: Language;
  readonly text: string;
}

export interface SpeechToTextUnderTest {
  readonly engine: SpeechToText;
  /** At least two for each language. */
  readonly clips: readonly KnownClip[];
}

/** Compares words: case, accents' encoding and marks are the engine's own business. */
export const wordsOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export function describeSpeechToText(name: string, open: () => SpeechToTextUnderTest): void {
  const never = new AbortController().signal;

  describe(`speech to text: ${name}`, () => {
    it('hears the words and the language of every clip', async () => {
      const { engine, clips } = open();
      for (const { text, language, ...sound } of clips) {
        const heard = await engine.transcribe(sound, never);
        expect(wordsOf(heard.text)).toBe(wordsOf(text));
        expect(heard.language).toBe(language);
      }
    }, 120_000);

    it('hears them with the language told, too', async () => {
      const { engine, clips } = open();
      for (const language of ['fr', 'en'] as const) {
        const clip = clips.find(each => each.language === language);
        if (!clip) throw new Error(`no clip in ${language}`);
        const { samples, sampleRateHz } = clip;
        const heard = await engine.transcribe({ samples, sampleRateHz, language }, never);
        expect(wordsOf(heard.text)).toBe(wordsOf(clip.text));
      }
    });

    it('answers silence, and no sound at all, with an empty text', async () => {
      const { engine } = open();
      for (const length of [0, 1, 160, 32_000]) {
        const sound = { samples: new Int16Array(length), sampleRateHz: 16_000 };
        expect((await engine.transcribe(sound, never)).text).toBe('');
      }
    });

    it('keeps sounds apart that are recognised at the same time', async () => {
      const { engine, clips } = open();
      const some = clips.slice(0, 4);
      const heard = await Promise.all(
        some.map(({ samples, sampleRateHz }) => engine.transcribe({ samples, sampleRateHz }, never)),
      );
      expect(heard.map(({ text }) => wordsOf(text))).toEqual(some.map(({ text }) => wordsOf(text)));
    });

    it('hears 48 kHz as well as 16', async () => {
      const { engine, clips } = open();
      const clip = clips.find(each => each.sampleRateHz === 16_000);
      if (!clip) throw new Error('no clip at 16 kHz');
      const samples = Int16Array.from({ length: clip.samples.length * 3 }, (_, i) => {
        const left = clip.samples[Math.floor(i / 3)] ?? 0;
        const right = clip.samples[Math.floor(i / 3) + 1] ?? left;
        return left + ((right - left) * (i % 3)) / 3;
      });
      const heard = await engine.transcribe({ samples, sampleRateHz: 48_000 }, never);
      expect(wordsOf(heard.text)).toBe(wordsOf(clip.text));
    });

    it.each([0, 7_999, 192_001, Number.NaN])('refuses a rate of %d Hz in clear words', async sampleRateHz => {
      const sound = { samples: new Int16Array(0), sampleRateHz };
      await expect(open().engine.transcribe(sound, never)).rejects.toMatchObject({
        code: 'speech.bad-audio',
      });
    });

    it('refuses more than 10 minutes', async () => {
      const sound = { samples: new Int16Array(8_000 * 601), sampleRateHz: 8_000 };
      await expect(open().engine.transcribe(sound, never)).rejects.toMatchObject({
        code: 'speech.bad-audio',
      });
    });

    it('stops when aborted, before and during, and goes on working', async () => {
      const { engine, clips } = open();
      const clip = clips[0];
      if (!clip) throw new Error('no clip');
      const { samples, sampleRateHz } = clip;
      await expect(engine.transcribe({ samples, sampleRateHz }, AbortSignal.abort())).rejects.toMatchObject({
        name: 'AbortError',
      });
      const stop = new AbortController();
      const running = engine.transcribe({ samples, sampleRateHz }, stop.signal);
      stop.abort();
      await expect(running).rejects.toMatchObject({ name: 'AbortError' });
      expect(wordsOf((await engine.transcribe({ samples, sampleRateHz }, never)).text)).toBe(
        wordsOf(clip.text),
      );
    });
  });
}
