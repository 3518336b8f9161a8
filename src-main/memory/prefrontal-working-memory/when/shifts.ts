/** What words before a time do to it: since, before, after, early, late, the first week of. */
import { type CivilMs, dayMs, hourMs, midnightOf, minuteMs } from '../../../domain/local-time.ts';
import { addMonths, civil, type LengthUnit, mondayOf, monthOf, yearOf } from './calendar.ts';
import { weekdayOfMonth } from './feast-days.ts';
import { back, type Count } from './lengths.ts';
import { dayAt, type Now, type Period, period } from './period.ts';

/** From its beginning until this minute. */
export const since = (of: Period, now: Now): Period | undefined =>
  of.start > now.now ? undefined : period(of.start, now.now + minuteMs, 'span');
/** What lies behind it, until this minute. */
export const after = (of: Period, now: Now): Period | undefined =>
  of.end > now.now ? undefined : period(of.end, now.now + minuteMs, 'span');

/** Nothing says since when: from the first day that a clock of these machines knows. */
const beginning = (end: CivilMs): CivilMs => (end > 0 ? 0 : civil(1800, 0));
export const before = (of: Period): Period => ({
  ...period(beginning(of.start), of.start, 'span'),
  openStart: true,
});
export const until = (of: Period): Period => ({
  ...period(beginning(of.end), of.end, 'span'),
  openStart: true,
});

export const dayBefore = (of: Period): Period => dayAt(midnightOf(of.start) - dayMs);
export const dayAfter = (of: Period, days = 1): Period => dayAt(midnightOf(of.end - minuteMs) + days * dayMs);

/** "The week before Christmas", "two days after Easter": a day where days are counted, else all that lies between. */
export function beside(of: Period, count: Count, unit: LengthUnit, side: 'before' | 'after'): Period {
  const sign = side === 'before' ? -1 : 1;
  const edgeOf = side === 'before' ? midnightOf(of.start) : midnightOf(of.end - minuteMs) + dayMs;
  if (unit === 'day' && count.kind === 'exact')
    return side === 'before'
      ? dayAt(edgeOf - count.number * dayMs)
      : dayAt(edgeOf + (count.number - 1) * dayMs);
  const far = back(edgeOf, -sign * (count.kind === 'few' ? (unit === 'day' ? 7 : 6) : count.number), unit);
  return period(Math.min(edgeOf, far), Math.max(edgeOf, far), 'span');
}

/** The weekend before or after a day that is no part of it. */
export function weekendBeside(of: Period, side: 'before' | 'after'): Period {
  const day = midnightOf(of.start);
  const toSaturday = (6 - new Date(day).getUTCDay() + 7) % 7;
  const saturday = side === 'after' ? day + (toSaturday || 7) * dayMs : day + (toSaturday - 7) * dayMs;
  const start = side === 'before' && saturday + 2 * dayMs > day ? saturday - 7 * dayMs : saturday;
  return period(start, start + 2 * dayMs, 'weekend');
}

/** "The Sunday before Christmas". */
export function weekdayBeside(of: Period, weekday: number, side: 'before' | 'after'): Period {
  const sign = side === 'before' ? -1 : 1;
  const from = side === 'before' ? midnightOf(of.start) : midnightOf(of.end - minuteMs);
  const away = ((sign * (weekday - new Date(from).getUTCDay()) + 7) % 7 || 7) * dayMs;
  return dayAt(from + sign * away);
}

/** "The first day of March"; −1: its last. */
export const nthDay = (of: Period, nth: number): Period =>
  dayAt(nth < 0 ? midnightOf(of.end - minuteMs) : midnightOf(of.start) + (nth - 1) * dayMs);

export type Edge = 'early' | 'mid' | 'late';

/** The beginning, middle or end of a day, week, month, season, year, decade. */
export function edge(of: Period, which: Edge): Period | undefined {
  const at = (from: number, to: number) => period(from, to, 'span');
  const days = (from: number, to: number) => at(of.start + from * dayMs, of.start + to * dayMs);
  const months = (from: number, to: number) => at(addMonths(of.start, from), addMonths(of.start, to));
  const pick = <T>(early: T, mid: T, late: T): T => ({ early, mid, late })[which];
  switch (of.unit) {
    case 'day': {
      const hours = pick([5, 10], [10, 16], [16, 22]);
      return at(of.start + (hours[0] ?? 0) * hourMs, of.start + (hours[1] ?? 0) * hourMs);
    }
    case 'week':
      return pick(days(0, 2), days(2, 4), days(4, 7));
    case 'month':
      return pick(days(0, 10), days(10, 20), at(of.start + 20 * dayMs, of.end));
    case 'season':
    case 'quarter':
      return pick(months(0, 1), months(1, 2), months(2, 3));
    case 'year':
      return pick(months(0, 3), months(4, 8), months(9, 12));
    case 'decade':
      return pick(months(0, 48), months(36, 84), months(72, 120));
    case 'part': {
      const middle = of.start + (of.end - of.start) / 2;
      const third = (of.end - of.start) / 3;
      return pick(at(of.start, middle), at(of.start + third, of.end - third), at(middle, of.end));
    }
    default:
      return undefined;
  }
}

