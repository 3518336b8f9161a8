/** Lengths counted back from now: "three days ago", "a few weeks ago", "the last two months". */
import { type CivilMs, dayMs, hourMs, minuteMs } from '../../../domain/local-time.ts';
import {
  addMonths,
  dayFromToday,
  type LengthUnit,
  monthAt,
  monthFromNow,
  weekFromNow,
  yearAt,
  yearsAt,
} from './calendar.ts';
import { type Now, type Period, period } from './period.ts';

/** `few` stands for two to six; `about` for a number that is not meant exactly. */
export interface Count {
  readonly number: number;
  readonly kind: 'exact' | 'about' | 'few';
}

const unitMinutes: Readonly<Record<LengthUnit, number>> = {
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10_080,
  month: 43_830,
  year: 525_960,
  decade: 5_259_600,
};
const unitDays = (unit: LengthUnit): number => unitMinutes[unit] / 1440;

/**
 * As fine as the unit: days ago is a day, weeks ago a week from Monday to Sunday, months ago a month. `exactDay`: "to
 * the day".
 */
export function ago(now: Now, count: Count, unit: LengthUnit, exactDay = false): Period {
  if (unit === 'minute' || unit === 'hour') return clockAgo(now, count, unit);
  if (exactDay) return { ...dayFromToday(now, 0), ...wholeDay(back(now.today, count.number, unit)) };
  if (count.kind === 'few') {
    const from = calendarAgo(now, unit === 'day' ? 7 : 6, unit, true);
    const to = calendarAgo(now, 2, unit, true);
    return { ...period(from.start, to.end, 'span'), vague: true };
  }
  if (count.kind === 'about' || count.number % 1 !== 0) return aboutAgo(now, count.number, unit);
  return calendarAgo(now, count.number, unit, false);
}

const wholeDay = (midnight: CivilMs) => ({ start: midnight, end: midnight + dayMs });

function clockAgo({ now }: Now, { number, kind }: Count, unit: 'minute' | 'hour'): Period {
  const length = unitMinutes[unit] * minuteMs;
  if (kind === 'few') return period(now - (unit === 'hour' ? 6 : 30) * length, now - 2 * length, 'span');
  const slack =
    unit === 'hour' && number >= 1
      ? 30 * minuteMs
      : Math.max(5, Math.round((number * unitMinutes[unit]) / 6)) * minuteMs;
  const middle = now - Math.round((number * length) / minuteMs) * minuteMs;
  return period(middle - slack, Math.min(now, middle + slack) + minuteMs, 'hour');
}

function calendarAgo(now: Now, number: number, unit: LengthUnit, byDays: boolean): Period {
  if (unit === 'day' || (unit === 'week' && byDays))
    return dayFromToday(now, -number * (unit === 'day' ? 1 : 7));
  if (unit === 'week') return weekFromNow(now, -number);
  if (unit === 'month') return monthFromNow(now, -number);
  if (unit === 'year') return yearAt(now.year - number);
  return yearsAt(Math.floor((now.year - number * 10) / 10) * 10, 10);
}

/** A fifth of the length around that day, and half a unit at least. */
function aboutAgo(now: Now, number: number, unit: LengthUnit): Period {
  const days = unitDays(unit);
  const slack = Math.max(1, Math.floor(days / 2), Math.round(0.2 * number * days)) * dayMs;
  const middle = back(now.today, number, unit);
  return period(middle - slack, Math.min(now.today, middle + slack) + dayMs, 'span');
}

export function back(midnight: CivilMs, number: number, unit: LengthUnit): CivilMs {
  if (unit === 'month' || unit === 'year' || unit === 'decade') {
    const months = number * (unit === 'month' ? 1 : unit === 'year' ? 12 : 120);
    const whole = Math.trunc(months);
    return addMonths(midnight, -whole) - Math.round((months - whole) * 30) * dayMs;
  }
  return midnight - Math.round(number * unitDays(unit)) * dayMs;
}

const few: Readonly<Record<LengthUnit, number>> = {
  minute: 30,
  hour: 6,
  day: 7,
  week: 5,
  month: 6,
  year: 5,
  decade: 3,
};

/** From that long ago until this minute. */
export function untilNow(now: Now, count: Count, unit: LengthUnit): Period {
  const number = count.kind === 'few' ? few[unit] : count.number;
  const start =
    unit === 'minute' || unit === 'hour'
      ? now.now - number * (unit === 'hour' ? hourMs : minuteMs)
      : back(now.today, number, unit);
  return period(Math.floor(start / minuteMs) * minuteMs, now.now + minuteMs, 'span');
}

/** The month that is being lived through counts among the last ones only up to today. */
export const thisUnit = (now: Now, unit: 'week' | 'month' | 'year'): Period =>
  unit === 'week'
    ? weekFromNow(now, 0)
    : unit === 'month'
      ? monthAt(now.year, new Date(now.now).getUTCMonth())
      : yearAt(now.year);
