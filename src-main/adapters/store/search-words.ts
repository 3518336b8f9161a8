/** Words as the search sees them: letters and digits, case, accents and ligatures folded. */

/** A run of letters and digits with its combining accents; apostrophes, straight or curly, end a word. */
const word = /[\p{L}\p{N}\p{Co}](?:[\p{L}\p{N}\p{Co}]|[\u0300-\u0331])*/gu;
/** The accents that SQLite's tokenizer folds too. */
const accents = /[\u0300-\u0331]+/g;
const ascii = /^[\x00-\x7f]*$/;
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE' };

/** SQLite's tokenizer folds accents but knows no ligatures: "cœur" is to be found by "coeur". */
export const foldLigatures = (text: string): string =>
  text.replace(/[œŒæÆ]/g, letter => ligatures[letter] ?? letter);

function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const decomposed = foldLigatures(text).toLowerCase().normalize('NFD');
  return decomposed.replace(accents, '').normalize('NFC');
}

export interface Word {
  readonly folded: string;
  /** UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
}

/** The words of `text` in order, made one at a time. */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(word)) {
    yield { folded: fold(match[0]), start: match.index, end: match.index + match[0].length };
  }
}

const asciiWord = /[a-z0-9]+/g;

/** All words of `text`, folded, without their places: several times as fast as `wordsOf`. */
export function foldedWords(text: string): readonly string[] {
  const folded = fold(text);
  return folded.match(ascii.test(folded) ? asciiWord : word) ?? [];
}

export interface SearchTerm {
  readonly folded: string;
  /** The word for the index, which folds case and accents by itself. */
  readonly indexed: string;
  /** The last word of a query may be unfinished: it also matches longer words. */
  readonly isPrefix: boolean;
}

const maxTerms = 32;
/** One or two letters begin so many words that they say little, and merging their lists takes 15 ms. */
const minPrefixLength = 3;

/** The terms of a query, each once. Nothing in it has a special meaning. */
export function termsOf(query: string): readonly SearchTerm[] {
  const composed = query.toWellFormed().normalize('NFC');
  const words = [...wordsOf(composed)].slice(0, maxTerms);
  const last = words.at(-1);
  const isUnfinished = last !== undefined && last.end === composed.length;
  const terms = new Map<string, SearchTerm>();
  for (const found of words) {
    const isPrefix = found === last && isUnfinished && found.folded.length >= minPrefixLength;
    const indexed = foldLigatures(composed.slice(found.start, found.end));
    if (found.folded !== '') terms.set(found.folded, { folded: found.folded, indexed, isPrefix });
  }
  return [...terms.values()];
}

export const matches = (term: SearchTerm, folded: string): boolean =>
  term.isPrefix ? folded.startsWith(term.folded) : folded === term.folded;

/** The index's own syntax; every term stands in quotes, so that none is read as an operator. */
export const indexQuery = (terms: readonly SearchTerm[]): string =>
  terms.map(term => `"${term.indexed}"${term.isPrefix ? '*' : ''}`).join(' AND ');
