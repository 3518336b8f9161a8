/** Numbers in words, in both languages. */
import { expect, test } from 'vitest';
import { readNumber } from './spoken-numbers.ts';

test.each([
  ['fr', 'vingt et un', 21],
  ['fr', 'soixante et onze', 71],
  ['fr', 'quatre vingt', 80],
  ['fr', 'quatre vingt dix sept', 97],
  ['fr', 'cent un', 101],
  ['fr', 'deux mille vingt six', 2026],
  ['fr', 'mille neuf cent quatre vingt quatre', 1984],
  ['fr', 'deux virgule zero cinq', 2.05],
  ['fr', 'deux et demi', 2.5],
  ['fr', 'un million deux cent mille', 1_200_000],
  ['fr', 'nonante neuf', 99],
  ['en', 'twenty one', 21],
  ['en', 'three thousand and five', 3005],
  ['en', 'a hundred and one', 101],
  ['en', 'two and a half', 2.5],
  ['en', 'three point one four', 3.14],
  ['en', 'one million two hundred thousand', 1_200_000],
] as const)('%s: %s', (language, words, value) => {
  const list = words.split(' ');
  expect(readNumber(list, 0, language)).toEqual({ value, length: list.length });
});

test('a lone article is no number, and neighbours stay apart', () => {
  expect(readNumber(['un', 'lait'], 0, 'fr')).toBeUndefined();
  expect(readNumber(['a', 'timer'], 0, 'en')).toBeUndefined();
  expect(readNumber(['four', 'two', 'seven'], 0, 'en')).toEqual({ value: 4, length: 1 });
  expect(readNumber(['six', 'thirty'], 0, 'en')).toEqual({ value: 6, length: 1 });
});
