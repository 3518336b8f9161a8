/** Sets, cancels, lists and reads timers and reminders. */

import { fold } from '../../domain/fold.ts';
import { newId } from '../../domain/id.ts';
import type { Language } from '../../domain/language.ts';
import { civilOfIso, utcOf } from '../../domain/local-time.ts';
import type { Timer } from '../../domain/organizer.ts';
import { parseDuration } from '../durations.ts';
import { readSentences } from '../sentence.ts';
import { bullets, capital, enumerate, lengthOfTime, moment, nbsp, quoted } from './phrasing.ts';
import { changed, numberSlot, type Question, type Skill, type Surroundings, say, textSlot } from './skill.ts';

const longestTimerSeconds = 30 * 86_400;

export const setTimer: Skill = async (question, { organizer, clock, zone }) => {
  const { language } = question;
  const seconds = numberSlot(question, 'seconds') ?? 0;
  if (seconds <= 0)
    return say(
      language === 'fr' ? 'Un minuteur dure au moins une seconde.' : 'A timer lasts at least one second.',
    );
  if (seconds > longestTimerSeconds) {
    return say(
      language === 'fr'
        ? 'Un minuteur dure au plus 30 jours. Pour plus tard, demandez un rappel à une date.'
        : 'A timer lasts at most 30 days. For later, ask for a reminder on a date.',
    );
  }
  const nowMs = clock.nowMs();
  const label = textSlot(question, 'label');
  const dueAtMs = nowMs + seconds * 1000;
  await organizer.addTimer({ id: newId(), kind: 'timer', label, setAtMs: nowMs, dueAtMs });
  const length = lengthOfTime(seconds, language);
  const until =
    seconds >= 3600
      ? language === 'fr'
        ? `, jusqu’${untilFrench(moment(dueAtMs, nowMs, zone(), language))}`
        : `, until ${moment(dueAtMs, nowMs, zone(), language)}`
      : '';
  if (language === 'fr')
    return changed(`Minuteur${label ? ` ${quoted(label, 'fr')}` : ''} lancé${nbsp}: ${length}${until}.`);
  return changed(`${label ? `${capital(label)} timer` : 'Timer'} set for ${length}${until}.`);
};
/** "jusqu’à demain à 8 h", "jusqu’au lundi 23 novembre à 9 h". */
const untilFrench = (words: string): string =>
  words.startsWith('le ') ? `au ${words.slice(3)}` : `à ${words}`;

export const setReminder: Skill = async (question, { organizer, clock, zone }) => {
  const { language, understanding } = question;
  const what = textSlot(question, 'what') || (language === 'fr' ? 'rappel' : 'reminder');
  if (understanding.details?.problem === 'recurring') {
    return say(
      language === 'fr'
        ? 'Je ne sais pas encore répéter un rappel. Donnez-moi une seule date et une heure.'
        : 'I cannot repeat a reminder yet. Give me one date and time.',
    );
  }
  const when = textSlot(question, 'when');
  if (when === '') {
    return say(
      language === 'fr'
        ? `À quel moment${nbsp}? Dites par exemple «${nbsp}rappelle-moi demain à 9 h de ${what}${nbsp}».`
        : `When? Say for example “remind me tomorrow at 9 AM to ${what}”.`,
    );
  }
  const nowMs = clock.nowMs();
  const dueAtMs = understanding.details?.dueAtMs ?? utcOf(civilOfIso(when), zone());
  const spoken = moment(dueAtMs, nowMs, zone(), language);
  if (dueAtMs <= nowMs)
    return say(
      language === 'fr'
        ? `C’est déjà passé${nbsp}: ${spoken}. Choisissez un moment à venir.`
        : `That is already past: ${spoken}. Choose a time to come.`,
    );
  await organizer.addTimer({ id: newId(), kind: 'reminder', label: what, setAtMs: nowMs, dueAtMs });
  return changed(
    language === 'fr'
      ? `C’est noté${nbsp}: ${quoted(what, 'fr')}, ${spoken}.`
      : `Reminder set: ${quoted(what, 'en')}, ${spoken}.`,
  );
};

const isRinging = (timer: Timer): boolean => timer.rangAtMs !== undefined;
const nameOf = (timer: Timer, language: Language): string =>
  timer.label || lengthOfTime((timer.dueAtMs - timer.setAtMs) / 1000, language);
const kindOf = (question: Question): Timer['kind'] =>
  textSlot(question, 'kind') === 'reminder' ? 'reminder' : 'timer';

