/** French days and their parts: hier, mardi dernier, ce matin, à 17 h. */
import { dayMs, hourMs, minuteMs } from '../../../domain/local-time.ts';
import {
  anyDayPart,
  clockTime,
  type DayPart,
  dayFromToday,
  dayOfMonth,
  partOfDay,
  weekdayAndDay,
  weekdayBack,
} from './calendar.ts';
import { type Atom, notPast, toCome } from './grammar.ts';
import { type Now, type Period, period } from './period.ts';
import { anyOf } from './words.ts';

const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
export const frenchWeekday = anyOf(weekdays);
export const frenchWeekdayNumber = (word: string): number => weekdays.indexOf(word);

const parts: Readonly<Record<string, DayPart>> = {
  matin: 'morning',
  matinee: 'morning',
  midi: 'noon',
  'heure du dejeuner': 'noon',
  'apres midi': 'afternoon',
  aprem: 'afternoon',
  soir: 'evening',
  soiree: 'evening',
  nuit: 'night',
};
const part = anyOf(Object.keys(parts));
/** « En fin de matinée », « au petit matin », « en début de soirée ». */
const narrowParts: Readonly<Record<string, DayPart>> = {
  'petit matin': 'dawn',
  aube: 'dawn',
  'debut de matinee': 'dawn',
  'fin de matinee': 'lateMorning',
  'debut d apres midi': 'earlyAfternoon',
  'debut de l apres midi': 'earlyAfternoon',
  'fin d apres midi': 'lateAfternoon',
  'fin de l apres midi': 'lateAfternoon',
  'debut de soiree': 'earlyEvening',
  'debut de la soiree': 'earlyEvening',
  'fin de soiree': 'lateEvening',
  'fin de la soiree': 'lateEvening',
  'fin de journee': 'dayEnd',
  'fin de la journee': 'dayEnd',
};
const partNamed = (word: string): DayPart => parts[word] ?? 'evening';
/** Before five in the morning, the day that one speaks of is still the one before. */
const livedDay = (now: Now): number => (now.now - now.today < 5 * hourMs ? now.today - dayMs : now.today);

const onlyBeside = (of: Period | undefined): Period | undefined => of && { ...of, needsDay: true };
const past = '(?:dernier|derniere|passe|passee|precedent|precedente)';

/** "Et demie", "moins le quart", "30": the hour and the minute that they make. */
function clock(now: Now, hour: number, extra: string, half: string): Period | undefined {
  const minus = /^moins (?:le (?:1 )?quart|un quart|(\d+))/.exec(extra);
  const minute = minus
    ? 60 - Number(minus[1] ?? 15)
    : /demi/.test(extra)
      ? 30
      : /quart/.test(extra)
        ? 15
        : extra === ''
          ? undefined
          : Number(extra);
  // One to five o'clock without more words is after noon more often than before dawn.
  const afternoon =
    (/soir|apres midi/.test(half) && hour < 12) || (half === '' && hour >= 1 && hour < 6) ? 12 : 0;
  return clockTime(now, hour + afternoon - (minus ? 1 : 0), minute);
}

