/** The words of a text as the memory's index keeps them: folded, and inflected forms together. */
import { fold } from './fold.ts';

const word = /[\p{L}\p{N}]+/gu;
/** What follows in a longer word is mostly inflection and derivation, in both languages. */
const termLength = 6;

const endings = /(?:ing|ed|es|er|e|s|x|ais|ait|aient|ez|ent)$/;
const shortestStem = 3;

/** `folded`: one word, folded. Any text gives the same term each time; two words with one term are taken for forms of one. */
export function indexTerm(folded: string): string {
  const stem = folded.replace(endings, '');
  return (stem.length >= shortestStem ? stem : folded).slice(0, termLength);
}

/** In the order of the words, each as often as it stands. */
export const indexTerms = (text: string): readonly string[] => (fold(text).match(word) ?? []).map(indexTerm);
