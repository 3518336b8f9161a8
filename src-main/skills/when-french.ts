/** French day and time expressions, over normalised words (figures for numbers, no accents). */
import { durationSource, parseDuration } from './durations.ts';
import type { DayPart, Fragment, WhenParts } from './when-parts.ts';

const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const months = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
const shortMonths = ['janv', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sept', 'oct', 'nov', 'dec'];
const weekday = `(${weekdays.join('|')})`;
const month = `(${[...months, ...shortMonths].join('|')})`;
const monthNumber = (word: string): number => months.indexOf(word) + 1 || shortMonths.indexOf(word) + 1;
const partNames: Readonly<Record<string, DayPart>> = {
  matin: 'morning',
  matinee: 'morning',
  midi: 'noon',
  'apres midi': 'afternoon',
  aprem: 'afternoon',
  soir: 'evening',
  soiree: 'evening',
  nuit: 'night',
};
const part = '(matin|matinee|midi|apres midi|aprem|soir|soiree|nuit)';
const before =
  '(?:a partir d |a partir de |a compter de |des |pour |avant |d ici (?:a )?|jusqu a |a |vers |aux alentours de |autour de |sur les |pour les )?';
const half =
  '(?: (du matin|du mat|de la nuit|de l apres midi|du soir|am|pm|ce soir|ce matin|cet apres midi))?';
const halfOf = (words: string): WhenParts => {
  if (words === '') return {};
  if (/matin|mat$|nuit|am/.test(words))
    return { half: 'am', ...(words === 'ce matin' ? { dayOffset: 0 } : {}) };
  return { half: 'pm', ...(/^ce/.test(words) ? { dayOffset: 0 } : {}) };
};
const onDay =
  '(?:le |pour le |d ici le |avant le |a partir du |du |des le |ce |pour |jusqu au |au |du jour )?';
const partOf = (word: string): WhenParts => (partNames[word] ? { part: partNames[word] } : {});
const clock = (hour: number, minute: number, rest: WhenParts = {}): WhenParts | undefined =>
  hour < 25 && minute < 60 ? { hour: hour % 24, minute, ...rest } : undefined;
const hourOf = (word: string): number => (/^\d/.test(word) ? Number(word) : 1);

/** "et demie", "moins le quart", "15": minutes to add to the hour. */
function extraMinutes(words: string): number {
  if (words === '') return 0;
  if (/^et demie?/.test(words)) return 30;
  if (/^et (?:un |1 )?quart|^un quart/.test(words)) return 15;
  if (/^3 quart/.test(words)) return 45;
  if (/^moins (?:le |un )?quart/.test(words)) return -15;
  const minus = /^moins (\d{1,2})/.exec(words);
  return minus ? -Number(minus[1]) : Number(words);
}
const extra = String.raw`(?: (et demie?|et (?:un |1 )?quart|un quart|3 quarts?|moins (?:le |un )?quart|moins \d{1,2}|\d{1,2})(?: minutes?)?)?(?: piles?| precises?| tapantes?)?`;
function withExtra(hour: number, words: string, rest: WhenParts): WhenParts | undefined {
  const total = hour * 60 + extraMinutes(words);
  const day = 1440;
  return clock(Math.floor((((total % day) + day) % day) / 60), ((total % 60) + 60) % 60, rest);
}

/** Feasts of a fixed day: [day, month]. */
const feasts: Readonly<Record<string, readonly [number, number]>> = {
  epiphanie: [6, 1],
  chandeleur: [2, 2],
  'fete du travail': [1, 5],
  'fete de la musique': [21, 6],
  'saint jean': [24, 6],
  'fete nationale': [14, 7],
  assomption: [15, 8],
  halloween: [31, 10],
  toussaint: [1, 11],
  armistice: [11, 11],
  'reveillon de noel': [24, 12],
  'reveillon(?: du (?:jour de l an|nouvel an))?': [31, 12],
};

export const frenchFragments: readonly Fragment[] = [
  {
    source: `(?:pour |des |d ici |a partir d |jusqu a |avant )?(aujourd hui|ce jour)`,
    read: () => ({ dayOffset: 0 }),
  },
  {
    source: `(?:pour |des |d ici |a partir de |jusqu a |avant (?!hier)|le )?(apres demain|demain|hier|avant hier|lendemain)(?: (?:dans la |en |au )?${part})?`,
    read: ([day = '', word = '']) => ({
      dayOffset: { 'apres demain': 2, demain: 1, lendemain: 1, hier: -1 }[day] ?? -2,
      ...partOf(word),
    }),
  },
  {
    source: `(?:pour |des |d ici |avant )?(?:ce|cet|cette) (matin|matinee|midi|apres midi|aprem|soir|soiree|nuit)`,
    read: ([word = '']) => ({ dayOffset: 0, ...partOf(word) }),
  },
  { source: `(?:le|dans la|en|au|en fin de|en debut de) ${part}`, read: ([word = '']) => partOf(word) },
  {
    source: `${onDay}${weekday}(?: (prochain|qui vient|qui arrive|dernier|passe|en 8|d apres|suivant))?(?: (?:en )?${part})?`,
    read: ([day = '', shift = '', word = '']) => ({
      weekday: weekdays.indexOf(day),
      ...(/dernier|passe/.test(shift)
        ? { weekdayShift: 'last' as const }
        : shift === 'en 8' || shift === 'd apres'
          ? { weekdayShift: 'week-after' as const }
          : shift
            ? { weekdayShift: 'next' as const }
            : {}),
      ...partOf(word),
    }),
  },
  {
    source: String.raw`${onDay}(?:${weekdays.join('|')})? ?(\d{1,2}|premier|un)(?: er)? ${month}(?: (?:de l an )?(\d{4})| (prochain|dernier|suivant))?(?: (?:au )?${part})?`,
    read: ([day = '', name = '', year = '', shift = '', word = '']) => ({
      day: /^\d/.test(day) ? Number(day) : 1,
      month: monthNumber(name),
      ...(year ? { year: Number(year) } : shift === 'dernier' ? { yearOffset: -1 } : {}),
      ...partOf(word),
    }),
  },
  {
    source: String.raw`(?:le|pour le|du|au|avant le) (\d{1,2}|premier)(?: er)?(?: (du mois|du mois prochain|de ce mois))?`,
    read: ([day = '', which = '']) => ({
      day: /^\d/.test(day) ? Number(day) : 1,
      ...(which === 'du mois prochain' ? { monthOffset: 1 } : {}),
    }),
  },
  {
    source: String.raw`${onDay}(\d{1,2}) [/] (\d{1,2})(?: [/] (\d{4}|\d{2}))?`,
    read: ([day = '', name = '', year = '']) =>
      Number(name) <= 12 && Number(day) <= 31
        ? {
            day: Number(day),
            month: Number(name),
            ...(year ? { year: Number(year) + (year.length === 2 ? 2000 : 0) } : {}),
          }
        : undefined,
  },
  {
    source: String.raw`${onDay}(\d{4}) - (\d{1,2}) - (\d{1,2})`,
    read: ([year = '', name = '', day = '']) => ({
      year: Number(year),
      month: Number(name),
      day: Number(day),
    }),
  },
  {
    source: `(?:dans|d ici|apres|au bout de|pour dans) (${durationSource('fr')})`,
    read: ([words = '']) => {
      const seconds = parseDuration(words, 'fr');
      return seconds === undefined ? undefined : afterNow(words, seconds);
    },
  },
  {
    source: String.raw`(?:dans|d ici) (\d+|une?) (mois|ans?|annees?)`,
    read: ([count = '', unit = '']) =>
      unit === 'mois' ? { monthOffset: hourOf(count) } : { yearOffset: hourOf(count) },
  },
  {
    source: String.raw`il y a (\d+|une?) (jours?|semaines?|mois|ans?|annees?)`,
    read: ([count = '', unit = '']) => ago(hourOf(count), unit),
  },
  { source: '(?:pour )?la semaine prochaine', read: () => ({ dayOffset: 7 }) },
  { source: '(?:pour )?le mois prochain', read: () => ({ monthOffset: 1 }) },
  { source: `(?:ce |le )?week end(?: prochain)?`, read: () => ({ weekday: 6 }) },
  {
    source: '(?:a |le jour de |pour |le )?noel(?: (prochain|dernier|\\d{4}|cette annee))?',
    read: ([year = '']) => ({ day: 25, month: 12, ...(/^\d/.test(year) ? { year: Number(year) } : {}) }),
  },
  { source: '(?:le |au )?(?:jour de l an|nouvel an)', read: () => ({ day: 1, month: 1 }) },
  { source: '(?:la |a la )?saint sylvestre', read: () => ({ day: 31, month: 12 }) },
  { source: '(?:la |a la )?saint valentin', read: () => ({ day: 14, month: 2 }) },
  ...Object.entries(feasts).map(([source, [day, month]]) => ({
    source: `(?:a |pour |le jour de )?(?:la |le |l )?${source}`,
    read: () => ({ day, month }),
  })),
  {
    source: String.raw`${before}(\d{1,2}|une) (?:h|heures?|hrs?)${extra}${half}`,
    read: ([hour = '', words = '', when = '']) =>
      Number(hour) > 24
        ? undefined
        : withExtra(hourOf(hour), words, {
            ...halfOf(when),
            ...(Number(hour) > 12 || /^0\d|^0$/.test(hour) ? { exactHour: true } : {}),
          }),
  },
  {
    source: String.raw`${before}(\d{1,2}):(\d{2})${half}`,
    read: ([hour = '', minute = '', when = '']) =>
      clock(Number(hour), Number(minute), {
        ...halfOf(when),
        ...(Number(hour) > 12 || /^0/.test(hour) ? { exactHour: true } : {}),
      }),
  },
  {
    source: `${before}(midi|minuit)${extra}`,
    read: ([word = '', words = '']) => withExtra(word === 'midi' ? 12 : 24, words, { exactHour: true }),
  },
];

/** Whole days are counted on the calendar, shorter lengths on the clock. */
function afterNow(words: string, seconds: number): WhenParts {
  return /jour|semaine| j$/.test(words) && seconds % 86_400 === 0
    ? { dayOffset: seconds / 86_400 }
    : { afterSeconds: seconds };
}
function ago(count: number, unit: string): WhenParts {
  if (unit.startsWith('mois')) return { monthOffset: -count };
  if (unit.startsWith('an')) return { yearOffset: -count };
  return { dayOffset: unit.startsWith('jour') ? -count : -7 * count };
}
