/** How strong a memory still is: Ebbinghaus's curve, made flatter by each recall and by what was felt. */
import { dayMs, minuteMs } from '../../domain/local-time.ts';

/** What the strength of a memory depends on. */
export interface Remembered {
  /** Since it was said. A clock that was set back makes it negative: it counts as new. */
  readonly ageMs: number;
  /** How often it was recalled. */
  readonly recalls: number;
  /** Since it was recalled last; absent: never. */
  readonly sinceRecallMs?: number;
  /** 0 to 1. */
  readonly salience: number;
}

/**
 * Ebbinghaus, "Über das Gedächtnis" (1885), § 29: of what was learned, the share b = k / ((log10 t)^c + k) is saved after t
 * minutes, with k = 1.84 and c = 1.25 (58 % after 20 minutes, 28 % after two days, 21 % after 31 days).
 */
const k = 1.84;
const c = 1.25;
/** Nothing sinks below it: a weak memory is found last, but found. */
export const weakest = 0.05;
/** Each recall makes the curve so many times slower: intervals that double, as in spaced repetition (Leitner, 1972). */
const slowerByRecall = 2;
const mostRecalls = 16;
/** What was felt most fades so many times slower. */
const slowerBySalience = 4;

const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);

/** From `weakest` to 1. Older is never stronger; more recalls, a later recall or more salience never weaker. */
export function strength({ ageMs, recalls, sinceRecallMs, salience }: Remembered): number {
  const restedMs = Math.max(0, Math.min(finite(ageMs, 0), finite(sinceRecallMs ?? ageMs, 0)));
  const times = Math.min(mostRecalls, Math.max(0, Math.floor(finite(recalls, 0))));
  const felt = Math.min(1, Math.max(0, finite(salience, 0)));
  const slower = slowerByRecall ** times * (1 + slowerBySalience * felt);
  const minutes = restedMs / minuteMs / slower;
  const saved = minutes <= 1 ? 1 : k / (Math.log10(minutes) ** c + k);
  return weakest + (1 - weakest) * saved;
}

/** As the store has it. */
export interface RememberedEpisode {
  readonly atMs: number;
  readonly recalls: number;
  readonly lastRecalledMs?: number;
  readonly salience: number;
}

export const strengthOf = (
  { atMs, lastRecalledMs, recalls, salience }: RememberedEpisode,
  nowMs: number,
): number =>
  strength({
    ageMs: nowMs - atMs,
    recalls,
    salience,
    ...(lastRecalledMs !== undefined && { sinceRecallMs: nowMs - lastRecalledMs }),
  });

/** Below it an episode may leave the fast index: nobody came back to it for half a year, or two where much was felt. */
const compressBelow = 0.23;
const youngestCompressedMs = 90 * dayMs;
/** A memory of this many newer episodes is searched in no time: there is nothing to gain. */
const fewestNewer = 1000;
/** What was felt so strongly, or asked to be remembered, stays. */
const lastingSalience = 0.8;

/**
 * Whether an episode is to live on in the summary of its day only. It stays in the truth, and one that is strong again
 * (recalled, or the clock was wrong) belongs in the index again: the answer depends on nothing but what is given.
 * `newer`: how many episodes were said after it; a clock that leaps ages nothing that way.
 */
export const shouldCompress = (
  episode: RememberedEpisode & { readonly newer: number; readonly isInSummary: boolean },
  nowMs: number,
): boolean =>
  episode.isInSummary &&
  episode.newer >= fewestNewer &&
  episode.salience < lastingSalience &&
  nowMs - episode.atMs >= youngestCompressedMs &&
  strengthOf(episode, nowMs) < compressBelow;

/**
 * A pause may be a clock that leapt: time goes on no further than this after the newest episode, nor than a quarter of the
 * retention time, so that a leap costs no more than a person would have lost soon.
 */
const longestPauseMs = 7 * dayMs;

/**
 * Whether an episode is older than the person wants any to be; never where no retention time is set. `newestMs`: when the
 * newest episode before today was said.
 */
export function isExpired(
  { atMs }: Pick<RememberedEpisode, 'atMs'>,
  { retentionMs, nowMs, newestMs }: { retentionMs?: number; nowMs: number; newestMs: number },
): boolean {
  if (retentionMs === undefined || !(retentionMs > 0)) return false;
  const pauseMs = Math.min(longestPauseMs, retentionMs / 4);
  return Math.min(nowMs, newestMs + pauseMs) - atMs > retentionMs;
}
