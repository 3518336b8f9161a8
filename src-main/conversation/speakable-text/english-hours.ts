/** Times of day and durations as English says them: "three thirty PM", "nine o’clock". */
import type { NumberReader } from './number-reader.ts';
import type { Rule } from './rule.ts';

const half = String.raw`(?: ?([ap])(?:\.\s?m\.?|m)(?![\p{L}\p{N}]))`;

export function englishHourRules(reader: NumberReader): readonly Rule[] {
  const minutes = (minute: string): string =>
    minute.startsWith('0') ? `oh ${reader.cardinal(minute)}` : reader.cardinal(minute);
  const count = (digits: string, one: string): string =>
    `${reader.cardinal(digits)} ${one}${Number(digits) === 1 ? '' : 's'}`;
  const clock = (hour: string, minute: string): string => {
    if (minute !== '00') return `${reader.cardinal(hour)} ${minutes(minute)}`;
    if (Number(hour) > 12) return `${reader.cardinal(hour)} hundred`;
    return Number(hour) === 0 ? 'midnight' : `${reader.cardinal(hour)} o’clock`;
  };
  const halfWord = (letter: string): string => `${letter.toUpperCase()}M`;
  /** The point of "p.m." may end the sentence as well. */
  const ending = (match: RegExpExecArray): string => {
    const after = match.input.slice(match.index + match[0].length);
    return match[0].endsWith('.') && /^\s*$|^\s+(?:\p{Lu}\p{Ll}|[IA]\s)/u.test(after) ? '.' : '';
  };
  return [
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}\d.,:])(\d{1,2})(?:[:.]([0-5]\d))?(?::[0-5]\d)?${half}`,
        'giu',
      ),
      say(match) {
        const [, hour = '', minute = '00', letter = ''] = match;
        if (Number(hour) > 24) return undefined;
        const time = minute === '00' ? reader.cardinal(hour) : `${reader.cardinal(hour)} ${minutes(minute)}`;
        return `${time} ${halfWord(letter)}${ending(match)}`;
      },
    },
    {
      // "9 to 5 pm", "9–11 am": the first hour stands alone.
      pattern: /(?<=\d ?)[ap]\.m\.(?!\p{L})/giu,
      say: ([letters]) => letters.replace(/\./g, '').toUpperCase(),
    },
    {
      pattern: /(?<![\p{L}\d.,:])(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])/gu,
      say: ([, hour = '', minute = '', second = '']) =>
        [count(hour, 'hour'), count(minute, 'minute'), count(second, 'second')].join(' '),
    },
    {
      pattern:
        /(?<![\p{L}\d.,:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:]|[.,]\d)(?: ?(?:o['’]clock|h(?:ours|rs)?(?!\p{L})))?/gu,
      say: ([, hour = '', minute = '']) => clock(hour, minute),
    },
    {
      pattern:
        /(?<![\p{L}\d.,:])(\d{1,4}) ?h(?:rs?)? ?([0-5]?\d) ?(?:mins?|m)?(?![\p{L}\d])(?: ?([0-5]?\d) ?s(?:ec)?(?![\p{L}\d]))?/gu,
      say: ([, hour = '', minute = '', second]) =>
        `${count(hour, 'hour')} ${count(String(Number(minute)), 'minute')}${second === undefined ? '' : ` ${count(second, 'second')}`}`,
    },
    {
      pattern: /(?<![\p{L}\d.,:])(\d{1,4}) ?m(?:in)? ?([0-5]?\d) ?s(?:ec)?(?![\p{L}\d])/gu,
      say: ([, minute = '', second = '']) => `${count(minute, 'minute')} ${count(second, 'second')}`,
    },
    {
      pattern: /(?<![\p{L}\d.,:])(\d{1,3}):(\d{1,3})(?![\d:]|[.,]\d)/gu,
      say: ([, first = '', second = '']) => `${reader.cardinal(first)} to ${reader.cardinal(second)}`,
    },
  ];
}
