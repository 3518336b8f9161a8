/** What was said as plain words: tokens, the line that they make, and where each stands in it. */
import type { Language } from '../../domain/language.ts';

export interface Token {
  /** Folded; punctuation is a token of its own. */
  readonly w: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  /** Joined by a hyphen to the one before. */
  readonly glued: boolean;
  /** `not`: denied ("I do not"); `ended`: it was so and is no more ("no longer"). */
  readonly denied?: 'not' | 'ended';
  /** Said of the past by a helper word ("used to", "did"). */
  readonly isPast?: boolean;
}

export interface Words {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  /** The folded words with one space between, and where each begins in it. */
  readonly line: string;
  readonly offsets: readonly number[];
  /** No word has a capital where grammar would ask for one: it was spoken, or typed in haste. */
  readonly isLowerCase: boolean;
}

/** The token that begins at `offset` of the line; the number of tokens at its end. */
export function tokenAt({ offsets, tokens }: Words, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const strong = new Set(['.', '?', '!', ';', ':', '…', '(', ')', '"', '«', '»', '“', '”', '-', '/', '|']);
export const isPunctuation = (w: string): boolean => w === ',' || strong.has(w) || !/[\p{L}\p{N}']/u.test(w);
export const endsSentence = (w: string): boolean =>
  w === '.' || w === '?' || w === '!' || w === ';' || w === '…';
