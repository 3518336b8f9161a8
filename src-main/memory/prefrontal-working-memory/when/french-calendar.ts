/** French weeks, months, dates, seasons, years, decades and feasts. */
import { dayMs, minuteMs } from '../../../domain/local-time.ts';
import {
  addMonths,
  dateAt,
  lastYearly,
  monthFromNow,
  quarterAt,
  type Season,
  seasonAt,
  weekendFromNow,
  weekFromNow,
  yearAt,
  yearlyBeforeLast,
  yearsAt,
} from './calendar.ts';
import { frenchWeekday } from './french-days.ts';
import { type Atom, toCome } from './grammar.ts';
import { thisUnit } from './lengths.ts';
import { type Now, type Period, period } from './period.ts';
import { halfOf } from './shifts.ts';
import { anyOf, atAge, dateNamed, feastAtoms, monthNamed, yearNumber } from './words.ts';

const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
  ' ',
);
const short = 'janv fev mar avr mai juin juil aou sept oct nov dec'.split(' ');
const month = anyOf(months);
const anyMonth = anyOf([...months, ...short]);
const monthNumber = (word: string): number =>
  months.includes(word) ? months.indexOf(word) : short.indexOf(word);
/** "Mars" is a planet and a bar too, "mai" and "avril" are names. */
const plainMonth = anyOf(months.filter(name => !['mars', 'mai', 'avril'].includes(name)));

const seasons: Readonly<Record<string, Season>> = {
  printemps: 'spring',
  ete: 'summer',
  automne: 'autumn',
  hiver: 'winter',
};
const season = anyOf(Object.keys(seasons));
const seasonNamed = (now: Now, word: string, year = '', over = false): Period | undefined => {
  const name = seasons[word] ?? 'spring';
  const known = yearNumber(year, now);
  return known === undefined ? lastYearly(now, at => seasonAt(name, at), over) : seasonAt(name, known);
};

const last = '(?:dernier|derniere|passe|passee|precedent|precedente|d avant)';
const coming = '(?:prochain|prochaine|qui vient|qui arrive|a venir|suivant|suivante)';
const day = '#?(\\d{1,2})';
const weekdayBefore = `(?:${frenchWeekday.slice(1, -1)}) `;
const ofYear = '(?: (?:de l an |de |en )?(\\d{4}|[4-9]\\d(?! (?:personnes|euros|ans|gens|km|fois))))?';
const year = '((?:18|19|20)\\d\\d)';
const notAnAmount =
  '(?! (?:euros?|dollars?|francs?|mots|pas|personnes|gens|fois|km|kilometres?|metres?|calories|pages?|balles))';
const within = '(?:en|dans|pendant|durant|au cours de|courant|tout au long de)';
const decadeOf = (number: number): Period =>
  yearsAt(number >= 100 ? number : number + (number >= 30 ? 1900 : 2000), 10);

