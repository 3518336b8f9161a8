/** Arithmetic, percentages and conversion, in the order in which they are tried. */
import type { RulesByLanguage } from '../grammar.ts';
import { conversionRules } from './conversion.ts';
import { percentageRules } from './percentages.ts';
import { sumRules } from './sums.ts';

export const calculationRules: RulesByLanguage = {
  fr: [...conversionRules.fr, ...percentageRules.fr, ...sumRules.fr],
  en: [...conversionRules.en, ...percentageRules.en, ...sumRules.en],
};
