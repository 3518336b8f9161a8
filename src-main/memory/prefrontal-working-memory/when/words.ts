/** Pieces that both grammars are made of: alternatives of a table's words, and readings by month. */

import type { Language } from '../../../domain/language.ts';
import { dateAt, lastYearly, monthAt } from './calendar.ts';
import type { FeastOf } from './feast-days.ts';
import { feasts } from './feasts.ts';
import type { Atom } from './grammar.ts';
import type { Now, Period } from './period.ts';

/** Longest first, so that "sept" never takes the beginning of "septembre". */
export const anyOf = (words: Iterable<string>): string =>
  `(${[...words].sort((a, b) => b.length - a.length).join('|')})`;

/** `year`: in figures, or empty for the last one gone by; two figures are of this century up to now, else of the last. */
export function yearNumber(year: string, now: Now): number | undefined {
  if (year === '') return undefined;
  const number = Number(year);
  if (year.length !== 2) return number;
  return number <= now.year % 100 ? 2000 + number : 1900 + number;
}

/** `month` from 0; `over`: "last March", which the present month is not. */
export function monthNamed(now: Now, month: number, year = '', over = false): Period | undefined {
  const known = yearNumber(year, now);
  return known === undefined ? lastYearly(now, at => monthAt(at, month), over) : monthAt(known, month);
}

/** Undefined for a day that no year has ("31 June"). */
export function dateNamed(now: Now, month: number, day: number, year = '', over = false): Period | undefined {
  const known = yearNumber(year, now);
  return known === undefined
    ? lastYearly(now, at => dateAt(at, month, day), over)
    : dateAt(known, month, day);
}

/** `before`: articles and prepositions of the language; `last`: words that mean the one that is over. */
export function feastAtoms(language: Language, before: string, last: string): readonly Atom[] {
  return feasts[language].map(([source, make]) => ({
    source: `${before}${source}(?: (?:de |in |en |of )?(\\d{4})| (${last})(?! (?:year|week|month|weekend|summer|winter)))?`,
    read: (groups, now) => feastNamed(now, make, groups),
  }));
}

function feastNamed(now: Now, make: FeastOf, [year = '', last = '']: readonly string[]) {
  return year === '' ? lastYearly(now, make, last !== '') : make(Number(year));
}

/** "When I was 12": from one birthday to the next; undefined where the birth is not known. */
export function atAge(now: Now, from: number, to = from): Period | undefined {
  if (now.birth === undefined) return undefined;
  const born = new Date(now.birth);
  const birthday = (age: number) => {
    const at = new Date(0);
    at.setUTCFullYear(born.getUTCFullYear() + age, born.getUTCMonth(), born.getUTCDate());
    return at.getTime();
  };
  return { start: birthday(from), end: birthday(to + 1), unit: 'span' };
}
