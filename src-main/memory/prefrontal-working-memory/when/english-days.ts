/** English days and their parts: yesterday, last Tuesday, this morning, at 5 pm. */
import { dayMs, hourMs, minuteMs } from '../../../domain/local-time.ts';
import {
  anyDayPart,
  clockTime,
  type DayPart,
  dayFromToday,
  dayOfMonth,
  partOfDay,
  weekdayAndDay,
  weekdayBack,
} from './calendar.ts';
import { type Atom, notPast, toCome } from './grammar.ts';
import { type Now, type Period, period } from './period.ts';
import { between } from './shifts.ts';
import { anyOf } from './words.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const englishWeekday = anyOf(weekdays);
export const englishWeekdayNumber = (word: string): number => weekdays.indexOf(word);

const parts: Readonly<Record<string, DayPart>> = {
  morning: 'morning',
  noon: 'noon',
  midday: 'noon',
  lunchtime: 'noon',
  lunch: 'noon',
  'lunch time': 'noon',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'longNight',
};
const part = anyOf(Object.keys(parts));
const partNamed = (word: string): DayPart => parts[word] ?? 'evening';
/** Before five in the morning, the day that one speaks of is still the one before. */
const livedDay = (now: Now): number => (now.now - now.today < 5 * hourMs ? now.today - dayMs : now.today);

const hourOf = (hour: string, half: string): number => {
  const number = Number(hour);
  if (/^p/.test(half)) return number < 12 ? number + 12 : number;
  if (/^a/.test(half)) return number === 12 ? 0 : number;
  return number;
};
/** Without am or pm, one to six o'clock is after noon. */
const likelyHour = (hour: string): number =>
  Number(hour) >= 1 && Number(hour) < 7 ? Number(hour) + 12 : Number(hour);
const onlyBeside = (of: Period | undefined): Period | undefined => of && { ...of, needsDay: true };

