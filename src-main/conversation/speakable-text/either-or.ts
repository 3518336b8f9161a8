/** Forms written for both genders, or with a stroke for "or". */
import type { Language } from '../../domain/language.ts';
import { type Rule, word } from './rule.ts';

const pairs = {
  fr: /(?<=(?<!\p{L})(?:ils?|l[ea]|une?|du|celui|ceux|ce|oui|Mme|M\.|monsieur|madame|lui|père)) ?\/ ?(?=\p{L})/giu,
  en: /(?<=(?<!\p{L})(?:s?he|his|him|her|yes|himself|on|true|either)) ?\/ ?(?=\p{L})/giu,
} as const satisfies Record<Language, RegExp>;

export const eitherOrRules = (language: Language): readonly Rule[] =>
  language === 'en'
    ? [word(pairs.en, ' or ')]
    : [
        // "étudiant·e·s", "client(e)s": the short form is said.
        word(/(?<=\p{L}{2})[·•]\p{L}{1,6}[·•]?(?=s(?!\p{L}))/gu, ''),
        word(/(?<=\p{L}{2})[·•]\p{L}{1,6}/gu, ''),
        word(/(?<=\p{L}{2})\((?:e|s|es|ne|nes|x|le|te|se)\)/gu, ''),
        word(pairs.fr, ' ou '),
      ];
