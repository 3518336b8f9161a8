/** A rule of reading aloud: what a pattern of the text is said as. */
import { rewrite, type SpannedText } from './spanned-text.ts';

export interface Rule {
  /** Global. */
  readonly pattern: RegExp;
  /** The words for a match; undefined leaves it as it is. */
  readonly say: (match: RegExpExecArray) => string | undefined;
}

/** Rules of one kind, in the order in which they are tried. */
export interface RuleGroup {
  /** What a text must hold for any of them to match: an expression that is not tried need not be compiled. */
  readonly when: RegExp;
  readonly rules: readonly Rule[];
}

export const applyRules = (text: SpannedText, groups: readonly RuleGroup[]): SpannedText =>
  groups.reduce((before, { when, rules }) => {
    if (!when.test(before.text)) return before;
    return rules.reduce((said, { pattern, say }) => rewrite(said, pattern, say), before);
  }, text);

/** What the groups of both languages look for. */
export const when = {
  address: /[@:]|\.[\p{L}\d]|\d\./u,
  letters: /\p{L}/u,
  amount: /[\p{N}€$£¥¢%‰°]|\p{L}²|km\/h|kWh|mph/u,
  formula: /[\\\p{N}=+×÷<>≤⩽≥⩾≠≈≃≅√∛∞π∑~^±−]/u,
  days: /\p{L}\.? ?[-–] ?\p{L}/u,
  roman: /[IVXLCDM]/,
  initials: /\p{Lu}\.|\d/u,
  sign: /[^\p{L}\p{M}\s.,;:!?'’"«»()…]/u,
  number: /\d/,
} as const satisfies Record<string, RegExp>;

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
