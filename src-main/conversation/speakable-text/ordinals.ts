/** Ordinals written with figures: `1er`, `75e`, `21st`. */
import { englishOrdinal, englishPlural } from './cardinals-english.ts';
import { type FrenchNumbers, frenchOrdinal } from './cardinals-french.ts';
import { type Rule, wordEnds } from './rule.ts';

export function frenchOrdinalRules(numbers: FrenchNumbers): readonly Rule[] {
  const start = String.raw`(?<![\p{L}\p{N}.,])`;
  const one = (ending: string, words: string): Rule => ({
    pattern: new RegExp(`${start}${ending}(s?)${wordEnds}`, 'gu'),
    say: ([, plural = '']) => words + plural,
  });
  return [
    one('1 ?(?:er|ᵉʳ|ier)', 'premier'),
    one('1 ?(?:re|ère|ʳᵉ|ière)', 'première'),
    one('2 ?(?:nd|ⁿᵈ)', 'second'),
    one('2 ?(?:nde|de|ᵈᵉ|ⁿᵈᵉ)', 'seconde'),
    {
      pattern: new RegExp(
        String.raw`${start}(\d{1,3}(?: \d{3})+|\d{1,15})(?:e|è|ᵉ|ème|ᵉᵐᵉ|ième|eme|me)(s?)${wordEnds}`,
        'gu',
      ),
      say: ([, digits = '', plural = '']) => {
        const plain = digits.replace(/ /g, '');
        return Number(plain) === 0 ? undefined : frenchOrdinal(plain, numbers) + plural;
      },
    },
  ];
}

export const englishOrdinalRules: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.])(\d{1,3}(?:,\d{3})+|\d{1,15}) ?(?:st|nd|rd|th|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)(s?)${wordEnds}`,
      'giu',
    ),
    say: ([, digits = '', plural = '']) => {
      const words = englishOrdinal(digits.replace(/,/g, ''));
      return plural === '' ? words : englishPlural(words);
    },
  },
];
