/** Captions: words that stand, words that may change, and the sentence that is being said. */
import { describe, expect, test } from 'vitest';
import { lastWords, noCaption, revised, sentenceAround } from './caption-words.ts';

describe('what is heard', () => {
  const hear = (texts: readonly string[]): string => {
    const { text, settled } = texts.reduce((before, next) => revised(before, next, false), noCaption);
    return `${text.slice(0, settled)}|${text.slice(settled)}`;
  };

  test.each([
    [['est-ce'], '|est-ce'],
    [['est-ce', 'est-ce qu’il sera'], 'est-ce| qu’il sera'],
    [['est-ce qu’il', 'est-ce qu’il sera en'], 'est-ce qu’il| sera en'],
    [['sera en corps', 'sera encore bon'], 'sera |encore bon'],
    [['sera en', 'sera encore'], 'sera |encore'],
    [['sera encore', 'sera encore'], 'sera encore|'],
    [['il sera', 'elle sera'], '|elle sera'],
    [['il sera', ''], '|'],
  ])('%j: what two hearings agree on stands', (texts, shown) => {
    expect(hear(texts)).toBe(shown);
  });

  test('the last word of it stands as a whole', () => {
    expect(revised(noCaption, 'Il est tard.', true)).toEqual({ text: 'Il est tard.', settled: 12 });
  });

  test('keeps its end where there is no room for all', () => {
    expect(lastWords('un deux trois quatre', 12)).toBe('… quatre');
    expect(lastWords('un deux', 12)).toBe('un deux');
    expect(lastWords('un deux', 0)).toBe('… ');
  });
});

describe('what is said', () => {
  const text =
    'Le gâteau à l’orange.\n\n- Compte **quarante-cinq** minutes à [170 degrés](https://example.org) ! Pique avant de sortir.';
  const around = (word: string, room = 200) => {
    const from = text.indexOf(word);
    return sentenceAround(text, { from, to: from + word.length }, room);
  };

  test('is the sentence of the word, without the marks of its text', () => {
    expect(around('minutes')).toEqual({
      before: 'Compte quarante-cinq ',
      word: 'minutes',
      after: ' à 170 degrés !',
    });
    expect(around('gâteau')).toEqual({ before: 'Le ', word: 'gâteau', after: ' à l’orange.' });
    expect(around('l’orange.')).toEqual({ before: 'Le gâteau à ', word: 'l’orange.', after: '' });
    expect(around('Pique')).toEqual({ before: '', word: 'Pique', after: ' avant de sortir.' });
    expect(around('sortir.')).toEqual({ before: 'Pique avant de ', word: 'sortir.', after: '' });
  });

  test('is cut around its word where there is no room', () => {
    const { before, word, after } = around('minutes', 20);
    expect([before, word, after]).toEqual(['… ', 'minutes', ' à 170 degrés !']);
    const long = `${'mot '.repeat(100)}ici ${'puis '.repeat(100)}`;
    const cut = sentenceAround(long, { from: 400, to: 403 }, 100);
    expect(cut.before.length).toBeLessThanOrEqual(42);
    expect(cut.after.length).toBeLessThanOrEqual(102);
    expect(cut.before.startsWith('… mot')).toBe(true);
    expect(cut.after.endsWith('puis …')).toBe(true);
  });

  test('decimal points and abbreviations with a following letter end no sentence', () => {
    const sum = 'Cela fait 3.5 fois plus. Ensuite ?';
    expect(sentenceAround(sum, { from: 5, to: 9 }, 200)).toEqual({
      before: 'Cela ',
      word: 'fait',
      after: ' 3.5 fois plus.',
    });
  });
});
