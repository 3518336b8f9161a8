/** Models are loaded once, few are kept, and all go when idle. */
import { expect, it } from 'vitest';
import { createModelCache } from './model-cache.ts';

function cacheOf(capacity: number, isMemoryShort = () => false) {
  const loads: string[] = [];
  let idle: (() => void) | undefined;
  let released = 0;
  const cache = createModelCache({
    capacity,
    idleMs: 60_000,
    isMemoryShort,
    load: async key => {
      loads.push(key);
      if (key === 'bad') throw new Error('bad');
      return { key };
    },
    after: (_delayMs, action) => {
      idle = action;
      return () => {
        idle = undefined;
      };
    },
    onRelease: () => {
      released += 1;
    },
  });
  const passTenths = (tenths: number) => {
    for (let tenth = 0; tenth < tenths; tenth++) idle?.();
  };
  return { cache, loads, passTenths, released: () => released };
}

it('loads a model once, also when asked twice at the same time', async () => {
  const { cache, loads } = cacheOf(2);
  const [one, other] = await Promise.all([cache.get('a'), cache.get('a')]);
  expect(one).toBe(other);
  expect(loads).toEqual(['a']);
});

it('lets the longest unused go when there are too many', async () => {
  const { cache, released } = cacheOf(2);
  for (const key of ['a', 'b', 'a', 'c']) await cache.get(key);
  expect(cache.loaded()).toEqual(['a', 'c']);
  expect(released()).toBe(1);
});

it('lets all go when idle and loads again on need', async () => {
  const { cache, loads, passTenths } = cacheOf(2);
  await cache.get('a');
  passTenths(9);
  expect(cache.loaded()).toEqual(['a']);
  passTenths(1);
  expect(cache.loaded()).toEqual([]);
  await cache.get('a');
  expect(loads).toEqual(['a', 'a']);
});

it('lets them go sooner when memory is short', async () => {
  let isShort = false;
  const { cache, passTenths } = cacheOf(2, () => isShort);
  await cache.get('a');
  passTenths(2);
  expect(cache.loaded()).toEqual(['a']);
  isShort = true;
  passTenths(1);
  expect(cache.loaded()).toEqual([]);
});

it('tries a failed load again', async () => {
  const { cache, loads } = cacheOf(2);
  await expect(cache.get('bad')).rejects.toThrow('bad');
  expect(cache.loaded()).toEqual([]);
  await expect(cache.get('bad')).rejects.toThrow('bad');
  expect(loads).toEqual(['bad', 'bad']);
});
