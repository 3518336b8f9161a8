/** The quick window stands wholly on its screen, wherever that is and however small. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lowestQuick, quickPlace } from './quick-place.ts';

test('in the upper third of the screen it is asked for on, in the middle across', () => {
  expect(quickPlace({ x: 1920, y: 0, width: 2560, height: 1400 }, 100)).toEqual({
    x: 2860,
    y: 280,
    width: 680,
    height: 100,
  });
});

test('it grows with what it shows, and only so far', () => {
  const area = { x: 0, y: 0, width: 1280, height: 800 };
  expect(quickPlace(area, 10).height).toBe(lowestQuick);
  expect(quickPlace(area, 5000).height).toBe(480);
});

test('nothing of it is outside, on any screen', () => {
  const area = fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    width: fc.integer({ min: 320, max: 8000 }),
    height: fc.integer({ min: 240, max: 5000 }),
  });
  fc.assert(
    fc.property(area, fc.integer({ min: 0, max: 10_000 }), (screen, height) => {
      const place = quickPlace(screen, height);
      expect(place.x).toBeGreaterThanOrEqual(screen.x);
      expect(place.y).toBeGreaterThanOrEqual(screen.y);
      expect(place.x + place.width).toBeLessThanOrEqual(screen.x + screen.width);
      expect(place.y + place.height).toBeLessThanOrEqual(screen.y + screen.height);
      expect(Object.values(place).every(Number.isInteger)).toBe(true);
    }),
  );
});
