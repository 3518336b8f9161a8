/** English words that change the time behind them: since, before, early, the first week of. */
import { englishWeekday, englishWeekdayNumber } from './english-days.ts';
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
  early: 'early',
  beginning: 'early',
  start: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'late',
};
const besideCount = (words: string): Count =>
  /few|several|couple/.test(words)
    ? { number: 2, kind: 'few' }
    : { number: /^\d/.test(words) ? Number(words) : 1, kind: 'exact' };
const nthOf = (word: string): number => (word === 'last' ? -1 : Number(word.replace('#', '')));
const nth = '(#[1-5]|last)';
const article = '(?:(?:on|in|during|at|over|from|for|by) )?(?:the )?';

const ofTalk =
  'talk|talked|talking|chat|chatted|chatting|speak|spoke|spoken|speaking|discuss|ask|asked|tell|told|hear|heard|think|thought|thinking|worry|worried|complain|complained|joke|joked|dream|dreamt|dreamed|write|wrote|read|all|what|me|you|us';

export const englishShifts: readonly Shift[] = [
  { source: '(?:ever )?since(?: the)?', change: (of, _, now) => since(of, now) },
  {
    source: '(?:any time |sometime |just |right |shortly )?before(?: the)?|prior to|by the time of',
    change: of => before(of),
  },
  { source: '(?:up )?(?:until|till)(?: the)?|up to', change: of => until(of) },
  { source: '(?:just |right |shortly |soon )?after(?: the)?', change: (of, _, now) => after(of, now) },
  // "What did we talk about last week": the word belongs to the talk, not to the week.
  {
    source: `(?<! (?:${ofTalk}) )(?:some ?time )?(?:around|about|circa)(?: the)?`,
    change: of => around(of),
  },
  { source: '(?:on )?the (?:day|night|morning|evening) before', change: of => dayBefore(of) },
  {
    source:
      '(?:the |about |around )?(\\d+|an?|one|(?:a )?couple(?: of)?|(?:a )?few|several)? ?(days?|weeks?|months?|years?) (before|after)(?: the)?',
    change: (of, [words = '', unit = '', side = '']) =>
      words === '' && unit === 'day'
        ? undefined
        : beside(
            of,
            besideCount(words === '' && unit.endsWith('s') ? 'few' : words),
            unit.replace(/s$/, '') as 'day',
            side as 'before',
          ),
  },
  {
    source: '(?:(?:on|over|during) )?(?:the |last )?weekend (before|after)(?: the)?',
    change: (of, [side = '']) => weekendBeside(of, side as 'before'),
  },
  {
    source: `(?:on )?(?:the |last )?${englishWeekday} (before|after)(?: the)?`,
    change: (of, [name = '', side = '']) => weekdayBeside(of, englishWeekdayNumber(name), side as 'before'),
  },
  {
    source: `${article}(?:#(\\d{1,2})|(last)) day of(?: the)?`,
    change: (of, [which = '', last = '']) => nthDay(of, last ? -1 : Number(which)),
  },
  { source: '(?:on )?the eve of', change: of => dayBefore(of) },
  { source: '(?:on )?the (?:day|morning) after', change: of => dayAfter(of) },
  {
    source: `${article}(early|mid|late)(?: in| on)?(?: the)?|${article}(beginning|start|middle|end) of(?: the)?`,
    change: (of, [word = '', noun = '']) => edge(of, edges[word || noun] ?? 'early'),
  },
  { source: `${article}week (?:of|around)(?: the)?`, change: of => weekOf(of, 1) },
  {
    source: `${article}${nth} week (?:of|in)(?: the)?`,
    change: (of, [which = '']) => weekOf(of, nthOf(which)),
  },
  { source: `${article}weekend (?:of|around)(?: the)?`, change: of => weekendOf(of, 1) },
  {
    source: `${article}${nth} weekend (?:of|in)(?: the)?`,
    change: (of, [which = '']) => weekendOf(of, nthOf(which)),
  },
  {
    source: `${article}${nth} ${englishWeekday} (?:of|in)(?: the)?`,
    change: (of, [which = '', name = '']) => nthWeekdayOf(of, nthOf(which), englishWeekdayNumber(name)),
  },
  {
    source: `${article}(?:#([12])|(former)|(latter)) (?:half|fortnight) of(?: the)?`,
    change: (of, [which = '', former = '']) => halfOf(of, which ? Number(which) : former ? 1 : 2),
  },
  {
    source: `${article}#([1-4]) quarter of(?: the)?`,
    change: (of, [which = '']) => quarterOf(of, Number(which)),
  },
  {
    source: `${article}(?:whole|all|entire|rest)(?: of)?(?: the)?|all of|all through|throughout`,
    change: of => of,
  },
];
