/** Initials and acronyms: their points make no pauses, and figures in names stand apart from the letters. */
import type { Bilingual, Language } from '../../domain/language.ts';
import { type Rule, word } from './rule.ts';

/** What begins a sentence rather than a name. */
const starters: Bilingual = {
  fr: 'Il|Elle|On|Je|Tu|Nous|Vous|Ils|Elles|Le|La|Les|Un|Une|Des|Ce|Cette|Ces|C|Cela|Ensuite|Puis|Mais|Et|En|Dans|Pour|Voilà|Oui|Non',
  en: 'He|She|It|I|You|We|They|The|A|An|This|That|These|Then|But|And|In|For|Yes|No|There|If|When',
};

export const acronymRules = (language: Language): readonly Rule[] => [
  // "S.N.C.F." is one word, "J. R. R. Tolkien" and "J.R.R. Tolkien" are initials before a name.
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.-])(?:\p{Lu}\.[ -]?){1,4}(?=\s?\p{Lu}\p{Ll})(?!\s?(?:${starters[language]})(?!\p{L}))`,
      'gu',
    ),
    say: ([initials]) => `${initials.replace(/[. -]+/g, ' ').trim()} `,
  },
  {
    pattern: /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,8}(?=\s*$|\s+\p{Lu}\p{Ll})/gu,
    say: ([letters]) => `${letters.replace(/\./g, '')}.`,
  },
  {
    pattern: /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,8}(?!\p{L})/gu,
    say: ([letters]) => letters.replace(/\./g, ''),
  },
  {
    pattern: /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){1,7}\p{Lu}(?![\p{L}\p{N}.])/gu,
    say: ([letters]) => letters.replace(/\./g, ''),
  },
  word(/(?<=\p{L})[-‑](?=\d)|(?<=\d)[-‑](?=\p{L})/gu, ' '),
  word(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' '),
];
