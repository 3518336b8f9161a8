/** Tomorrow, in three days, next week, two years ago, every Tuesday: dates that are counted from now, and days that come back. */
import { dayMs, isoDate, midnightOf } from '../../../domain/local-time.ts';
import { readNumber } from '../../../domain/spoken-numbers.ts';
import { type Cursor, days } from './calendar.ts';
import type { FoundDate } from './found-date.ts';

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

const recurring =
  /^(?:day|morning|evening|night|week|year|month|summer|winter|spring|autumn|jour|matin|soir|semaine|moi|annee|an|ete|hiver|nuit|midi|noel|christmas|easter|paques|end|sunday|afternoon|apres|vacance|hour|heure|birthday)$/;

/** "every Tuesday and Thursday", "tous les deux jours", "every other week". */
export function readHabit({ list: w, words }: Cursor, at: number): FoundDate | undefined {
  let next = at + 1;
  while (next < at + 3 && /^(?:les|other|single|second|deux|trois|two|three|four|few)$/.test(w[next] ?? ''))
    next++;
  const isTime = (i: number): boolean => {
    const day = (w[i] ?? '').replace(/s$/, '');
    return days[words.language].includes(day) || recurring.test(day) || recurring.test(w[i] ?? '');
  };
  if (!isTime(next)) return undefined;
  let to = next + 1;
  while (/^(?:mornings?|evenings?|nights?|afternoons?|matin|soir|midi|ends?)$/.test(w[to] ?? '')) to++;
  for (let i = 0; i < 4 && /^(?:and|et|,)$/.test(w[to] ?? ''); i++) {
    const skip = /^(?:every|les|le|each)$/.test(w[to + 1] ?? '') ? 2 : 1;
    if (!days[words.language].includes((w[to + skip] ?? '').replace(/s$/, ''))) break;
    to += skip + 1;
  }
  return { from: at, to, isHabit: true };
}

/** "twice a week", "une fois par mois", "un mercredi sur deux". */
export function readFrequency({ list: w, words }: Cursor, at: number): FoundDate | undefined {
  const isTimes = /^(?:times|fois)$/.test(w[at + 1] ?? '');
  const per = /^(?:once|twice)$/.test(w[at] ?? '') ? at + 1 : isTimes ? at + 2 : -1;
  if (
    per > 0 &&
    /^(?:a|per|par|every|an)$/.test(w[per] ?? '') &&
    /^(?:day|week|month|year|jour|semaine|mois|an)$/.test(w[per + 1] ?? '')
  )
    return { from: at, to: per + 2, isHabit: true };
  const isHalf = w[at] === 'un' && w[at + 2] === 'sur' && days[words.language].includes(w[at + 1] ?? '');
  return isHalf ? { from: at, to: at + 4, isHabit: true } : undefined;
}

/** Tomorrow, in three days, next week, two years ago, since for years. */
export function readRelative(cursor: Cursor, at: number): FoundDate | undefined {
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
