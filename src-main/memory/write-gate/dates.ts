/** Finds a date or a time in folded words and gives it as local ISO: "le 4 mai", "next tuesday at 5 pm", "depuis 2019". */
import { civilOf, dayMs, hourMs, isoDate, isoMinute, midnightOf } from '../../domain/local-time.ts';
import {
  type Cursor,
  dateIso,
  days,
  readDay,
  readDayAndMonth,
  writtenDate,
  yearAt,
} from './dates/calendar.ts';
import { type ClockTime, readClock } from './dates/clock.ts';
import type { FoundDate } from './dates/found-date.ts';
import { readFrequency, readHabit, readRelative } from './dates/relative.ts';
import { isGoneBy } from './dates/tense.ts';
import { endsSentence, type Words } from './tokens.ts';

export type { FoundDate } from './dates/found-date.ts';
export { readCount, shift } from './dates/relative.ts';

export interface Moment {
  readonly nowMs: number;
  readonly zone: string;
}

const civils = new WeakMap<Moment, number>();
/** The local clock of a moment; a time zone is asked but once for a sentence, and only where a date needs it. */
export function civilNow(moment: Moment): number {
  const known = civils.get(moment);
  if (known !== undefined) return known;
  const civil = civilOf(moment.nowMs, moment.zone);
  civils.set(moment, civil);
  return civil;
}

/** The date expressions of a sentence, in their order, not overlapping. */
export function datesIn(words: Words, moment: Moment | undefined): readonly FoundDate[] {
  const cursor: Cursor = {
    words,
    list: words.tokens.map(({ w }) => w),
    get now() {
      return moment && civilNow(moment);
    },
    isPast: (from, to) => isGoneBy(words, from, to),
  };
  const found: FoundDate[] = [];
  for (let at = 0; at < cursor.list.length; at++) {
    const alone = clockAlone(cursor, at, found);
    if (alone) {
      at = alone.to - 1;
      found.push(alone);
      continue;
    }
    const date = readDate(cursor, at);
    if (!date) continue;
    const last = found.at(-1);
    const timed = withTime(cursor, date);
    // "At 2 pm on Friday": the hour that stood before belongs to it.
    if (last?.isHourAlone && last.to === date.from && timed.iso?.length === 10)
      found[found.length - 1] = {
        from: last.from,
        to: timed.to,
        iso: `${timed.iso}${last.iso?.slice(10) ?? ''}`,
      };
    else found.push(timed);
    at = Math.max(at, timed.to - 1);
  }
  return found;
}

const openers =
  /^(?:le|la|les|on|the|in|en|au|du|from|ce|cette|this|next|last|dans|il|every|tous|toutes|chaque|each|de|for|at|a|by|pour|vers|around|coming|avant|before)$/;

function readDate(cursor: Cursor, at: number): FoundDate | undefined {
  const { list: w, words } = cursor;
  const word = w[at] ?? '';
  const language = words.language;
  const done = (to: number, iso?: string, more: Partial<FoundDate> = {}): FoundDate => ({
    from: at,
    to,
    ...(iso !== undefined && { iso }),
    ...more,
  });
  const written = /^(\d{1,4})[/-](\d{1,2})[/-](\d{1,4})$/.exec(word);
  if (written) return done(at + 1, writtenDate(written, language));
  if (/^(?:every|each|tous|toutes|chaque)$/.test(word)) return readHabit(cursor, at);
  const often = readFrequency(cursor, at);
  if (often) return often;
  const relative = readRelative(cursor, at);
  if (relative) return relative;
  if (openers.test(word) && at + 1 < w.length) {
    const inner =
      readAbsolute(cursor, at + 1) ??
      (/^(?:le|la|les)$/.test(w[at + 1] ?? '') ? readAbsolute(cursor, at + 2) : undefined);
    if (inner && /^(?:le|on|the|in|en|au|ce|dans|by|pour|vers|around|avant|before|de|du|a|from)$/.test(word))
      return { ...inner, from: at };
    if (inner && /^(?:this|next|coming|cette)$/.test(word)) return { ...inner, from: at };
    if (inner && word === 'last') return { ...inner, from: at };
  }
  return readAbsolute(cursor, at);
}

/** A weekday, "4 mai 1990", "May the 4th", "mai 2020", a year, "le 12". */
function readAbsolute(cursor: Cursor, at: number): FoundDate | undefined {
  const { list: w, words } = cursor;
  const { language } = words;
  const day = days[language].indexOf(w[at] ?? '');
  if (day >= 0) return weekday(cursor, at, day);
  const plural = days[language].indexOf((w[at] ?? '').replace(/s$/, ''));
  if (plural >= 0) return { from: at, to: at + 1, isHabit: true };
  const range = readRange(cursor, at);
  if (range) return range;
  const named = readDayAndMonth(cursor, at);
  if (named) {
    const year = yearAt(cursor, named.to + (w[named.to] === ',' ? 1 : 0));
    const to = year ? year.to : named.to;
    const iso = dateIso(cursor, at, named, year?.value);
    return { from: at, to, ...(iso && { iso }) };
  }
  const year = yearAt(cursor, at);
  const before = w[at - 1] ?? '';
  const leads = /^(?:en|in|depuis|since|until|jusque|of|de|from|annee|year|by|avant|before|to|a)$/.test(
    before,
  );
  return year && leads ? { from: at, to: year.to, iso: String(year.value) } : undefined;
}

