/** Names are told from the words that begin a sentence. */
import { expect, it } from 'vitest';
import { nameHints } from './name-hints.ts';

it('gives the person’s own name and those of what is remembered, once each', () => {
  const facts = [
    'ma sœur s’appelle Anna',
    'Le chat s’appelle Félix. Il vient de Saint-Malo',
    'Anna vit à Lyon',
  ];
  expect(nameHints('Marie', facts)).toEqual(['Marie', 'Anna', 'Félix', 'Saint-Malo', 'Lyon']);
});

it('has nothing where there is nothing', () => expect(nameHints('', [])).toEqual([]));
