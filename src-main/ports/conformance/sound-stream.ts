/** What every adapter of the sound-stream port must do; run with clips that its recogniser knows. */
import { describe, expect, it } from 'vitest';
import type { ActivityWindow, SoundMarks, SoundStream, SoundStreams, WakeScore } from '../sound-stream.ts';
import { type KnownClip, wordsOf } from './speech-to-text.ts';

export interface SoundStreamsUnderTest {
  readonly streams: SoundStreams;
  /** At 16 kHz, at least one in each language. */
  readonly clips: readonly KnownClip[];
  /** Someone says the name, and nothing else. */
  readonly name: Int16Array;
}

const never = new AbortController().signal;
const both = { activity: true, wake: true };

/** Pushes in pieces as a microphone does, without waiting; resolves with all marks in order. */
export async function pushAll(
  stream: SoundStream,
  samples: Int16Array,
  pieceLength = 320,
): Promise<{ activity: ActivityWindow[]; wake: WakeScore[] }> {
  const pushed: Promise<SoundMarks>[] = [];
  for (let at = 0; at < samples.length; at += pieceLength)
    pushed.push(stream.push(samples.subarray(at, at + pieceLength)));
  const marks = await Promise.all(pushed);
  return { activity: marks.flatMap(mark => mark.activity), wake: marks.flatMap(mark => mark.wake) };
}

export const joined = (...sounds: readonly Int16Array[]): Int16Array => {
  const whole = new Int16Array(sounds.reduce((length, sound) => length + sound.length, 0));
  let at = 0;
  for (const sound of sounds) {
    whole.set(sound, at);
    at += sound.length;
  }
  return whole;
};

export const silence = (seconds: number): Int16Array => new Int16Array(Math.round(seconds * 16_000));

/** Every window once, in order, at its place. */
export function expectUnbroken(
  { activity, wake }: { activity: readonly ActivityWindow[]; wake: readonly WakeScore[] },
  samples: number,
): void {
  const windows = (count: number, size: number, first: number) =>
    Array.from({ length: count }, (_, i) => first + i * size);
  expect(activity.map(window => window.atSample)).toEqual(windows(Math.floor(samples / 512), 512, 0));
  expect(wake.map(score => score.atSample)).toEqual(windows(Math.floor(samples / 1280), 1280, 1280));
}

