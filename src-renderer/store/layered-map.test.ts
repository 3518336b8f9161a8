/** A map with another value is a map like any other, and leaves the one it was made of as it was. */
import { expect, test } from 'vitest';
import { LayeredMap } from './layered-map.ts';

const letters = new Map([...'abcdefghijklm'].map((letter, at) => [letter, at]));

test('another value stands in the place of the first, and the map it was made of keeps its own', () => {
  const changed = LayeredMap.with(letters, 'b', 100);
  const again = LayeredMap.with(changed, 'b', 101);
  expect([letters.get('b'), changed.get('b'), again.get('b')]).toEqual([1, 100, 101]);
  expect([...again]).toEqual([...new Map(letters).set('b', 101)]);
  expect([...again.keys()].join('')).toBe('abcdefghijklm');
  expect([...again.values()].slice(0, 3)).toEqual([0, 101, 2]);
  expect([again.size, again.has('m'), again.has('z'), again.get('z')]).toEqual([13, true, false, undefined]);
});

test('a new key comes last, among whatever was changed before', () => {
  const grown = LayeredMap.with(LayeredMap.with(letters, 'c', 50), 'z', 26);
  expect([...grown].at(-1)).toEqual(['z', 26]);
  expect([grown.get('c'), grown.size]).toEqual([50, 14]);
});

test('however many change, each is told as it is now', () => {
  let map: ReadonlyMap<string, number> = letters;
  for (const letter of 'abcdefghijklmabc') map = LayeredMap.with(map, letter, (map.get(letter) ?? 0) + 1000);
  const told: [string, number][] = [];
  map.forEach((value, key) => void told.push([key, value]));
  expect(told).toEqual(
    [...letters].map(([key, value]) => [key, value + ('abc'.includes(key) ? 2000 : 1000)]),
  );
});

test('what changes often is not copied: each change of one value touches the others no more', () => {
  const entries = Array.from({ length: 1000 }, (_, at) => [at, at] as const);
  let copied = 0;
  class Watched extends Map<number, number> {
    override [Symbol.iterator](): MapIterator<[number, number]> {
      copied += 1;
      return super[Symbol.iterator]();
    }
  }
  let map: ReadonlyMap<number, number> = new Watched(entries);
  copied = 0;
  for (let at = 0; at < 100; at += 1) map = LayeredMap.with(map, 999, at);
  expect([copied, map.get(999), map.get(998)]).toEqual([0, 99, 998]);
});