export const englishDays: readonly Atom[] = [
  { source: '(?:the )?day before yesterday', read: (_, now) => dayFromToday(now, -2) },
  { source: '(?:just )?yesterday', read: (_, now) => dayFromToday(now, -1) },
  { source: 'today(?: s)?', read: (_, now) => dayFromToday(now, 0) },
  {
    source: '(?:just )?earlier(?: on)?(?: today)?|so far today',
    read: (_, now) => period(now.today, now.now + minuteMs, 'span'),
  },
  {
    source: 'just now|a (?:moment|minute|second) ago|moments ago|a little while ago|right before',
    read: (_, now) => period(now.now - hourMs, now.now + minuteMs, 'span'),
  },
  {
    source: '(?:the )?night before last',
    read: (_, now) => partOfDay('longNight', now.today - 2 * dayMs),
  },
  {
    source: '(?:last|yesterday) night|overnight',
    read: (_, now) => partOfDay('longNight', now.today - dayMs),
  },
  { source: 'yesterday s', read: (_, now) => dayFromToday(now, -1) },
  {
    source: `last (evening|afternoon|morning)`,
    read: ([word = ''], now) => partOfDay(partNamed(word), now.today - dayMs),
  },
  { source: 'tonight', read: (_, now) => partOfDay('evening', livedDay(now)) },
  {
    source: `(?:earlier )?this ${part}`,
    read: ([word = ''], now) => partOfDay(partNamed(word === 'night' ? 'evening' : word), livedDay(now)),
  },
  {
    source: `(?:in the |during the |the )?(?:early |late )?${part}(?: of)?`,
    read: ([word = '']) => anyDayPart(partNamed(word)),
  },
  {
    source: '(?:at |around |over |during )(noon|midday|lunchtime|lunch time|lunch)',
    read: () => anyDayPart('noon'),
  },
  { source: 'at midnight', read: (_, now) => onlyBeside(clockTime(now, 24)) },
  {
    source: 'the other (?:day|night|evening|morning|afternoon|week|weekend)',
    read: (_, now) => ({
      ...period(now.today - 14 * dayMs, now.today, 'span'),
      vague: true,
    }),
  },
  {
    source:
      '(?:tomorrow|the day after tomorrow)(?: (?:morning|afternoon|evening|night))?|later today|nowadays',
    read: () => toCome,
  },
  {
    source: `(?:on )?(?:every|each|any|most|usual) (?:other |single )?(?:${weekdays.join('|')}|day|week|weekend|month|year|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|christmas|easter|hour|minute)s?(?: (?:morning|afternoon|evening|night)s?)?`,
    read: () => notPast,
  },
  {
    source: `(?:on )?an? (?:${weekdays.join('|')})(?: (?:morning|afternoon|evening|night))?`,
    read: () => notPast,
  },
  {
    source: `(?:on )?(?:${weekdays.join('|')})s|on weekends|on weekdays|in the mornings|in the evenings`,
    read: () => notPast,
  },
  {
    source: `(?:on )?(?:next|this coming|the coming|coming|the following) (?:${weekdays.join('|')})`,
    read: () => toCome,
  },
  {
    source: `(?:on |this past |this |past |last |on the |the )?${englishWeekday}(?: s)?(?: (?:last|gone|past)(?! (?:week|weekend|month|year)))?`,
    read: ([name = ''], now) => weekdayBack(now, englishWeekdayNumber(name)),
  },
  {
    source: `(?:last )${englishWeekday}`,
    read: ([name = ''], now) => {
      const { guessed: _guessed, ...sure } = weekdayBack(now, englishWeekdayNumber(name));
      return sure;
    },
  },
  {
    source: `(\\d+|a couple of) ${englishWeekday}s (?:ago|back)`,
    read: ([count = '', name = ''], now) => weekdayBack(now, englishWeekdayNumber(name), Number(count) || 2),
  },
  {
    source: `(?:on )?${englishWeekday} (?:the )?#?(\\d{1,2})(?! (?:am|pm|o clock|:|days?|weeks?|months?|years?|times|people))`,
    read: ([name = '', day = ''], now) => weekdayAndDay(now, englishWeekdayNumber(name), Number(day)),
  },
  {
    source: `(?:the )?${englishWeekday} before last`,
    read: ([name = ''], now) => weekdayBack(now, englishWeekdayNumber(name), 2),
  },
  {
    source: `a week ago (?:on |last )?${englishWeekday}`,
    read: ([name = ''], now) => weekdayBack(now, englishWeekdayNumber(name), 2),
  },
  {
    source: `(?:on )?the #(\\d+)(?= of (?:last|this|the) (?:month|previous)| (?:i|we|you|he|she|they|did|was|were|at|and|what|who|where)\\b|$)`,
    read: ([day = ''], now) => dayOfMonth(now, Number(day)),
  },
  { source: `(?:the )?#(\\d+)`, inside: true, read: ([day = ''], now) => dayOfMonth(now, Number(day)) },
  {
    source: `(?:at |around |about |by |at around |at about )?(\\d{1,2})(?: [:.] (\\d\\d))? (am|pm|a m|p m)(?: in the (?:morning|afternoon|evening))?`,
    read: ([hour = '', minute = '', half = ''], now) =>
      Number(hour) > 12
        ? undefined
        : clockTime(now, hourOf(hour, half), minute === '' ? undefined : Number(minute)),
  },
  {
    source: `(?:at |around |about |at around |at about )(\\d{1,2})(?: : (\\d\\d)| o clock)?(?: in the (morning|afternoon|evening))?`,
    read: ([hour = '', minute = '', half = ''], now) => {
      const at = half === 'morning' ? Number(hour) : half ? hourOf(hour, 'pm') : likelyHour(hour);
      return at > 24 ? undefined : onlyBeside(clockTime(now, at, minute === '' ? undefined : Number(minute)));
    },
  },
  {
    source: '(?:at )?(half|(?:a )?quarter|\\d{1,2}) (past|to) (\\d{1,2})(?: (am|pm))?',
    read: ([extra = '', side = '', hour = '', half = ''], now) => {
      const minutes = /half/.test(extra) ? 30 : /quarter/.test(extra) ? 15 : Number(extra);
      const whole = (half ? hourOf(hour, half) : likelyHour(hour)) - (side === 'to' ? 1 : 0);
      return onlyBeside(clockTime(now, whole, side === 'to' ? 60 - minutes : minutes));
    },
  },
  {
    source: 'between (\\d{1,2}) and (\\d{1,2}) ?(am|pm)?',
    read: ([first = '', second = '', half = ''], now) => {
      const hours = [first, second].map(hour => clockTime(now, half ? hourOf(hour, half) : likelyHour(hour)));
      return hours[0] && hours[1] && between(hours[0], hours[1]);
    },
  },
];
