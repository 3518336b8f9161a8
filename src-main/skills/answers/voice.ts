/** Changes how Jarvis speaks, and says so in the new way. */
import type { Language } from '../../domain/language.ts';
import { type Skill, say } from './skill.ts';

const volumeStep = 0.2;
const rateStep = 0.15;

type Change = 'louder' | 'softer' | 'slower' | 'faster';

const done: Record<Change, Record<Language, string>> = {
  louder: { fr: 'Je parle plus fort.', en: 'I speak louder now.' },
  softer: { fr: 'Je parle moins fort.', en: 'I speak more softly now.' },
  slower: { fr: 'Je parle plus lentement.', en: 'I speak more slowly now.' },
  faster: { fr: 'Je parle plus vite.', en: 'I speak faster now.' },
};
const atLimit: Record<Change, Record<Language, string>> = {
  louder: {
    fr: 'Je parle déjà aussi fort que je peux. Montez le volume de l’ordinateur.',
    en: 'I already speak as loud as I can. Turn up the computer’s volume.',
  },
  softer: { fr: 'Je parle déjà tout bas.', en: 'I already speak as softly as I can.' },
  slower: { fr: 'Je parle déjà aussi lentement que possible.', en: 'I already speak as slowly as I can.' },
  faster: { fr: 'Je parle déjà aussi vite que possible.', en: 'I already speak as fast as I can.' },
};

const within = (value: number, least: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)) * 100) / 100;

const changeOf =
  (change: Change): Skill =>
  async ({ language }, { manner }) => {
    const { volume, rate } = manner.current();
    const isVolume = change === 'louder' || change === 'softer';
    const more = change === 'louder' || change === 'faster' ? 1 : -1;
    const next = isVolume
      ? { rate, volume: within(volume + more * volumeStep, 0.2, 1) }
      : { volume, rate: within(rate + more * rateStep, 0.5, 2) };
    if (next.volume === volume && next.rate === rate) return say(atLimit[change][language]);
    await manner.change(next);
    return say(done[change][language]);
  };

export const louder = changeOf('louder');
export const softer = changeOf('softer');
export const slower = changeOf('slower');
export const faster = changeOf('faster');
