/** A fact as a sentence in either language; the value stays in the words that were said. */
import { fold } from '../../../domain/fold.ts';
import type { Language } from '../../../domain/language.ts';
import { civilOf, isoDate } from '../../../domain/local-time.ts';
import type { Fact } from '../../../domain/memory.ts';
import { genderOfName } from '../../write-gate/names.ts';
import { relationOf } from '../../write-gate/relations.ts';
import { kinRelations } from '../../write-gate/relations-of-people.ts';
import { kinRelationOf } from '../value-words.ts';
import { dateInWords, isIsoDate, onDate } from './dates-in-words.ts';
import { conjugated as inEnglish } from './verbs-english.ts';
import { contracted, elided, conjugated as inFrench, withArticle } from './verbs-french.ts';

export interface SentenceOptions {
  /** When it was said, and since or until when it holds, behind it; default true. */
  readonly withDates?: boolean;
  /** Who the subject is ("Anna"), where the words called them otherwise ("ma sœur"). */
  readonly subject?: string;
  /** Local ISO day: what ended by then is told as past; default: whatever has an end. */
  readonly today?: string;
}

/** "Anna est allergique aux noix (dit le 3 mars 2026)", "You live in Lyon (since 2019, said on 3 March 2026)". */
export function factSentence(
  fact: Fact,
  language: Language,
  zone: string,
  { withDates = true, subject = fact.subject, today }: SentenceOptions = {},
): string {
  const isPast = fact.validTo !== undefined && (today === undefined || fact.validTo.slice(0, 10) <= today);
  const words =
    language === 'fr' ? french({ ...fact, subject }, isPast) : english({ ...fact, subject }, isPast);
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return withDates ? `${sentence} (${datesOf(fact, language, zone).join(', ')})` : sentence;
}

function datesOf(fact: Fact, language: Language, zone: string): readonly string[] {
  const { validFrom, validTo, firstSaidMs, lastSaidMs } = fact;
  const day = (atMs: number) => isoDate(civilOf(atMs, zone));
  // "I lived there once" says that it ended, not when.
  const isEndKnown = validTo !== undefined && validTo !== day(firstSaidMs);
  const said = onDate(day(lastSaidMs), language);
  const start = validFrom === undefined ? [] : [startOf(fact.relation, validFrom, language)];
  const until = isEndKnown ? [dateInWords(validTo, language)] : [];
  return language === 'fr'
    ? [...start, ...until.map(date => `jusqu’${isDay(validTo) ? 'au' : 'en'} ${date}`), `dit ${said}`]
    : [...start, ...until.map(date => `until ${date}`), `said ${said}`];
}

/** They happen on their day; everything else holds from it on. */
const happenings = new Set(
  'appointment plan moving_to starts_job event bought lost visited quit started'.split(' '),
);

function startOf(relation: string, from: string, language: Language): string {
  if (happenings.has(relation)) return onDate(from, language);
  const date = dateInWords(from, language);
  if (language === 'en') return `since ${date}`;
  return `depuis ${isDay(from) ? 'le ' : ''}${date}`;
}

const isDay = (date = ''): boolean => date.length >= 10;

/** "(âge)" tells a reader of tables what the number is; a sentence does without. */
const bare = (display: string): string => display.replace(/\s*\(.*?\)/, '');

function french({ subject, relation, value, language }: Fact, isPast: boolean): string {
  const isUser = subject === 'user';
  const who = isUser ? 'vous' : subjectName(subject, 'fr');
  const kin = kinRelations.find(({ name }) => name === relation);
  if (kin && isNamed(value)) {
    const noun = isUser ? `votre ${kin.noun.fr}` : `${articleOf(kin.noun.fr, kin.gender)} ${ofWhom(who)}`;
    return `${noun} ${isPast ? 's’appelait' : 's’appelle'} ${value}`;
  }
  const said = valueInWords(relation, value, 'fr');
  if (relation === 'birthday' && isUser) return `votre anniversaire est le ${said.replace(/^le /, '')}`;
  const display = kin ? 'a' : (moreNatural.fr[relation] ?? bare(relationOf(relation).display.fr));
  const verb = agreeing(inFrench(display, { isUser, isPast }), subject);
  return `${who} ${language === 'fr' ? joined(verb, relation, said) : `${verb} ${said}`}`;
}

