/** French lengths back from now: « il y a trois jours », « ces deux derniers mois », « récemment ». */
import { dayMs, minuteMs } from '../../../domain/local-time.ts';
import type { LengthUnit } from './calendar.ts';
import { type Atom, notPast, toCome } from './grammar.ts';
import { ago, type Count, untilNow } from './lengths.ts';
import { type Now, type Period, period } from './period.ts';

const count =
  '(une? demi|une? (?:bonne|petite|bon|petit)|une?|\\d+|des(?= (?:jours|semaines|mois|annees))|quelques|plusieurs|une? (?:petite )?(?:poignee|dizaine|quinzaine|vingtaine|trentaine|douzaine|huitaine|couple)(?: de| d)?)';
const unit = '(secondes?|minutes?|heures?|jours?|nuits?|semaines?|mois|ans?|annees?|decennies?)';
const since = '(?:il y a|y a|ca fait|cela fait|voici|voila|ca doit faire|il doit y avoir)';
const roughly =
  '(environ |tout juste |exactement |a peine |juste |un peu (?:plus|moins) d(?:e)? |a peine plus d(?:e)? |a peu pres |peut etre |presque |pres de |dans les |plus ou moins |moins de |plus de |quasi(?:ment)? |bien |moins d |plus d |deja )?';

const units: Readonly<Record<string, LengthUnit>> = {
  minute: 'minute',
  heure: 'hour',
  jour: 'day',
  nuit: 'day',
  semaine: 'week',
  mois: 'month',
  an: 'year',
  annee: 'year',
  decennie: 'decade',
};
const unitOf = (word: string): LengthUnit => units[word] ?? units[word.replace(/s$/, '')] ?? 'day';
const tens: Readonly<Record<string, number>> = {
  dizaine: 10,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  douzaine: 12,
  huitaine: 8,
  couple: 2,
};

function countOf(words: string, about: boolean, half = false): Count {
  if (/quelques|plusieurs|poignee|^des/.test(words)) return { number: 4, kind: 'few' };
  const group = Object.keys(tens).find(name => words.includes(name));
  if (group) return { number: tens[group] ?? 10, kind: 'about' };
  const number = /demi/.test(words) ? 0.5 : /^\d/.test(words) ? Number(words) : 1;
  return { number: number + (half ? 0.5 : 0), kind: about || /bon|petit/.test(words) ? 'about' : 'exact' };
}

function lengthAgo(
  now: Now,
  words: string,
  about: string,
  unitWord: string,
  half: boolean,
): Period | undefined {
  if (/^seconde/.test(unitWord)) return undefined;
  if (/^jour/.test(unitWord) && about === '' && (words === '8' || words === '15'))
    return weeksInDays(now, Number(words));
  if (/moins/.test(about) && !/plus ou/.test(about))
    return untilNow(now, countOf(words, false), unitOf(unitWord));
  return ago(now, countOf(words, about !== '' && !/deja|bien|juste/.test(about), half), unitOf(unitWord));
}

/** « Huit jours » are a week, « quinze jours » two: the day itself or the one behind it. */
function weeksInDays(now: Now, number: number): Period {
  return period(now.today - number * dayMs, now.today - (number - 2) * dayMs, 'span');
}

export const frenchLengths: readonly Atom[] = [
  {
    source: `${since} ${roughly}${count} ?${unit}( et demie?)?(?: (?:environ|a peu pres|deja|maintenant|de ca|jour pour jour))?`,
    read: ([about = '', words = '', unitWord = '', half = ''], now) =>
      lengthAgo(now, words, about, unitWord, half !== ''),
  },
  {
    source: `${since} ${roughly}${count} ?${unit} (?:environ|a peu pres)`,
    read: ([, words = '', unitWord = ''], now) => lengthAgo(now, words, 'environ', unitWord, false),
  },
  {
    source: `${since} ${roughly}${count} ?${unit} jour pour jour`,
    read: ([, words = '', unitWord = ''], now) => ago(now, countOf(words, false), unitOf(unitWord), true),
  },
  {
    source: `${since} (?:environ |a peu pres )?une quinzaine`,
    read: (_, now) => ago(now, { number: 15, kind: 'about' }, 'day'),
  },
  { source: `${since} une huitaine`, read: (_, now) => ago(now, { number: 8, kind: 'about' }, 'day') },
  { source: `${since} une? demi heure`, read: (_, now) => ago(now, { number: 0.5, kind: 'exact' }, 'hour') },
  {
    source: `${since} (?:un|1) quart d heure`,
    read: (_, now) => ago(now, { number: 15, kind: 'exact' }, 'minute'),
  },
  {
    source: `${count} ?${unit} (?:plus tot|auparavant|avant(?! (?:\\w)))`,
    read: ([words = '', unitWord = ''], now) => lengthAgo(now, words, '', unitWord, false),
  },
  {
    source: `(?:(?:au cours de|pendant|durant|dans|sur|lors de) )?(?:la|le|l|les) (?:(\\d+) )?(?:dernier|derniere)e?s? (?:(\\d+) )?${unit}`,
    read: ([first = '', second = '', unitWord = ''], now) =>
      span(now, first || second || (/s$/.test(unitWord) && unitWord !== 'mois' ? '' : '1'), unitWord),
  },
  {
    source: `depuis ${roughly}${count} ?${unit}`,
    read: ([about = '', words = '', unitWord = ''], now) =>
      untilNow(now, countOf(words, about !== ''), unitOf(unitWord)),
  },
  {
    source: `(?:(?:au cours|lors) )?(?:de |d )?(?:ces|les|des|durant les|dans les|pendant les|au cours des|sur les) (?:(\\d+|quelques) )?(?:dernier|derniere)e?s ${unit}`,
    read: ([words = '', unitWord = ''], now) => span(now, words, unitWord),
  },
  {
    source: `(?:(?:pendant|durant|dans|sur) )?(?:ces|les|des) (?:(\\d+|quelques) )?${unit} (?:passes|passees|ecoules|ecoulees|derniers|dernieres)`,
    read: ([words = '', unitWord = ''], now) => span(now, words, unitWord),
  },
  {
    source:
      '(?:tout |tres |assez |plus )?recemment|dernierement|ces (?:derniers temps|temps ci|jours ci)|depuis peu|il y a (?:peu|pas longtemps)|il n y a pas (?:si |tres )?longtemps|les derniers temps|ces derniers temps',
    read: (_, now) => ({ ...period(now.today - 30 * dayMs, now.now + minuteMs, 'span'), vague: true }),
  },
  { source: `(?:dans|d ici) ${roughly}${count} ?${unit}`, read: () => toCome },
  {
    source: `(?:pendant|durant|pour|en|dure|prend|pris|a) ${roughly}${count} ?${unit}`,
    read: () => notPast,
  },
];

function span(now: Now, words: string, unitWord: string): Period | undefined {
  if (/^(seconde|nuit)/.test(unitWord)) return undefined;
  const counted: Count =
    words === '' || words === 'quelques' ? { number: 4, kind: 'few' } : countOf(words, false);
  return untilNow(now, counted, unitOf(unitWord));
}
