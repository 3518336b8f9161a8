/** What the lexicon says of a word or expression, and the text form that it is written in. */
import type { Emotion } from '../../../domain/memory.ts';

/**
 * `pleasant` and `unpleasant` judge without naming an emotion; `trouble` is bad luck that turns praise into irony;
 * `neutral` takes words out of the reckoning ("good morning").
 */
export type Feeling = Emotion | 'pleasant' | 'unpleasant' | 'trouble';

export interface Entry {
  readonly feeling: Feeling;
  readonly valence: number;
  readonly arousal: number;
  readonly dominance: number;
  /** How surely the words tell of this feeling: 1 usual, below 0.4 not alone. */
  readonly strength: number;
  /** It counts only in a clause of its own. */
  readonly standsAlone?: boolean;
}

/**
 * One part of the lexicon. Each line is `valence arousal dominance strength: entry, entry, …`. An entry is written in base
 * form (inflections are found by rule) and may use: `a/b` either word, `word?` optional, `@class` any word of a class,
 * `*` any one word, `...` up to three words.
 * A line that begins with a space goes on with the one before.
 */
export interface LexiconPart {
  readonly feeling: Feeling;
  /** Its entries count only in a clause of their own. */
  readonly standsAlone?: boolean;
  readonly en: string;
  readonly fr: string;
}
