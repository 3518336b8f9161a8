/** French and English told apart in short texts; silence where nothing tells. */
import { expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';

test.each([
  ['Quelle heure est-il ?', 'fr'],
  ['mets un minuteur', 'fr'],
  ['What time is it?', 'en'],
  ['set a timer for the pasta', 'en'],
  ['J’habite à New York', 'fr'],
  ['I live in Besançon', 'en'],
  ['12 × 7', undefined],
  ['🙂', undefined],
  ['', undefined],
] as const)('%s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
