/** The level of a microphone is said as what it means for being heard. */
import { expect, test } from 'vitest';
import { decibels, levelWord } from './level-words.ts';

test.each([
  [0, -100, 'none'],
  [0.001, -60, 'none'],
  [0.004, -48, 'low'],
  [0.03, -30, 'good'],
  [0.2, -14, 'good'],
  [0.9, -1, 'high'],
])('%d is %d dB, %s', (level, db, word) => {
  expect(decibels(level)).toBe(db);
  expect(levelWord(db)).toBe(word);
});
