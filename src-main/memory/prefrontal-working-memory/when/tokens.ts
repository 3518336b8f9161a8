/** Turns a sentence into folded words with figures for numbers, each knowing its place in the sentence. */
import { fold } from '../../../domain/fold.ts';
import type { Language } from '../../../domain/language.ts';
import { readNumber } from '../../../domain/spoken-numbers.ts';

export interface Token {
  readonly word: string;
  /** In the sentence, UTF-16. */
  readonly start: number;
  readonly end: number;
}

const pieces = /(?<![\p{L}\d])['’]\d\d(?!\d)|\p{L}[\p{L}\p{M}]*|\d+|(?<=\d)[/:.-](?=\d)/gu;
/** Longer sentences are read up to here: the time stands near the beginning, and the work stays bounded. */
const longestText = 1000;

const ordinals: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  fr: [
    [],
    ['premier', 'premiere'],
    ['deuxieme'],
    ['troisieme'],
    ['quatrieme'],
    ['cinquieme'],
    ['sixieme'],
    ['septieme'],
    ['huitieme'],
    ['neuvieme'],
    ['dixieme'],
  ],
  en: 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map(word => [word]),
};
const ordinalOf = (word: string, language: Language): number =>
  language === 'en' && word === 'thirtieth'
    ? 30
    : ordinals[language].findIndex(names => names.includes(word));
const ordinalEnding: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:er|ere|re|e|eme|nd|nde)$/,
  en: /^(?:st|nd|rd|th)$/,
};

/** "'98"; up to '39 it is of this century. */
const shortYear = (digits: string): string => `${Number(digits) < 40 ? 20 : 19}${digits}`;

/** Ordinals become `#3`, numbers figures, everything else is folded. */
export function tokensOf(text: string, language: Language): readonly Token[] {
  const found = [...text.slice(0, longestText).matchAll(pieces)].map(match => ({
    word: /^['’]/.test(match[0]) ? shortYear(match[0].slice(1)) : fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return withOrdinals(withNumbers(language === 'fr' ? withSeconds(found) : found, language), language);
}

function withNumbers(tokens: readonly Token[], language: Language): Token[] {
  const words = tokens.map(({ word }) => word);
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = readYear(words, at, language) ?? readWords(words, at, language);
    const first = tokens[at];
    const last = tokens[at + (read?.length ?? 1) - 1];
    if (!first || !last) break;
    out.push(read ? { word: String(read.value), start: first.start, end: last.end } : first);
    at += read?.length ?? 1;
  }
  return out;
}

/** « La seconde semaine » is the second one; « une seconde » is a length. */
const withSeconds = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, at) =>
    /^seconde?$/.test(token.word) &&
    /^(?:semaine|moitie|quinzaine|semestre|trimestre|week|weekend)$/.test(tokens[at + 1]?.word ?? '')
      ? { ...token, word: '#2' }
      : token,
  );

/** Figures stay as they stand: they may be parts of a date. */
function readWords(words: readonly string[], at: number, language: Language) {
  if (/^\d/.test(words[at] ?? '')) return undefined;
  const read = readNumber(words, at, language);
  return read && Number.isInteger(read.value) ? read : undefined;
}

/** "Nineteen ninety-eight", "twenty twenty", "dix-neuf cent quatre-vingts". */
function readYear(words: readonly string[], at: number, language: Language) {
  if (language === 'fr') {
    if (words.slice(at, at + 3).join(' ') !== 'dix neuf cent') return undefined;
    const rest = readNumber(words, at + 3, 'fr');
    return { value: 1900 + (rest && rest.value < 100 ? rest.value : 0), length: 3 + (rest?.length ?? 0) };
  }
  const century = { eighteen: 18, nineteen: 19, twenty: 20 }[words[at] ?? ''];
  if (century === undefined || /^\d/.test(words[at + 1] ?? '')) return undefined;
  const rest = readNumber(words, at + 1, 'en');
  if (!rest || rest.value < 10 || rest.value > 99) return undefined;
  return { value: century * 100 + rest.value, length: 1 + rest.length };
}

function withOrdinals(tokens: readonly Token[], language: Language): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const before = out.at(-1);
    const number = before && /^\d{1,2}$/.test(before.word) ? Number(before.word) : undefined;
    const ordinal = ordinalOf(token.word, language);
    const joined =
      before !== undefined &&
      number !== undefined &&
      ((ordinalEnding[language].test(token.word) && token.start === before.end && number) ||
        (ordinal > 0 && ordinal < 10 && number >= 20 && number % 10 === 0 && number + ordinal));
    if (before && joined) out[out.length - 1] = { ...token, word: `#${joined}`, start: before.start };
    else out.push(ordinal > 0 ? { ...token, word: `#${ordinal}` } : token);
  }
  return out;
}
