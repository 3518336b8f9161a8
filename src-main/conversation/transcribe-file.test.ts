/** A long sound is recognised in pieces that end where the speaker pauses, and nothing of it is lost or recognised twice. */
import { describe, expect, it } from 'vitest';
import { JarvisError } from '../domain/errors.ts';
import type { AudioFile, AudioFileSound } from '../ports/audio-files.ts';
import { SoundCutter } from './sound-pieces.ts';
import { transcribeFile } from './transcribe-file.ts';

const rateHz = 16_000;
const never = new AbortController().signal;
const tone = (seconds: number, level = 8_000): Int16Array =>
  Int16Array.from({ length: seconds * rateHz }, (_, i) => level * Math.sin(i / 3));
const silence = (seconds: number): Int16Array => new Int16Array(seconds * rateHz);

function joined(...parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Begin and end of each piece, in seconds, however the sound came in. */
function cut(sound: Int16Array, stepSeconds: number): number[][] {
  const cutter = new SoundCutter();
  const pieces = [];
  const step = stepSeconds * rateHz;
  for (let at = 0; at < sound.length; at += step) pieces.push(...cutter.push(sound.subarray(at, at + step)));
  pieces.push(...cutter.end());
  return pieces.map(({ fromSample, samples }) =>
    [fromSample, fromSample + samples.length].map(sample => Math.round((sample / rateHz) * 10) / 10),
  );
}

function fileOf(sound: Int16Array, fault?: Error): AudioFile {
  return {
    format: 'WAV',
    close: async () => undefined,
    async *sound(): AsyncGenerator<AudioFileSound> {
      for (let at = 0; at < sound.length; at += 5 * rateHz) {
        yield { samples: sound.subarray(at, at + 5 * rateHz), share: Math.min(1, at / sound.length) };
      }
      if (fault) throw fault;
    },
  };
}

/** Hears how long each sound is. */
const measuring = {
  engine: 'ruler',
  transcribe: async ({ samples }: { samples: Int16Array }) => ({
    text: `${Math.round(samples.length / rateHz)} s`,
  }),
};

async function heard(file: AudioFile, pieces: string[] = []): Promise<string[]> {
  for await (const { text } of transcribeFile(file, { speechToText: measuring }, never)) pieces.push(text);
  return pieces;
}

describe('a long sound', () => {
  const talk = joined(tone(3), silence(2), tone(4), silence(0.4), tone(2), silence(3), tone(1));

  it.each([0.02, 1, 5, 60])('is cut at long pauses, taken %d s at a time', stepSeconds => {
    expect(cut(talk, stepSeconds)).toEqual([
      [0, 3.3],
      [4.7, 11.7],
      [14.1, 15.4],
    ]);
  });

  it('without a pause is cut at its quietest place before a recogniser would cut it', () => {
    const pieces = cut(joined(tone(20), tone(0.3, 600), tone(40)), 5);
    expect(pieces[0]?.[1]).toBeCloseTo(20.1, 0);
    for (const [from = 0, to = 0] of pieces) expect(to - from).toBeLessThanOrEqual(28.1);
    expect(pieces.at(-1)?.[1]).toBeCloseTo(60.3, 1);
  });

  it('of silence alone, and softest noise, is never given to a recogniser', async () => {
    expect(cut(silence(70), 5)).toEqual([]);
    expect(await heard(fileOf(joined(silence(20), tone(5, 20), silence(20))))).toEqual([]);
  });
});

describe('the words of a file', () => {
  it('come piece by piece', async () => {
    expect(await heard(fileOf(joined(tone(3), silence(2), tone(5))))).toEqual(['3 s', '5 s']);
  });

  it('come up to the place where the file is damaged, and the fault after them', async () => {
    const pieces: string[] = [];
    const damaged = fileOf(joined(tone(3), silence(2), tone(6)), new JarvisError('speech.audio-file-cut'));
    await expect(heard(damaged, pieces)).rejects.toMatchObject({ code: 'speech.audio-file-cut' });
    expect(pieces).toEqual(['3 s', '6 s']);
  });

  it('end at once when they are given up', async () => {
    const controller = new AbortController();
    const pieces = transcribeFile(
      fileOf(joined(tone(3), silence(2), tone(6)), new DOMException('', 'AbortError')),
      { speechToText: measuring },
      controller.signal,
    );
    expect((await pieces.next()).value).toMatchObject({ text: '3 s', fromMs: 0 });
    controller.abort();
    await expect(pieces.next()).rejects.toThrow('aborted');
  });
});
