/** The days of feasts, fixed and moving, year by year. */
import { type CivilMs, dayMs } from '../../../domain/local-time.ts';
import { civil, dateAt } from './calendar.ts';
import { dayAt, type Period, period } from './period.ts';

export type FeastOf = (year: number) => Period | undefined;

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 20 April 1876). */
export function easter(year: number): CivilMs {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return civil(year, Math.floor(sum / 31) - 1, (sum % 31) + 1);
}

export const fixed =
  (month: number, day: number): FeastOf =>
  year =>
    dateAt(year, month - 1, day);
export const fromEaster =
  (shift: number, days = 1): FeastOf =>
  year => {
    const start = easter(year) + shift * dayMs;
    return days === 1 ? dayAt(start) : period(start, start + days * dayMs, 'span');
  };
/** `nth` from 1, or −1 for the last; `weekday` 0 = Sunday; `month` 1 to 12. */
export const nthWeekday =
  (nth: number, weekday: number, month: number, shift = 0): FeastOf =>
  year =>
    dayAt(weekdayOfMonth(year, month - 1, weekday, nth) + shift * dayMs);
/** From one day of the year to another, which may lie in the next one. */
export const stretch =
  (from: readonly [number, number], to: readonly [number, number]): FeastOf =>
  year => {
    const wraps = to[0] < from[0];
    return period(
      civil(year, from[0] - 1, from[1]),
      civil(wraps ? year + 1 : year, to[0] - 1, to[1] + 1),
      'span',
    );
  };

export function weekdayOfMonth(year: number, month: number, weekday: number, nth: number): CivilMs {
  if (nth < 0) {
    const last = civil(year, month + 1, 0);
    return last - ((new Date(last).getUTCDay() - weekday + 7) % 7) * dayMs;
  }
  const first = civil(year, month, 1);
  return first + (((weekday - new Date(first).getUTCDay() + 7) % 7) + (nth - 1) * 7) * dayMs;
}

/** France: the last Sunday of May, or the first of June where that is Pentecost. */
export const frenchMothersDay: FeastOf = year => {
  const last = weekdayOfMonth(year, 4, 0, -1);
  return last === easter(year) + 49 * dayMs ? dayAt(last + 7 * dayMs) : dayAt(last);
};

/** A feast of another calendar, as Intl knows it: the first day of the year that is `day` of `month` there. */
export const inCalendar = (
  calendar: 'islamic-umalqura' | 'hebrew' | 'chinese',
  month: string,
  day: number,
  days = 1,
): FeastOf => {
  const known = new Map<number, Period | undefined>();
  return year => {
    if (!known.has(year)) known.set(year, searchCalendar(calendar, month, day, days, year));
    return known.get(year);
  };
};

function searchCalendar(calendar: string, month: string, day: number, days: number, year: number) {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
    timeZone: 'UTC',
    month: calendar === 'chinese' ? 'numeric' : 'long',
    day: 'numeric',
  });
  for (let at = civil(year, 0); at < civil(year + 1, 0); at += dayMs) {
    const parts = format.formatToParts(at);
    const is = (type: string) => parts.find(part => part.type === type)?.value;
    if (is('month') === month && Number(is('day')) === day)
      return days === 1 ? dayAt(at) : period(at, at + days * dayMs, 'span');
  }
  return undefined;
}
