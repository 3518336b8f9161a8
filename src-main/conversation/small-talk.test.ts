/** Courtesies get a word back; anything that asks or tells more does not. */
import { expect, test } from 'vitest';
import { smallTalk } from './small-talk.ts';

test.each([
  ['fr', 'bonjour', /^Bonjour/],
  ['fr', 'Salut Jarvis !', /^Bonjour/],
  ['fr', 'Bonjour, ça va ?', /^Tout fonctionne/],
  ['fr', 'Comment allez-vous ?', /^Tout fonctionne/],
  ['fr', 'merci', /plaisir/],
  ['fr', 'Super, merci beaucoup Jarvis', /plaisir/],
  ['fr', 'bonne nuit', /bientôt/],
  ['en', 'Hello there', /^Hello/],
  ['en', 'Good morning, Jarvis!', /^Hello/],
  ['en', 'Hi, how are you?', /^Everything/],
  ['en', 'thank you so much', /welcome/],
  ['en', 'Goodbye', /soon/],
  ['en', 'Thanks, goodnight!', /soon/],
  ['en', 'Coucou', /^Bonjour/],
  ['fr', 'Merci Jarvis, à demain', /bientôt/],
] as const)('%s: %s', (language, text, answer) => {
  expect(smallTalk(text, language)).toMatch(answer);
});

test.each([
  ['fr', ''],
  ['fr', '…'],
  ['fr', 'bonjour, je m’appelle Claire'],
  ['fr', 'salut, quelle est la capitale du Pérou ?'],
  ['fr', 'merci de me dire pourquoi le ciel est bleu'],
  ['fr', 'comment va ma sœur ?'],
  ['en', 'hello, why is the sky blue?'],
  ['en', 'thanks to the rain the garden is green'],
  ['en', 'how is it going with the garden?'],
] as const)('%s, more than a courtesy: %s', (language, text) => {
  expect(smallTalk(text, language)).toBeUndefined();
});