/** Those of the asked kind whose name or length fits the label; the other kind when there is none of the first. */
async function candidates(question: Question, { organizer }: Surroundings): Promise<Timer[]> {
  const all = await organizer.listTimers();
  const label = textSlot(question, 'label');
  const fits = (timer: Timer): boolean => label === '' || hasLabel(timer, label, question.language);
  const same = all.filter(timer => timer.kind === kindOf(question) && fits(timer));
  return same.length > 0 ? same : label === '' ? [] : all.filter(fits);
}

function hasLabel(timer: Timer, label: string, language: Language): boolean {
  const [name, asked] = [fold(timer.label), fold(label)];
  if (name !== '' && (name.includes(asked) || asked.includes(name))) return true;
  const text = readSentences(label, language)[0]?.text ?? '';
  const seconds = parseDuration(text, language);
  return seconds !== undefined && seconds * 1000 === timer.dueAtMs - timer.setAtMs;
}

const wantsAll = (question: Question): boolean =>
  /(?:^| )(?:all|every|both|tous|toutes|les|mes|tout)(?: |$)/.test(
    fold(question.text).replace(/[^a-z ]/g, ' '),
  );

function none(question: Question): string {
  const { language } = question;
  const label = textSlot(question, 'label');
  const reminder = kindOf(question) === 'reminder';
  if (language === 'fr') {
    const thing = reminder ? 'rappel' : 'minuteur';
    return label ? `Je n’ai pas de ${thing} ${quoted(label, 'fr')}.` : `Aucun ${thing} n’est en cours.`;
  }
  const thing = reminder ? 'reminder' : 'timer';
  return label ? `I have no ${thing} called ${quoted(label, 'en')}.` : `No ${thing} is running.`;
}

function whichOne(timers: readonly Timer[], language: Language): string {
  const names = enumerate(
    timers.map(timer => nameOf(timer, language)),
    language,
  );
  return language === 'fr'
    ? `Il y en a ${timers.length}${nbsp}: ${names}. Lequel${nbsp}?`
    : `There are ${timers.length}: ${names}. Which one?`;
}

export const cancelTimer: Skill = async (question, around) => {
  const { language } = question;
  const found = await candidates(question, around);
  const ringing = found.filter(isRinging);
  const chosen = ringing.length > 0 && !wantsAll(question) ? ringing : found;
  if (chosen.length === 0) return say(none(question));
  if (chosen.length > 1 && ringing.length === 0 && !wantsAll(question))
    return say(whichOne(chosen, language));
  for (const timer of chosen) {
    if (isRinging(timer)) await around.organizer.dismissTimer(timer.id, around.clock.nowMs());
    else await around.organizer.deleteTimer(timer.id);
  }
  const names = enumerate(
    chosen.map(timer => quoted(nameOf(timer, language), language)),
    language,
  );
  const many = chosen.length > 1;
  return changed(
    language === 'fr' ? `${many ? 'Annulés' : 'Annulé'}${nbsp}: ${names}.` : `Cancelled: ${names}.`,
  );
};

const left = (timer: Timer, nowMs: number, language: Language): string =>
  lengthOfTime((timer.dueAtMs - nowMs) / 1000, language, 2);

export const listTimers: Skill = async ({ language }, { organizer, clock, zone }) => {
  const timers = await organizer.listTimers();
  const nowMs = clock.nowMs();
  if (timers.length === 0)
    return say(
      language === 'fr' ? 'Aucun minuteur ni rappel n’est en cours.' : 'No timer or reminder is set.',
    );
  const lines = timers.map(timer => {
    const name = capital(nameOf(timer, language));
    if (isRinging(timer)) return `${name}${language === 'fr' ? `${nbsp}: a sonné` : ': has rung'}`;
    if (timer.kind === 'reminder')
      return `${name}${language === 'fr' ? nbsp : ''}: ${moment(timer.dueAtMs, nowMs, zone(), language)}`;
    return language === 'fr'
      ? `${name}${nbsp}: encore ${left(timer, nowMs, language)}`
      : `${name}: ${left(timer, nowMs, language)} left`;
  });
  return say(bullets(lines));
};

export const timeLeft: Skill = async (question, around) => {
  const { language } = question;
  const found = (await candidates(question, around)).filter(timer => !isRinging(timer));
  if (found.length === 0) return say(none(question));
  const nowMs = around.clock.nowMs();
  const [first] = found;
  if (found.length === 1 && first) {
    const name = first.label ? ` (${first.label})` : '';
    const rest = left(first, nowMs, language);
    return say(language === 'fr' ? `Il reste ${rest}${name}.` : `${rest} left${name}.`);
  }
  const lines = found.map(
    timer =>
      `${capital(nameOf(timer, language))}${language === 'fr' ? nbsp : ''}: ${left(timer, nowMs, language)}`,
  );
  return say(bullets(lines));
};
