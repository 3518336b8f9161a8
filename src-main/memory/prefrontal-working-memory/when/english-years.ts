/** English seasons, years, decades, quarters and ages. */
import {
  dateAt,
  lastYearly,
  quarterAt,
  type Season,
  seasonAt,
  yearAt,
  yearlyBeforeLast,
  yearsAt,
} from './calendar.ts';
import { stretch } from './feast-days.ts';
import type { Atom } from './grammar.ts';
import type { Now, Period } from './period.ts';
import { halfOf } from './shifts.ts';
import { anyOf, atAge, yearNumber } from './words.ts';

const seasons: Readonly<Record<string, Season>> = {
  spring: 'spring',
  springtime: 'spring',
  summer: 'summer',
  summertime: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
  wintertime: 'winter',
};
const season = anyOf(Object.keys(seasons));
const seasonNamed = (now: Now, word: string, year = '', over = false): Period | undefined => {
  const name = seasons[word] ?? 'spring';
  const known = yearNumber(year, now);
  return known === undefined ? lastYearly(now, at => seasonAt(name, at), over) : seasonAt(name, known);
};

const year = '((?:18|19|20)\\d\\d)';
const notAnAmount =
  '(?! (?:dollars?|euros?|pounds?|bucks|words?|steps?|people|times|km|miles?|metres?|meters?|calories|pages?|items?|points?))';
const decadeNames: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
};
const decadeOf = (number: number): Period => yearsAt(number + (number >= 30 ? 1900 : 2000), 10);
/** "Back in", "during", "over". */
export const through = '(?:(?:back )?(?:in|during|over|throughout|for|through) )';

export const englishYears: readonly Atom[] = [
  {
    source: `(?:(?:in|during|over) )?(?:the )?${season} before last`,
    read: ([name = ''], now) => yearlyBeforeLast(now, at => seasonAt(seasons[name] ?? 'spring', at)),
  },
  {
    source: '(?:(?:the|at) )?christmas before last',
    read: (_, now) => yearlyBeforeLast(now, at => dateAt(at, 11, 25)),
  },
  {
    source: '(?:in |during )?the (?:last|previous) century',
    read: () => ({ ...yearsAt(1900, 100), unit: 'span' }),
  },
  { source: '(?:in |during )?the noughties', read: () => yearsAt(2000, 10) },
  {
    source: '(?:in )?h ?([12])(?: of)? (\\d{4})',
    read: ([half = '', at = '']) => halfOf(yearAt(Number(at)), Number(half)),
  },
  {
    source: '(?:over|during|for|in) the holidays',
    read: (_, now) => lastYearly(now, stretch([12, 20], [1, 4])),
  },
  {
    source: `${through}(?:the )?(?:last |this past |this |past )?${season}(?: of)?(?: (\\d{4}))?(?: (?:season|months))?(?! (?:onions?|rolls?|asleep|in love|apart|water))`,
    read: ([name = '', at = ''], now) => seasonNamed(now, name, at),
  },
  {
    source: `(?:${through})?(?:the )?last ${season}`,
    read: ([name = ''], now) => seasonNamed(now, name, '', true),
  },
  {
    source: `(?:this|this past|past|the) ${season}(?! (?:onions?|rolls?|asleep|water|coat|tyres?|tires?))`,
    read: ([name = ''], now) => seasonNamed(now, name),
  },
  {
    source: `(?:the )?${season} (?:of )?(\\d{4})`,
    read: ([name = '', at = ''], now) => seasonNamed(now, name, at),
  },
  { source: season, inside: true, read: ([name = ''], now) => seasonNamed(now, name) },
  {
    source: `(?:(?:back )?(?:in|during|of|throughout|for) )(?:the year )?${year}${notAnAmount}`,
    read: ([at = '']) => yearAt(Number(at)),
  },
  {
    source: `(?:the|my|our|his|her|their) ${year}(?= [a-z]{3})${notAnAmount}`,
    read: ([at = '']) => yearAt(Number(at)),
  },
  { source: 'holidays', inside: true, read: (_, now) => lastYearly(now, stretch([12, 20], [1, 4])) },
  { source: `the year ${year}`, read: ([at = '']) => yearAt(Number(at)) },
  { source: `${year}${notAnAmount}`, inside: true, read: ([at = '']) => yearAt(Number(at)) },
  { source: '(?:in |during )?(?:the )?((?:18|19|20)\\d0) s', read: ([at = '']) => yearsAt(Number(at), 10) },
  { source: '(?:in |during )?the (\\d0) s', read: ([at = '']) => decadeOf(Number(at)) },
  { source: '(\\d0) s', inside: true, read: ([at = '']) => decadeOf(Number(at)) },
  {
    source: `(?:in |during )?the ${anyOf(Object.keys(decadeNames))}`,
    read: ([name = '']) => decadeOf(decadeNames[name] ?? 0),
  },
  {
    source: anyOf(Object.keys(decadeNames)),
    inside: true,
    read: ([name = '']) => decadeOf(decadeNames[name] ?? 0),
  },
  {
    source: '(?:in |during )?(?:the )?(?:#([1-4]) quarter|q ([1-4]))(?: of)?(?: (\\d{4}))?',
    read: ([nth = '', q = '', at = ''], now) => {
      const make = (known: number) => quarterAt(known, Number(nth || q) - 1);
      return at === '' ? lastYearly(now, make) : make(Number(at));
    },
  },
  {
    source: '(?:last|the previous) quarter',
    read: (_, now) => quarterAt(now.year, Math.floor(new Date(now.now).getUTCMonth() / 3) - 1),
  },
  {
    source: 'when i was (\\d{1,2})(?: years? old)?(?! (?:minutes|hours|days|weeks|months|km|miles))',
    read: ([age = ''], now) => atAge(now, Number(age)),
  },
  {
    source: 'when i turned (\\d{1,2})|(?:when i was )?at (?:the )?age (?:of )?(\\d{1,2})|aged (\\d{1,2})',
    read: ([a = '', b = '', c = ''], now) => atAge(now, Number(a || b || c)),
  },
  {
    source: 'when i was (?:a )?(?:teenager|teen)|in my teens|as a teen(?:ager)?',
    read: (_, now) => atAge(now, 13, 19),
  },
  {
    source:
      'when i was (?:a )?(?:(?:little |small |young )?(?:kid|child|boy|girl)|little)|as a (?:kid|child|boy|girl)|in my childhood',
    read: (_, now) => atAge(now, 3, 12),
  },
  {
    source: `in my (?:early |mid |late )?${anyOf(Object.keys(decadeNames))}`,
    read: ([name = ''], now) => atAge(now, decadeNames[name] ?? 0, (decadeNames[name] ?? 0) + 9),
  },
];
