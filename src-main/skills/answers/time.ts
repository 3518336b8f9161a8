/** Answers about the time here and elsewhere, the date, and the day of a date. */
import type { Language } from '../../domain/language.ts';
import { civilOf, civilOfIso, dayMs, midnightOf } from '../../domain/local-time.ts';
import { placeNamed } from '../places.ts';
import { clockTime, longDate, nbsp, quoted, weekdayOf } from './phrasing.ts';
import { type Skill, say, textSlot } from './skill.ts';

export const timeNow: Skill = async ({ language }, { clock, zone }) => {
  const time = clockTime(civilOf(clock.nowMs(), zone()), language);
  return say(language === 'fr' ? `Il est ${time}.` : `It is ${time}.`);
};

export const dateToday: Skill = async ({ language }, { clock, zone }) => {
  const date = longDate(civilOf(clock.nowMs(), zone()), language);
  return say(language === 'fr' ? `Nous sommes le ${date}.` : `Today is ${date}.`);
};

export const dayOfDate: Skill = async (question, { clock, zone }) => {
  const { language } = question;
  const day = civilOfIso(textSlot(question, 'date'));
  const today = midnightOf(civilOf(clock.nowMs(), zone()));
  const date = longDate(day, language);
  if (language === 'fr') {
    const verb = day < today ? 'était' : 'sera';
    return say(`Ce ${verb} un ${weekdayOf(day, language)}${nbsp}: le ${date}.`);
  }
  return say(`${date.replace(/^\w+, /, '')} ${day < today ? 'was' : 'is'} a ${weekdayOf(day, language)}.`);
};

/** How many days there are to a day that comes, or that has been. */
export const daysTo: Skill = async (question, { clock, zone }) => {
  const { language } = question;
  const day = civilOfIso(textSlot(question, 'date'));
  const today = midnightOf(civilOf(clock.nowMs(), zone()));
  // Both are midnights of the calendar, without changes of the clock.
  const days = Math.round(Math.abs(day - today) / dayMs);
  const date = longDate(day, language);
  const weeks = inWeeks(days, language);
  if (language === 'fr')
    return say(
      day < today
        ? `Le ${date}, c’était il y a ${counted(days, 'jour', 'fr')}${weeks}.`
        : `Il reste ${counted(days, 'jour', 'fr')}${weeks} jusqu’au ${date}.`,
    );
  return say(
    day < today
      ? `${date} was ${counted(days, 'day', 'en')} ago${weeks}.`
      : `${counted(days, 'day', 'en')}${weeks} until ${date}.`,
  );
};

function inWeeks(days: number, language: Language): string {
  if (days < 14) return '';
  const weeks = counted(Math.floor(days / 7), language === 'fr' ? 'semaine' : 'week', language);
  const rest = days % 7;
  if (rest === 0) return ` (${weeks})`;
  return language === 'fr'
    ? ` (${weeks} et ${counted(rest, 'jour', 'fr')})`
    : ` (${weeks} and ${counted(rest, 'day', 'en')})`;
}

function counted(count: number, noun: string, language: Language): string {
  const number = new Intl.NumberFormat(language).format(count);
  const isOne = language === 'fr' ? count < 2 : count === 1;
  return language === 'fr'
    ? `${number}${nbsp}${noun}${isOne ? '' : 's'}`
    : `${number} ${noun}${isOne ? '' : 's'}`;
}

export const timeElsewhere: Skill = async (question, { clock, zone }) => {
  const { language } = question;
  const name = textSlot(question, 'place');
  const place = placeNamed(name);
  if (!place) {
    return say(
      language === 'fr'
        ? `Je ne connais pas le fuseau horaire de ${quoted(name, language)}. Essayez avec une grande ville ou un pays.`
        : `I don’t know the time zone of ${quoted(name, language)}. Try a large city or a country.`,
    );
  }
  const there = civilOf(clock.nowMs(), place.zone);
  const otherDay = midnightOf(there) !== midnightOf(civilOf(clock.nowMs(), zone()));
  const day = otherDay ? ` (${longDate(there, language, false)})` : '';
  const city = (place.zone.split('/').at(-1) ?? '').replaceAll('_', ' ');
  const time = clockTime(there, language);
  if (language === 'fr') {
    const many = place.spansZones ? ` Il y a plusieurs fuseaux${nbsp}; c’est l’heure de ${city}.` : '';
    return say(`${name}${nbsp}: il est ${time}${day}.${many}`);
  }
  const many = place.spansZones ? ` It has several time zones; this is the one of ${city}.` : '';
  return say(`In ${name} it is ${time}${day}.${many}`);
};
