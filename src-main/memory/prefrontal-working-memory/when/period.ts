/** A stretch of local time that words name, and how it joins with others ("March" and "last year"). */
import { type CivilMs, civilOf, dayMs, hourMs, midnightOf, minuteMs } from '../../../domain/local-time.ts';

export type PeriodUnit =
  | 'minute'
  | 'hour'
  | 'part'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'span';

export interface Period {
  readonly start: CivilMs;
  /** The first minute that no longer belongs to it. */
  readonly end: CivilMs;
  readonly unit: PeriodUnit;
  /** The same in a year that is named apart: "in March … last year". */
  readonly inYear?: (year: number) => Period | undefined;
  /** The same in a month that is named apart: "the 25th … of last month". */
  readonly inMonth?: (month: CivilMs) => Period | undefined;
  /** The same on a day that is named apart: "at 5 pm … yesterday". */
  readonly onDay?: (midnight: CivilMs) => Period;
  /** 0 = Sunday: takes another place in a week that is named apart. */
  readonly weekday?: number;
  /** Means nothing unless it joins with a day that stands beside it: "in the morning". */
  readonly needsDay?: true;
  /** Taken as the last one gone by because nothing says which: a question about the future means another. */
  readonly guessed?: true;
  /** "Recently", "the other day": gives way to anything that says more. */
  readonly vague?: true;
  /** "Before …": it has no beginning of its own. */
  readonly openStart?: true;
}

export interface Now {
  /** The local clock, to the minute. */
  readonly now: CivilMs;
  readonly today: CivilMs;
  readonly year: number;
  /** Midnight of the person's birth. */
  readonly birth?: CivilMs;
}

/** `nowMs`: UTC milliseconds; `zone`: IANA name. */
export function nowIn(nowMs: number, zone: string, birth?: CivilMs): Now {
  const now = Math.floor(civilOf(nowMs, zone) / minuteMs) * minuteMs;
  return {
    now,
    today: midnightOf(now),
    year: new Date(now).getUTCFullYear(),
    ...(birth !== undefined && { birth }),
  };
}

export const period = (start: CivilMs, end: CivilMs, unit: PeriodUnit): Period => ({ start, end, unit });
export const dayAt = (midnight: CivilMs): Period => period(midnight, midnight + dayMs, 'day');

/** The same change made to a period wherever it is put. */
export function lift(of: Period, change: (to: Period) => Period | undefined): Period | undefined {
  const changed = change(of);
  if (!changed) return undefined;
  const { inYear, weekday } = of;
  return {
    ...changed,
    ...(of.guessed && { guessed: true as const }),
    ...(inYear && {
      inYear: (year: number) => {
        const moved = inYear(year);
        return moved && change(moved);
      },
    }),
    ...(weekday !== undefined && changed.unit === 'day' && changed.start === of.start && { weekday }),
  };
}

/** Both as one: the narrower inside the wider; undefined where they say two different things. */
export function join(a: Period, b: Period): Period | undefined {
  return within(a, b) ?? within(b, a);
}

function within(wide: Period, narrow: Period): Period | undefined {
  if (wide.unit === 'year') return narrow.inYear?.(new Date(wide.start).getUTCFullYear());
  if (wide.unit === 'month' && narrow.inMonth) return narrow.inMonth(wide.start);
  if (wide.unit === 'week' && narrow.weekday !== undefined)
    return dayAt(wide.start + ((narrow.weekday + 6) % 7) * dayMs);
  if (wide.unit === 'week' && narrow.unit === 'weekend')
    return period(wide.start + 5 * dayMs, wide.end, 'weekend');
  if ((wide.unit === 'day' || wide.unit === 'part') && narrow.onDay) return onDays(wide, narrow.onDay);
  return undefined;
}

/** "This morning at 8": the hour is of that day; "yesterday morning": the part is of that day, wherever a year moves it. */
function onDays(wide: Period, onDay: (midnight: CivilMs) => Period): Period | undefined {
  if (wide.unit === 'part') {
    if (wide.needsDay) return undefined;
    const placed = onDay(midnightOf(wide.start));
    if (placed.unit === 'part') return undefined;
    const half = 12 * hourMs;
    const afternoon = placed.start < wide.start && placed.start + half < wide.end;
    return afternoon ? { ...placed, start: placed.start + half, end: placed.end + half } : placed;
  }
  return lift(wide, day => onDay(day.start));
}
