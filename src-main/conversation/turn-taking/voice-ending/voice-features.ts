/** What a voice does just before a pause: how pitch and loudness move in its last 0.8 s, against the rest of the utterance. */
import { pitchOf } from './pitch.ts';

/** In the order of the model's weights. */
export const featureNames = [
  'pitchEnd',
  'pitchRise',
  'pitchAboveLow',
  'pitchSlope',
  'levelEnd',
  'levelPeak',
  'levelFall',
  'lastVoicedMs',
  'fadeMs',
  'lastSyllableMs',
  'decay',
  'voicedShare',
] as const;
export type FeatureName = (typeof featureNames)[number];
export type VoiceFeatures = Readonly<Record<FeatureName, number>>;

/** Of the model over these features. */
export interface VoiceWeights {
  readonly bias: number;
  /** What is usual of a feature, how much it varies, and what one such step adds to the log odds. */
  readonly features: readonly (readonly [name: FeatureName, mean: number, spread: number, weight: number])[];
}

const stepMs = 10;
const stepSamples = 160;
/** The rest of the utterance is known from so much sound, the beginning of the pause included. */
export const heardBeforePauseMs = 3400;
const lastMs = 800;
/** Voice is what lies within this of its loudest tenth of a second, and so much over the pause behind it. */
const voiceRangeDb = 35;
const overPauseDb = 8;
const leastVoiceMs = 300;
/** Louder than this under the voice's usual level is a vowel. */
const vowelDb = 12;
/** Two syllables are parted by a dip of this depth. */
const dipDb = 5;

/**
 * @param samples mono, 16 kHz: an utterance and the beginning of the pause behind it. Nothing after is needed.
 * @returns undefined where there is too little voice to say anything.
 */
export function voiceFeatures(samples: Int16Array): VoiceFeatures | undefined {
  const recent = samples.subarray(Math.max(0, samples.length - heardBeforePauseMs * 16));
  const allLevels = levelsOf(recent);
  const voice = voiceIn(allLevels);
  if ((voice.to - voice.from) * stepMs < leastVoiceMs) return undefined;
  const levels = smooth(allLevels.slice(voice.from, voice.to));
  const from = voice.from * stepSamples;
  const pitches = pitchOf(recent.subarray(from, (voice.to + 2) * stepSamples)).slice(0, levels.length);
  const loudDb = loudLevel(levels);
  const voiced = levels.map((level, i) => (level > loudDb - 20 ? pitches[i] : undefined));
  return { ...pitchFeatures(voiced), ...levelFeatures(levels, loudDb) };
}

function levelsOf(samples: Int16Array): number[] {
  return Array.from({ length: Math.floor(samples.length / stepSamples) }, (_, i) => {
    let power = 0;
    for (let k = i * stepSamples; k < (i + 1) * stepSamples; k += 1)
      power += ((samples[k] ?? 0) / 32_768) ** 2;
    return 10 * Math.log10(power / stepSamples + 1e-10);
  });
}

/** The steps between the silence before the utterance and the pause behind it: how long those are says nothing of the voice. */
function voiceIn(levels: readonly number[]): { from: number; to: number } {
  const pauseDb = median(levels.slice(-8));
  const floor = Math.max(Math.max(...levels) - voiceRangeDb, pauseDb + overPauseDb);
  const isVoice = (level: number): boolean => level > floor;
  return { from: Math.max(0, levels.findIndex(isVoice)), to: levels.findLastIndex(isVoice) + 1 };
}

const smooth = (levels: readonly number[]): number[] =>
  levels.map((_, i) => mean(levels.slice(Math.max(0, i - 1), i + 2)));

/** The mean of the louder third. */
function loudLevel(levels: readonly number[]): number {
  const sorted = [...levels].sort((x, y) => y - x);
  return mean(sorted.slice(0, Math.max(1, Math.floor(sorted.length / 3))));
}

function pitchFeatures(pitches: readonly (number | undefined)[]) {
  const all = pitches.filter(pitch => pitch !== undefined);
  const last = pitches.slice(-lastMs / stepMs);
  const lastVoiced = last.flatMap((pitch, i) => (pitch === undefined ? [] : [{ x: i, y: pitch }]));
  const voicedShare = lastVoiced.length / Math.max(1, last.length);
  if (lastVoiced.length < 5) {
    return { pitchEnd: 0, pitchRise: 0, pitchAboveLow: 0, pitchSlope: 0, lastVoicedMs: 0, voicedShare };
  }
  const end = median(lastVoiced.slice(-6).map(({ y }) => y)) - median(all);
  const bounded = Math.max(-12, Math.min(12, end));
  return {
    pitchEnd: bounded,
    pitchRise: Math.max(0, bounded),
    pitchAboveLow: Math.max(-6, Math.min(12, end + median(all) - lowest(all))),
    // Semitones in a tenth of a second.
    pitchSlope: Math.max(-6, Math.min(6, slope(lastVoiced.slice(-25)) * 10)),
    lastVoicedMs: lastRun(last) * stepMs,
    voicedShare,
  };
}

/** Length of the last run of voice; gaps of two steps belong to it. */
function lastRun(pitches: readonly (number | undefined)[]): number {
  const to = pitches.findLastIndex(pitch => pitch !== undefined);
  let from = to;
  for (let i = to; i >= 0 && from - i <= 3; i -= 1) if (pitches[i] !== undefined) from = i;
  return to - from + 1;
}

function levelFeatures(levels: readonly number[], loudDb: number) {
  const last = levels.slice(-lastMs / stepMs);
  const lastVowel = levels.findLastIndex(level => level > loudDb - vowelDb);
  const half = Math.min(40, levels.length >> 1);
  const tail = levels.slice(-10).map((y, x) => ({ x, y }));
  return {
    levelEnd: mean(levels.slice(-15)) - loudDb,
    levelPeak: Math.max(...levels.slice(-30)) - loudDb,
    levelFall: mean(levels.slice(-half)) - mean(levels.slice(-2 * half, -half)),
    fadeMs: Math.min(500, (levels.length - 1 - lastVowel) * stepMs),
    lastSyllableMs: lastSyllable(last) * stepMs,
    // Decibels in 10 ms.
    decay: slope(tail),
  };
}

/** Steps from the last dip between two syllables to the end. */
function lastSyllable(levels: readonly number[]): number {
  let peak = Number.NEGATIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  let lowestAt = levels.length;
  for (let i = levels.length - 1; i >= 0; i -= 1) {
    const level = levels[i] ?? 0;
    if (lowest === Number.POSITIVE_INFINITY || level > lowest + dipDb) {
      if (peak - lowest >= dipDb && level - lowest >= dipDb) return levels.length - lowestAt;
    }
    if (level > peak) {
      peak = level;
      lowest = level;
      lowestAt = i;
    } else if (level < lowest) {
      lowest = level;
      lowestAt = i;
    }
  }
  return levels.length;
}

function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const [meanX, meanY] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
  const xx = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return xx === 0 ? 0 : points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / xx;
}

/** Of nine in ten, so that a frame of the wrong octave does not count. */
function lowest(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 10)] ?? 0;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[sorted.length >> 1] ?? 0;
}
