/** English lengths back from now: "three days ago", "over the past two months", "recently". */
import { dayMs, minuteMs } from '../../../domain/local-time.ts';
import type { LengthUnit } from './calendar.ts';
import { type Atom, notPast, toCome } from './grammar.ts';
import { ago, type Count, untilNow } from './lengths.ts';
import { type Now, type Period, period } from './period.ts';

const count =
  '(half an?|a quarter of an|(?:a )?(?:good|full|whole|short)(?= (?:week|month|year|hour|few))|an?|one|some(?= (?:days|weeks|months|years))|many|(?:a )?couple(?: of)?|(?:a )?few|several|(?:a )?dozen|\\d+(?: and a half)?|an? (?=\\w+ and a half))';
const unit = '(seconds?|minutes?|mins?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)';
const roughly = '(about |around |roughly |nearly |almost |some |approximately |more or less |or so )?';
const sure = '(?:exactly |just |only |over |more than |well over )?';

const units: Readonly<Record<string, LengthUnit>> = {
  minute: 'minute',
  min: 'minute',
  hour: 'hour',
  day: 'day',
  night: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  decade: 'decade',
};
const unitOf = (word: string): LengthUnit => units[word.replace(/s$/, '')] ?? 'day';

function countOf(words: string, about: boolean): Count {
  if (/couple/.test(words)) return { number: 2, kind: 'about' };
  if (/few|several|some|many/.test(words)) return { number: 4, kind: 'few' };
  if (/quarter/.test(words)) return { number: 0.25, kind: 'exact' };
  const number = /half an?/.test(words)
    ? 0.5
    : /dozen/.test(words)
      ? 12
      : /^\d/.test(words)
        ? Number.parseInt(words, 10) + (/half/.test(words) ? 0.5 : 0)
        : 1;
  return { number, kind: about || /dozen|good|full|whole|short/.test(words) ? 'about' : 'exact' };
}

function lengthAgo(
  now: Now,
  words: string,
  about: boolean,
  unitWord: string,
  exactDay: boolean,
): Period | undefined {
  if (/^second/.test(unitWord)) return undefined;
  const counted = countOf(words, about);
  if (/^fortnight/.test(unitWord))
    return ago(now, { ...counted, number: counted.number * 2 }, 'week', exactDay);
  return ago(now, counted, unitOf(unitWord), exactDay);
}

export const englishLengths: readonly Atom[] = [
  {
    source: `${roughly}${sure}${count} ${unit}( and a half)?(?: or so)? (?:ago|back|earlier|before(?! (?:\\w)))( today| to the day| exactly)?`,
    read: ([about = '', words = '', unitWord = '', half = '', exact = ''], now) =>
      lengthAgo(
        now,
        half ? `${Number.parseInt(words, 10) || 1} and a half` : words,
        about !== '',
        unitWord,
        exact !== '',
      ),
  },
  {
    source: `(?:(?:in|over|during|for|within|throughout) )?(?:the|these|this) (?:last|past) (?:(\\d+|few|couple(?: of)?|several|half) )?${unit}`,
    read: ([words = '', unitWord = ''], now) =>
      /^(second|night)/.test(unitWord)
        ? undefined
        : untilNow(
            now,
            words === '' ? { number: 1, kind: 'exact' } : countOf(words, false),
            unitOf(unitWord),
          ),
  },
  {
    source: `(?:in|over|during|for) (?:the )?(?:last|past) (\\d+|few|couple(?: of)?|several) ${unit}`,
    read: ([words = '', unitWord = ''], now) => untilNow(now, countOf(words, false), unitOf(unitWord)),
  },
  {
    source: '(days|weeks|months|years) (?:ago|back)',
    read: ([unitWord = ''], now) => ago(now, { number: 4, kind: 'few' }, unitOf(unitWord)),
  },
  {
    source: `(?:less than|within) ${count} ${unit} ago`,
    read: ([words = '', unitWord = ''], now) => untilNow(now, countOf(words, false), unitOf(unitWord)),
  },
  {
    source: `since ${count} ${unit}(?: ago)?`,
    read: ([words = '', unitWord = ''], now) => untilNow(now, countOf(words, false), unitOf(unitWord)),
  },
  {
    source:
      '(?:just |only |most |quite |more )?recently|lately|of late|in recent (?:days|weeks|months)|these (?:past )?days|not (?:so |too |very )?long ago',
    read: (_, now) => ({ ...period(now.today - 30 * dayMs, now.now + minuteMs, 'span'), vague: true }),
  },
  {
    source: `in (?:about )?${count} ${unit}(?: from now| s time| time)?|${count} ${unit} from now`,
    read: () => toCome,
  },
  {
    source: `(?:for|within|every|takes|took|lasts?|lasted) (?:about |the next )?${count} ${unit}|${count} ${unit} old`,
    read: () => notPast,
  },
];
