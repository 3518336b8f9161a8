/** Number words become figures where one would write figures. */
import { expect, it } from 'vitest';
import { numbersAsWritten } from './number-words.ts';

it.each([
  ['mets un minuteur de vingt-deux minutes', 'mets un minuteur de 22 minutes'],
  ['réveille moi à sept heures trente', 'réveille moi à 7 heures 30'],
  ['quatre-vingt-dix-sept', '97'],
  ['quatre vingt un', '81'],
  ['soixante et onze', '71'],
  ['deux cent trois euros', '203 euros'],
  ['mille neuf cent quatre-vingt-quatre', '1984'],
  ['deux mille vingt-six', '2026'],
  ['nonante-neuf et septante', '99 et 70'],
  ['un chien et une chatte', 'un chien et une chatte'],
  ['trois millions deux cent mille', '3200000'],
  ['cent fois', 'cent fois'],
  ['dix-huit plus quatre', '18 plus 4'],
])('fr: %s → %s', (said, written) => expect(numbersAsWritten(said, 'fr')).toBe(written));

it.each([
  ['set a timer for twenty five minutes', 'set a timer for 25 minutes'],
  ['wake me at six thirty', 'wake me at 6 30'],
  ['one hundred and twenty three', '123'],
  ['two thousand and twenty six', '2026'],
  ['nineteen plus twenty-two', '19 plus 22'],
  ['one of them', 'one of them'],
  ['black and white', 'black and white'],
  ['three million two hundred thousand', '3200000'],
])('en: %s → %s', (said, written) => expect(numbersAsWritten(said, 'en')).toBe(written));
