/** How much speech a sound holds, by the activity network: what a recogniser writes must fit it. */
import type { ActivityModel } from './activity-detector.ts';
import { activityWindow, streamSampleRateHz } from './sound-marks.ts';

export interface SpeechMeasure {
  /** Of all windows. */
  readonly seconds: number;
  /** Of windows that are speech, more likely than not. */
  readonly clearSeconds: number;
  /** Of windows that may be: whispered words are seldom clear. */
  readonly possibleSeconds: number;
  /** Mean probability of the clear windows; 0 for none. */
  readonly certainty: number;
}

const clearFrom = 0.5;
const possibleFrom = 0.3;
const marginSeconds = 1;
const windowSeconds = activityWindow / streamSampleRateHz;
/** A short "oui" lasts longer. */
const leastSeconds = 3 * windowSeconds;
/** So much clear speech is no chance; less of it must at least be a part of the sound worth naming. */
const enoughClearSeconds = 0.15;
const leastShare = 0.04;

/** Music and noise have scattered windows that may be speech; a soft or whispered word has several of few. */
export const holdsSpeech = ({ seconds, clearSeconds, possibleSeconds }: SpeechMeasure): boolean =>
  clearSeconds >= enoughClearSeconds ||
  (possibleSeconds >= leastSeconds && possibleSeconds >= seconds * leastShare);

/** @param probabilities of windows of 32 ms. */
export function measureSpeech(probabilities: ArrayLike<number>): SpeechMeasure {
  const all = Array.from(probabilities);
  const clear = all.filter(probability => probability >= clearFrom);
  return {
    seconds: all.length * windowSeconds,
    clearSeconds: clear.length * windowSeconds,
    possibleSeconds: all.filter(probability => probability >= possibleFrom).length * windowSeconds,
    certainty: clear.length === 0 ? 0 : clear.reduce((sum, each) => sum + each, 0) / clear.length,
  };
}

/** However soft: the ends of a sound in which nobody speaks, but for a second, are left out. */
export function speechPart(
  { samples, sampleRateHz }: { readonly samples: Int16Array; readonly sampleRateHz: number },
  probabilities: ArrayLike<number>,
): Int16Array {
  const all = Array.from(probabilities);
  const isPossible = (probability: number) => probability >= possibleFrom;
  const begin = all.findIndex(isPossible) * windowSeconds - marginSeconds;
  const end = (all.findLastIndex(isPossible) + 1) * windowSeconds + marginSeconds;
  return samples.subarray(Math.max(0, Math.floor(begin * sampleRateHz)), Math.ceil(end * sampleRateHz));
}

/** @returns the probability of speech of each whole window of 32 ms, whatever the sample rate. */
export async function activityOf(
  model: ActivityModel,
  sound: { readonly samples: Int16Array; readonly sampleRateHz: number },
): Promise<Float32Array> {
  const samples = resampled(sound);
  const detector = model();
  const probabilities = new Float32Array(Math.floor(samples.length / activityWindow));
  for (let i = 0; i < probabilities.length; i++)
    probabilities[i] = await detector.next(samples.subarray(i * activityWindow, (i + 1) * activityWindow));
  return probabilities;
}

/** To 16 kHz: means of what a new sample covers, enough to tell speech from other sound. */
function resampled({ samples, sampleRateHz }: { samples: Int16Array; sampleRateHz: number }): Int16Array {
  if (sampleRateHz === streamSampleRateHz) return samples;
  const step = sampleRateHz / streamSampleRateHz;
  return Int16Array.from({ length: Math.floor(samples.length / step) }, (_, i) => {
    const from = Math.floor(i * step);
    const to = Math.max(from + 1, Math.floor((i + 1) * step));
    let sum = 0;
    for (let at = from; at < to; at++) sum += samples[at] ?? 0;
    return sum / (to - from);
  });
}
