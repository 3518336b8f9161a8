/** English day and time expressions, over normalised words (figures for numbers, no accents). */
import { durationSource, parseDuration } from './durations.ts';
import type { DayPart, Fragment, WhenParts } from './when-parts.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const shortWeekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
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
const shortMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekday = `(${[...weekdays, ...shortWeekdays, 'tues', 'weds', 'thur', 'thurs'].join('|')})`;
const month = `(${[...months, ...shortMonths, 'sept'].join('|')})`;
const weekdayNumber = (word: string): number => shortWeekdays.indexOf(word.slice(0, 3));
const monthNumber = (word: string): number => shortMonths.indexOf(word.slice(0, 3)) + 1;
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const ordinal = String.raw`((?:20 |30 )?(?:${ordinals.slice(0, 9).join('|')})|${ordinals.slice(9).join('|')}|thirtieth|\d{1,2}(?: (?:st|nd|rd|th))?)`;
const parts: Readonly<Record<string, DayPart>> = {
  morning: 'morning',
  noon: 'noon',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
};
const part = '(morning|noon|afternoon|evening|night)';
const partOf = (word: string): WhenParts => (parts[word] ? { part: parts[word] } : {});
const before = '(?:at |by |around |about |for |from |before |until |till |at around |at about )';
const half =
  '(?: (am|pm|a m|p m|o clock am|o clock pm|o clock in the (?:morning|afternoon|evening)|in the (?:morning|afternoon|evening)|at night|tonight|this (?:morning|afternoon|evening)|o clock at night|o clock))?';
const year = String.raw`(?:,? (?:in )?(\d{4}|(?:18|19|20) \d{2}))?`;
const yearOf = (words: string): WhenParts => (words ? { year: Number(words.replace(' ', '')) } : {});
const onDay = '(?:on |for |by |this |on this |the |on the |for the |by the |before |since )?';

function dayOf(words: string): number {
  const figure = /^\d{1,2}/.exec(words);
  const word = words.replace(/^\d{1,2} ?/, '');
  const rank = word === 'thirtieth' ? 30 : ordinals.indexOf(word) + 1;
  return /^(?:st|nd|rd|th)?$/.test(word) ? Number(figure?.[0] ?? 0) : Number(figure?.[0] ?? 0) + rank;
}
const date = (day: string, name: string, years: string): WhenParts | undefined => {
  const number = dayOf(day);
  return number >= 1 && number <= 31
    ? { day: number, month: monthNumber(name), ...yearOf(years) }
    : undefined;
};

function clock(hourWord: string, minute: number, when: string): WhenParts | undefined {
  const hour = hourWord === 'one' ? 1 : Number(hourWord);
  if (hour > 24 || minute > 59 || Number.isNaN(minute)) return undefined;
  const today = /^this|tonight/.test(when) ? { dayOffset: 0 } : {};
  const exactHour = hour > 12 || /^0/.test(hourWord) ? { exactHour: true } : {};
  const isMorning = /am|a m|morning/.test(when);
  const isLater = /pm|p m|afternoon|evening|night/.test(when);
  return {
    hour: hour % 24,
    minute,
    ...today,
    ...exactHour,
    ...(isMorning ? { half: 'am' as const } : isLater ? { half: 'pm' as const } : {}),
  };
}
const hour = String.raw`(\d{1,2}|one)`;
/** A bare hour is a time only with "at" or "pm" beside it; the two sources below demand one of them. */
const halfNeeded = half.replace(/\)\)\?$/, '))');

function relative(minutes: string, direction: string, hourWord: string, when: string): WhenParts | undefined {
  const count = /quarter/.test(minutes) ? 15 : /half/.test(minutes) ? 30 : Number(/\d+/.exec(minutes)?.[0]);
  const named = hourWord === 'noon' || hourWord === 'midday' ? 12 : hourWord === 'midnight' ? 24 : undefined;
  const base = named ?? (hourWord === 'one' ? 1 : Number(hourWord));
  const total = base * 60 + (/past|after/.test(direction) ? count : -count);
  if (named !== undefined) return { hour: Math.floor(total / 60) % 24, minute: total % 60, exactHour: true };
  return clock(String(Math.floor((total + 720) / 60) % 12 || 12), (total + 720) % 60, when);
}

