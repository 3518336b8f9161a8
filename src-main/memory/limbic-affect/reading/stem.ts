/** A rough stem, so that the words of an expression match in whatever tense and number they are said. */
import type { Language } from '../../../domain/language.ts';

/** Longest first; the first that leaves a stem goes. */
const endings: Record<Language, RegExp> = {
  en: /(?:ies|ing|ed|es|s|e|y)$/,
  fr: /(?:eraient|issaient|issant|erions|aient|erait|erais|eront|erons|issez|erez|eras|erai|irai|ions|era|ira|ait|ais|ant|ees|ent|ons|iez|ez|ee|es|er|ir|is|it|ie|re|e|s|x|i|a)$/,
};
const shortestStem: Record<Language, number> = { en: 3, fr: 4 };

/** Stems are no words: they are only compared with each other. */
export function stemOf(word: string, language: Language): string {
  const stem = word.replace(endings[language], '');
  if (stem.length < shortestStem[language]) return word.length > 3 ? word.replace(/[sx]$/, '') : word;
  return language === 'en' && /([b-df-hj-np-rtv-z])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}
