/** The keys walk along a chart: point by point, to both ends, and never beyond. */
import { expect, test } from 'vitest';
import { pointAfter } from './chart-keys.ts';

const walk = (keys: readonly string[], count: number): readonly (number | undefined)[] => {
  let at: number | undefined;
  return keys.map(key => {
    at = pointAfter(key, at, count) ?? at;
    return at;
  });
};

test('begin at the newest, and stop at both ends', () => {
  expect(walk(['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowRight'], 3)).toEqual([
    2, 1, 0, 0, 1,
  ]);
  expect(walk(['ArrowRight', 'ArrowRight', 'Home', 'ArrowLeft', 'End'], 3)).toEqual([2, 2, 0, 0, 2]);
});

test('other keys, and a chart without points, are left alone', () => {
  expect(pointAfter('a', 1, 3)).toBeUndefined();
  expect(pointAfter('ArrowLeft', undefined, 0)).toBeUndefined();
});

test('a chart that has fewer points now is read within them', () => {
  expect(pointAfter('ArrowLeft', 9, 3)).toBe(1);
});
