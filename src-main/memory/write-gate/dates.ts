/** Finds a date or a time in folded words and gives it as local ISO: "le 4 mai", "next tuesday at 5 pm", "depuis 2019". */
import type { Language } from '../../domain/language.ts';
import { civilOf, dayMs, hourMs, isoDate, isoMinute, midnightOf } from '../../domain/local-time.ts';
import { readNumber } from '../../domain/spoken-numbers.ts';
import type { Words } from './tokens.ts';

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

export interface FoundDate {
  /** `2026-11-24`, `2026-11-24T17:00`, `2019-05` or `2019`; absent where it needs a now that was not given. */
  readonly iso?: string;
  /** First token and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** A day that comes back ("every Tuesday"). */
  readonly isHabit?: boolean;
}

const list = (words: string): readonly string[] => words.split(' ');
const months: Readonly<Record<Language, readonly string[]>> = {
  fr: list('janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'),
  en: list('january february march april may june july august september october november december'),
};
const days: Readonly<Record<Language, readonly string[]>> = {
  fr: list('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  en: list('sunday monday tuesday wednesday thursday friday saturday'),
};
const ordinals: Readonly<Record<Language, readonly string[]>> = {
  fr: list('zero premier deux trois quatre cinq'),
  en: list(
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  ),
};
const unitDays: Readonly<Record<string, number>> = {
  day: 1,
  days: 1,
  jour: 1,
  jours: 1,
  week: 7,
  weeks: 7,
  semaine: 7,
  semaines: 7,
}; // prettier-ignore
const unitMonths: Readonly<Record<string, number>> = {
  month: 1,
  months: 1,
  mois: 1,
  year: 12,
  years: 12,
  an: 12,
  ans: 12,
  annee: 12,
  annees: 12,
}; // prettier-ignore

interface Cursor {
  readonly words: Words;
  readonly list: readonly string[];
  readonly now: number | undefined;
}

/** The date expressions of a sentence, in their order, not overlapping. */
export function datesIn(words: Words, moment: Moment | undefined): readonly FoundDate[] {
  const cursor: Cursor = {
    words,
    list: words.tokens.map(({ w }) => w),
    get now() {
      return moment && civilNow(moment);
    },
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
    found.push(withTime(cursor, date));
    at = Math.max(at, (found.at(-1)?.to ?? 0) - 1);
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
  const relative = readRelative(cursor, at);
  if (relative) return relative;
  if (openers.test(word) && at + 1 < w.length) {
    const inner =
      readAbsolute(cursor, at + 1) ??
      (/^(?:le|la|les)$/.test(w[at + 1] ?? '') ? readAbsolute(cursor, at + 2) : undefined);
    if (inner && /^(?:le|on|the|in|en|au|ce|dans|by|pour|vers|around|avant|before|de|du|a|from)$/.test(word))
      return { ...inner, from: at };
    if (inner && /^(?:this|next|coming|cette)$/.test(word)) return { ...inner, from: at };
    if (inner && word === 'last') return shifted(cursor, { ...inner, from: at }, -1);
  }
  return readAbsolute(cursor, at);
}

function readHabit({ list: w, words }: Cursor, at: number): FoundDate | undefined {
  const joint = /^(?:les|other|single|deux)$/.test(w[at + 1] ?? '') ? 2 : 1;
  const day = (w[at + joint] ?? '').replace(/s$/, '');
  const isTime =
    days[words.language].includes(day) ||
    /^(?:day|morning|evening|night|week|year|month|summer|winter|jour|matin|soir|semaine|moi|annee|an|ete|hiver|nuit|midi|noel|end|sunday|afternoon|apres|vacance)$/.test(
      day,
    );
  if (!isTime) return undefined;
  let to = at + joint + 1;
  while (/^(?:morning|evening|night|afternoon|matin|soir|midi|end)$/.test(w[to] ?? '')) to++;
  return { from: at, to, isHabit: true };
}

/** Tomorrow, in three days, next week, two years ago, since for years. */
function readRelative(cursor: Cursor, at: number): FoundDate | undefined {
  const { list: w, now, words } = cursor;
  const rest = words.line.slice(words.offsets[at]);
  const fixed = fixedRelative.find(([pattern]) => pattern.test(rest));
  if (fixed) {
    const length = (fixed[0].exec(rest)?.[0] ?? '').trim().split(' ').length;
    const iso = now === undefined ? undefined : relativeIso(now, fixed[1], fixed[2]);
    return { from: at, to: at + length, ...(iso && { iso }) };
  }
  const isIn = w[at] === 'in' || w[at] === 'dans';
  const isAgo = w[at] === 'il' && w[at + 1] === 'y' && w[at + 2] === 'a';
  const from = isIn ? at + 1 : isAgo ? at + 3 : at;
  const count = readCount(cursor, from);
  if (!count) return undefined;
  const unit = w[count.to] ?? '';
  const ago = isAgo || w[count.to + 1] === 'ago';
  if (!isIn && !ago) return undefined;
  const iso = now === undefined ? undefined : shift(now, unit, ago ? -count.value : count.value);
  if (!unitDays[unit] && !unitMonths[unit]) return undefined;
  return { from: at, to: count.to + (w[count.to + 1] === 'ago' ? 2 : 1), ...(iso && { iso }) };
}

type Span = 'day' | 'week' | 'month' | 'year';
const fixedRelative: readonly (readonly [RegExp, Span, number])[] = [
  [/^(?:the )?day after tomorrow |^apres demain /, 'day', 2],
  [/^(?:the )?day before yesterday |^avant hier /, 'day', -2],
  [/^(?:tomorrow|demain) (?:(?:morning|afternoon|evening|night|matin|soir|midi|apres midi) )?/, 'day', 1],
  [/^(?:yesterday|hier) (?:(?:morning|afternoon|evening|night|matin|soir|midi|apres midi) )?/, 'day', -1],
  [/^last night /, 'day', -1],
  [
    /^(?:today|aujourd'hui|tonight|ce soir|ce matin|cet apres midi|this (?:morning|afternoon|evening)|ce midi) /,
    'day',
    0,
  ],
  [/^(?:next week|(?:la )?semaine prochaine) /, 'week', 1],
  [/^(?:last week|(?:la )?semaine (?:derniere|passee)) /, 'week', -1],
  [/^(?:this week|cette semaine) /, 'week', 0],
  [/^(?:next month|(?:le )?mois prochain) /, 'month', 1],
  [/^(?:last month|(?:le )?mois dernier) /, 'month', -1],
  [/^(?:this month|ce mois(?: ci)?) /, 'month', 0],
  [/^(?:next year|(?:le )?an prochain|(?:le )?annee prochaine) /, 'year', 1],
  [/^(?:last year|(?:le )?an (?:dernier|passe)|(?:le )?annee (?:derniere|passee)) /, 'year', -1],
  [/^(?:this year|cette annee) /, 'year', 0],
];

function relativeIso(now: number, span: Span, by: number): string {
  if (span === 'day') return isoDate(now + by * dayMs);
  if (span === 'week') return isoDate(mondayOf(now) + by * 7 * dayMs);
  const shifted = isoDate(addMonths(midnightOf(now), span === 'month' ? by : by * 12));
  return shifted.slice(0, span === 'month' ? 7 : 4);
}

const mondayOf = (now: number): number => midnightOf(now) - ((new Date(now).getUTCDay() + 6) % 7) * dayMs;
function addMonths(civil: number, by: number): number {
  const date = new Date(civil);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.getTime();
}
export function shift(now: number, unit: string, by: number): string | undefined {
  const inDays = unitDays[unit];
  if (inDays) return isoDate(now + by * inDays * dayMs);
  const inMonths = unitMonths[unit];
  if (!inMonths) return undefined;
  return isoDate(addMonths(midnightOf(now), by * inMonths)).slice(0, inMonths === 12 ? 4 : 7);
}

/** A number, "un", "a" or "a couple of" before a unit of time. */
export function readCount(
  { list: w, words }: Pick<Cursor, 'list' | 'words'>,
  at: number,
): { value: number; to: number } | undefined {
  const slice = w.slice(at, at + 6);
  const read = readNumber(slice, 0, words.language);
  if (read && Number.isInteger(read.value)) return { value: read.value, to: at + read.length };
  const figure = /^\d{1,4}$/.exec(slice[0] ?? '');
  if (figure) return { value: Number(figure[0]), to: at + 1 };
  if (/^(?:un|une|a|an|one)$/.test(slice[0] ?? '')) {
    if (slice[1] === 'couple') return { value: 2, to: at + (slice[2] === 'of' ? 3 : 2) };
    return { value: 1, to: at + 1 };
  }
  return undefined;
}

/** A weekday, "4 mai 1990", "May the 4th", "mai 2020", a year, "le 12". */
function readAbsolute(cursor: Cursor, at: number): FoundDate | undefined {
  const { list: w, words, now } = cursor;
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
    const iso = dateIso(named.month, named.day, year?.value, now);
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
  if (w[to] === 'apres' && w[to + 1] === 'midi') to += 2;
  // "le mardi" is every Tuesday; "le mardi 4 mai" and "mardi" are one.
  if (w[at - 1] === 'le' && !isPast && !isNext && cursor.words.language === 'fr') {
    const named = readDayAndMonth(cursor, at + 1);
    if (!named) return { from: at, to, isHabit: true };
    const iso = dateIso(named.month, named.day, yearAt(cursor, named.to)?.value, now);
    return { from: at, to: named.to, ...(iso && { iso }) };
  }
  const full = readDayAndMonth(cursor, w[at + 1] === ',' || w[at + 1] === 'the' ? at + 2 : at + 1);
  if (full?.day !== undefined) {
    const iso = dateIso(full.month, full.day, yearAt(cursor, full.to)?.value, now);
    return { from: at, to: full.to, ...(iso && { iso }) };
  }
  if (now === undefined) return { from: at, to };
  const today = new Date(now).getUTCDay();
  const ahead = (day - today + 7) % 7 || 7;
  const extra = after === 'en' ? 7 : 0;
  const by = isPast ? ahead - 7 : ahead + extra;
  return { from: at, to, iso: isoDate(now + by * dayMs) };
}

/** "last Friday": a week before the coming one. */
function shifted({ now }: Cursor, date: FoundDate, weeks: number): FoundDate {
  if (now === undefined || !date.iso || date.iso.length !== 10) return date;
  return { ...date, iso: isoDate(Date.parse(`${date.iso}T00:00:00Z`) + weeks * 7 * dayMs) };
}

/** "du 5 au 15 août", "from the 5th to the 15th of May": it begins on the first. */
function readRange(cursor: Cursor, at: number): FoundDate | undefined {
  const { list: w, now } = cursor;
  const first = readDay(cursor, at);
  if (!first || !/^(?:au|to|until|till)$/.test(w[first.to] ?? '')) return undefined;
  const last = readDayAndMonth(cursor, first.to + (w[first.to + 1] === 'the' ? 2 : 1));
  if (last?.day === undefined) return undefined;
  const year = yearAt(cursor, last.to);
  const iso = dateIso(last.month, first.value, year?.value, now);
  return { from: at, to: year?.to ?? last.to, ...(iso && { iso }) };
}

interface DayAndMonth {
  readonly day?: number;
  readonly month: number;
  readonly to: number;
}

function readDayAndMonth(cursor: Cursor, at: number): DayAndMonth | undefined {
  const { list: w, words } = cursor;
  const { language } = words;
  const monthAt = (i: number): number => monthOf(w[i] ?? '', language);
  const day = readDay(cursor, at);
  if (day) {
    const month = monthAt(day.to) || (w[day.to] === 'of' ? monthAt(day.to + 1) : 0);
    if (month > 0) return { day: day.value, month, to: day.to + (w[day.to] === 'of' ? 2 : 1) };
  }
  const month = monthAt(at);
  // "may" and "mars" are words as well: alone they need a sign that a month is meant.
  if (month === 0) return undefined;
  const article = w[at + 1] === 'the' ? 1 : 0;
  const later = language === 'en' ? readDay(cursor, at + 1 + article) : undefined;
  if (later && !yearAt(cursor, at + 1)) return { day: later.value, month, to: later.to };
  const before = w[at - 1] ?? '';
  const isMeant =
    /^(?:en|in|de|since|depuis|until|jusque|mois|month|next|last|this|par|by|of|debut|fin|mi|early|late|a|before|avant|for|pour)$/.test(
      before,
    );
  return isMeant || yearAt(cursor, at + 1) ? { month, to: at + 1 } : undefined;
}

const monthShort = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|janv|fevr?|avr|juil)$/;
function monthOf(word: string, language: Language): number {
  const whole = months[language].indexOf(word);
  if (whole >= 0) return whole + 1;
  if (!monthShort.test(word)) return 0;
  return months[language].findIndex(name => name.startsWith(word)) + 1;
}

function readDay({ list: w, words }: Cursor, at: number): { value: number; to: number } | undefined {
  const word = w[at] ?? '';
  const figure = /^(\d{1,2})(?:st|nd|rd|th|er|e)?$/.exec(word);
  if (figure) return within(Number(figure[1]), at + 1);
  const ordinal = ordinals[words.language].indexOf(word);
  if (ordinal > 0 && (words.language === 'en' || word === 'premier')) return within(ordinal, at + 1);
  if (words.language === 'en' && /^(?:twenty|thirty)$/.test(word)) {
    const unit = ordinals.en.indexOf(w[at + 1] ?? '');
    if (unit > 0) return within((word === 'twenty' ? 20 : 30) + unit, at + 2);
    if (/^(?:twentieth|thirtieth)$/.test(word)) return within(word === 'twentieth' ? 20 : 30, at + 1);
  }
  if (word === 'thirtieth') return within(30, at + 1);
  const read = readNumber(w.slice(at, at + 5), 0, words.language);
  return read && Number.isInteger(read.value) ? within(read.value, at + read.length) : undefined;
}
const within = (value: number, to: number) => (value >= 1 && value <= 31 ? { value, to } : undefined);

function yearAt({ list: w, words }: Cursor, at: number): { value: number; to: number } | undefined {
  if (/^(?:1[89]|20)\d\d$/.test(w[at] ?? '')) return { value: Number(w[at]), to: at + 1 };
  const head = readNumber(w.slice(at, at + 7), 0, words.language);
  if (!head) return undefined;
  if (head.value >= 1850 && head.value < 2100 && head.length > 1)
    return { value: head.value, to: at + head.length };
  if (words.language === 'en' && (head.value === 19 || head.value === 20)) {
    const rest = readNumber(w.slice(at + head.length, at + head.length + 3), 0, 'en');
    if (rest && rest.value >= 10 && rest.value < 100)
      return { value: head.value * 100 + rest.value, to: at + head.length + rest.length };
  }
  return undefined;
}

/** A date without its year is the next that comes; without a now, or of a birthday, the caller keeps the words. */
function dateIso(
  month: number,
  day: number | undefined,
  year: number | undefined,
  now: number | undefined,
): string | undefined {
  if (year === undefined && now === undefined) return undefined;
  const current = new Date(now ?? 0);
  const thisYear = current.getUTCFullYear();
  const passed =
    day === undefined
      ? month < current.getUTCMonth() + 1
      : Date.UTC(thisYear, month - 1, day) < midnightOf(now ?? 0);
  const chosen = year ?? (passed ? thisYear + 1 : thisYear);
  const head = `${chosen}-${String(month).padStart(2, '0')}`;
  return day === undefined ? head : `${head}-${String(day).padStart(2, '0')}`;
}

function writtenDate(match: RegExpExecArray, language: Language): string | undefined {
  const [a = '', b = '', c = ''] = match.slice(1);
  if (a.length === 4) return `${a}-${b.padStart(2, '0')}-${c.padStart(2, '0')}`;
  if (c.length < 2) return undefined;
  const year = c.length === 4 ? c : `20${c.padStart(2, '0')}`;
  const [day, month] = language === 'fr' || Number(a) > 12 ? [a, b] : [b, a];
  return Number(month) > 12 || Number(day) > 31
    ? undefined
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const clock =
  /^(?:(?:at|a|vers|around|pour|by|from|de) )?(?:(noon|midi|midnight|minuit)|(\d{1,2})(?:(?:[h:.]| h | heures? )(\d\d)?| (\d\d)(?= (?:am|pm|heures)))? ?(am|pm|h|heures?|o'clock)?) /;

/** A time of day right after the date ("mardi à 15h", "tomorrow at 5 pm"). */
function withTime({ words }: Cursor, date: FoundDate): FoundDate {
  if (date.isHabit) return date;
  const comma = words.tokens[date.to]?.w === ',' ? 1 : 0;
  const from = words.offsets[date.to + comma];
  if (from === undefined) return date;
  const rest = words.line.slice(from, from + 60);
  const spelled = spelledHour(rest, words.language);
  const match = clock.exec(spelled.line);
  if (!match) return date;
  const hasSign =
    /^(?:at|a|vers|around|pour|by|from|de) /.test(rest) || match[1] || match[5] || /\d[h:]/.test(match[0]);
  const minute = Number(match[3] ?? match[4] ?? 0);
  let hour = match[1] ? (/^mi(?:nuit|dnight)/.test(match[1]) ? 0 : 12) : Number(match[2]);
  if (match[5] === 'pm' && hour < 12) hour += 12;
  // "At 2" is in the afternoon.
  const isBare = words.language === 'en' && !match[1] && !match[5] && !match[3] && !/^0/.test(match[2] ?? '');
  if (isBare && hour >= 1 && hour <= 6) hour += 12;
  if (!hasSign || hour > 23 || minute > 59) return date;
  const to = date.to + comma + match[0].trim().split(' ').length + spelled.saved;
  const iso =
    date.iso?.length === 10
      ? isoMinute(Date.parse(`${date.iso}T00:00:00Z`) + hour * hourMs + minute * 60_000)
      : date.iso;
  return { ...date, to, ...(iso && { iso }) };
}

const loneClock =
  /^(?:at|a|vers|around|by) (?:(noon|midi|midnight|minuit)|(\d{1,2})(?:[h:](\d\d)?|( ?am| ?pm|am|pm)| heures?)) /;

/** "Friday I have an interview at 2 pm": the hour stands apart from its day, and is given to it; without a day it is today's. */
function clockAlone({ words, now }: Cursor, at: number, found: FoundDate[]): FoundDate | undefined {
  const from = words.offsets[at] ?? 0;
  const rest = words.line.slice(from, from + 40);
  const spelled = spelledHour(rest, words.language);
  const match = loneClock.exec(spelled.line);
  if (!match) return undefined;
  let hour = match[1] ? (/^mi(?:nuit|dnight)/.test(match[1]) ? 0 : 12) : Number(match[2]);
  if (match[4]?.trim() === 'pm' && hour < 12) hour += 12;
  const minute = Number(match[3] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  const to = at + match[0].trim().split(' ').length + spelled.saved;
  const last = found.at(-1);
  const minutes = hour * hourMs + minute * 60_000;
  if (last?.iso?.length === 10 && !last.isHabit) {
    found[found.length - 1] = { ...last, iso: isoMinute(Date.parse(`${last.iso}T00:00:00Z`) + minutes) };
    return { from: at, to };
  }
  if (last) return { from: at, to };
  return { from: at, to, ...(now !== undefined && { iso: isoMinute(midnightOf(now) + minutes) }) };
}

/** "quinze heures" becomes "15 heures"; `saved`: how many words fewer. */
function spelledHour(rest: string, language: Language): { readonly line: string; readonly saved: number } {
  const list = rest.trimEnd().split(' ');
  const at = /^(?:at|a|vers|around|pour|by|from|de)$/.test(list[0] ?? '') ? 1 : 0;
  const read = readNumber(list, at, language);
  if (!read || /^\d/.test(list[at] ?? '') || !Number.isInteger(read.value)) return { line: rest, saved: 0 };
  const line = `${[...list.slice(0, at), String(read.value), ...list.slice(at + read.length)].join(' ')} `;
  return { line, saved: read.length - 1 };
}
