/** The words of a question, folded, each with its place; and which of them carry meaning. */
import { fold } from '../../domain/fold.ts';
import type { Language } from '../../domain/language.ts';
import { isFunctionWord } from './function-words.ts';

export interface Word {
  readonly folded: string;
  /** As it was said. */
  readonly said: string;
  readonly start: number;
  readonly end: number;
  /** Nothing, or only a mark that ends a sentence, stands before it. */
  readonly first: boolean;
}

/** A question that is longer is read up to here. */
const longestText = 4000;

export function wordsOf(text: string): readonly Word[] {
  const line = text.slice(0, longestText);
  return [...line.matchAll(/\p{L}[\p{L}\p{M}]*|\d+/gu)].map(match => ({
    folded: fold(match[0]),
    said: match[0],
    start: match.index,
    end: match.index + match[0].length,
    first: /(?:^|[.!?…:;«"“])[\s\p{P}]*$/u.test(line.slice(Math.max(0, match.index - 12), match.index)),
  }));
}

/** Folded content words, each once, in the order they were said. */
export function contentWords(words: readonly Word[], language: Language): readonly string[] {
  const content = words
    .map(({ folded }) => folded)
    .filter(word => (word.length > 1 || /\d/.test(word)) && !isFunctionWord(word, language));
  return [...new Set(content)];
}
