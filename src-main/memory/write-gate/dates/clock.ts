/** Times of day: "at half past four", "15h30", "à quatre heures et demie", "three in the afternoon". */
import { readNumber } from '../../../domain/spoken-numbers.ts';
import type { Words } from '../tokens.ts';

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** Token after it. */
  readonly to: number;
  /** Nothing tells whether it is before or after noon. */
  readonly isOpen: boolean;
}

interface Reading {
  readonly hour: number;
  readonly minute: number;
  readonly to: number;
  /** "half past", "heures", ":": it can be nothing but a time. */
  readonly isSure: boolean;
  readonly isOpen: boolean;
}

const leads = /^(?:at|a|vers|around|about|pour|by|from|de|before|avant|les)$/;

/** The time that begins at token `at`, with "at" or "à" before it or not. `isLed`: only with it. */
export function readClock(words: Words, at: number, isLed: boolean): ClockTime | undefined {
  const w = (i: number): string => words.tokens[i]?.w ?? '';
  let from = at;
  while (from < at + 2 && leads.test(w(from))) from++;
  const hasLead = from > at && !/^(?:les|de|from|before|avant)$/.test(w(at));
  if (isLed && !hasLead) return undefined;
  const read = readNamed(w, from, words) ?? readHour(w, from, words);
  if (!read || (!read.isSure && from === at)) return undefined;
  const half = halfOfDay(w, read.to);
  if (read.hour > 23 || read.minute > 59 || (half && read.hour > 12)) return undefined;
  const hour = half ? (read.hour % 12) + (half.isLate ? 12 : 0) : read.hour;
  return { hour, minute: read.minute, to: half?.to ?? read.to, isOpen: read.isOpen && !half };
}

type WordAt = (i: number) => string;

/** Noon and midnight; "half past four", "ten to six". */
function readNamed(w: WordAt, at: number, words: Words): Reading | undefined {
  const named = /^(?:(noon|midi)|(?:midnight|minuit))$/.exec(w(at));
  if (named) {
    const past = words.language === 'fr' ? frenchPast(w, at + 1, words) : undefined;
    return {
      hour: named[1] ? 12 : 0,
      minute: 0,
      to: at + 1,
      isSure: true,
      isOpen: false,
      ...shiftedBy(named[1] ? 12 : 24, past),
    };
  }
  return words.language === 'en' ? readEnglishPast(w, at, words) : undefined;
}

/** "half past four", "half four", "a quarter to six", "twenty past nine". */
function readEnglishPast(w: WordAt, at: number, words: Words): Reading | undefined {
  const from = w(at) === 'a' ? at + 1 : at;
  const named = /^(?:(half)|quarter)$/.exec(w(from));
  const count = named ? { value: named[1] ? 30 : 15, length: 1 } : wholeNumber(words, from);
  if (!count || count.value > 59) return undefined;
  let next = from + count.length;
  if (/^minutes?$/.test(w(next))) next++;
  const link = /^(?:(past|after)|(?:to|before|till))$/.exec(w(next));
  if (!link && w(from) !== 'half') return undefined;
  const hour = link ? hourAt(w, next + 1, words) : hourAt(w, next, words);
  if (!hour || hour.value > 12) return undefined;
  const isTo = link !== null && link[1] === undefined;
  const to = /^o'clock$/.test(w(hour.to)) ? hour.to + 1 : hour.to;
  const value = isTo ? (hour.value + 23) % 24 : hour.value;
  return {
    hour: value,
    minute: isTo ? 60 - count.value : count.value,
    to,
    isSure: true,
    isOpen: hour.value < 13,
  };
}

function hourAt(w: WordAt, at: number, words: Words): { value: number; to: number } | undefined {
  const named = /^(?:(noon)|midnight)$/.exec(w(at));
  if (named) return { value: named[1] ? 12 : 0, to: at + 1 };
  const read = wholeNumber(words, at);
  return read && { value: read.value, to: at + read.length };
}

