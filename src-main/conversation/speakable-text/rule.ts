/** A rule of reading aloud: what a pattern of the text is said as. */
import { rewrite, type SpannedText } from './spanned-text.ts';

export interface Rule {
  /** Global. */
  readonly pattern: RegExp;
  /** The words for a match; undefined leaves it as it is. */
  readonly say: (match: RegExpExecArray) => string | undefined;
}

export const applyRules = (text: SpannedText, rules: readonly Rule[]): SpannedText =>
  rules.reduce((said, { pattern, say }) => rewrite(said, pattern, say), text);

/** A rule for fixed words. */
export const word = (pattern: RegExp, words: string): Rule => ({ pattern, say: () => words });

/** The same; where the match begins the sentence with a capital, so do the words. */
export const wordAsWritten = (pattern: RegExp, words: string): Rule => ({
  pattern,
  say: ({ 0: written, index }) =>
    index === 0 && /^\p{Lu}/u.test(written) ? words.charAt(0).toUpperCase() + words.slice(1) : words,
});

/** Alternatives of a pattern, the longest first so that none hides another; each is taken literally. */
export const oneOf = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(text => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');

/** Nothing of a word or number stands right before. */
export const notInWord = String.raw`(?<![\p{L}\p{N}])`;
/** Nor right after. */
export const wordEnds = String.raw`(?![\p{L}\p{N}])`;
