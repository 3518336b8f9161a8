/** Words that espeak-ng's rules, which every voice here reads by, would mangle: said so that they come out right. */
import type { Language } from '../../src-main/domain/language.ts';

/** Acronyms that one spells, but whose letters the rules take for a word. Found by listening to its phonemes. */
const spelled: Readonly<Record<Language, string>> = {
  fr: 'AI AOC APL ARS AWS CNIL ETA GPU HEC IA IMC IPA IRM IUT IVG OL OM OMS OVH RAS RER RIB RSA SAV SUV UE UFC UHF ULM UNSS VAE',
  en: 'AWS EDF ETA IQ RATP SEO VIP',
};

/** English names within French that are not in its list of foreign words. */
const respelled: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    ChatGPT: 'tchatte GPT',
    GitHub: 'guite-eub',
    GitLab: 'guite-lab',
    iPad: 'aïe-pade',
    iPhone: 'aïe-fone',
    OpenAI: 'open A I',
    TypeScript: 'taïpe script',
    YouTube: 'you-toube',
  },
  en: {},
};

function sayings(language: Language): ReadonlyMap<string, string> {
  const letters = spelled[language].split(' ').map(word => [word, [...word].join(' ')] as const);
  return new Map([...letters, ...Object.entries(respelled[language])]);
}

const known: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fr: sayings('fr'),
  en: sayings('en'),
};

/** @returns `text` with those words as the voice has to see them. */
export const respellForEngine = (text: string, language: Language): string =>
  text.replace(/(?<![\p{L}\p{N}])\p{L}{2,12}(?![\p{L}\p{N}])/gu, word => known[language].get(word) ?? word);
