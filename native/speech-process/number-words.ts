/** Numbers as one writes them, for engines that write only words: "vingt-deux" is 22. */
import type { Language } from '../../src-main/domain/language.ts';

interface NumberWords {
  readonly units: Readonly<Record<string, number>>;
  readonly tens: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  /** Joins parts of a number, and is left out. */
  readonly joiner: string;
}

const english: NumberWords = {
  units: numbered(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  tens: tens('twenty thirty forty fifty sixty seventy eighty ninety'),
  scales: { hundred: 100, thousand: 1_000, million: 1_000_000 },
  joiner: 'and',
};
const french: NumberWords = {
  units: {
    ...numbered(
      'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
    ),
    une: 1,
  },
  tens: {
    ...tens('vingt trente quarante cinquante soixante septante huitante nonante'),
    octante: 80,
    vingts: 20,
  },
  scales: { cent: 100, cents: 100, mille: 1_000, million: 1_000_000, millions: 1_000_000 },
  joiner: 'et',
};
/** Alone these are articles, or figures of speech. */
const alone: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['un', 'une', 'cent', 'cents', 'mille', 'million', 'millions', 'et']),
  en: new Set(['one', 'hundred', 'thousand', 'million', 'and']),
};

function numbered(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, i) => [word, i]));
}
function tens(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, i) => [word, 20 + 10 * i]));
}

/** @returns `text` with numbers in figures; a lone "un" or "one" stays a word. */
export function numbersAsWritten(text: string, language: Language): string {
  const table = language === 'fr' ? french : english;
  const words = text.split(' ');
  const written: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { value, length } = longestNumber(words, at, table);
    const isAlone = length === 1 && alone[language].has((words[at] ?? '').toLowerCase());
    written.push(value === undefined || isAlone ? (words[at] ?? '') : String(value));
    at += value === undefined || isAlone ? 1 : length;
  }
  return written.join(' ');
}

interface Reading {
  /** Undefined when no number begins here. */
  readonly value: number | undefined;
  /** How many words it takes. */
  readonly length: number;
}

/** Reads on as long as the words make one number: each part smaller than the one before, or a scale of it. */
function longestNumber(words: readonly string[], at: number, table: NumberWords): Reading {
  const state = { total: 0, group: 0, room: Number.POSITIVE_INFINITY };
  let length = 0;
  let value: number | undefined;
  for (let i = at; i < words.length; i++) {
    const parts = (words[i] ?? '').toLowerCase().split('-');
    const isJoiner = parts.length === 1 && parts[0] === table.joiner;
    if (isJoiner && value !== undefined) continue;
    if (isJoiner || !parts.every(part => part === table.joiner || take(part, state, table))) break;
    length = i - at + 1;
    value = state.total + state.group;
  }
  return { value, length };
}

/** `room`: what may still be added must be below it. */
function take(
  word: string,
  state: { total: number; group: number; room: number },
  table: NumberWords,
): boolean {
  const scale = table.scales[word];
  if (scale !== undefined) return takeScale(scale, state);
  const value = table.units[word] ?? table.tens[word];
  if (value === undefined) return false;
  // "quatre-vingt" is four times twenty.
  if (table === french && value === 20 && state.group % 100 === 4) {
    state.group += 76;
    state.room = 20;
    return true;
  }
  if (value >= state.room || (value === 0 && state.group > 0)) return false;
  state.group += value;
  state.room = roomAfter(value, word, table);
  return true;
}

/** After "soixante" and "quatre-vingt" French goes on to nineteen; after other tens to nine; after units nothing. */
function roomAfter(value: number, word: string, table: NumberWords): number {
  if (table.tens[word] !== undefined) return table === french && value === 60 ? 20 : 10;
  // "dix-sept"; and four may become eighty.
  return table === french && value === 10 ? 10 : 0;
}

function takeScale(scale: number, state: { total: number; group: number; room: number }): boolean {
  if (scale === 100) {
    if (state.group % 1_000 > 99) return false;
    state.group = Math.max(1, state.group) * 100;
  } else {
    if (state.total > 0 && state.total < scale * 1_000 && state.total % (scale * 1_000) !== 0) return false;
    state.total += Math.max(1, state.group) * scale;
    state.group = 0;
  }
  state.room = 100;
  return true;
}
