/** Days, weeks, months, seasons and years gone by, counted on the calendar from now. */
import { type CivilMs, dayMs, hourMs, minuteMs } from '../../../domain/local-time.ts';
import { dayAt, type Now, type Period, type PeriodUnit, period } from './period.ts';

export const civil = (year: number, month: number, day = 1): CivilMs => {
  const at = new Date(0);
  at.setUTCFullYear(year, month, day);
  return at.getTime();
};
export const yearOf = (at: CivilMs): number => new Date(at).getUTCFullYear();
export const monthOf = (at: CivilMs): number => new Date(at).getUTCMonth();

/** `shift` days from today: −1 is yesterday. */
export const dayFromToday = (now: Now, shift: number): Period => dayAt(now.today + shift * dayMs);

/** Monday to Sunday. */
export function weekFromNow(now: Now, shift: number): Period {
  const start = mondayOf(now.today) + shift * 7 * dayMs;
  return period(start, start + 7 * dayMs, 'week');
}
export const mondayOf = (midnight: CivilMs): CivilMs =>
  midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * dayMs;

/** Saturday and Sunday; 0 is the last one begun, −1 the last one that is over, and the one before that −2. */
export function weekendFromNow(now: Now, shift: number): Period {
  const saturday = mondayOf(now.today) + 5 * dayMs;
  const begun = saturday <= now.today ? saturday : saturday - 7 * dayMs;
  const over = saturday - 7 * dayMs;
  const start = shift === 0 ? begun : over + (shift + 1) * 7 * dayMs;
  return period(start, start + 2 * dayMs, 'weekend');
}

export const monthAt = (year: number, month: number): Period =>
  period(civil(year, month), civil(year, month + 1), 'month');
export const monthFromNow = (now: Now, shift: number): Period => monthAt(now.year, monthOf(now.now) + shift);
export const yearAt = (year: number): Period => period(civil(year, 0), civil(year + 1, 0), 'year');
export const yearsAt = (first: number, count: number): Period =>
  period(civil(first, 0), civil(first + count, 0), 'decade');
export const quarterAt = (year: number, quarter: number): Period =>
  period(civil(year, quarter * 3), civil(year, quarter * 3 + 3), 'quarter');

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';
const seasonMonths: Readonly<Record<Season, number>> = { spring: 2, summer: 5, autumn: 8, winter: 11 };
/** The meteorological seasons, three whole months; the winter of a year begins in its December. */
export const seasonAt = (season: Season, year: number): Period =>
  period(civil(year, seasonMonths[season]), civil(year, seasonMonths[season] + 3), 'season');

/** Undefined for a day that the month lacks. */
export function dateAt(year: number, month: number, day: number): Period | undefined {
  const at = civil(year, month, day);
  return monthOf(at) === month && new Date(at).getUTCDate() === day ? dayAt(at) : undefined;
}

/**
 * What comes once a year: the last one that has begun; `over`: the last one that is past ("last March").
 * A leap day may lie eight years back.
 */
export function lastYearly(
  now: Now,
  make: (year: number) => Period | undefined,
  over = false,
): Period | undefined {
  for (let year = now.year; year >= now.year - 9; year--) {
    const found = make(year);
    if (found && (over ? found.end <= now.today : found.start <= now.today))
      return { ...found, inYear: make, guessed: true };
  }
  return undefined;
}

/** The day of that name last gone by, today's not; `count`: how many of them back. */
export function weekdayBack(now: Now, weekday: number, count = 1): Period {
  const back = (new Date(now.today).getUTCDay() - weekday + 7) % 7 || 7;
  return { ...dayFromToday(now, -back - (count - 1) * 7), weekday, guessed: true };
}

/** The day of the month last gone by, today's included. */
export function dayOfMonth(now: Now, day: number): Period | undefined {
  const inMonth = (month: CivilMs) => dateAt(yearOf(month), monthOf(month), day);
  for (let shift = 0; shift > -4; shift--) {
    const found = inMonth(monthFromNow(now, shift).start);
    if (found && found.start <= now.today) return { ...found, inMonth, guessed: true };
  }
  return undefined;
}

/** "Friday the 13th": the last one gone by, today's included. */
export function weekdayAndDay(now: Now, weekday: number, day: number): Period | undefined {
  for (let shift = 0; shift > -40; shift--) {
    const { start } = monthFromNow(now, shift);
    const found = dateAt(yearOf(start), monthOf(start), day);
    if (found && found.start <= now.today && new Date(found.start).getUTCDay() === weekday)
      return { ...found, guessed: true };
  }
  return undefined;
}

/** "The winter before last": a year before the one that is over. */
export function yearlyBeforeLast(now: Now, make: (year: number) => Period | undefined): Period | undefined {
  const last = lastYearly(now, make, true);
  return last && make(yearOf(last.start) - 1);
}

export type DayPart =
  | 'dawn'
  | 'lateMorning'
  | 'earlyAfternoon'
  | 'lateAfternoon'
  | 'earlyEvening'
  | 'lateEvening'
  | 'dayEnd'
  | 'morning'
  | 'noon'
  | 'afternoon'
  | 'evening'
  | 'night'
  | 'longNight';
/** Hours of the day; a night ends on the next one. `longNight` is the English one, which has the evening in it. */
const partHours: Readonly<Record<DayPart, readonly [number, number]>> = {
  dawn: [5, 8],
  lateMorning: [10, 12],
  earlyAfternoon: [12, 15],
  lateAfternoon: [15, 18],
  earlyEvening: [18, 21],
  lateEvening: [21, 24],
  dayEnd: [16, 20],
  morning: [5, 12],
  noon: [12, 14],
  afternoon: [12, 18],
  evening: [18, 24],
  night: [21, 30],
  longNight: [18, 30],
};
export const partOfDay = (part: DayPart, midnight: CivilMs): Period =>
  period(midnight + partHours[part][0] * hourMs, midnight + partHours[part][1] * hourMs, 'part');
export const anyDayPart = (part: DayPart): Period => ({
  ...period(0, 0, 'part'),
  needsDay: true,
  onDay: midnight => partOfDay(part, midnight),
});

/** An hour of the clock lasts to its end; a time to the minute for half an hour. */
export function clockTime(now: Now, hour: number, minute?: number): Period | undefined {
  if (hour > 24 || (minute ?? 0) > 59) return undefined;
  const length = minute === undefined || minute === 0 ? hourMs : 30 * minuteMs;
  const onDay = (midnight: CivilMs) => {
    const start = midnight + (hour % 24) * hourMs + (minute ?? 0) * minuteMs;
    return period(start, start + length, 'hour');
  };
  const latest = onDay(now.today);
  const alone = latest.start <= now.now ? latest : onDay(now.today - dayMs);
  return { ...alone, onDay, guessed: true };
}

/** Moves by whole months; a day that the month lacks becomes its last. */
export function addMonths(at: CivilMs, months: number): CivilMs {
  const midnight = Math.floor(at / dayMs) * dayMs;
  const last = new Date(civil(yearOf(at), monthOf(at) + months + 1, 0)).getUTCDate();
  const day = Math.min(new Date(at).getUTCDate(), last);
  return civil(yearOf(at), monthOf(at) + months, day) + (at - midnight);
}

export type LengthUnit =
  | Extract<PeriodUnit, 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'>
  | 'decade';
