/** What is said across an answer is a sign of attention, an order to be silent, or words. */
import { describe, expect, test } from 'vitest';
import { languages } from '../../domain/language.ts';
import { saidAcross } from './corpus/corpus.ts';
import { beginsWithOrder, interjectionOf } from './interjections.ts';

test.each([
  ['', 'none'],
  ['…', 'none'],
  ['Mm-hm.', 'backchannel'],
  ["Ah oui, d'accord.", 'backchannel'],
  ['Oh really?', 'backchannel'],
  ['Tais-toi !', 'stop'],
  ['Non, attends.', 'stop'],
  ['Jarvis', 'stop'],
  ['OK, stop, please.', 'stop'],
  ['Oui mais je voulais dire demain', 'words'],
  ['stop the timer', 'words'],
  ['Non.', 'words'],
])('"%s": %s', (text, kind) => {
  expect(interjectionOf(text)).toBe(kind);
});

test('an order is known before the words behind it', () => {
  expect(beginsWithOrder('Attends, en fait mets')).toBe(true);
  expect(beginsWithOrder('Non non, stop je')).toBe(true);
  expect(beginsWithOrder('mets une pause')).toBe(false);
});

describe.each(languages)('phrases that others wrote, %s', language => {
  test.each([
    ['stop', 0.97],
    ['words', 0.97],
    ['backchannel', 0.88],
  ] as const)('%s', (kind, share) => {
    const all = saidAcross(language, 'kept-aside').filter(phrase => phrase.kind === kind);
    const right = all.filter(({ text }) => interjectionOf(text) === kind);
    expect(right.length / all.length).toBeGreaterThanOrEqual(share);
  });
});
