/** A price or measure for each of something: "25 €/mois", "$5/month", "8 €/h". */
import type { Bilingual, Language } from '../../domain/language.ts';
import { oneOf, type Rule } from './rule.ts';
import { unitName, unitSymbols } from './unit-table.ts';

const per: Bilingual = { fr: 'par', en: 'per' };
const things: Bilingual = {
  fr: 'mois an année semaine jour personne pers nuit heure minute seconde kilo place page unité pièce habitant élève litre mètre tonne an km',
  en: 'month year yr week day person night hour minute second kilo seat page unit piece capita user gallon mile pound ounce mo hr',
};
const said: Readonly<Record<string, string>> = { pers: 'personne', yr: 'year', mo: 'month', hr: 'hour' };

/** Only after a sign of money or a symbol that a number stands before; elsewhere a stroke is "or". */
export const perUnitRules = (language: Language): readonly Rule[] => [
  {
    pattern: new RegExp(
      String.raw`(?<=[€£$¥%]|[€£$]\s?\d[\d.,]{0,12}[kKMB]?|\d (?:euros?|dollars?|pounds?|fois|times)) ?/ ?(?:(${things[language].split(' ').join('|')})s?|(${oneOf(unitSymbols(language))}))(?![\p{L}\p{N}])`,
      'gu',
    ),
    say: ([, thing, symbol]) =>
      ` ${per[language]} ${thing === undefined ? unitName(symbol ?? '', language)?.one : (said[thing] ?? thing)}`,
  },
  {
    pattern: new RegExp(
      String.raw`(?<=\d ?(?:${oneOf(unitSymbols(language))})) ?/ ?(?=\d|(?:${things[language].split(' ').join('|')})(?![\p{L}\p{N}]))`,
      'gu',
    ),
    say: () => ` ${per[language]} `,
  },
  {
    pattern: new RegExp(
      String.raw`(?<=\d \p{L}{1,14}) ?/ ?(?=(?:${{ fr: 'jour|semaine|mois|an|heure|personne', en: 'day|week|month|year|hour|person' }[language]})(?!\p{L}))`,
      'gu',
    ),
    say: () => ` ${per[language]} `,
  },
];
