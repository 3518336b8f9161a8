/** The French of times gone by. */
import { frenchCalendar } from './french-calendar.ts';
import { frenchDays } from './french-days.ts';
import { frenchLengths } from './french-lengths.ts';
import { frenchShifts } from './french-shifts.ts';
import type { Grammar } from './grammar.ts';

export const french: Grammar = {
  atoms: [...frenchDays, ...frenchCalendar, ...frenchLengths],
  shifts: frenchShifts,
  ranges: [
    { open: '(?:quelque part )?entre(?: le| l| la)?', middle: 'et(?: le| l| la)?' },
    { open: '(?:de|du|d|depuis|a partir de|a partir du)', middle: '(?:a|au|aux|jusqu a|jusqu au|jusqu en)' },
  ],
  and: '(?:et|ou)(?: en| au| le)?',
  joint: '(?:de l|de la|de|du|d|des|en|a|au|a l|pendant|dans|le|la|l|vers|au mois de|ce)',
};
