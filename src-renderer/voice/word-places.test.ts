/** Words of the Markdown are found in what is drawn of it: in order, through markup, over growth. */
import { expect, it } from 'vitest';
import { WordPlaces } from './word-places.ts';

/** Every run of non-blanks, as the voice would say it. */
const wordsOf = (source: string) =>
  [...source.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }));

function found(source: string, drawn: string): (string | undefined)[] {
  const places = new WordPlaces();
  const words = wordsOf(source);
  return words.map((_, i) => {
    const place = places.find(drawn, source, words, i);
    return place && drawn.slice(place.from, place.to);
  });
}

it('finds each word once, without its markup', () => {
  expect(found('Il est **dix** heures, *dix* pile.', 'Il est dix heures, dix pile.')).toEqual([
    'Il',
    'est',
    'dix',
    'heures,',
    'dix',
    'pile.',
  ]);
});

it('leaves out what is not drawn and goes on after it', () => {
  expect(found('- un\n- deux', 'un\ndeux')).toEqual([undefined, 'un', undefined, 'deux']);
  expect(found('see [here](x) now', 'see here now')).toEqual(['see', undefined, 'now']);
});

it('keeps its places while the answer grows', () => {
  const places = new WordPlaces();
  const source = 'the cat and the dog';
  const words = wordsOf(source);
  expect(places.find('the cat', source, words, 1)).toEqual({ from: 4, to: 7 });
  expect(places.find('the cat and the dog', source, words, 3)).toEqual({ from: 12, to: 15 });
  expect(places.find('the cat and the dog', source, words, 0)).toEqual({ from: 0, to: 3 });
});
