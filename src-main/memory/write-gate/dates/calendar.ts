/** Days, months and years in words: "4 mai 1990", "May the 4th", "the twenty first", and the ISO date that they mean. */
import type { Language } from '../../../domain/language.ts';
import { midnightOf } from '../../../domain/local-time.ts';
import { readNumber } from '../../../domain/spoken-numbers.ts';
import type { Words } from '../tokens.ts';

export interface Cursor {
  readonly words: Words;
  readonly list: readonly string[];
  /** The local clock, as if it were UTC. */
  readonly now: number | undefined;
  /** Whether a bare day or month at this token is the last one gone by; else it is the next to come. */
  readonly isPast: (at: number, to: number) => boolean;
}

const list = (words: string): readonly string[] => words.split(' ');
export const months: Readonly<Record<Language, readonly string[]>> = {
  fr: list('janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'),
  en: list('january february march april may june july august september october november december'),
};
export const days: Readonly<Record<Language, readonly string[]>> = {
  fr: list('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  en: list('sunday monday tuesday wednesday thursday friday saturday'),
};
const ordinals: Readonly<Record<Language, readonly string[]>> = {
  fr: list('zero premier deux trois quatre cinq'),
  en: list(
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  ),
};
export interface DayAndMonth {
  readonly day?: number;
  readonly month: number;
  readonly to: number;
}

export function readDayAndMonth(cursor: Cursor, at: number): DayAndMonth | undefined {
  const { list: w, words } = cursor;
  const { language } = words;
  const monthAt = (i: number): number => monthOf(w[i] ?? '', language);
  const day = readDay(cursor, at);
  if (day) {
    const month = monthAt(day.to) || (w[day.to] === 'of' ? monthAt(day.to + 1) : 0);
    if (month > 0) return { day: day.value, month, to: day.to + (w[day.to] === 'of' ? 2 : 1) };
  }
  const month = monthAt(at);
  // "may" and "mars" are words as well: alone they need a sign that a month is meant.
  if (month === 0) return undefined;
  const article = w[at + 1] === 'the' ? 1 : 0;
  const later = language === 'en' ? readDay(cursor, at + 1 + article) : undefined;
  if (later && !yearAt(cursor, at + 1)) return { day: later.value, month, to: later.to };
  const before = w[at - 1] ?? '';
  const isMeant =
    /^(?:en|in|de|since|depuis|until|jusque|mois|month|next|last|this|par|by|of|debut|fin|mi|early|late|a|before|avant|for|pour)$/.test(
      before,
    );
  return isMeant || yearAt(cursor, at + 1) ? { month, to: at + 1 } : undefined;
}

const monthShort = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|janv|fevr?|avr|juil)$/;
export function monthOf(word: string, language: Language): number {
  const whole = months[language].indexOf(word);
  if (whole >= 0) return whole + 1;
  if (!monthShort.test(word)) return 0;
  return months[language].findIndex(name => name.startsWith(word)) + 1;
}

export function readDay({ list: w, words }: Cursor, at: number): { value: number; to: number } | undefined {
  const word = w[at] ?? '';
  const figure = /^(\d{1,2})(?:st|nd|rd|th|er|e)?$/.exec(word);
  if (figure) return within(Number(figure[1]), at + 1);
  const ordinal = ordinals[words.language].indexOf(word);
  if (ordinal > 0 && (words.language === 'en' || word === 'premier')) return within(ordinal, at + 1);
  if (words.language === 'en' && /^(?:twenty|thirty)$/.test(word)) {
    const unit = ordinals.en.indexOf(w[at + 1] ?? '');
    if (unit > 0) return within((word === 'twenty' ? 20 : 30) + unit, at + 2);
    if (/^(?:twentieth|thirtieth)$/.test(word)) return within(word === 'twentieth' ? 20 : 30, at + 1);
  }
  if (word === 'thirtieth') return within(30, at + 1);
  const read = readNumber(w.slice(at, at + 5), 0, words.language);
  return read && Number.isInteger(read.value) ? within(read.value, at + read.length) : undefined;
}
const within = (value: number, to: number) => (value >= 1 && value <= 31 ? { value, to } : undefined);

export function yearAt({ list: w, words }: Cursor, at: number): { value: number; to: number } | undefined {
  if (/^(?:1[89]|20)\d\d$/.test(w[at] ?? '')) return { value: Number(w[at]), to: at + 1 };
  const head = readNumber(w.slice(at, at + 7), 0, words.language);
  if (!head) return undefined;
  if (head.value >= 1850 && head.value < 2100 && head.length > 1)
    return { value: head.value, to: at + head.length };
  if (words.language === 'en' && (head.value === 19 || head.value === 20)) {
    const rest = readNumber(w.slice(at + head.length, at + head.length + 3), 0, 'en');
    if (rest && rest.value >= 10 && rest.value < 100)
      return { value: head.value * 100 + rest.value, to: at + head.length + rest.length };
  }
  return undefined;
}

/** A date without its year is the last gone by or the next that comes, as its verb says; without a now the caller keeps the words. */
export function dateIso(
  { now, isPast }: Cursor,
  at: number,
  { month, day, to }: DayAndMonth,
  year: number | undefined,
): string | undefined {
  if (year === undefined && now === undefined) return undefined;
  const head = `${year ?? nearestYear(now ?? 0, month, day, isPast(at, to))}-${String(month).padStart(2, '0')}`;
  return day === undefined ? head : `${head}-${String(day).padStart(2, '0')}`;
}

function nearestYear(now: number, month: number, day: number | undefined, isPast: boolean): number {
  const current = new Date(now);
  const thisYear = current.getUTCFullYear();
  const thisMonth = current.getUTCMonth() + 1;
  const off = day === undefined ? month - thisMonth : Date.UTC(thisYear, month - 1, day) - midnightOf(now);
  if (isPast) return off > 0 ? thisYear - 1 : thisYear;
  return off < 0 ? thisYear + 1 : thisYear;
}

export function writtenDate(match: RegExpExecArray, language: Language): string | undefined {
  const [a = '', b = '', c = ''] = match.slice(1);
  if (a.length === 4) return `${a}-${b.padStart(2, '0')}-${c.padStart(2, '0')}`;
  if (c.length < 2) return undefined;
  const year = c.length === 4 ? c : `20${c.padStart(2, '0')}`;
  const [day, month] = language === 'fr' || Number(a) > 12 ? [a, b] : [b, a];
  return Number(month) > 12 || Number(day) > 31
    ? undefined
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