function weekday(cursor: Cursor, at: number, day: number): FoundDate {
  const { list: w, now } = cursor;
  const after = w[at + 1] ?? '';
  const isPast = /^(?:dernier|derniere|passe|passee)$/.test(after);
  const isNext = /^(?:prochain|prochaine)$/.test(after);
  let to = at + (isPast || isNext ? 2 : 1);
  if (after === 'en' && w[at + 2] === 'huit') to = at + 3;
  while (/^(?:morning|afternoon|evening|night|matin|soir|midi)$/.test(w[to] ?? '')) to++;
  if (/^(?:mornings|evenings|afternoons|nights)$/.test(w[to] ?? ''))
    return { from: at, to: to + 1, isHabit: true };
  if (w[to] === 'apres' && w[to + 1] === 'midi') to += 2;
  // "le mardi" is every Tuesday; "le mardi 4 mai" and "mardi" are one.
  if (w[at - 1] === 'le' && !isPast && !isNext && cursor.words.language === 'fr') {
    const named = readDayAndMonth(cursor, at + 1);
    if (!named) return { from: at, to, isHabit: true };
    const iso = dateIso(cursor, at, named, yearAt(cursor, named.to)?.value);
    return { from: at, to: named.to, ...(iso && { iso }) };
  }
  const full = readDayAndMonth(cursor, w[at + 1] === ',' || w[at + 1] === 'the' ? at + 2 : at + 1);
  if (full?.day !== undefined) {
    const iso = dateIso(cursor, at, full, yearAt(cursor, full.to)?.value);
    return { from: at, to: full.to, ...(iso && { iso }) };
  }
  if (now === undefined) return { from: at, to };
  const today = new Date(now).getUTCDay();
  const ahead = (day - today + 7) % 7 || 7;
  const extra = after === 'en' ? 7 : 0;
  // On a Saturday neither "last Saturday" nor "we went on Saturday" is today.
  const isGone = isPast || (!isNext && extra === 0 && cursor.isPast(at, at + 1));
  const by = isGone ? ahead - 7 || -7 : ahead + extra;
  return { from: at, to, iso: isoDate(now + by * dayMs) };
}

/** "du 5 au 15 août", "from the 5th to the 15th of May": it begins on the first. */
function readRange(cursor: Cursor, at: number): FoundDate | undefined {
  const { list: w } = cursor;
  const first = readDay(cursor, at);
  if (!first || !/^(?:au|to|until|till)$/.test(w[first.to] ?? '')) return undefined;
  const last = readDayAndMonth(cursor, first.to + (w[first.to + 1] === 'the' ? 2 : 1));
  if (last?.day === undefined) return undefined;
  const year = yearAt(cursor, last.to);
  const iso = dateIso(cursor, at, { ...last, day: first.value }, year?.value);
  return { from: at, to: year?.to ?? last.to, ...(iso && { iso }) };
}

/** A time of day right after the date ("mardi à 15h", "tomorrow at 5 pm"). */
function withTime({ words }: Cursor, date: FoundDate): FoundDate {
  if (date.isHabit) return date;
  const comma = words.tokens[date.to]?.w === ',' ? 1 : 0;
  const time = readClock(words, date.to + comma, false);
  if (!time) return date;
  const iso = date.iso?.length === 10 ? atTime(date.iso, time) : date.iso;
  return { ...date, to: time.to, ...(iso && { iso }) };
}

/** An hour from one to six that nothing tells more of is in the afternoon. */
const minutesOf = ({ hour, minute, isOpen }: ClockTime): number =>
  (isOpen && hour >= 1 && hour <= 6 ? hour + 12 : hour) * hourMs + minute * 60_000;
const atTime = (day: string, time: ClockTime): string =>
  isoMinute(Date.parse(`${day}T00:00:00Z`) + minutesOf(time));

/** "Friday I have an interview at 2 pm": the hour stands apart from its day, and is given to it; without a day it is today's. */
function clockAlone({ words, now }: Cursor, from: number, found: FoundDate[]): FoundDate | undefined {
  const time = readClock(words, from, true);
  if (!time) return undefined;
  const last = found.at(-1);
  const isApart = last !== undefined && words.tokens.slice(last.to, from).some(({ w }) => endsSentence(w));
  if (last?.iso?.length === 10 && !last.isHabit && !isApart) {
    found[found.length - 1] = { ...last, iso: atTime(last.iso, time) };
    return { from, to: time.to };
  }
  if (last && !isApart) return { from, to: time.to };
  const iso = now === undefined ? undefined : isoMinute(midnightOf(now) + minutesOf(time));
  return { from, to: time.to, isHourAlone: true, ...(iso && { iso }) };
}
