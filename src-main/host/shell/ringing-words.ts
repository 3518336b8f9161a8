/** What the desktop is told of a timer that rings, in the person's language. */
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Timer } from '../../domain/organizer.ts';

const words: Readonly<Record<'timer' | 'reminder' | 'snooze' | 'stop', Bilingual>> = {
  timer: { fr: 'Minuteur', en: 'Timer' },
  reminder: { fr: 'Rappel', en: 'Reminder' },
  snooze: { fr: '5 min de plus', en: '5 more min' },
  stop: { fr: 'Arrêter', en: 'Stop' },
};
const time: Bilingual = { fr: 'C’est l’heure.', en: 'It is time.' };

export const ringingName = ({ kind, label }: Pick<Timer, 'kind' | 'label'>, language: Language): string =>
  label === '' ? words[kind][language] : label;

export const ringingWords = (timer: Pick<Timer, 'kind' | 'label'>, language: Language) => ({
  title: ringingName(timer, language),
  body: timer.label === '' ? time[language] : `${words[timer.kind][language]} · ${time[language]}`,
  snooze: words.snooze[language],
  stop: words.stop[language],
});
