/** French words that change the time behind them: depuis, avant, début, la première semaine de. */

import type { LengthUnit } from './calendar.ts';
import { frenchWeekday, frenchWeekdayNumber } from './french-days.ts';
import type { Shift } from './grammar.ts';
import type { Count } from './lengths.ts';
import {
  after,
  around,
  before,
  beside,
  dayAfter,
  dayBefore,
  type Edge,
  edge,
  halfOf,
  nthDay,
  nthWeekdayOf,
  quarterOf,
  since,
  until,
  weekdayBeside,
  weekendBeside,
  weekendOf,
  weekOf,
} from './shifts.ts';

const edges: Readonly<Record<string, Edge>> = {
  debut: 'early',
  mi: 'mid',
  milieu: 'mid',
  fin: 'late',
};
const unitNames: Readonly<Record<string, LengthUnit>> = {
  jour: 'day',
  semaine: 'week',
  mois: 'month',
  an: 'year',
  annee: 'year',
};
const besideCount = (words: string): Count =>
  /quelques|plusieurs/.test(words)
    ? { number: 4, kind: 'few' }
    : { number: /^\d/.test(words) ? Number(words) : 1, kind: 'exact' };
const nthOf = (word: string): number => (/^derniere?$/.test(word) ? -1 : Number(word.replace('#', '')));
const nth = '(#[1-5]|derniere?)';
const article = '(?:(?:a|au|en|pendant|durant|dans|lors de|vers|depuis) )?(?:le |la |les |l )?';
const of = '(?: (?:de la|de l|du mois de|du mois d|du|de|d|en|des))?';
const the = '(?: (?:le|la|les|l|en|au|a la|a l|a|du|de l|de la))?';

export const frenchShifts: readonly Shift[] = [
  {
    source: `(?:depuis|a partir de|a partir du|a compter du|a compter de)${the}`,
    change: (period, _, now) => since(period, now),
  },
  { source: `(?:juste |bien |peu )?avant(?! hier)${the}`, change: period => before(period) },
  { source: `(?:jusqu|jusque)${the}`, change: period => until(period) },
  { source: `(?:juste |bien |peu )?apres(?! midi)${the}`, change: (period, _, now) => after(period, now) },
  {
    source:
      '(?:vers|aux alentours de|aux alentours du|autour de|autour du|aux environs de|aux environs du)(?: le| la| l)?',
    change: period => around(period),
  },
  { source: '(?:a |depuis )?la veille (?:de la|de l|du|de|d)', change: period => dayBefore(period) },
  {
    source: `${article}(debut|mi|milieu|fin)${of}`,
    change: (period, [which = '']) => edge(period, edges[which] ?? 'early'),
  },
  {
    source: '(?:le |au |des le )?(lendemain|surlendemain) (?:de la|de l|du|de|d)',
    change: (period, [word = '']) => dayAfter(period, word === 'lendemain' ? 1 : 2),
  },
  {
    source:
      '(?:environ |la |le |l )?(\\d+|une?|quelques|plusieurs)? ?(jour|semaine|mois|an|annee)s? (?:d )?(avant|apres)(?: (?:le|la|les|l))?',
    change: (period, [words = '', unit = '', side = '']) =>
      words === '' && unit === 'jour'
        ? undefined
        : beside(period, besideCount(words), unitNames[unit] ?? 'day', side === 'avant' ? 'before' : 'after'),
  },
  {
    source: '(?:pendant |durant )?le week ?end (?:d )?(avant|apres)(?: (?:le|la|les|l))?',
    change: (period, [side = '']) => weekendBeside(period, side === 'avant' ? 'before' : 'after'),
  },
  {
    source: `(?:le )?${frenchWeekday} (?:d )?(avant|apres)(?: (?:le|la|les|l))?`,
    change: (period, [name = '', side = '']) =>
      weekdayBeside(period, frenchWeekdayNumber(name), side === 'avant' ? 'before' : 'after'),
  },
  {
    source: `${article}(?:#(\\d{1,2})|(dernier)) jour${of}`,
    change: (period, [which = '', last = '']) => nthDay(period, last ? -1 : Number(which)),
  },
  { source: `${article}semaine (?:de la|de l|du|de|d)`, change: period => weekOf(period, 1) },
  { source: `${article}${nth} semaine${of}`, change: (period, [which = '']) => weekOf(period, nthOf(which)) },
  { source: `${article}(?:week end|weekend) (?:de la|de l|du|de|d)`, change: period => weekendOf(period, 1) },
  {
    source: `${article}${nth} (?:week end|weekend)${of}`,
    change: (period, [which = '']) => weekendOf(period, nthOf(which)),
  },
  {
    source: `${article}${nth} ${frenchWeekday}${of}`,
    change: (period, [which = '', name = '']) =>
      nthWeekdayOf(period, nthOf(which), frenchWeekdayNumber(name)),
  },
  {
    source: `${article}(?:#([12]) (?:moitie|semestre|quinzaine))${of}`,
    change: (period, [which = '']) => halfOf(period, Number(which)),
  },
  {
    source: `${article}#([1-4]) trimestre${of}`,
    change: (period, [which = '']) => quarterOf(period, Number(which)),
  },
  {
    source:
      '(?:pendant |durant )?(?:tout|toute)(?: (?:le mois de|le|la|l|au long de))?|le reste (?:de la|de l|du|de)',
    change: period => period,
  },
];
