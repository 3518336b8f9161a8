/** The English of times gone by. */
import { englishCalendar } from './english-calendar.ts';
import { englishDays } from './english-days.ts';
import { englishLengths } from './english-lengths.ts';
import { englishShifts } from './english-shifts.ts';
import { englishYears } from './english-years.ts';
import type { Grammar } from './grammar.ts';

export const english: Grammar = {
  atoms: [...englishDays, ...englishCalendar, ...englishYears, ...englishLengths],
  shifts: englishShifts,
  ranges: [
    { open: '(?:sometime |somewhere )?between', middle: 'and' },
    { open: 'from|starting(?: from)?', middle: '(?:up )?(?:to|until|till|through)' },
  ],
  and: '(?:and|or)(?: on| in)?',
  joint: '(?:in the|of the|on the|back in|of|in|on|at|during|the|around|about|for|from)',
};
