/** English weeks, months, dates, seasons, years, decades and feasts. */
import { minuteMs } from '../../../domain/local-time.ts';
import {
  addMonths,
  dateAt,
  lastYearly,
  monthFromNow,
  quarterAt,
  type Season,
  seasonAt,
  weekdayBack,
  weekendFromNow,
  weekFromNow,
  yearAt,
  yearlyBeforeLast,
  yearsAt,
} from './calendar.ts';
import { englishWeekday, englishWeekdayNumber } from './english-days.ts';
import { stretch } from './feast-days.ts';
import { type Atom, type NoTime, notPast, toCome } from './grammar.ts';
import { thisUnit } from './lengths.ts';
import { type Now, type Period, period } from './period.ts';
import { halfOf } from './shifts.ts';
import { anyOf, atAge, dateNamed, feastAtoms, monthNamed, yearNumber } from './words.ts';

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

const dayNumber = '#?(\\d{1,2})';
const weekdayBefore = `(?:${englishWeekday.slice(1, -1)}) (?:the )?`;
const ofYear = '(?: (?:of |in )?(\\d{4}))?';
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
const through = '(?:(?:back )?(?:in|during|over|throughout|for|through) )';

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
    source: `(?:in |this )?(?:next|this coming) (?:${months.join('|')}|${Object.keys(seasons).join('|')})`,
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
    source: '(\\d+) (week|weekend)s? ago(?: (?:today|exactly))?',
    read: ([count = '', unit = ''], now) =>
      unit === 'weekend' ? weekendFromNow(now, -Number(count)) : undefined,
  },
  { source: 'a couple of weekends ago', read: (_, now) => weekendFromNow(now, -2) },
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
  {
    source: `(?:on )?(?:the )?${englishWeekday} of last week`,
    read: ([name = ''], now) => ({
      ...weekdayBack(now, englishWeekdayNumber(name)),
      start: weekFromNow(now, -1).start + ((englishWeekdayNumber(name) + 6) % 7) * 86_400_000,
      end: weekFromNow(now, -1).start + (((englishWeekdayNumber(name) + 6) % 7) + 1) * 86_400_000,
    }),
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