/** "15h30", "4:30 pm", "five o'clock", "quatre heures et demie". */
function readHour(w: WordAt, at: number, words: Words): Reading | undefined {
  const joined = /^(\d{1,2})(?:h(\d\d)?|\.(\d\d)|(am|pm))$/.exec(w(at));
  if (joined) {
    const minute = Number(joined[2] ?? joined[3] ?? 0);
    if (joined[4] === undefined) {
      const past =
        joined[2] === undefined && words.language === 'fr' ? frenchPast(w, at + 1, words) : undefined;
      return {
        hour: Number(joined[1]),
        minute,
        to: at + 1,
        isSure: joined[3] === undefined,
        isOpen: false,
        ...shiftedBy(Number(joined[1]), past),
      };
    }
    return {
      hour: (Number(joined[1]) % 12) + (joined[4] === 'pm' ? 12 : 0),
      minute,
      to: at + 1,
      isSure: true,
      isOpen: false,
    };
  }
  const read = wholeNumber(words, at);
  if (!read || read.value > 24) return undefined;
  const hour = read.value === 24 ? 0 : read.value;
  const isFigure = /^\d/.test(w(at));
  const isOpen = !/^0/.test(w(at)) && hour > 0 && (words.language === 'en' || !isFigure);
  let to = at + read.length;
  if (w(to) === ':' && /^\d\d$/.test(w(to + 1)) && isFigure)
    return {
      hour,
      minute: Number(w(to + 1)),
      to: to + 2,
      isSure: true,
      isOpen: isOpen && words.language === 'en',
    };
  const sign = /^(?:h|heures?|o'clock)$/.test(w(to));
  if (!sign && words.language === 'fr') {
    return { hour, minute: 0, to, isSure: false, isOpen: false };
  }
  if (sign) to++;
  if (words.language === 'fr') {
    const past = frenchPast(w, to, words);
    return { hour, minute: 0, to, isSure: true, isOpen: isOpen && hour < 5, ...shiftedBy(hour, past) };
  }
  const minutes = sign ? undefined : wholeNumber(words, to);
  const isMinute = minutes !== undefined && minutes.value >= 5 && minutes.value < 60 && !/^\d$/.test(w(to));
  return isMinute && !isYearLike(read.value, minutes.value, isFigure)
    ? { hour, minute: minutes.value, to: to + minutes.length, isSure: false, isOpen }
    : { hour, minute: 0, to, isSure: sign || /^(?:am|pm)$/.test(w(to)), isOpen };
}

/** "At twenty nineteen" is no time of day that anybody says. */
const isYearLike = (hour: number, minute: number, isFigure: boolean): boolean =>
  !isFigure && hour >= 19 && minute < 31 && hour !== minute;

interface Past {
  readonly minutes: number;
  readonly to: number;
}
const shiftedBy = (hour: number, past: Past | undefined) =>
  past && {
    hour: (((hour + Math.floor(past.minutes / 60)) % 24) + 24) % 24,
    minute: ((past.minutes % 60) + 60) % 60,
    to: past.to,
  };

/** Behind the hour: "et demie", "et quart", "moins le quart", "moins dix", "trente". */
function frenchPast(w: WordAt, at: number, words: Words): Past | undefined {
  if (w(at) === 'et' && /^demie?$/.test(w(at + 1))) return { minutes: 30, to: at + 2 };
  if (w(at) === 'et' && w(at + 1) === 'quart') return { minutes: 15, to: at + 2 };
  if (w(at) === 'moins' && w(at + 1) === 'le' && w(at + 2) === 'quart') return { minutes: -15, to: at + 3 };
  const isBefore = w(at) === 'moins';
  const read = wholeNumber(words, at + (isBefore ? 1 : 0));
  const isClear =
    read &&
    read.value >= 5 &&
    read.value < 60 &&
    !/^(?:jours?|ans|minutes|euros|personnes)$/.test(w(at + read.length + (isBefore ? 1 : 0)));
  if (!isClear) return undefined;
  return { minutes: isBefore ? -read.value : read.value, to: at + read.length + (isBefore ? 1 : 0) };
}

interface Half {
  readonly isLate: boolean;
  readonly to: number;
}
/** "pm", "in the afternoon", "du soir". */
function halfOfDay(w: WordAt, at: number): Half | undefined {
  const short = /^(?:(pm)|am)$/.exec(w(at));
  if (short) return { isLate: short[1] !== undefined, to: at + 1 };
  if (/^[ap]$/.test(w(at)) && w(at + 1) === '.' && w(at + 2) === 'm')
    return { isLate: w(at) === 'p', to: at + 3 };
  if (w(at) === 'in' && w(at + 1) === 'the' && /^(?:morning|afternoon|evening)$/.test(w(at + 2)))
    return { isLate: w(at + 2) !== 'morning', to: at + 3 };
  if (w(at) === 'at' && w(at + 1) === 'night') return { isLate: true, to: at + 2 };
  if (w(at) === 'du' && /^(?:matin|soir)$/.test(w(at + 1)))
    return { isLate: w(at + 1) === 'soir', to: at + 2 };
  if (w(at) === 'de' && w(at + 1) === 'le' && w(at + 2) === 'apres')
    return { isLate: true, to: at + (w(at + 3) === 'midi' ? 4 : 3) };
  return undefined;
}

function wholeNumber({ tokens, language }: Words, at: number): { value: number; length: number } | undefined {
  const list = tokens.slice(at, at + 3).map(({ w }) => w);
  if (/^\d{1,2}$/.test(list[0] ?? '')) return { value: Number(list[0]), length: 1 };
  if (/^(?:une|one)$/.test(list[0] ?? '')) return { value: 1, length: 1 };
  const read = readNumber(list, 0, language);
  return read && Number.isInteger(read.value) && read.value >= 0 ? read : undefined;
}
