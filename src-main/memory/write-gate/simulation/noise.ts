/** Makes words look spoken or typed in haste: no capitals, no accents, no marks, fillers, politeness, a slip of a finger. */
import type { Language } from '../../../domain/language.ts';
import { pick } from './chance.ts';

const openings = {
  fr: ['euh ', 'bon ', 'alors ', 'tu sais, ', 'au fait ', 'ben ', 'dis, ', 'écoute, '],
  en: ['um ', 'well ', 'so ', 'you know, ', 'by the way ', 'oh ', 'listen, ', 'okay so '],
} as const;
const endings = {
  fr: [' voilà', ' hein', ' tu vois', ' quoi'],
  en: [' you know', ' actually', ' by the way', ' I mean'],
} as const;
const slips = {
  fr: {
    beaucoup: 'bcp',
    "j'ai": 'jai',
    "j'habite": 'jhabite',
    'je suis': 'chuis',
    "c'est": 'cest',
    "j'adore": 'jadore',
    "s'appelle": 'sappelle',
  },
  en: {
    "I'm": 'im',
    "I've": 'ive',
    "don't": 'dont',
    "can't": 'cant',
    favourite: 'favorite',
    because: 'cause',
    "what's": 'whats',
  },
} as const;

export function noisy(text: string, language: Language, chance: () => number): string {
  let said = text;
  if (chance() < 0.08) said = `${pick(openings[language], chance)}${said}`;
  if (chance() < 0.05 && !/[?!]$/.test(said)) said = `${said}${pick(endings[language], chance)}`;
  if (chance() < 0.1) {
    for (const [right, slip] of Object.entries(slips[language])) said = said.replace(right, slip);
  }
  if (chance() < 0.25) said = said.toLowerCase();
  if (chance() < 0.1)
    said = said
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/œ/g, 'oe');
  // The question mark stays: without it "mon frère aime le kiwi ?" would be a statement for anybody.
  if (chance() < 0.2) said = said.replace(/[!:]/g, '').replace(/\.$/, '').trimEnd();
  return said;
}
