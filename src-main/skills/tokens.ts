/** Cuts a text into tokens that remember their place, so that a slot can give back the user's own words. */

import { fold } from '../domain/fold.ts';
import type { Language } from '../domain/language.ts';

export interface Token {
  /** The folded form that grammars see; may hold a space where one written word stands for two. */
  readonly norm: string;
  /** UTF-16 range in the original text. */
  readonly start: number;
  readonly end: number;
  /** `word`, `number`, `symbol`, or the punctuation that grammars may look at. */
  readonly kind: 'word' | 'number' | 'symbol' | 'pause' | 'stop';
}

const piece =
  /[ap]\.\s?m\b\.?|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d:])|\d+(?:[.,:]\d+)*|\p{L}[\p{L}\p{M}]*|[+\-−–—*×÷/^()%√=²³°€$£¥]|[.!?;…\n|]+|[,:]/giu;

/** Tokens of `text` in order; everything else (emoji, quotes, invisible signs) is left out. */
export function tokenise(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(piece)) {
    const token = readPiece(match[0], match.index, text, language);
    if (token) tokens.push(token);
  }
  return tokens;
}

function readPiece(raw: string, start: number, text: string, language: Language): Token | undefined {
  const end = start + raw.length;
  const first = raw.charAt(0);
  if (/^[ap]\.\s?m/i.test(raw)) return { norm: `${first.toLowerCase()}m`, start, end, kind: 'word' };
  if (/\d/.test(first)) return { norm: readDigits(raw, language), start, end, kind: 'number' };
  if (/\p{L}/u.test(first)) return { norm: fold(raw), start, end, kind: 'word' };
  if (/[,:]/.test(first)) return { norm: first, start, end, kind: 'pause' };
  if (/[.!?;…\n|]/.test(first)) {
    return endsAbbreviation(raw, start, text) ? undefined : { norm: '|', start, end, kind: 'stop' };
  }
  if (/[-−–—]/.test(first)) return readDash(start, end, text);
  return { norm: first, start, end, kind: 'symbol' };
}

/** A hyphen inside a word vanishes, a dash between words is a pause, before a figure it is a minus sign. */
function readDash(start: number, end: number, text: string): Token | undefined {
  const after = text.slice(end).trimStart().charAt(0);
  if (/[\d(]/.test(after) && !/\p{L}$/u.test(text.slice(0, start))) {
    return { norm: '-', start, end, kind: 'symbol' };
  }
  const isDash = /\s$/.test(text.slice(0, start)) && /^\s/.test(text.slice(end));
  return isDash ? { norm: ':', start, end, kind: 'pause' } : undefined;
}

/** "M. Dupont" and "Dr. Smith" are not the end of a sentence. */
function endsAbbreviation(raw: string, start: number, text: string): boolean {
  return raw === '.' && /(?:^|[^\p{L}])(?:mm?|mr|mrs|ms|dr|mme|st|no)$/iu.test(text.slice(0, start));
}

/** Writes figures with a decimal point and no thousands separator; a clock time such as 15:30 is left alone. */
function readDigits(raw: string, language: Language): string {
  if (raw.includes(':')) return raw;
  const joined = raw.replace(/[\s\u00a0\u202f]/g, '');
  const grouped = language === 'en' ? /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/ : /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/;
  if (grouped.test(joined)) {
    return language === 'en' ? joined.replaceAll(',', '') : joined.replaceAll('.', '').replace(',', '.');
  }
  return joined.replaceAll(',', '.');
}
