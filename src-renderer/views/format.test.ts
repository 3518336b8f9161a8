/** Times and sizes as they are read. */
import { expect, test } from 'vitest';
import { countdown, size } from './format.ts';
import { pieces } from './rail/search-results.tsx';

test('a countdown shows whole seconds and never goes below zero', () => {
  expect([3_600_000, 245_000, 999, 0, -5000].map(countdown)).toEqual([
    '1:00:00',
    '4:05',
    '0:01',
    '0:00',
    '0:00',
  ]);
});

test('sizes read in the unit that fits', () => {
  expect(size(2.6e9, 'fr')).toEqual({ unit: 'GB', text: '2,6' });
  expect(size(1, 'en')).toEqual({ unit: 'MB', text: '1' });
});

test('marks cut a snippet where they say, and nonsense marks do no harm', () => {
  expect(pieces('le gâteau', [[3, 9]]).map(piece => [piece.text, piece.marked])).toEqual([
    ['le ', false],
    ['gâteau', true],
  ]);
  expect(
    pieces('abc', [
      [2, 9],
      [1, 2],
      [0, 1],
    ])
      .map(piece => piece.text)
      .join(''),
  ).toBe('abc');
});
