/** The piece of a text around the words that were found, and where in it they stand. */
import { matches, type SearchTerm, wordsOf } from './search-words.ts';

const snippetLength = 160;
/** Text kept before the first word found. */
const leadLength = 40;
const ellipsis = '…';

export interface Snippet {
  readonly text: string;
  /** UTF-16 ranges in `text`. */
  readonly marks: readonly (readonly [number, number])[];
}

/** Plain text on one line; a cut end carries an ellipsis. */
export function snippetOf(text: string, terms: readonly SearchTerm[]): Snippet {
  const first = firstMatch(text, terms);
  const start = wordStart(text, Math.max(0, first - leadLength));
  const end = wordEnd(text, Math.min(text.length, start + snippetLength));
  const window = text.slice(start, end);
  const before = start > 0 ? ellipsis : '';
  const marks: (readonly [number, number])[] = [];
  for (const word of wordsOf(window)) {
    if (!terms.some(term => matches(term, word.folded))) continue;
    marks.push([before.length + word.start, before.length + word.end]);
  }
  // Replaced one for one, so that the marks stay right.
  const line = window.replace(/[\s\u0000-\u001f]/g, ' ');
  return { text: `${before}${line}${end < text.length ? ellipsis : ''}`, marks };
}

function firstMatch(text: string, terms: readonly SearchTerm[]): number {
  for (const word of wordsOf(text)) {
    if (terms.some(term => matches(term, word.folded))) return word.start;
  }
  return 0;
}

/** The next space after `position`, if one is near: a window should not begin inside a word. */
function wordStart(text: string, position: number): number {
  if (position === 0) return 0;
  const space = text.slice(position, position + leadLength).search(/\s/);
  return wholeCharacter(text, space < 0 ? position : position + space + 1);
}

function wordEnd(text: string, position: number): number {
  if (position >= text.length) return text.length;
  const tail = text.slice(Math.max(0, position - leadLength / 2), position);
  const space = tail.search(/\s\S*$/);
  return wholeCharacter(text, space < 0 ? position : position - tail.length + space);
}

/** Steps off the middle of a surrogate pair. */
function wholeCharacter(text: string, position: number): number {
  const before = text.charCodeAt(position - 1);
  const after = text.charCodeAt(position);
  const splitsPair = before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
  return splitsPair ? position - 1 : position;
}
