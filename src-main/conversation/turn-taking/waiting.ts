/** How long to wait after the last word, from how likely the speaker has finished. */
import { finishedWaitMs, longestWaitMs, openWaitMs, unfinishedWaitMs } from './timing.ts';

/** Waits by words alone, between the two ends: a sentence that reads well but may go on is given more time than a plain question. */
const waits: readonly { readonly finished: number; readonly waitMs: number }[] = [
  { finished: 0.3, waitMs: unfinishedWaitMs },
  { finished: 0.5, waitMs: 1300 },
  { finished: 0.65, waitMs: 1000 },
  { finished: 0.8, waitMs: 700 },
  { finished: 0.86, waitMs: finishedWaitMs },
];

/**
 * With the voice, in log odds of both: from `sure` on the speaker is believed to have finished; below `unsure` to go on. Chosen
 * for few cut-offs on one half of the clips of `npm run bench -- turn-taking`, with a median wait of at most 360 ms and a mean of at
 * most 500: higher bounds cut off fewer, but make people's plain statements wait for 1.5 s.
 */
const sure = 2;
const unsure = 1.1;
const doubtfulWaitMs = 700;
/** Words that cannot stand last are judged so; a sentence that had ended hardly ever is. */
const open = 0.2;
/** Over this speaker's own long pauses. */
const paceMargin = 1.15;

interface Opinions {
  /** Probabilities that the speaker has finished, by the words and, where it was heard, by the voice. */
  readonly byWords: number;
  readonly byVoice?: number;
  /** How long this speaker pauses, where it is known. */
  readonly longPauseMs?: number;
}

/** @returns milliseconds after the last word. */
export function waitFor({ longPauseMs, ...opinions }: Opinions): number {
  const waitMs = usualWait(opinions);
  // A pause makes no sentence less finished that surely is.
  if (longPauseMs === undefined || waitMs === finishedWaitMs) return waitMs;
  return Math.max(waitMs, Math.min(longestWaitMs, longPauseMs * paceMargin));
}

function usualWait({ byWords, byVoice }: Opinions): number {
  if (byWords <= open) return openWaitMs;
  if (byVoice === undefined) return waitByWords(byWords);
  const odds = logit(together(byWords, byVoice));
  // No voice makes unfinished words whole.
  if (byWords < 0.5 || odds <= unsure) return unfinishedWaitMs;
  const share = Math.min(1, (odds - unsure) / (sure - unsure));
  return doubtfulWaitMs + (finishedWaitMs - doubtfulWaitMs) * share;
}

function waitByWords(finished: number): number {
  const above = waits.findIndex(step => finished <= step.finished);
  const upper = waits[above];
  const lower = waits[above - 1];
  if (upper === undefined) return finishedWaitMs;
  if (lower === undefined) return unfinishedWaitMs;
  const share = (finished - lower.finished) / (upper.finished - lower.finished);
  return lower.waitMs + (upper.waitMs - lower.waitMs) * share;
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
