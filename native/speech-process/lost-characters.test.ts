/** Elided letters keep their apostrophe although the engine lost it. */
import { expect, it } from 'vitest';
import { withLostApostrophes } from './lost-characters.ts';

it.each([
  [[' L', '', '', 'été', ' arrive', '.'], "L'été arrive."],
  [[' I', ' don', '', '', 't', ' know'], "I don't know"],
  [[' qu', '', '', '«', '', '', 'on', ' ne', ' peut', '', '', '', '».'], "qu'« on ne peut »."],
  [[' Quelle', ' heure', ' est', '-', 'il', ' ?'], 'Quelle heure est-il ?'],
  [[' oui', '', ''], 'oui'],
])('%j', (tokens, text) => {
  const lossy = tokens.join('').trim();
  expect(withLostApostrophes(lossy, tokens)).toBe(text);
});

it('leaves a text that is not made of these tokens', () =>
  expect(withLostApostrophes('un deux', ['1', '', '2'])).toBe('un deux'));
