/** Written dates that both languages share: day and month as figures, and whether they can be a date at all. */
import { notInWord, oneOf, type Rule, wordEnds } from './rule.ts';

export interface CalendarDate {
  /** 1 to 31, absent for a month of a year. */
  readonly day?: number;
  /** 1 to 12. */
  readonly month: number;
  readonly year?: string;
}

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** @returns the date, or undefined when no calendar has it. */
export function calendarDate(day: string, month: string, year?: string): CalendarDate | undefined {
  const [d, m] = [Number(day), Number(month)];
  if (d < 1 || d > (daysOf[m - 1] ?? 0)) return undefined;
  return { day: d, month: m, ...(year !== undefined && { year: fullYear(year) }) };
}

/** Two figures mean the years from 1970 to 2069. */
const fullYear = (year: string): string => {
  if (year.length !== 2) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
};

/** `Mon–Fri`, `lun-ven`: the days between which something holds. */
export function dayRange(names: Readonly<Record<string, string>>, to: string): Rule {
  const day = `(${oneOf(Object.keys(names))})\\.?`;
  return {
    pattern: new RegExp(`${notInWord}${day} ?[-–] ?${day.slice(0, -3)}${wordEnds}(?:\\.(?=\\s))?`, 'gu'),
    say: ([, first = '', last = '']) => `${names[first]}${to}${names[last]}`,
  };
}
