/** The days of a year as a calendar: columns are weeks that begin on Monday, and how much was said is one of four steps of light. */
import type { MemoryDays } from '../../store/contract-types.ts';

export interface HeatDay {
  readonly date: string;
  readonly count: number;
  /** 0: nothing was said. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

export interface HeatCalendar {
  /** Oldest first, whole weeks but for the last one, which ends today. */
  readonly days: readonly HeatDay[];
  /** The column in which a month begins. */
  readonly months: readonly { readonly column: number; readonly date: string }[];
}

const dayMs = 86_400_000;
const utcOf = (date: string): number => Date.parse(`${date}T00:00Z`);
const isoOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** Monday is 0. */
const weekday = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7;

export function heatCalendar({ today, days }: MemoryDays, weeks: number): HeatCalendar {
  const counts = new Map(days.map(({ date, count }) => [date, count]));
  const last = utcOf(today);
  const first = last - (weekday(last) + (weeks - 1) * 7) * dayMs;
  const dates = Array.from({ length: (last - first) / dayMs + 1 }, (_, at) => isoOf(first + at * dayMs));
  const levelOf = steps(dates.flatMap(date => counts.get(date) ?? []));
  return {
    days: dates.map(date => {
      const count = counts.get(date) ?? 0;
      return { date, count, level: levelOf(count) };
    }),
    months: monthsOf(dates),
  };
}

/** Quarters of the days on which something was said: one day of a thousand sentences leaves the others their light. */
function steps(counts: readonly number[]): (count: number) => HeatDay['level'] {
  const sorted = counts.toSorted((one, other) => one - other);
  const bounds = [1, 2, 3].map(quarter => sorted[Math.ceil((quarter * sorted.length) / 4) - 1] ?? 0);
  return count => {
    if (count === 0) return 0;
    const above = bounds.filter(bound => count > bound).length;
    return above === 0 ? 1 : above === 1 ? 2 : above === 2 ? 3 : 4;
  };
}

/** The first and the last column may belong to a month that has no room for its name. */
const leastColumns = 3;

function monthsOf(dates: readonly string[]): HeatCalendar['months'] {
  const begins = dates.flatMap((date, at) =>
    at === 0 || date.slice(0, 7) !== dates[at - 1]?.slice(0, 7) ? [{ column: Math.floor(at / 7), date }] : [],
  );
  const columns = Math.ceil(dates.length / 7);
  return begins.filter(({ column }, at) => (begins[at + 1]?.column ?? columns) - column >= leastColumns);
}

const arrows = { ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1 } as const;

/** The place of the day that a key leads to; undefined where the key leads nowhere. */
export function dayTowards(key: string, at: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (!(key in arrows)) return undefined;
  const next = at + arrows[key as keyof typeof arrows];
  return next < 0 || next >= count ? undefined : next;
}
