/** What the small copies leave to be looked at is never too little: the result is that of comparing everything. */
import { expect, test } from 'vitest';
import { leastLikeness, WordTable } from './word-table.ts';

const dimensions = 128;
let seed = 7;
const random = (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32 - 0.5;
};
/** All share a direction, as words of one language do. */
function vectorOf(common: number): Float32Array {
  const numbers = Array.from({ length: dimensions }, (_, at) => random() + (at % 7 === 0 ? common : 0));
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, value => value / length);
}
const cosine = (one: Float32Array, other: Float32Array): number => {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
};

test('the likest word of each candidate is as like as comparing every word says', () => {
  const table = new WordTable(dimensions);
  const vectors = Array.from({ length: 3000 }, (_, at) => vectorOf((at % 10) / 8));
  for (const [at, vector] of vectors.entries()) table.add(`word${at}`, vector);
  const candidates = Array.from({ length: 200 }, () =>
    Array.from({ length: 12 }, () => Math.floor((random() + 0.5) * vectors.length)),
  );
  const vocabulary = table.vocabularyOf(candidates.map(words => Uint32Array.from(words)));
  let found = 0;
  for (const asked of [0, 5, 9, 1234]) {
    const likest = vocabulary.likestTo(`word${asked}`);
    for (const [at, words] of candidates.entries()) {
      const greatest = Math.max(
        ...words.map(word => cosine(vectors[asked] as Float32Array, vectors[word] as Float32Array)),
      );
      expect(likest[at]).toBeCloseTo(greatest > leastLikeness ? greatest : 0, 12);
      if (greatest > leastLikeness) found += 1;
    }
  }
  expect(found).toBeGreaterThan(50);
  expect(found).toBeLessThan(4 * candidates.length);
});

test('two questions at once do not read each other’s words', () => {
  const table = new WordTable(dimensions);
  for (let at = 0; at < 50; at += 1) table.add(`word${at}`, vectorOf(0));
  const one = table.vocabularyOf([Uint32Array.of(1), Uint32Array.of(2)]);
  const other = table.vocabularyOf([Uint32Array.of(2), Uint32Array.of(1)]);
  expect(one.likestTo('word1')[0]).toBeCloseTo(1, 6);
  expect(other.likestTo('word1')[1]).toBeCloseTo(1, 6);
  expect(one.likestTo('word2')[1]).toBeCloseTo(1, 6);
});

test('words without vectors, and words that nobody knows, are like nothing', () => {
  const table = new WordTable(0);
  table.add('pear');
  const vocabulary = table.vocabularyOf([table.numbersOf(['pear']), Uint32Array.of()]);
  expect([...vocabulary.likestTo('pear')]).toEqual([0, 0]);
  expect([...vocabulary.likestTo('apple')]).toEqual([0, 0]);
  expect(vocabulary.termOf(0)).toBe('pear');
});
