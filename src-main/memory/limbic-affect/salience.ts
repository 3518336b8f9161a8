/** How firmly an episode is kept: what was felt, how unlike it is to what is known, whether it was asked for, how often it came. */
import type { Affect } from '../../domain/memory.ts';

export interface SalienceInput {
  readonly affect: Affect;
  /** 0: known already, to 1: unlike anything known. Given by whoever compares it with what is stored. */
  readonly surprise: number;
  readonly isAskedToRemember: boolean;
  /** How often the same was said before, from 0. */
  readonly repetitions: number;
}

/** What each source alone can bring; together they approach 1 without passing it. */
const shares = { affect: 0.55, surprise: 0.35, asked: 0.6, repetition: 0.4 };
/** Repetitions after which their share is half reached. */
const halfRepetitions = 2;
/** Nothing that is kept at all is worth less. */
const leastSalience = 0.1;

/**
 * Salience, 0.1 to 1. It grows with each of its sources and falls with none; sources join as independent
 * chances do (1 − Π(1 − share)), so that one strong source is enough and no sum passes 1.
 * Feeling counts by strength whatever its sign: intensity is the greater of |valence| and what arousal is above rest.
 */
export function salienceOf({ affect, surprise, isAskedToRemember, repetitions }: SalienceInput): number {
  const count = Math.max(0, Number.isFinite(repetitions) ? repetitions : 0);
  const missed =
    (1 - shares.affect * intensityOf(affect)) *
    (1 - shares.surprise * unit(surprise)) *
    (1 - (isAskedToRemember ? shares.asked : 0)) *
    (1 - shares.repetition * (count / (count + halfRepetitions)));
  return leastSalience + (1 - leastSalience) * (1 - missed);
}

/** Arousal at rest (`neutralAffect`). */
const restingArousal = 0.2;

function intensityOf({ valence, arousal }: Affect): number {
  const aroused = unit((arousal - restingArousal) / (1 - restingArousal));
  return unit(0.6 * Math.abs(valence) + 0.4 * aroused);
}

/** The most that salience may change a score of recall by: it decides between near equals, never against the words. */
const tieBreakBound = 0.05;

/** `score` with its tie broken: times 1 to 1.05. A memory of no salience keeps its score. */
export const breakTie = (score: number, salience: number): number =>
  score * (1 + tieBreakBound * unit(salience));

const unit = (value: number): number => (Number.isNaN(value) ? 0 : Math.min(Math.max(value, 0), 1));