export const englishFragments: readonly Fragment[] = [
  { source: '(?:for |by |until )?(?:today|this day)', read: () => ({ dayOffset: 0 }) },
  { source: '(?:for |by )?tonight', read: () => ({ dayOffset: 0, part: 'evening' }) },
  {
    source: `(?:for |by |on |until )?(the day after tomorrow|day after tomorrow|tomorrow|the day before yesterday|day before yesterday|yesterday)(?: (?:in the |at )?${part})?`,
    read: ([day = '', word = '']) => ({
      dayOffset: day.includes('before') ? -2 : day === 'yesterday' ? -1 : day === 'tomorrow' ? 1 : 2,
      ...partOf(word),
    }),
  },
  { source: '(?:for )?last night', read: () => ({ dayOffset: -1, part: 'night' }) },
  {
    source: `(?:for |by )?(?:this|later this) (morning|afternoon|evening)`,
    read: ([word = '']) => ({ dayOffset: 0, ...partOf(word) }),
  },
  {
    source: `(?:in the|during the|at) (morning|afternoon|evening|night)`,
    read: ([word = '']) => partOf(word),
  },
  {
    source: `${onDay}(next |coming |last |past )?${weekday}( next week| week)?(?: (?:in the |at )?${part})?`,
    read: ([shift = '', day = '', after = '', word = '']) => ({
      weekday: weekdayNumber(day),
      ...(/last|past/.test(shift)
        ? { weekdayShift: 'last' as const }
        : after
          ? { weekdayShift: 'week-after' as const }
          : shift
            ? { weekdayShift: 'next' as const }
            : {}),
      ...partOf(word),
    }),
  },
  {
    source: `${onDay}(?:${weekdays.join('|')})?,? ?(?:the )?${ordinal}(?: of)? ${month}${year}(?: (?:in the )?${part})?`,
    read: ([day = '', name = '', years = '', word = '']) => {
      const read = date(day, name, years);
      return read && { ...read, ...partOf(word) };
    },
  },
  {
    source: `${onDay}(?:${weekdays.join('|')})?,? ?(?:next |this )?${month} (?:the )?${ordinal}${year}(?: (?:in the )?${part})?`,
    read: ([name = '', day = '', years = '', word = '']) => {
      const read = date(day, name, years);
      return read && { ...read, ...partOf(word) };
    },
  },
  {
    source: `(?:on |by |for )?the ${ordinal}(?: (?:of (?:this|the|next) month))?`,
    read: ([day = '']) => {
      const number = dayOf(day);
      return number >= 1 && number <= 31 ? { day: number } : undefined;
    },
  },
  {
    source: String.raw`${onDay}(\d{1,2}) [/] (\d{1,2})(?: [/] (\d{4}|\d{2}))?`,
    read: ([first = '', second = '', years = '']) => slashed(Number(first), Number(second), years),
  },
  {
    source: String.raw`${onDay}(\d{4}) - (\d{1,2}) - (\d{1,2})`,
    read: ([years = '', name = '', day = '']) => ({
      year: Number(years),
      month: Number(name),
      day: Number(day),
    }),
  },
  {
    source: `(?:in|after|within) (${durationSource('en')})(?: time)?`,
    read: ([words = '']) => {
      const seconds = parseDuration(words, 'en');
      return seconds === undefined ? undefined : afterNow(words, seconds);
    },
  },
  {
    source: `(${durationSource('en')}) (?:from now|later|from today)`,
    read: ([words = '']) => {
      const seconds = parseDuration(words, 'en');
      return seconds === undefined ? undefined : afterNow(words, seconds);
    },
  },
  {
    source: String.raw`(?:in )?(\d+|an?|one) (weeks?|days?) from (today|tomorrow)`,
    read: ([count = '', unit = '', from = '']) => ({
      dayOffset: countOf(count) * (unit.startsWith('week') ? 7 : 1) + (from === 'tomorrow' ? 1 : 0),
    }),
  },
  {
    source: String.raw`in (\d+|an?|one) (months?|years?)`,
    read: ([count = '', unit = '']) =>
      unit.startsWith('month') ? { monthOffset: countOf(count) } : { yearOffset: countOf(count) },
  },
  {
    source: String.raw`(\d+|an?|one) (days?|weeks?|months?|years?) ago`,
    read: ([count = '', unit = '']) => ago(countOf(count), unit),
  },
  { source: '(?:for )?next week', read: () => ({ dayOffset: 7 }) },
  { source: '(?:for )?next month', read: () => ({ monthOffset: 1 }) },
  { source: '(?:this|next|on the|over the|at the) weekend', read: () => ({ weekday: 6 }) },
  {
    source: '(?:on |for |at )?(?:christmas(?: day)?|xmas)(?: (\\d{4}))?(?: this year)?',
    read: ([years = '']) => ({ day: 25, month: 12, ...yearOf(years) }),
  },
  { source: '(?:on )?christmas eve', read: () => ({ day: 24, month: 12 }) },
  { source: '(?:on )?new year (?:s )?day', read: () => ({ day: 1, month: 1 }) },
  { source: '(?:on )?new year (?:s )?eve', read: () => ({ day: 31, month: 12 }) },
  { source: '(?:on )?halloween', read: () => ({ day: 31, month: 10 }) },
  { source: '(?:on )?boxing day', read: () => ({ day: 26, month: 12 }) },
  { source: '(?:on )?(?:saint|st) patrick (?:s )?day', read: () => ({ day: 17, month: 3 }) },
  { source: '(?:on )?(?:saint|st) george (?:s )?day', read: () => ({ day: 23, month: 4 }) },
  { source: '(?:on )?(?:bonfire|guy fawkes) (?:night|day)', read: () => ({ day: 5, month: 11 }) },
  { source: '(?:on )?(?:the )?(?:4 th of july|independence day)', read: () => ({ day: 4, month: 7 }) },
  { source: '(?:on )?(?:veterans|armistice|remembrance) day', read: () => ({ day: 11, month: 11 }) },
  { source: '(?:on )?april fools?(?: s)?(?: day)?', read: () => ({ day: 1, month: 4 }) },
  { source: '(?:on )?valentine(?: s)? day', read: () => ({ day: 14, month: 2 }) },
  {
    source: String.raw`${before}?${hour} (\d{2})${halfNeeded}`,
    read: ([h = '', minute = '', when = '']) => clock(h, Number(minute), when),
  },
  {
    source: String.raw`${before}${hour} (\d{2})${half}`,
    read: ([h = '', minute = '', when = '']) => clock(h, Number(minute), when),
  },
  { source: `${before}?${hour}${halfNeeded}`, read: ([h = '', when = '']) => clock(h, 0, when) },
  { source: `${before}${hour}${half}`, read: ([h = '', when = '']) => clock(h, 0, when) },
  {
    source: String.raw`${before}?(\d{1,2})(?::|\.|h| h )(\d{2})${half}`,
    read: ([h = '', minute = '', when = '']) => clock(h, Number(minute), when),
  },
  {
    source: String.raw`${before}(\d)(\d{2})${half}`,
    read: ([h = '', minute = '', when = '']) => clock(h, Number(minute), when),
  },
  {
    source: String.raw`${before}?((?:a )?quarter|half|\d{1,2}(?: minutes?)?) (past|after|to|before|of) (\d{1,2}|one|noon|midday|midnight)${half}`,
    read: ([minutes = '', direction = '', h = '', when = '']) => relative(minutes, direction, h, when),
  },
  {
    source: `${before}?(noon|midday|midnight)`,
    read: ([word = '']) => ({ hour: word === 'midnight' ? 0 : 12, minute: 0, exactHour: true }),
  },
  { source: '(?:in |around |at )lunch ?time', read: () => ({ hour: 12, minute: 0, exactHour: true }) },
];

const countOf = (words: string): number => (/^\d/.test(words) ? Number(words) : 1);

/** Month first as in the United States, unless only the other order is a date. */
function slashed(first: number, second: number, years: string): WhenParts | undefined {
  const [name, day] = first <= 12 ? [first, second] : [second, first];
  if (name > 12 || day > 31) return undefined;
  return { month: name, day, ...(years ? { year: Number(years) + (years.length === 2 ? 2000 : 0) } : {}) };
}
function afterNow(words: string, seconds: number): WhenParts {
  return /day|week/.test(words) && seconds % 86_400 === 0
    ? { dayOffset: seconds / 86_400 }
    : { afterSeconds: seconds };
}
function ago(count: number, unit: string): WhenParts {
  if (unit.startsWith('month')) return { monthOffset: -count };
  if (unit.startsWith('year')) return { yearOffset: -count };
  return { dayOffset: unit.startsWith('day') ? -count : -7 * count };
}
