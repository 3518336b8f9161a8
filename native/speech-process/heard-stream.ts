/** One microphone stream inside the speech process: its newest sound, and detectors that walk over its windows. */
import { createSoundRing, type SoundRing } from '../../src-main/domain/sound-ring.ts';
import type { ActivityDetector, ActivityModel } from './activity-detector.ts';
import type { LiveModel, LiveWords } from './live-words.ts';
import { rms } from './pcm.ts';
import { activityWindow, keptSamples, type Marks, wakeWindow } from './sound-marks.ts';
import { type WakeDetector, type WakeModel, wakeHistory } from './wake-detector.ts';

/** Silero's state forgets within a second. */
const activityHistory = 32 * activityWindow;
const silenceDb = -100;

export interface HeardStream {
  readonly sound: SoundRing;
  /** Windows of speech from this position on that are complete by now; each is worked out once. */
  activity(model: ActivityModel, from: number): Promise<Marks['activity']>;
  /** Probabilities of speech from a window's begin on, as far as this whole stretch was looked at; else undefined. */
  knownActivity(from: number, to: number): number[] | undefined;
  /** The words since `from`, when they changed; for another place than before they begin anew. */
  liveWords(model: LiveModel, from: number): Promise<string | undefined>;
  /** Scores of the windows that begin at this position or later and are complete by now. */
  wake(model: WakeModel, from: number): Promise<Marks['wake']>;
}

/** @param firstPosition of the first sample that will be pushed: after a crash the stream is older than the process. */
export function createHeardStream(firstPosition: number): HeardStream {
  const sound = createSoundRing(keptSamples, firstPosition);
  let speech: { detector: ActivityDetector; next: number } | undefined;
  /** What was made of the windows that are kept, by their number; an older one of the same place is overwritten. */
  const known: { at: number; probability: number }[] = [];
  const placeOf = (at: number): number => (at / activityWindow) % (keptSamples / activityWindow);
  let name: { detector: WakeDetector; next: number } | undefined;
  let live: { readonly from: number; next: number; readonly words: LiveWords; text: string } | undefined;

  return {
    sound,
    async activity(model, from) {
      // Another place than the one reached: the state belongs to other sound, so it is built up anew from before.
      if (speech?.next !== from) {
        const begin = windowAt(Math.max(sound.start, from - activityHistory), activityWindow);
        speech = { detector: model(), next: begin };
      }
      const windows = [];
      for (; speech.next + activityWindow <= sound.end; speech.next += activityWindow) {
        const samples = sound.copy(speech.next, speech.next + activityWindow);
        const probability = await speech.detector.next(samples);
        known[placeOf(speech.next)] = { at: speech.next, probability };
        if (speech.next >= from)
          windows.push({ atSample: speech.next, probability, levelDb: levelOf(samples) });
      }
      return windows;
    },
    knownActivity(from, to) {
      const probabilities: number[] = [];
      for (let at = from; at + activityWindow <= to; at += activityWindow) {
        const window = known[placeOf(at)];
        if (window?.at !== at) return undefined;
        probabilities.push(window.probability);
      }
      return probabilities;
    },
    async liveWords(model, from) {
      if (live?.from !== from) live = { from, next: Math.max(from, sound.start), words: model(), text: '' };
      const { text, next } = live;
      live.next = Math.max(next, sound.end);
      live.text = await live.words(sound.copy(next, sound.end));
      return live.text === text ? undefined : live.text;
    },
    async wake(model, from) {
      // Nothing older than this history counts: begun anew, the scores are those of unbroken listening.
      if (!name || name.next > from || name.next < from - wakeHistory) {
        const begin = windowAt(Math.max(sound.start, from - wakeHistory), wakeWindow);
        name = { detector: model(), next: begin };
      }
      const windows = [];
      for (; name.next + wakeWindow <= sound.end; name.next += wakeWindow) {
        const end = name.next + wakeWindow;
        const { score } = await name.detector.next(sound.copy(name.next, end));
        if (name.next >= from) windows.push({ atSample: end, score });
      }
      return windows;
    },
  };
}

/** Begin of the first whole window at or after a position. */
const windowAt = (position: number, size: number): number => Math.ceil(position / size) * size;

/** In decibels below full scale; -100 for silence. */
export function levelOf(samples: Int16Array): number {
  const level = rms(samples, 0, samples.length) / 32_768;
  return Math.max(silenceDb, 20 * Math.log10(level));
}