/** Not "a sister". */
const isNamed = (value: string): boolean => kinRelationOf(value) === undefined;

/** "Anna est née"; of the user nothing is known. */
function agreeing(verb: string, subject: string): string {
  const gender =
    kinRelations.find(({ name }) => name === kinRelationOf(subject))?.gender ?? genderOfName(fold(subject));
  return gender === 'f' ? verb.replace(/(?<=\s)(né|mort|marié|diplômé|intolérant)(?=\s)/u, '$1e') : verb;
}

const ofWhom = (name: string): string => (/^[aeiouyâàéèêëîïôûh]/i.test(name) ? `d’${name}` : `de ${name}`);
const articleOf = (noun: string, gender: 'f' | 'm' | undefined): string =>
  /^[aeiouyâàéèêëîïôû]/i.test(noun) ? `l’${noun}` : `${gender === 'f' ? 'la' : 'le'} ${noun}`;

/** Verbs whose object takes an article, where the value came without one. */
const withObject = new Set('likes dislikes prefers fan_of speaks learns'.split(' '));
const ofPlace = new Set('lives_in born_in comes_from moving_to works_in attends works_at'.split(' '));

function joined(display: string, relation: string, value: string): string {
  if (ofPlace.has(relation)) return inPlace(display, value);
  if (/ pas de$/.test(display)) return `${display.slice(0, -2)}${elided('de', value)}`;
  if (/ à$/.test(display)) return `${display.slice(0, -1)}${contracted('à', value)}`;
  if (/ de$/.test(display)) return `${display.slice(0, -2)}${contracted('de', value)}`;
  return `${display} ${withObject.has(relation) ? withArticle(value) : value}`;
}

/** Words that bring their own preposition ("en Bretagne", "chez Airbus") keep it. */
const inPlace = (display: string, value: string): string =>
  /^(?:en|au|aux|dans|chez|près|à|sur) /i.test(value)
    ? `${display.replace(/ (?:à|de|dans|chez)$/, '')} ${value}`
    : `${display} ${value}`;

function english({ subject, relation, value }: Fact, isPast: boolean): string {
  const isUser = subject === 'user';
  const who = isUser ? 'you' : subjectName(subject, 'en');
  const kin = kinRelations.find(({ name }) => name === relation);
  if (kin && isNamed(value)) {
    return `${isUser ? 'your' : `${who}'s`} ${kin.noun.en} ${isPast ? 'was' : 'is'} called ${value}`;
  }
  const display = kin ? 'has' : (moreNatural.en[relation] ?? bare(relationOf(relation).display.en));
  return `${who} ${inEnglish(display, { isUser, isPast })} ${valueInWords(relation, value, 'en')}`;
}

const moreNatural: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: { job: 'est' },
  en: { birthday: 'was born on' },
};

/** "ma sœur" of the words is "votre sœur" and "your sister" of the answer. */
function subjectName(subject: string, language: Language): string {
  const kin = kinRelations.find(({ name }) => name === kinRelationOf(subject));
  if (!kin) return subject;
  return language === 'fr' ? `votre ${kin.noun.fr}` : `your ${kin.noun.en}`;
}

function valueInWords(relation: string, value: string, language: Language): string {
  if (isIsoDate(value) && !/^\d{4}$/.test(value)) return dateInWords(value, language);
  if (relation === 'appointment')
    return value.replace(/^(?:un |mon |an |my )?(?:rendez-vous|rdv|appointment) (?=\S)/i, '');
  if (relation === 'age' && /^\d+$/.test(value))
    return language === 'fr' ? `${value} ans` : `${value} years old`;
  if (relation === 'job' && language === 'en' && !/^(?:an?|the|my|our|in|on) /i.test(value))
    return `${/^[aeiou]/i.test(value) ? 'an' : 'a'} ${value}`;
  return value;
}
