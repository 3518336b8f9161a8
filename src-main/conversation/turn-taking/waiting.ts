/** How long to wait after the last word, from how likely the speaker has finished. */
import { finishedWaitMs, unfinishedWaitMs } from './timing.ts';

/** Above this nothing more is expected; below the other, more is sure to come. */
const surelyFinished = 0.7;
const surelyUnfinished = 0.3;

/** @param finished probability that the speaker has finished. @returns milliseconds after the last word. */
export function waitFor(finished: number): number {
  const share = (surelyFinished - finished) / (surelyFinished - surelyUnfinished);
  const bounded = Math.min(1, Math.max(0, share));
  return finishedWaitMs + (unfinishedWaitMs - finishedWaitMs) * bounded;
}

const logit = (probability: number): number => {
  const bounded = Math.min(0.99, Math.max(0.01, probability));
  return Math.log(bounded / (1 - bounded));
};

/**
 * One probability from independent opinions, by the sum of their log odds (naive Bayes with equal priors).
 * None gives 0.5.
 */
export function together(...probabilities: readonly number[]): number {
  const sum = probabilities.reduce((odds, probability) => odds + logit(probability), 0);
  return 1 / (1 + Math.exp(-sum));
}