export const frenchDays: readonly Atom[] = [
  { source: '(?:d )?avant hier', read: (_, now) => dayFromToday(now, -2) },
  { source: '(?:d )?avant avant hier', read: (_, now) => dayFromToday(now, -3) },
  { source: '(?:la journee d |pas plus tard qu |d )?hier', read: (_, now) => dayFromToday(now, -1) },
  { source: '(?:la journee d |d )?aujourd hui', read: (_, now) => dayFromToday(now, 0) },
  {
    source: 'tout a l heure|tantot|plus tot(?: (?:aujourd hui|dans la journee))?|depuis ce matin',
    read: (_, now) => period(now.today, now.now + minuteMs, 'span'),
  },
  {
    source:
      '(?:a l instant|juste (?:avant|maintenant)|il y a (?:un instant|1 instant|quelques instants|2 secondes))',
    read: (_, now) => period(now.now - hourMs, now.now + minuteMs, 'span'),
  },
  {
    source: '(?:(?:dans |pendant |durant )?la nuit derniere|cette nuit)',
    read: (_, now) => partOfDay('night', now.today - dayMs),
  },
  {
    source: '(?:dans |pendant )?la nuit d (avant hier|hier)',
    read: ([which = ''], now) => partOfDay('night', now.today - (which === 'hier' ? 1 : 2) * dayMs),
  },
  {
    source: `(?:plus tot )?(?:ce|cet|cette) (matin|matinee|midi|apres midi|aprem|soir|soiree)`,
    read: ([word = ''], now) => partOfDay(partNamed(word), livedDay(now)),
  },
  {
    source: `(?:(?:dans|en|pendant|durant|vers|en fin de|en debut de) )?(?:le |la |l |au |a l )?${part}`,
    read: ([word = '']) => anyDayPart(partNamed(word)),
  },
  {
    source: `(?:(?:en|au|a|a l|vers|vers la|a la|le) )?${anyOf(Object.keys(narrowParts))}`,
    read: ([word = '']) => anyDayPart(narrowParts[word] ?? 'dawn'),
  },
  {
    source: `(?:dans |pendant |durant )?la nuit (?:de|du) ${frenchWeekday} (?:a|au) (?:${weekdays.join('|')})`,
    read: ([name = ''], now) => partOfDay('night', weekdayBack(now, frenchWeekdayNumber(name)).start),
  },
  {
    source: `(?:le )?${frenchWeekday} #?(\\d{1,2})(?! (?:h|heures?|:|jours?|semaines?|ans?|personnes|fois))`,
    read: ([name = '', day = ''], now) => weekdayAndDay(now, frenchWeekdayNumber(name), Number(day)),
  },
  { source: '(?:a|vers|sur le coup de) midi', read: () => anyDayPart('noon') },
  { source: 'a minuit', read: (_, now) => onlyBeside(clockTime(now, 24)) },
  {
    source: '(?:l autre|un de ces) (?:jour|soir|matin|fois|semaine|apres midi)s?',
    read: (_, now) => ({ ...period(now.today - 14 * dayMs, now.today, 'span'), vague: true }),
  },
  {
    source: `(?:des |pour |d ici )?(?:apres )?demain(?: (?:matin|midi|apres midi|soir))?|plus tard`,
    read: () => toCome,
  },
  {
    source: `(?:tous|toutes) les (?:\\d+ )?(?:${weekdays.join('|')}|jour|semaine|week end|weekend|moi|an|annee|matin|soir|midi|apres midi|nuit|ete|hiver|printemp|noel|heure|minute|mardi|fois)s?(?: (?:matin|soir|midi|apres midi)s?)?`,
    read: () => notPast,
  },
  {
    source: `chaque (?:${weekdays.join('|')}|jour|semaine|week end|weekend|mois|an|annee|matin|soir|midi|nuit|ete|hiver|printemps|automne|noel|fois)(?: (?:matin|soir|midi))?`,
    read: () => notPast,
  },
  {
    source: `(?:le|les) (?:${weekdays.join('|')})s?(?: (?:matin|soir|midi|apres midi|et)s?)?`,
    read: () => notPast,
  },
  { source: `une? (?:${weekdays.join('|')})(?: (?:matin|soir|midi))?`, read: () => notPast },
  { source: `(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s)`, read: () => notPast },
  {
    source: `(?:le |ce |de )?(?:${weekdays.join('|')})(?: (?:matin|soir|midi|apres midi))? (?:prochain|qui vient|qui arrive|suivant|en (?:8|15))`,
    read: () => toCome,
  },
  {
    source: `(?:ce |de |du |le |pour )?${frenchWeekday}(?: ${past})`,
    read: ([name = ''], now) => {
      const { guessed: _guessed, ...sure } = weekdayBack(now, frenchWeekdayNumber(name));
      return sure;
    },
  },
  {
    source: `(?:ce |de |d )?${frenchWeekday}`,
    read: ([name = ''], now) => weekdayBack(now, frenchWeekdayNumber(name)),
  },
  {
    source: `le ${frenchWeekday}`,
    inside: true,
    read: ([name = ''], now) => weekdayBack(now, frenchWeekdayNumber(name)),
  },
  {
    source: `(?:le )?${frenchWeekday} d avant`,
    read: ([name = ''], now) => weekdayBack(now, frenchWeekdayNumber(name), 2),
  },
  {
    source: `(?:il )?y a (\\d+) ${frenchWeekday}s`,
    read: ([count = '', name = ''], now) => weekdayBack(now, frenchWeekdayNumber(name), Number(count)),
  },
  {
    source: `le #?(\\d{1,2})(?= (?:du|de ce|de ce) mois|$| (?:j|je|on|tu|il|elle|nous|vous|ils|elles|qu|que|qui|quoi|c|au matin|au soir)\\b)(?: du mois(?! dernier| passe| precedent))?`,
    read: ([day = ''], now) => dayOfMonth(now, Number(day)),
  },
  {
    source: `le #?(d{1,2})(?: du mois)?`,
    inside: true,
    read: ([day = ''], now) => dayOfMonth(now, Number(day)),
  },
  {
    source: `(?:a|vers|autour de|des) (\\d{1,2}|une) (?:h|heures?)(?: (\\d{1,2}|et demie?|et (?:un |1 )?quart|moins (?:le |un )?quart|moins \\d{1,2}))?(?: (du matin|du soir|de l apres midi|du mat))?(?! (?:de|du|des|d) (?!matin|soir))`,
    read: ([hour = '', extra = '', half = ''], now) =>
      clock(now, hour === 'une' ? 1 : Number(hour), extra, half),
  },
  {
    source: `(?:a |vers |aux alentours de |autour de |aux environs de |sur les )?(\\d{1,2}|une) (?:h|heures?)(?: (\\d{1,2}|et demie?|et (?:un |1 )?quart|moins (?:le |un )?quart|moins \\d{1,2})(?! (?:jour|minute|seconde)))?(?: (du matin|du soir|de l apres midi|du mat))?`,
    read: ([hour = '', extra = '', half = ''], now) => {
      const at = clock(now, hour === 'une' ? 1 : Number(hour), extra, half);
      return at && Number(hour) <= 24 ? onlyBeside(at) : undefined;
    },
  },
  {
    source: `(?:a|vers) (\\d{1,2}) : (\\d\\d)`,
    read: ([hour = '', minute = ''], now) => clockTime(now, Number(hour), Number(minute)),
  },
];
