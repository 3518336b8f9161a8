/** Prepares one spoken piece for being joined to others: the engine's own silence around it goes, its edges fade. */
import type { SpeechChunk } from '../domain/audio.ts';

const windowMs = 10;
/** Quieter than this, at the edge of a piece, is the engine's silence: -50 dB below full scale. */
const quietBelow = 32_768 * 10 ** (-50 / 20);
/** Left before and after, so that soft consonants stay. */
const keptBeforeMs = 20;
const keptAfterMs = 60;
const fadeMs = 5;

/** One sound out of an engine's chunks of one piece, without silence around it and without a click at its edges. */
export function joinable(chunks: readonly SpeechChunk[]): SpeechChunk | undefined {
  const sampleRateHz = chunks[0]?.sampleRateHz;
  if (sampleRateHz === undefined) return undefined;
  const whole = new Int16Array(chunks.reduce((sum, { samples }) => sum + samples.length, 0));
  let at = 0;
  for (const { samples } of chunks) {
    whole.set(samples, at);
    at += samples.length;
  }
  const samples = withoutSilence(whole, sampleRateHz);
  if (samples.length === 0) return undefined;
  fade(samples, (fadeMs / 1000) * sampleRateHz);
  return { samples, sampleRateHz };
}

function withoutSilence(samples: Int16Array, rateHz: number): Int16Array {
  const window = Math.max(1, Math.round((rateHz * windowMs) / 1000));
  let first = -1;
  let last = -1;
  for (let from = 0; from < samples.length; from += window) {
    if (rms(samples.subarray(from, from + window)) < quietBelow) continue;
    if (first < 0) first = from;
    last = from + window;
  }
  if (first < 0) return new Int16Array(0);
  const begin = Math.max(0, first - Math.round((rateHz * keptBeforeMs) / 1000));
  return samples.slice(begin, last + Math.round((rateHz * keptAfterMs) / 1000));
}

function fade(samples: Int16Array, length: number): void {
  const count = Math.min(Math.round(length), samples.length >> 1);
  for (let i = 0; i < count; i++) {
    const gain = i / count;
    samples[i] = (samples[i] ?? 0) * gain;
    const end = samples.length - 1 - i;
    samples[end] = (samples[end] ?? 0) * gain;
  }
}

/** Root mean square, in the samples' own unit. */
export function rms(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}
