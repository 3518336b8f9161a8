/** Ties day and time expressions to the calendar: which moment "vendredi à 8 heures" is, said now and here. */
import type { Language } from '../domain/language.ts';
import { type CivilMs, civilOf, dayMs, hourMs, midnightOf, minuteMs, utcOf } from '../domain/local-time.ts';
import type { DayPart, WhenParts } from './when-parts.ts';

/** The hour meant by a part of the day when no hour is said; a day alone means nine in the morning. */
const partHours: Readonly<Record<DayPart, number>> = {
  morning: 9,
  noon: 12,
  afternoon: 15,
  evening: 20,
  night: 22,
};
const defaultHour = 9;

interface Now {
  readonly nowMs: number;
  readonly zone: string;
}

/** Midnight (civil) of the day that is named, today when none is; undefined for a date that does not exist. */
export function resolveDay(parts: WhenParts, now: Now): CivilMs | undefined {
  const today = midnightOf(civilOf(now.nowMs, now.zone));
  if (parts.weekday !== undefined && parts.day === undefined) return weekdayFrom(today, parts);
  if (parts.day !== undefined) return datedDay(today, parts);
  const base = new Date(today + (parts.dayOffset ?? 0) * dayMs);
  if (parts.monthOffset === undefined && parts.yearOffset === undefined) return base.getTime();
  return shiftMonths(base, parts.monthOffset ?? 0, parts.yearOffset ?? 0);
}

/** A day of the month that the target month lacks becomes its last day. */
function shiftMonths(base: Date, months: number, years: number): CivilMs {
  const target = Date.UTC(base.getUTCFullYear() + years, base.getUTCMonth() + months, 1);
  const last = new Date(
    Date.UTC(new Date(target).getUTCFullYear(), new Date(target).getUTCMonth() + 1, 0),
  ).getUTCDate();
  return target + (Math.min(base.getUTCDate(), last) - 1) * dayMs;
}

function weekdayFrom(today: CivilMs, parts: WhenParts): CivilMs {
  const ahead = ((parts.weekday ?? 0) - new Date(today).getUTCDay() + 7) % 7;
  if (parts.weekdayShift === 'last') return today + ((ahead === 0 ? 0 : ahead) - 7) * dayMs;
  const next = ahead === 0 ? 7 : ahead;
  return today + (parts.weekdayShift === 'week-after' ? next + 7 : next) * dayMs;
}

function datedDay(today: CivilMs, parts: WhenParts): CivilMs | undefined {
  const day = parts.day ?? 1;
  const thisYear = new Date(today).getUTCFullYear();
  if (parts.month !== undefined) {
    const at = (year: number) => validDay(year, (parts.month ?? 1) - 1, day);
    if (parts.year !== undefined) return at(parts.year);
    const first = at(thisYear);
    if (parts.yearOffset !== undefined)
      return first !== undefined && first < today ? first : at(thisYear - 1);
    return first !== undefined && first >= today
      ? first
      : (at(thisYear + 1) ?? at(thisYear + 2) ?? at(thisYear + 3));
  }
  for (let shift = parts.monthOffset ?? 0; shift < 4; shift++) {
    const month = new Date(Date.UTC(thisYear, new Date(today).getUTCMonth() + shift, 1));
    const found = validDay(month.getUTCFullYear(), month.getUTCMonth(), day);
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}

function validDay(year: number, month: number, day: number): CivilMs | undefined {
  const at = new Date(0);
  at.setUTCFullYear(year, month, day);
  return at.getUTCMonth() === month && at.getUTCDate() === day ? at.getTime() : undefined;
}

export const saysDay = (parts: WhenParts): boolean =>
  parts.dayOffset !== undefined ||
  parts.weekday !== undefined ||
  parts.day !== undefined ||
  parts.monthOffset !== undefined ||
  parts.yearOffset !== undefined;

interface Moment {
  readonly civil: CivilMs;
  readonly utcMs: number;
}

/** The moment meant, for something in the future; `waking`: early hours are meant as said. */
export function resolveMoment(
  parts: WhenParts,
  now: Now,
  language: Language,
  waking = false,
): Moment | undefined {
  if (parts.afterSeconds !== undefined) {
    if (parts.hour !== undefined || saysDay(parts)) return undefined;
    const utcMs = now.nowMs + parts.afterSeconds * 1000;
    return { utcMs, civil: Math.floor(civilOf(utcMs, now.zone) / minuteMs) * minuteMs };
  }
  const day = resolveDay(parts, now);
  if (day === undefined) return undefined;
  const civil = settle(day, parts, civilOf(now.nowMs, now.zone), language, waking);
  return { civil, utcMs: utcOf(civil, now.zone) };
}

function settle(
  day: CivilMs,
  parts: WhenParts,
  nowCivil: CivilMs,
  language: Language,
  waking: boolean,
): CivilMs {
  const named = saysDay(parts);
  if (parts.hour === undefined) {
    const at = day + (parts.part ? partHours[parts.part] : defaultHour) * hourMs;
    if (at > nowCivil || (named && parts.dayOffset !== 0)) return at;
    // "Today" said after nine: an hour from now, on the next full quarter; "this evening" said later likewise.
    return named ? Math.ceil((nowCivil + hourMs) / (15 * minuteMs)) * 15 * minuteMs : at + dayMs;
  }
  const minutes = (parts.minute ?? 0) * minuteMs;
  const hours = possibleHours(parts, language, waking, named && parts.dayOffset !== 0);
  const candidates = hours.map(hour => day + hour * hourMs + minutes);
  const upcoming = candidates.find(at => at > nowCivil);
  if (upcoming !== undefined) return upcoming;
  const first = candidates[0] ?? day;
  return named ? first : first + dayMs;
}

/** The hours that may be meant, likeliest first: an hour from 1 to 6 without more words is rarely before dawn. */
function possibleHours(parts: WhenParts, language: Language, waking: boolean, otherDay: boolean): number[] {
  const hour = parts.hour ?? 0;
  if (parts.exactHour && !parts.half) return [hour];
  const half = parts.half ?? halfOfPart(parts.part, hour);
  if (half === 'pm') return [hour < 12 ? hour + 12 : parts.part === 'night' && hour === 12 ? 0 : hour];
  if (half === 'am') return [hour === 12 ? 0 : hour];
  if (hour === 0 || hour > 12) return [hour];
  if (hour === 12) return [12];
  if (waking) return [hour];
  if (hour < 7) return language === 'fr' && otherDay && hour === 6 ? [6] : [hour + 12];
  return language === 'fr' || otherDay ? [hour] : [hour, hour + 12];
}

function halfOfPart(part: DayPart | undefined, hour: number): 'am' | 'pm' | undefined {
  if (part === 'morning') return 'am';
  if (part === 'afternoon' || part === 'evening') return 'pm';
  if (part === 'night') return hour >= 6 ? 'pm' : 'am';
  return undefined;
}