export function describeSoundStreams(name: string, open: () => SoundStreamsUnderTest): void {
  const firstClip = (): KnownClip => {
    const [clip] = open().clips;
    if (!clip) throw new Error('no clip');
    return clip;
  };

  describe(`sound streams: ${name}`, () => {
    it.each([160, 320, 512, 1_280, 7_001])(
      'reports every window once, in order, from pushes of %d samples',
      async pieceLength => {
        const stream = open().streams.open(both);
        const sound = joined(silence(0.5), firstClip().samples);
        expectUnbroken(await pushAll(stream, sound, pieceLength), sound.length);
        stream.close();
      },
    );

    it('hears the same whether sound comes in small pieces or large', async () => {
      const sound = joined(silence(0.5), open().name, silence(1));
      const marks = [];
      for (const pieceLength of [320, 20_000]) {
        const stream = open().streams.open(both);
        marks.push(await pushAll(stream, sound, pieceLength));
        stream.close();
      }
      expect(marks[0]).toEqual(marks[1]);
    });

    it('finds speech where someone speaks, silence where nobody does, and their levels', async () => {
      const stream = open().streams.open({ activity: true, wake: false });
      const { samples } = firstClip();
      const sound = joined(silence(1), samples, silence(1));
      const { activity, wake } = await pushAll(stream, sound);
      const within = (from: number, to: number) =>
        activity.filter(window => window.atSample >= from && window.atSample < to);
      const before = within(0, 15_000);
      const during = within(16_000, 16_000 + samples.length);
      expect(Math.max(...before.map(window => window.probability))).toBeLessThan(0.3);
      expect(before.every(window => window.levelDb === -100)).toBe(true);
      expect(during.filter(window => window.probability > 0.5).length).toBeGreaterThan(during.length / 3);
      expect(Math.max(...during.map(window => window.levelDb))).toBeGreaterThan(-40);
      expect(Math.max(...during.map(window => window.levelDb))).toBeLessThanOrEqual(0);
      expect(wake).toEqual([]);
      stream.close();
    });

    it('hears the name, and confirms it; not in a sentence without it', async () => {
      const { streams, name: jarvis } = open();
      const stream = streams.open({ activity: false, wake: true });
      const { wake } = await pushAll(stream, joined(silence(1), jarvis, silence(1)), 1_280);
      const heard = wake.find(({ score }) => score > 0.8);
      expect(heard).toBeDefined();
      const verdict = await stream.confirmWake(heard?.atSample ?? 0, 0.5);
      expect(verdict.accepted).toBe(true);
      const after = await pushAll(stream, joined(firstClip().samples, silence(1)), 1_280);
      expect(Math.max(...after.wake.map(({ score }) => score))).toBeLessThan(0.8);
      expect((await stream.confirmWake(jarvis.length + 50_000, 0.5)).accepted).toBe(false);
      stream.close();
    });

    it('begins to look when told, also in the past, and reports nothing twice', async () => {
      const stream = open().streams.open({ activity: false, wake: false });
      const { samples } = firstClip();
      expect(await pushAll(stream, joined(silence(1), samples))).toEqual({ activity: [], wake: [] });
      const end = 16_000 + samples.length;
      stream.configure({ activity: true, wake: false, activityFromSample: 16_000 });
      const { activity } = await pushAll(stream, silence(0.2));
      expect(activity[0]?.atSample).toBe(Math.floor(16_000 / 512) * 512);
      expect(activity.at(-1)?.atSample).toBe(Math.floor((end + 3_200) / 512) * 512 - 512);
      expect(Math.max(...activity.map(window => window.probability))).toBeGreaterThan(0.8);
      stream.configure({ activity: false, wake: false });
      stream.configure({ activity: true, wake: false, activityFromSample: 0 });
      const { activity: next } = await pushAll(stream, silence(0.2));
      expect(next[0]?.atSample).toBe((activity.at(-1)?.atSample ?? 0) + 512);
      stream.close();
    });

    it('recognises any range of what was pushed, while more comes in', async () => {
      const { streams, clips } = open();
      const stream = streams.open({ activity: true, wake: false });
      const [one, other] = [
        clips.find(clip => clip.language === 'fr'),
        clips.find(clip => clip.language === 'en'),
      ];
      if (!one || !other) throw new Error('no clip');
      const pushing = pushAll(stream, joined(silence(1), one.samples, silence(1), other.samples));
      const from = 16_000 * 2 + one.samples.length;
      const first = stream.transcribe({ fromSample: 16_000, toSample: from, languages: ['fr', 'en'] }, never);
      const second = stream.transcribe(
        { fromSample: from, toSample: Number.MAX_SAFE_INTEGER, languages: ['en'] },
        never,
      );
      await pushAll(stream, silence(1));
      expect(await first).toMatchObject({ language: 'fr' });
      expect(wordsOf((await first).text)).toBe(wordsOf(one.text));
      expect(wordsOf((await second).text)).toBe(wordsOf(other.text));
      await pushing;
      stream.close();
    });

    it('finds no words in silence, in nothing, and in what is long gone', async () => {
      const stream = open().streams.open({ activity: false, wake: false });
      const text = async (fromSample: number, toSample: number) =>
        (await stream.transcribe({ fromSample, toSample, languages: ['fr'] }, never)).text;
      expect(await text(0, 10)).toBe('');
      await pushAll(stream, joined(firstClip().samples, silence(61)), 16_000);
      expect(await text(0, firstClip().samples.length)).toBe('');
      expect(await text(20, 10)).toBe('');
      expect(await text(200_000, 300_000)).toBe('');
      stream.close();
    });

    it('keeps streams apart', async () => {
      const { streams } = open();
      const sounds = [joined(silence(1), firstClip().samples), silence(3)];
      const opened = sounds.map(() => streams.open({ activity: true, wake: false }));
      const marks = await Promise.all(opened.map((stream, i) => pushAll(stream, sounds[i] ?? silence(0))));
      const loudest = marks.map(({ activity }) =>
        Math.max(...activity.map(({ probability }) => probability)),
      );
      expect(loudest[0]).toBeGreaterThan(0.8);
      expect(loudest[1]).toBeLessThan(0.3);
      for (const stream of opened) stream.close();
    });

    it('gives copies of its sound for a minute, and stops a recognition that is not wanted any more', async () => {
      const stream = open().streams.open({ activity: false, wake: false });
      const { samples } = firstClip();
      await pushAll(stream, samples);
      expect(stream.sound(100, 400)).toEqual(samples.slice(100, 400));
      const stop = new AbortController();
      const range = { fromSample: 0, toSample: samples.length, languages: ['fr' as const] };
      const running = stream.transcribe(range, stop.signal);
      stop.abort();
      await expect(running).rejects.toMatchObject({ name: 'AbortError' });
      await expect(stream.transcribe(range, AbortSignal.abort())).rejects.toMatchObject({
        name: 'AbortError',
      });
      stream.close();
      expect(await stream.push(samples)).toEqual({ activity: [], wake: [] });
    });
  });
}