export const frenchCalendar: readonly Atom[] = [
  ...feastAtoms(
    'fr',
    '(?:(?:a|au|aux|pour|pendant|durant|de|du|d|lors de|le jour de|le soir de|le matin de) )?(?:la |le |l |les )?',
    `${last.slice(3, -1)}`,
  ),
  {
    source: `(?:(?:de|pendant|durant|dans|au cours de) )?(?:l |la |le )?(semaine|week end|weekend|mois|an|annee) (?:derniere?|passee?)`,
    read: ([unit = ''], now) => unitBack(now, unit, -1),
  },
  {
    source: `(?:(?:de|pendant|durant) )?(?:l |la |le )?(semaine|week end|weekend|mois|an|annee) (?:d avant|precedente?)`,
    read: ([unit = ''], now) => unitBack(now, unit, -1),
  },
  {
    source: `(?:l )?avant derniere? (semaine|week end|weekend|mois|annee)`,
    read: ([unit = ''], now) => unitBack(now, unit, -2),
  },
  {
    source: `(?:(?:pendant|durant|depuis le debut de) )?(?:ce|cette|cet) (semaine|week end|weekend|mois|annee)(?: ci)?`,
    read: ([unit = ''], now) => unitBack(now, unit, 0),
  },
  {
    source: 'pendant (?:le |ce )?week ?end|(?:le )?week end(?= (?:j|on|je|nous)\\b)',
    read: (_, now) => weekendFromNow(now, 0),
  },
  {
    source: '(?:l |la |le )?(semaine|mois|annee|week end|weekend)',
    inside: true,
    read: ([unit = ''], now) => unitBack(now, unit, 0),
  },
  {
    source: '(?:plus tot|jusqu ici) (?:cette (?:semaine|annee)|ce mois(?: ci)?)',
    read: (_, now) => period(thisUnit(now, 'week').start, now.now + minuteMs, 'span'),
  },
  {
    source: '(?:plus tot dans (?:la|l) |depuis le debut (?:de la |de l |du ))(semaine|annee|mois)',
    read: ([unit = ''], now) => {
      const name = ({ semaine: 'week', mois: 'month', annee: 'year' } as const)[unit as 'mois'];
      return period(thisUnit(now, name).start, now.now + minuteMs, 'span');
    },
  },
  {
    source: `(?:l |la |le |ce |cette )?(?:semaine|week end|weekend|mois|an|annee|${months.join('|')}|${Object.keys(seasons).join('|')}) ${coming}`,
    read: () => toCome,
  },
  {
    source:
      '(?:il y a|y a) (?:1|un) an jour pour jour|(?:ce|le) meme jour (?:de )?l (?:an|annee) (?:dernier|derniere|passe|passee)|(?:il y a|y a) (?:1|un) an aujourd hui',
    read: (_, now) => ({
      start: addMonths(now.today, -12),
      end: addMonths(now.today, -12) + dayMs,
      unit: 'day',
    }),
  },
  {
    source: 'a la meme (?:epoque|periode|date) (?:de )?l (?:an|annee) (?:dernier|derniere|passe|passee)',
    read: (_, now) => {
      const at = addMonths(now.today, -12);
      return period(at - 7 * dayMs, at + 8 * dayMs, 'span');
    },
  },
  {
    source: `(?:(?:en|de|d|du|des|courant|au mois de|au mois d|du mois de|du mois d|le mois de|le mois d|pendant le mois de) )?${month} (?:dernier|passe)`,
    read: ([name = ''], now) => monthNamed(now, monthNumber(name), '', true),
  },
  {
    source: `(?:en|courant|pour|(?:au|du|le|pendant le|durant le) mois (?:de|d)|mois (?:de|d)|des) ${month}${ofYear}`,
    read: ([name = '', at = ''], now) => monthNamed(now, monthNumber(name), at),
  },
  {
    source: `(?:d |de )?${plainMonth}${ofYear}`,
    read: ([name = '', at = ''], now) => monthNamed(now, monthNumber(name), at),
  },
  {
    source: `(?:de )?${anyMonth} (?:de )?(\\d{4}|\\d\\d)`,
    read: ([name = '', at = ''], now) => monthNamed(now, monthNumber(name), at),
  },
  { source: anyMonth, inside: true, read: ([name = ''], now) => monthNamed(now, monthNumber(name)) },
  {
    source: `(?:le |au |du |ce |pour le )?(?:${weekdayBefore})?(?:le )?${day} ${anyMonth}${ofYear}(?: (dernier|passe|prochain))?`,
    read: ([date = '', name = '', at = '', over = ''], now) =>
      over === 'prochain' ? toCome : dateNamed(now, monthNumber(name), Number(date), at, over !== ''),
  },
  {
    source: `(?:du |entre le |de |le )?${day} (?:au|et le|-|et|a) ${day} ${anyMonth}${ofYear}`,
    read: ([first = '', second = '', name = '', at = ''], now) =>
      days(now, monthNumber(name), Number(first), Number(second), at),
  },
  {
    source: '(?:le |du )?(\\d{4}) [-/.] (\\d{1,2}) [-/.] (\\d{1,2})',
    read: ([at = '', name = '', date = '']) => dateAt(Number(at), Number(name) - 1, Number(date)),
  },
  {
    source: '(?:le |du |depuis le )?(\\d{1,2}) [/.-] (\\d{1,2}) [/.-] (\\d{4}|\\d\\d)',
    read: ([date = '', name = '', at = ''], now) => dateNamed(now, Number(name) - 1, Number(date), at),
  },
  {
    source: '(?:le|du|au) (\\d{1,2}) [/] (\\d{1,2})',
    read: ([date = '', name = ''], now) => dateNamed(now, Number(name) - 1, Number(date)),
  },
  {
    source: '(\\d{1,2}) / (\\d{1,2})',
    inside: true,
    read: ([date = '', name = ''], now) => dateNamed(now, Number(name) - 1, Number(date)),
  },
  {
    source: `(?:(?:en|au|dans|pendant|durant|cet|ce|au cours de|de|pour) )(?:l |le )?${season}${ofYear}(?! (?:en robe))`,
    read: ([name = '', at = ''], now) => seasonNamed(now, name, at),
  },
  {
    source: `(?:a )?l (ete|automne|hiver)${ofYear}`,
    read: ([name = '', at = ''], now) => seasonNamed(now, name, at),
  },
  {
    source: `(?:(?:en|au|de|a|pendant|durant) )?(?:l |le )?${season} (?:dernier|passe)`,
    read: ([name = ''], now) => seasonNamed(now, name, '', true),
  },
  {
    source: `(?:l |le )?${season} (?:de )?(\\d{4})`,
    read: ([name = '', at = ''], now) => seasonNamed(now, name, at),
  },
  { source: `(?:l |le )?${season}`, inside: true, read: ([name = ''], now) => seasonNamed(now, name) },
  {
    source: `(?:${within} |d )(?:l an |l annee )?${year}${notAnAmount}`,
    read: ([at = '']) => yearAt(Number(at)),
  },
  {
    source: `(?<=(?:reunion|voyage|sejour|conference|mission|facture|vacances|examen|concert|fete|soiree|releve|loyer|salaire|numero|course|congres|festival|expo|sortie|rendez vous) )de (mars|mai|avril)`,
    read: ([name = ''], now) => monthNamed(now, monthNumber(name)),
  },
  {
    source: `(?:l )?${season} (?:d avant|precedent)`,
    read: ([name = ''], now) => yearlyBeforeLast(now, at => seasonAt(seasons[name] ?? 'spring', at)),
  },
  { source: `(?:l )?(?:an|annee) ${year}`, inside: true, read: ([at = '']) => yearAt(Number(at)) },
  { source: `(?:de )?l (?:an|annee) ${year}`, read: ([at = '']) => yearAt(Number(at)) },
  { source: `${year}${notAnAmount}`, inside: true, read: ([at = '']) => yearAt(Number(at)) },
  {
    source: `en (\\d\\d)(?= |$)(?! (?:minutes?|secondes?|heures?|jours?|semaines?|mois|ans?|euros?|h|km|metres?|pages?|fois|personnes?|etapes?|points?))`,
    read: ([at = ''], now) => (Number(at) >= 40 ? yearAt(yearNumber(at, now) ?? now.year) : undefined),
  },
  {
    source:
      '(?:(?:dans|pendant|durant|au cours de|de|au debut de|a la fin de) )?(?:les |des |ces )?annees (\\d0|(?:18|19|20)\\d0)',
    read: ([at = '']) => decadeOf(Number(at)),
  },
  {
    source:
      '(?:(?:au|du|pendant le|le|au cours du|en) )?(?:#([1-4]) trimestre|[tq] ([1-4]))(?:(?: de| en)? (\\d{4}))?',
    read: ([nth = '', short = '', at = ''], now) => quarterNamed(now, Number(nth || short), at),
  },
  {
    source: '(?:(?:au|pendant le|durant le|le) )?#([12]) semestre(?:(?: de| en)? (\\d{4}))?',
    read: ([half = '', at = ''], now) => {
      const make = (known: number) => halfOf(yearAt(known), Number(half));
      return at === '' ? lastYearly(now, make) : make(Number(at));
    },
  },
  {
    source: '(?:au|du) (?:siecle dernier|siecle passe|20 e siecle|xxe siecle)',
    read: () => ({ ...yearsAt(1900, 100), unit: 'span' }),
  },
  {
    source: '(?:il )?y a (\\d+) (?:week ends?|weekends?)',
    read: ([count = ''], now) => weekendFromNow(now, -Number(count)),
  },
  {
    source: '(?:le )?(?:dernier trimestre|trimestre dernier)',
    read: (_, now) => quarterAt(now.year, Math.floor(new Date(now.now).getUTCMonth() / 3) - 1),
  },
  {
    source:
      'quand j avais (\\d{1,2}) ans|a l age de (\\d{1,2}) ans|a (?:mes )?(\\d{1,2}) ans|quand j ai eu (\\d{1,2}) ans|l annee de mes (\\d{1,2}) ans',
    read: (ages, now) => atAge(now, Number(ages.find(age => age !== ''))),
  },
  {
    source:
      'quand j etais (?:un |une )?(?:ado|adolescente?)|(?:a|pendant) l adolescence|(?:pendant|dans) mon adolescence',
    read: (_, now) => atAge(now, 13, 19),
  },
  {
    source:
      'quand j etais (?:un |une )?(?:(?:petite? )?(?:enfant|garcon|fille)|petite?|gamine?|gosse|mome)|(?:pendant|dans) mon enfance|etant (?:enfant|petite?)',
    read: (_, now) => atAge(now, 3, 12),
  },
];

function unitBack(now: Now, unit: string, shift: number): Period {
  if (unit === 'semaine') return weekFromNow(now, shift);
  if (unit.startsWith('week')) return weekendFromNow(now, shift);
  return unit === 'mois' ? monthFromNow(now, shift) : yearAt(now.year + shift);
}

function days(now: Now, name: number, first: number, second: number, at: string): Period | undefined {
  const make = (known: number) => {
    const from = dateAt(known, name, first);
    const to = dateAt(known, name, second);
    return from && to && from.start <= to.start ? period(from.start, to.end, 'span') : undefined;
  };
  return at === '' ? lastYearly(now, make) : make(Number(at));
}

function quarterNamed(now: Now, nth: number, at: string): Period | undefined {
  const make = (known: number) => quarterAt(known, nth - 1);
  return at === '' ? lastYearly(now, make) : make(Number(at));
}
