/** Hours and durations as French says them: "quinze heures trente", "une heure vingt minutes". */
import { frenchFeminine } from './cardinals-french.ts';
import type { NumberReader } from './number-reader.ts';
import type { Rule } from './rule.ts';

export function frenchHourRules(reader: NumberReader): readonly Rule[] {
  const feminine = (digits: string): string => frenchFeminine(reader.cardinal(digits));
  const count = (digits: string, one: string): string =>
    `${feminine(digits)} ${one}${Number(digits) > 1 ? 's' : ''}`;
  const clock = (hour: string, minute: string): string =>
    Number(minute) === 0 ? count(hour, 'heure') : `${count(hour, 'heure')} ${feminine(minute)}`;
  const isClock = (hour: string, minute: string): boolean => Number(hour) <= 24 && Number(minute) < 60;
  return [
    {
      pattern: /(?<![\p{L}\d.,:])(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])/gu,
      say: ([, hour = '', minute = '', second = '']) =>
        `${count(hour, 'heure')} ${count(minute, 'minute')} ${count(second, 'seconde')}`,
    },
    {
      pattern:
        /(?<![\p{L}\d.,:])(\d{1,2}) ?(?:h|H|:) ?([0-5]\d)(?! ?(?:min|mn|m(?![\p{L}\d])|['′])|[\d:]|[.,]\d)/gu,
      say: ([whole, hour = '', minute = '']) =>
        isClock(hour, minute) || /h/i.test(whole) ? clock(hour, minute) : undefined,
    },
    {
      pattern:
        /(?<![\p{L}\d.,:])(\d{1,4}) ?(?:h|H) ?([0-5]?\d) ?(?:min|mn|m)(?![\p{L}\d])(?: ?([0-5]?\d) ?s(?:ec)?(?![\p{L}\d]))?/gu,
      say: ([, hour = '', minute = '', second]) =>
        `${count(hour, 'heure')} ${count(minute, 'minute')}${second === undefined ? '' : ` ${count(second, 'seconde')}`}`,
    },
    {
      pattern: /(?<![\p{L}\d.,:])(\d{1,4}) ?(?:min|mn) ?([0-5]?\d)(?: ?s(?:ec)?)?(?![\p{L}\d]|[.,]\d)/gu,
      say: ([, minute = '', second = '']) =>
        Number(second) === 0
          ? count(minute, 'minute')
          : `${count(minute, 'minute')} ${count(second, 'seconde')}`,
    },
    {
      pattern: /(?<![\p{L}\d.,:])(\d{1,6}):(\d{1,7})(?![\d:]|[.,]\d)/gu,
      say: ([, first = '', second = '']) => `${reader.cardinal(first)} pour ${reader.cardinal(second)}`,
    },
    {
      pattern: /(?<![\p{L}\d.,:])([12]) ?m ?(\d{2})(?![\d\p{L}]|[.,]\d)/gu,
      say: ([, meters = '', rest = '']) =>
        `${reader.cardinal(meters)} mètre${meters === '1' ? '' : 's'} ${reader.cardinal(rest)}`,
    },
    {
      pattern: /(?<![\p{L}\d.,:])(\d{1,4}) ?(?:h|H)(?![\p{L}\d'’])/gu,
      say: ([, hour = '']) => count(hour, 'heure'),
    },
  ];
}
