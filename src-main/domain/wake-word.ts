/** When a score of the wake-word model counts as the name, and how a person's own voice moves that line. */

import type { NameLikeness } from './name-likeness.ts';

/** Sensitivity 0.5 is the line that the model was chosen with: at most 0.3 false wakes an hour of other speech. */
const thresholdPoints: readonly (readonly [sensitivity: number, threshold: number])[] = [
  [0, 0.95],
  [0.5, 0.8],
  [1, 0.5],
];

/** After a wake the scores of the same word are not counted again for 2 s. */
const refractorySamples = 32_000;
/** A name that is tuned to still needs a score that other words seldom reach. */
const lowestTuned = 0.4;
const highestTuned = 0.97;
/** How far below the person's own weakest recording the line is drawn, as a share of what is missing to 1. */
const tuningMargin = 0.85;
const recordingsNeeded = 3;
/** What each false wake adds to the threshold, and at most. */
const notMeStep = 0.02;
const notMeMost = 0.1;

/** Numbers only: no sound is kept. */
export interface WakeTuning {
  /** Best scores of the person's own recordings of the name. */
  readonly scores: readonly number[];
  /** How often a wake was none. */
  readonly falseWakes: number;
}

export const untuned: WakeTuning = { scores: [], falseWakes: 0 };

/** @param score the best score of one recording of the name. */
export function withRecording(tuning: WakeTuning, score: number): WakeTuning {
  return { ...tuning, scores: [...tuning.scores, score].slice(-recordingsNeeded) };
}

export const isTuned = (tuning: WakeTuning): boolean => tuning.scores.length >= recordingsNeeded;

/** The last wake was not meant: be less ready. */
export function withFalseWake(tuning: WakeTuning): WakeTuning {
  return { ...tuning, falseWakes: tuning.falseWakes + 1 };
}

/**
 * The line that a score must be over, for the first look and the second.
 * @param sensitivity 0 to 1; more of it is a lower line.
 */
export function wakeThreshold(sensitivity: number, tuning: WakeTuning = untuned): number {
  const usual = between(thresholdPoints, Math.min(1, Math.max(0, sensitivity)));
  const own = isTuned(tuning) ? tunedThreshold(usual, tuning.scores) : usual;
  return Math.min(highestTuned, own + Math.min(notMeMost, tuning.falseWakes * notMeStep));
}

/** A voice that the model knows poorly gets a lower line; one that it knows well keeps the usual one. */
function tunedThreshold(usual: number, scores: readonly number[]): number {
  return Math.max(lowestTuned, Math.min(usual, Math.min(...scores) * tuningMargin));
}

function between(points: typeof thresholdPoints, x: number): number {
  const above = points.findIndex(([at]) => at >= x);
  const [fromX, fromY] = points[Math.max(0, above - 1)] ?? [0, 1];
  const [toX, toY] = points[above] ?? [1, 1];
  return toX === fromX ? toY : fromY + ((x - fromX) / (toX - fromX)) * (toY - fromY);
}

export interface WakeTrigger {
  /** True when this score calls for the second look. Scores come in the order of their sound. */
  push(score: { readonly atSample: number; readonly score: number }, threshold: number): boolean;
}

/** Chance may keep a name this far below the line: where its windows fall, or words in the same breath. */
const candidateMargin = 0.35;
/** A candidate may still come over the line within so many windows of 80 ms. */
const candidateWindows = 3;

/** A score over the line calls at once; one that comes near it a moment later. Then two seconds of peace. */
export function createWakeTrigger(): WakeTrigger {
  let deafUntil = Number.NEGATIVE_INFINITY;
  let windowsAsCandidate = 0;
  return {
    push({ atSample, score }, threshold) {
      if (atSample <= deafUntil) return false;
      if (windowsAsCandidate > 0 || score > threshold - candidateMargin) windowsAsCandidate++;
      if (score <= threshold && windowsAsCandidate <= candidateWindows) return false;
      windowsAsCandidate = 0;
      deafUntil = atSample + refractorySamples;
      return true;
    },
  };
}

export interface WakeEvidence {
  /** Of the second look, 0 to 1. */
  readonly score: number;
  /** What a recogniser made of it; absent where none is installed. */
  readonly heard?: NameLikeness;
}

/** So high a score needs no words: no other speech that was ever tried has it. */
export const sureScore = (threshold: number): number => 1 - (1 - threshold) * 0.2;
/** Below this no words help. */
export const hopelessScore = (threshold: number): number => threshold - 0.2;
/** Above this a score is the name unless words speak against it; below it, only with the name among them. */
export const likelyScore = (threshold: number): number => threshold - 0.05;

/**
 * Whether the second look agrees. Words that are nearly the name are what the detector takes for it; other words
 * raise the line a little, for a recogniser errs as well.
 */
export function isWake({ score, heard = 'none' }: WakeEvidence, threshold: number): boolean {
  if (score > sureScore(threshold)) return true;
  if (heard === 'near') return false;
  if (heard === 'name') return score > hopelessScore(threshold);
  if (heard === 'none') return score > likelyScore(threshold);
  return score > 1 - (1 - threshold) * 0.75;
}
