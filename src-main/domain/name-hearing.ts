/** What a recogniser's words say about a name that was just heard; words that the sound cannot hold say nothing. */
import { type NameLikeness, nameLikeness } from './name-likeness.ts';

export interface NameHearing {
  /** What the recogniser made of a stretch of sound around the wake. */
  readonly text: string;
  /** How long somebody speaks in that stretch. */
  readonly voicedSeconds: number;
}

/** The fastest speakers reach 8; what is begun or ends softly is not counted as voiced. */
const mostSyllablesPerSecond = 8;
const unvoicedSeconds = 0.3;
/** Nobody draws out two syllables so long: there is more in the sound than the words say. */
const leastSyllablesPerSecond = 1.2;
/** A single call is shorter: so much speech is a sentence, and of sentences recognisers know more than of single words. */
const sentenceSeconds = 1.4;

/**
 * @param hearings of one wake, of stretches that were cut differently; a recogniser that knows a voice poorly writes
 * another sentence for each. The first is of the widest stretch.
 */
export function nameHeard(hearings: readonly NameHearing[]): NameLikeness {
  const [widest] = hearings;
  if (widest === undefined) return 'none';
  const first = nameLikeness(widest.text);
  if (first === 'name')
    return hearings.every(each => nameLikeness(each.text) === 'name' && isPartOf(each, widest))
      ? 'name'
      : 'none';
  if (!isPlausible(widest)) return 'none';
  return first === 'other' && widest.voicedSeconds < sentenceSeconds ? 'none' : first;
}

/** In less sound there are no more words. */
function isPartOf(less: NameHearing, more: NameHearing): boolean {
  const words = wordsOf(more);
  return wordsOf(less).every(word => words.includes(word));
}

const wordsOf = ({ text }: NameHearing): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether so many syllables fit so much speech. */
function isPlausible({ text, voicedSeconds }: NameHearing): boolean {
  const syllables = text.normalize('NFC').match(/[aeiouyàâäéèêëîïôöùûüœæ]+|\d/giu)?.length ?? 0;
  const isTooFast = syllables > (voicedSeconds + unvoicedSeconds) * mostSyllablesPerSecond;
  return !isTooFast && syllables >= voicedSeconds * leastSyllablesPerSecond;
}
