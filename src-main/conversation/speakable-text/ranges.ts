/** The dash between two numbers: "ten to twelve", "trois à un". The numbers themselves are read later. */
import type { Bilingual } from '../../domain/language.ts';
import type { NumberReader } from './number-reader.ts';
import { oneOf, type Rule } from './rule.ts';
import { unitSymbols } from './unit-table.ts';

const to: Bilingual = { fr: 'à', en: 'to' };

export function rangeRules({ language, number }: NumberReader): readonly Rule[] {
  const unit = `(?: ?(?:${oneOf([...unitSymbols(language), '%', '€', '$', '£', 'h', 'am', 'pm', 'AM', 'PM', 'a.m.', 'p.m.'])}))?`;
  const size = '(?:[kKMB]|bn| (?:million|billion|thousand))?';
  const first = String.raw`(?<![\p{L}\d.,_-]|[-–]\d?)[$€£]?${number}(?:[:h]\d{2})?(?:${size}|${unit})`;
  return [
    {
      pattern: new RegExp(
        String.raw`(${first}) ?[-–—−] ?(?=[$€£]?${number}(?![-–\d]|[.,]\d|\p{L}{4}))(?![^\s]{0,12} ?=)`,
        'gu',
      ),
      say: ([, low = '']) => `${low} ${to[language]} `,
    },
  ];
}