/** The nth seven days of a month; −1: its last seven. A week that is named for itself has one only. */
export function weekOf(of: Period, nth: number): Period | undefined {
  if (of.unit === 'day') return period(mondayOf(of.start), mondayOf(of.start) + 7 * dayMs, 'week');
  if (of.unit !== 'month' && of.unit !== 'season' && of.unit !== 'year') return undefined;
  const start = nth < 0 ? of.end - 7 * dayMs : of.start + (nth - 1) * 7 * dayMs;
  return start < of.end ? period(start, Math.min(start + 7 * dayMs, of.end), 'span') : undefined;
}

/** The weekend that a day belongs to (the nearest one), or the nth one of a month. */
export function weekendOf(of: Period, nth: number): Period | undefined {
  if (of.unit === 'day') {
    const weekday = new Date(of.start).getUTCDay();
    const saturday = mondayOf(of.start) + (weekday >= 1 && weekday <= 2 ? -2 : 5) * dayMs;
    return period(saturday, saturday + 2 * dayMs, 'weekend');
  }
  if (of.unit !== 'month') return undefined;
  const saturday = weekdayOfMonth(yearOf(of.start), monthOf(of.start), 6, nth);
  return period(saturday, saturday + 2 * dayMs, 'weekend');
}

/** "The second Tuesday of May". */
export const nthWeekdayOf = (of: Period, nth: number, weekday: number): Period | undefined =>
  of.unit === 'month' ? dayAt(weekdayOfMonth(yearOf(of.start), monthOf(of.start), weekday, nth)) : undefined;

/** One half of a month, a year or a decade: 1 or 2. */
export function halfOf(of: Period, half: number): Period | undefined {
  if (of.unit === 'month') {
    const middle = of.start + 15 * dayMs;
    return half === 1 ? period(of.start, middle, 'span') : period(middle, of.end, 'span');
  }
  const months = { year: 12, decade: 120 }[of.unit as 'year'];
  if (months === undefined) return undefined;
  const middle = addMonths(of.start, months / 2);
  return half === 1 ? period(of.start, middle, 'span') : period(middle, of.end, 'span');
}

/** The nth quarter of a year. */
export const quarterOf = (of: Period, nth: number): Period | undefined =>
  of.unit === 'year' && nth <= 4
    ? period(addMonths(of.start, nth * 3 - 3), addMonths(of.start, nth * 3), 'quarter')
    : undefined;

/** Around it: three days before and behind a day, its neighbours of a month. */
export function around(of: Period): Period {
  const slack = { hour: hourMs, day: 3 * dayMs, week: 3 * dayMs, weekend: 3 * dayMs, month: 10 * dayMs };
  const by = slack[of.unit as 'day'] ?? 0;
  return period(of.start - by, of.end + by, 'span');
}

/** "Between 2 and 4 pm", of a day that is named apart. */
function betweenHours(
  from: NonNullable<Period['onDay']>,
  to: NonNullable<Period['onDay']>,
): Period | undefined {
  const onDay = (midnight: CivilMs) => period(from(midnight).start, to(midnight).start, 'hour');
  return onDay(0).start < onDay(0).end ? { ...onDay(0), onDay, needsDay: true } : undefined;
}

/** From the one to the other: what lies before the end's own place is the last such beginning. */
export function between(from: Period, to: Period): Period | undefined {
  if (from.onDay && to.onDay) return betweenHours(from.onDay, to.onDay);
  if (from.onDay && to.unit === 'hour') {
    const start = from.onDay(midnightOf(to.start)).start;
    return start < to.start ? period(start, to.start, 'hour') : undefined;
  }
  const span = (start: Period, end: Period) =>
    start.start < end.end ? period(start.start, end.end, 'span') : undefined;
  const end = to;
  if (from.weekday !== undefined && from.guessed) {
    const start = end.start - ((((new Date(end.start).getUTCDay() - from.weekday) % 7) + 7) % 7) * dayMs;
    return period(start, end.end, 'span');
  }
  const made = (last: Period) => {
    if (!from.guessed || !from.inYear) return span(from, last);
    const year = yearOf(last.start);
    const start = [year, year - 1]
      .map(candidate => from.inYear?.(candidate))
      .find(candidate => candidate !== undefined && candidate.start <= last.start);
    return start && span(start, last);
  };
  const whole = made(end);
  const { inYear } = end;
  if (!whole || !inYear) return whole;
  return {
    ...whole,
    guessed: true,
    inYear: year => {
      const last = inYear(year);
      return last && made(last);
    },
  };
}
