/** Dates as French says them: "le trois avril deux mille vingt-cinq", "premier mai". */
import { type CalendarDate, calendarDate, dayRange } from './calendar.ts';
import type { NumberReader } from './number-reader.ts';
import { notInWord, oneOf, type Rule, wordEnds } from './rule.ts';

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const shortMonths: Readonly<Record<string, string>> = {
  janv: 'janvier',
  jan: 'janvier',
  févr: 'février',
  fév: 'février',
  fevr: 'février',
  avr: 'avril',
  juil: 'juillet',
  sept: 'septembre',
  oct: 'octobre',
  nov: 'novembre',
  déc: 'décembre',
  dec: 'décembre',
};
const shortDays: Readonly<Record<string, string>> = {
  lun: 'lundi',
  mar: 'mardi',
  mer: 'mercredi',
  jeu: 'jeudi',
  ven: 'vendredi',
  sam: 'samedi',
  dim: 'dimanche',
};

export function frenchDateRules(reader: NumberReader): readonly Rule[] {
  const year = (digits: string): string => reader.cardinal(digits);
  const say = (date: CalendarDate | undefined): string | undefined => {
    if (date === undefined) return undefined;
    const day =
      date.day === undefined ? '' : `${date.day === 1 ? 'premier' : reader.cardinal(String(date.day))} `;
    return `${day}${months[date.month - 1]}${date.year === undefined ? '' : ` ${year(date.year)}`}`;
  };
  const monthNames = oneOf([...months, 'fevrier', 'aout', 'decembre']);
  const short = oneOf(Object.keys(shortMonths));
  return [
    {
      pattern:
        /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d/-])/gu,
      say([, y = '', month = '', day = '', hour, minute]) {
        const date = say(calendarDate(day, month, y));
        return date && hour !== undefined ? `${date} à ${hour} h ${minute}` : date;
      },
    },
    {
      pattern: /(?<![\d/.,-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|[.,]\d)/gu,
      say: ([, day = '', mark, month = '', y = '']) =>
        mark !== '/' && (y.length === 2 || day.length + month.length < 3)
          ? undefined
          : say(calendarDate(day, month, y)),
    },
    {
      pattern:
        /(?<=(?<!\p{L})(?:[Ll]e|[Dd]u|[Aa]u|[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche|avant le|et le) )(\d{1,2})\/(\d{1,2})(?![\d/]|[.,]\d)/gu,
      say: ([, day = '', month = '']) => say(calendarDate(day, month)),
    },
    {
      pattern:
        /(?<=(?<!\p{L})(?:[Ee]n|[Dd]epuis|[Dd]e|[Dd]ès|[Ff]in|[Dd]ébut) )(0[1-9]|1[0-2])\/((?:19|20)\d{2})(?![\d/]|[.,]\d)/gu,
      say: ([, month = '', y = '']) => say({ month: Number(month), year: y }),
    },
    {
      pattern: new RegExp(
        String.raw`(?<=\d(?:er)? |${notInWord}(?:${oneOf(Object.values(shortDays))}) )(${short})(?:\.|(?= \d{4})|(?=[,;)]|$))|${notInWord}(${short})\.(?= (?:19|20)\d\d)`,
        'giu',
      ),
      say: ([, name, other]) => shortMonths[(name ?? other ?? '').toLowerCase()],
    },
    {
      pattern: new RegExp(
        String.raw`${notInWord}(${oneOf(Object.keys(shortDays))})\.(?= \d{1,2}(?:er)? )`,
        'giu',
      ),
      say: ([, name = '']) => shortDays[name.toLowerCase()],
    },
    {
      pattern: new RegExp(String.raw`(?<![\p{L}\d.,/-])0?1(?= (?:${monthNames})${wordEnds})`, 'giu'),
      say: () => 'premier',
    },
    {
      pattern: new RegExp(String.raw`(?<![\p{L}\d.,/-])0([2-9])(?= (?:${monthNames})${wordEnds})`, 'giu'),
      say: ([, day = '']) => reader.cardinal(day),
    },
    // "Les années quatre-vingt" takes no s, for it is a name and not a count.
    {
      pattern:
        /(?<=(?<!\p{L})(?:[Aa]nnées?|[Aa]n|[Pp]ages?|[Cc]hapitres?|[Nn]uméros?|p\.|n°) )(\d{0,4}80|\d{1,2}00)(?![\d.,]\d|\d|[ ](?:\d|%|€|h))/gu,
      say: ([, digits = '']) => reader.cardinal(digits).replace(/(?<=vingt|cent)s$/, ''),
    },
  ];
}

/** Names of days that stand without a figure. */
export const frenchDayRules: readonly Rule[] = [dayRange(shortDays, ' à ')];
