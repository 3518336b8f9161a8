/** Windows over screens that come and go. */
import { expect, test } from 'vitest';
import { placeOnScreens, type Rectangle } from './window-place.ts';

const main: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 };
const right: Rectangle = { x: 1920, y: 0, width: 1280, height: 1000 };

test('a first window stands in the middle of the main screen', () => {
  expect(placeOnScreens(undefined, [main])).toEqual({ x: 370, y: 120, width: 1180, height: 800 });
});

test('a place on a screen that is there is kept to the pixel', () => {
  const saved = { x: 2000, y: 50, width: 900, height: 700 };
  expect(placeOnScreens(saved, [main, right])).toEqual(saved);
});

test('a place on a screen that is gone moves to the middle of the main one, in its size', () => {
  expect(placeOnScreens({ x: 2000, y: 50, width: 900, height: 700 }, [main])).toEqual({
    ...{ x: 510, y: 170, width: 900, height: 700 },
  });
});

test('what is larger than the screen shrinks, what is too small grows', () => {
  expect(placeOnScreens({ x: 0, y: 0, width: 5000, height: 5000 }, [main])).toMatchObject({
    width: 1920,
    height: 1040,
  });
  expect(placeOnScreens({ x: 0, y: 0, width: 10, height: 10 }, [main])).toMatchObject({
    width: 360,
    height: 480,
  });
});

test('a title above the screen is brought within reach', () => {
  expect(placeOnScreens({ x: 100, y: -20, width: 900, height: 700 }, [main]).y).toBe(0);
});
