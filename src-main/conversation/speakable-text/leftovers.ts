/** Signs that no other rule has said: a name for each, or nothing at all. */
import type { Language } from '../../domain/language.ts';
import { type Rule, word } from './rule.ts';

const names = {
  fr: {
    and: 'et',
    at: 'arobase',
    percent: 'pour cent',
    degrees: 'degrés',
    number: 'numéro',
    section: 'paragraphe',
    plus: 'plus',
    pounds: ' livres ',
  },
  en: {
    and: 'and',
    at: 'at',
    percent: 'percent',
    degrees: 'degrees',
    number: 'number',
    section: 'section',
    plus: 'plus',
    pounds: ' pounds ',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Before the numbers are read. */
export function signRules(language: Language): readonly Rule[] {
  const say = names[language];
  return [
    word(/(?<![\p{L}\p{N}])# ?(?=\d)/gu, `${say.number} `),
    word(/§+ ?/gu, `${say.section} `),
    word(/(?<=(?<!\p{L})[CF])#(?!\p{L})/gu, ' sharp'),
    word(/(?<=(?<!\p{L})C)\+\+/gu, ' plus plus'),
    { pattern: /[₀-₉]+/gu, say: ([low]) => ` ${[...low].map(mark => '₀₁₂₃₄₅₆₇₈₉'.indexOf(mark)).join('')} ` },
    word(/ ?& ?/gu, ` ${say.and} `),
    word(/\s?(?:->|=>|[\u2190-\u21FF\u27F0-\u27FF\u27A1\u2934\u2935\u2B05-\u2B07])\s?/gu, ', '),
  ];
}

/** After the numbers are read. */
export function leftoverRules(language: Language): readonly Rule[] {
  const say = names[language];
  return [
    word(/[\u2070-\u209F²³¹]+/gu, ''),
    word(/(?<=\p{L}) ?\+(?![\p{L}+])/gu, ` ${say.plus} `),
    word(/(?<=^|\s)\+ ?(?=\p{L})/gu, `${say.plus} `),
    word(/ ?% ?/gu, ` ${say.percent} `),
    word(/ ?° ?/gu, ` ${say.degrees} `),
    word(/(?<=^|\s)@(?=\p{L})/gu, `${say.at} `),
    word(/ ?€ ?/gu, ' euros '),
    word(/ ?\$ ?/gu, ' dollars '),
    word(/ ?£ ?/gu, say.pounds),
    word(/[¥¢‰]/gu, ' '),
    word(/ ?@ ?/gu, ` ${say.at} `),
    word(/(?<=[\p{L}\p{N}.!?)»"”%])\s+[-–—―]{1,3}\s+(?=\S)/gu, ', '),
    word(/(?<=\p{L})[–—](?=\p{L})/gu, ', '),
    word(/(?<=^|\s)[-–—−]+(?=\s|$)/gu, ' '),
    word(/(?<=[\p{L}\d]) ?\/+ ?(?=[\p{L}\d])/gu, ' '),
    word(/[*~|`\\{}[\]_^<>=+#/•·▪◦†‡¶¬¦]+/gu, ' '),
  ];
}
