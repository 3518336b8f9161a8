/** Dates and years as English says them: "April third, twenty twenty-five", "the nineteen eighties". */
import type { CalendarDate } from './calendar.ts';
import { calendarDate, dayRange } from './calendar.ts';
import { englishOrdinal, englishPlural, englishYear } from './cardinals-english.ts';
import type { NumberReader } from './number-reader.ts';
import { notInWord, oneOf, type Rule, wordEnds } from './rule.ts';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const shortMonths: Readonly<Record<string, string>> = {
  Jan: 'January',
  Feb: 'February',
  Mar: 'March',
  Apr: 'April',
  Jun: 'June',
  Jul: 'July',
  Aug: 'August',
  Sep: 'September',
  Sept: 'September',
  Oct: 'October',
  Nov: 'November',
  Dec: 'December',
};
const shortDays: Readonly<Record<string, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Tues: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Thur: 'Thursday',
  Thurs: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
};

export const sayYear = (digits: string, reader: NumberReader): string =>
  /^[1-9]\d{3}$/.test(digits) ? englishYear(digits) : reader.cardinal(digits);

export function englishDateRules(reader: NumberReader): readonly Rule[] {
  const year = (digits: string): string => sayYear(digits, reader);
  const say = (date: CalendarDate | undefined): string | undefined => {
    if (date === undefined) return undefined;
    const day = date.day === undefined ? '' : ` ${englishOrdinal(String(date.day))}`;
    return `${months[date.month - 1]}${day}${date.year === undefined ? '' : `, ${year(date.year)}`}`;
  };
  const monthNames = oneOf(months);
  const short = oneOf(Object.keys(shortMonths));
  const day = String.raw`(0?[1-9]|[12]\d|3[01])`;
  return [
    {
      pattern:
        /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d/-])/gu,
      say([, y = '', month = '', d = '', hour, minute]) {
        const date = say(calendarDate(d, month, y));
        return date && hour !== undefined ? `${date} at ${hour}:${minute}` : date;
      },
    },
    {
      pattern: /(?<![\d/.,-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|[.,]\d)/gu,
      say([, first = '', mark, second = '', y = '']) {
        if (mark !== '/' && (y.length === 2 || first.length + second.length < 3)) return undefined;
        const monthFirst = calendarDate(second, first, y);
        return say(
          mark === '.'
            ? (calendarDate(first, second, y) ?? monthFirst)
            : (monthFirst ?? calendarDate(first, second, y)),
        );
      },
    },
    {
      pattern:
        /(?<=(?<!\p{L})(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Dd]ue|[A-Z][a-z]+day) )(\d{1,2})\/(\d{1,2})(?![\d/]|[.,]\d)/gu,
      say: ([, month = '', d = '']) => say(calendarDate(d, month) ?? calendarDate(month, d)),
    },
    {
      pattern: new RegExp(
        String.raw`${notInWord}(${short})(?:\.(?= \d)|(?= \d{1,2}(?!\d)))|(?<=\d(?:st|nd|rd|th)? )(${short})(?:\.(?=[ ,])|(?=,? \d{4}|[.,;!?)]|$))`,
        'gu',
      ),
      say: ([, before, after]) => shortMonths[before ?? after ?? ''],
    },
    {
      pattern: new RegExp(
        String.raw`${notInWord}(${oneOf(Object.keys(shortDays))})\.?(?=,? (?:${monthNames}|${short}|\d{1,2} (?:${monthNames}))(?![\p{Ll}]))`,
        'gu',
      ),
      say: ([, name = '']) => shortDays[name],
    },
    {
      pattern: new RegExp(
        String.raw`(?<=${notInWord}(?:${monthNames}) )${day}(?:st|nd|rd|th)? ?[-–] ?${day}(?:st|nd|rd|th)?(?![\d:]|[.,]\d)`,
        'gu',
      ),
      say: ([, first = '', last = '']) => `${englishOrdinal(first)} to ${englishOrdinal(last)}`,
    },
    {
      pattern: new RegExp(
        String.raw`(?<=${notInWord}(?:${monthNames}) )${day}(?:st|nd|rd|th)?(,? )(\d{4})(?![\d:]|[.,]\d)`,
        'gu',
      ),
      say: ([, d = '', , y = '']) => `${englishOrdinal(d)}, ${year(y)}`,
    },
    {
      pattern: new RegExp(
        String.raw`(?<=${notInWord}(?:${monthNames}) )${day}(?![\d:]|[.,]\d|st|nd|rd|th| ?%)`,
        'gu',
      ),
      say: ([, d = '']) => englishOrdinal(d),
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d.,])([Tt]he )?${day}(?:st|nd|rd|th)?( (?:of )?)(${monthNames})(?:(,? )(\d{4})(?![\d:]|[.,]\d))?${wordEnds}`,
        'gu',
      ),
      say: ([, the, d = '', link = '', month = '', , y]) =>
        `${the ?? (link === ' of ' ? '' : 'the ')}${englishOrdinal(d)} of ${month}${y === undefined ? '' : `, ${year(y)}`}`,
    },
    {
      pattern: new RegExp(
        String.raw`(?<=${notInWord}(?:${monthNames}),? )(1\d{3}|20\d{2})(?![\d:]|[.,]\d| (?:people|${'[a-z]+s'})(?!\p{L}))`,
        'gu',
      ),
      say: ([, y = '']) => year(y),
    },
    {
      pattern: /(?<![\p{L}\d.,])(\d{3}0)(?:s|(?<=[Tt]he \d{4})['’]s)(?!\p{L})/gu,
      say: ([, y = '']) => englishPlural(year(y)),
    },
    {
      pattern:
        /(?<![\p{L}\d.,])(?:['’]|(?<=(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y|[Yy]our|[Tt]heir|[Ee]arly|[Ll]ate|[Mm]id|in|and|to)[ -]))([1-9]0)['’]?s(?!\p{L})/gu,
      say: ([, y = '']) => englishPlural(reader.cardinal(y)),
    },
    {
      pattern: /(?<![\p{L}\d])['’](\d{2})(?![\d'’.,]\d|\d|['’"]| ?(?:ft|in)\b)/gu,
      say: ([, y = '']) => (y.startsWith('0') ? `oh ${reader.cardinal(y)}` : reader.cardinal(y)),
    },
  ];
}

/** Names of months and days that stand without a figure. */
export const englishDayRules: readonly Rule[] = [dayRange(shortDays, ' to ')];
export const englishLoneMonths: readonly Rule[] = [
  {
    pattern: new RegExp(`^(${oneOf(Object.keys(shortMonths))})\\.$`, 'gu'),
    say: ([, name = '']) => shortMonths[name],
  },
];
