/** English weeks, months, dates, seasons, years, decades and feasts. */
import { minuteMs } from '../../../domain/local-time.ts';
import {
  addMonths,
  dateAt,
  lastYearly,
  monthFromNow,
  weekendFromNow,
  weekFromNow,
  yearAt,
} from './calendar.ts';
import { englishWeekday } from './english-days.ts';
import { through } from './english-years.ts';
import { type Atom, type NoTime, notPast, toCome } from './grammar.ts';
import { thisUnit } from './lengths.ts';
import { type Now, type Period, period } from './period.ts';
import { anyOf, dateNamed, feastAtoms, monthNamed } from './words.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const short = 'jan feb mar apr may jun jul aug sep oct nov dec sept'.split(' ');
const month = anyOf(months);
const anyMonth = anyOf([...months, ...short]);
const monthNumber = (word: string): number =>
  months.includes(word) ? months.indexOf(word) : word === 'sept' ? 8 : short.indexOf(word);
/** Months that are no verb and no first name need no preposition. */
const plainMonth = anyOf(months.filter(name => !['march', 'may', 'april', 'june', 'august'].includes(name)));

const dayNumber = '#?(\\d{1,2})';
const weekdayBefore = `(?:${englishWeekday.slice(1, -1)}) (?:the )?`;
const ofYear = '(?: (?:of |in )?(\\d{4}))?';
export const englishCalendar: readonly Atom[] = [
  ...feastAtoms('en', '(?:(?:last|this past|this) )?(?:(?:on|at|for|over|during|in) )?(?:the )?', 'last'),
  ...feastAtoms('en', '(?:(?:on|at|for|over|during|in) )?last ', 'before'),
  {
    source: `(?:${through}|on )?(last|this|this past|the previous|next|the next|the coming) (week|weekend|month|year)(?: s)?`,
    read: ([which = '', unit = ''], now) => weekMonthYear(now, which, unit),
  },
  {
    source: `${through}?(?:the )?(week|weekend|month|year) (before(?: last)?)(?! \\w)`,
    read: ([unit = '', which = ''], now) => weekMonthYear(now, which, unit),
  },
  { source: '(?:over|on|at|during) the weekend', read: (_, now) => weekendFromNow(now, 0) },
  { source: '(?:the )?weekend', inside: true, read: (_, now) => weekendFromNow(now, 0) },
  {
    source: '(?:the )?(week|month|year)',
    inside: true,
    read: ([unit = ''], now) => thisUnit(now, unit as 'week'),
  },
  {
    source: '(?:earlier|so far|until now) this (week|month|year)',
    read: ([unit = ''], now) => period(thisUnit(now, unit as 'week').start, now.now + minuteMs, 'span'),
  },
  {
    source:
      'the same (?:day|date)(?: (?:of )?last year)|(?:on )?(?:this|the same|same) day last year|a year ago (?:today|to the day)',
    read: (_, now) => ({
      start: addMonths(now.today, -12),
      end: addMonths(now.today, -12) + 86_400_000,
      unit: 'day',
    }),
  },
  {
    source: '(?:around |about )?this time last year',
    read: (_, now) => {
      const day = addMonths(now.today, -12);
      return period(day - 7 * 86_400_000, day + 8 * 86_400_000, 'span');
    },
  },
  {
    source: `${through}?(?:the )?(?:month of |end of |start of )?(last|this past|past|this) ${month}(?: s)?`,
    read: ([which = '', name = ''], now) => {
      const { guessed: _guessed, ...sure } = monthNamed(now, monthNumber(name), '', which === 'last') ?? {};
      return 'start' in sure ? (sure as Period) : undefined;
    },
  },
  {
    source: `(?:${through}|of |by )(?:the month of )?${month}${ofYear}(?! (?:\\d{1,2}|#\\d+)(?: |$))`,
    read: ([name = '', at = ''], now) => monthNamed(now, monthNumber(name), at),
  },
  {
    source: `${plainMonth}${ofYear}`,
    read: ([name = '', at = ''], now) => monthNamed(now, monthNumber(name), at),
  },
  {
    source: `${anyMonth} (\\d{4})`,
    read: ([name = '', at = ''], now) => monthNamed(now, monthNumber(name), at),
  },
  { source: `${anyMonth}`, inside: true, read: ([name = ''], now) => monthNamed(now, monthNumber(name)) },
  {
    source: `(?:in |this )?(?:next|this coming) (?:${months.join('|')}|spring|summer|autumn|fall|winter)`,
    read: () => toCome,
  },
  {
    source: `(?:on )?(?:${weekdayBefore})?(?:the )?${anyMonth} (?:the )?${dayNumber}${ofYear}(?! (?:am|pm|o clock|: \\d|(?:years?|months?|weeks?|days?|hours?|minutes?|people|times)(?: |$)))`,
    read: ([name = '', day = '', at = ''], now) => dateNamed(now, monthNumber(name), Number(day), at),
  },
  {
    source: `(?:on )?(?:${weekdayBefore})?(?:the )?${dayNumber} (?:of )?${anyMonth}${ofYear}`,
    read: ([day = '', name = '', at = ''], now) => dateNamed(now, monthNumber(name), Number(day), at),
  },
  {
    source: `${anyMonth} ${dayNumber} (?:-|to|through) ${dayNumber}${ofYear}`,
    read: ([name = '', first = '', last = '', at = ''], now) => days(now, name, first, last, at),
  },
  {
    source: `(?:from |between )?(?:the )?${dayNumber} (?:-|to|through|until|and) (?:the )?${dayNumber} (?:of )?${anyMonth}${ofYear}`,
    read: ([first = '', last = '', name = '', at = ''], now) => days(now, name, first, last, at),
  },
  {
    source: '(?:on )?(\\d{4}) [-/.] (\\d{1,2}) [-/.] (\\d{1,2})',
    read: ([at = '', name = '', day = '']) => dateAt(Number(at), Number(name) - 1, Number(day)),
  },
  {
    source: '(?:on |since |for )?(?:the )?(\\d{1,2}) [/.-] (\\d{1,2}) [/.-] (\\d{4}|\\d\\d)',
    read: ([first = '', second = '', at = ''], now) => slashed(now, Number(first), Number(second), at),
  },
  {
    source: '(?:on|since|from|the) (?:the )?(\\d{1,2}) / (\\d{1,2})',
    read: ([first = '', second = ''], now) => slashed(now, Number(first), Number(second), ''),
  },
  {
    source: '(\\d{1,2}) / (\\d{1,2})',
    inside: true,
    read: ([a = '', b = ''], now) => slashed(now, Number(a), Number(b), ''),
  },
  { source: '24 / 7', read: () => notPast },
  {
    source: '(\\d+) (week|weekend)s? ago(?: (?:today|exactly))?',
    read: ([count = '', unit = ''], now) =>
      unit === 'weekend' ? weekendFromNow(now, -Number(count)) : undefined,
  },
  { source: 'a couple of weekends ago', read: (_, now) => weekendFromNow(now, -2) },
  {
    source: `(?:the|my|our|his|her|their|that) ${month}(?= (?:meeting|trip|holiday|party|budget|report|visit|conference|interview|issue|exam|concert|event|race|wedding|deadline|invoice|rent|bill|session|weekend|vacation|camp|tour|show|festival|exhibition|game|match)s?(?: |$))`,
    read: ([name = ''], now) => monthNamed(now, monthNumber(name)),
  },
];

function weekMonthYear(now: Now, which: string, unit: string): Period | NoTime {
  if (/next|coming/.test(which)) return toCome;
  const shift = which === 'before last' ? -2 : /this(?! past)/.test(which) ? 0 : -1;
  if (unit === 'week') return weekFromNow(now, shift);
  if (unit === 'weekend') return weekendFromNow(now, which === 'this past' ? 0 : shift);
  return unit === 'month' ? monthFromNow(now, shift) : yearAt(now.year + shift);
}

function days(now: Now, name: string, first: string, last: string, at: string): Period | undefined {
  const make = (known: string) => {
    const from = dateNamed(now, monthNumber(name), Number(first), known);
    const to = dateNamed(now, monthNumber(name), Number(last), known);
    return from && to && from.start <= to.start ? period(from.start, to.end, 'span') : undefined;
  };
  return at === '' ? lastYearly(now, known => make(String(known))) : make(at);
}

/** Month first; where that is no month, day first. */
function slashed(now: Now, first: number, second: number, at: string): Period | undefined {
  if (first > 12) return dateNamed(now, second - 1, first, at);
  return dateNamed(now, first - 1, second, at);
}
