/** The eight shapes as numbers: inside the square, unlike each other without any colour, and as long as the sound is loud. */
import { describe, expect, test } from 'vitest';
import { silence } from '../voice/sound-meter.ts';
import { type OrbShape, orbShapes } from './orb-state.ts';
import { drawShape } from './shapes.ts';
import { strengthAt } from './sound-bands.ts';
import { halfSize, perStroke, rayCount, ringCount, Strokes, strokeCount } from './strokes.ts';

const loud = (loudness = 1) => {
  const sound = silence();
  sound.loudness = loudness;
  sound.bands.fill(loudness);
  return sound;
};

function drawn(
  shape: OrbShape,
  change: { sound?: ReturnType<typeof loud>; turned?: number; small?: boolean } = {},
) {
  const strokes = new Strokes();
  const { sound = loud(0.5), turned = 20, small = false } = change;
  drawShape(strokes, { shape, sound, turnedDegrees: turned, isSmall: small });
  return Array.from({ length: strokeCount }, (_, at) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, width = 0, alpha = 0] = strokes.values.subarray(
      at * perStroke,
      (at + 1) * perStroke,
    );
    return { at, x0, y0, x1, y1, width, alpha, length: Math.hypot(x1 - x0, y1 - y0) };
  });
}
const seen = (strokes: ReturnType<typeof drawn>) => strokes.filter(({ alpha }) => alpha > 0);
const isRay = ({ at }: { readonly at: number }): boolean => at >= ringCount && at < ringCount + rayCount;
const radius = (x: number, y: number): number => Math.hypot(x, y);

/** Which of 40 × 40 fields have something in them: the shape in grey. */
function fields(shape: OrbShape): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { x0, y0, x1, y1 } of seen(drawn(shape)))
    for (let k = 0; k <= 8; k++) {
      const [x, y] = [x0 + ((x1 - x0) * k) / 8, y0 + ((y1 - y0) * k) / 8];
      found.add(Math.floor((y + halfSize) / 5) * 40 + Math.floor((x + halfSize) / 5));
    }
  return found;
}

describe('each shape', () => {
  test.each(orbShapes)('%s stays in its square and places every stroke', shape => {
    const strokes = drawn(shape, { sound: loud() });
    for (const { x0, y0, x1, y1, width, alpha } of strokes) {
      expect([x0, y0, x1, y1, width, alpha].every(Number.isFinite)).toBe(true);
      for (const part of [x0, y0, x1, y1]) expect(Math.abs(part)).toBeLessThanOrEqual(halfSize);
      expect(alpha).toBeLessThanOrEqual(1);
    }
    expect(seen(strokes).length).toBeGreaterThan(50);
  });

  const pairs = orbShapes.flatMap((one, i) => orbShapes.slice(i + 1).map(other => [one, other] as const));
  test.each(pairs)('%s and %s can be told apart without colour', (one, other) => {
    const [a, b] = [fields(one), fields(other)];
    const different =
      [...a].filter(field => !b.has(field)).length + [...b].filter(field => !a.has(field)).length;
    expect(different).toBeGreaterThan(12);
  });
});

describe('sound', () => {
  test('turns strokes in while one listens and out while one speaks', () => {
    for (const { x0, y0, x1, y1 } of seen(drawn('listening')).filter(isRay))
      expect(radius(x1, y1)).toBeLessThan(radius(x0, y0));
    for (const { x0, y0, x1, y1 } of seen(drawn('speaking')).filter(isRay))
      expect(radius(x1, y1)).toBeGreaterThan(radius(x0, y0));
  });

  test.each(['listening', 'speaking'] as const)('%s: the louder, the longer', shape => {
    const total = (loudness: number): number =>
      drawn(shape, { sound: loud(loudness) })
        .filter(isRay)
        .reduce((sum, { length }) => sum + length, 0);
    expect(total(0.5)).toBeGreaterThan(total(0) * 1.5);
    expect(total(1)).toBeGreaterThan(total(0.5) * 1.3);
  });

  test('comes from the left, and goes to the right', () => {
    const longest = (shape: OrbShape) =>
      seen(drawn(shape))
        .filter(isRay)
        .reduce((found, one) => (one.length > found.length ? one : found));
    expect(longest('listening').x0).toBeLessThan(-90);
    expect(longest('speaking').x0).toBeGreaterThan(60);
  });

  test('of one tone stands where its band lies', () => {
    const sound = silence();
    sound.bands[16] = 1;
    expect(strengthAt(sound, 16 / 31)).toBeCloseTo(1);
    expect(strengthAt(sound, 0)).toBe(0);
    expect(strengthAt(sound, 1)).toBe(0);
  });
});

test('thinking turns: the same strokes are elsewhere', () => {
  const [a, b] = [drawn('thinking', { turned: 0 }), drawn('thinking', { turned: 20 })];
  const moved = a.filter((one, i) => radius(one.x0 - (b[i]?.x0 ?? 0), one.y0 - (b[i]?.y0 ?? 0)) > 3);
  expect(moved.length).toBeGreaterThan(100);
});

test('where there is little room, half of the rays are drawn', () => {
  const rays = (small: boolean): number => seen(drawn('speaking', { small })).filter(isRay).length;
  expect(rays(false)).toBe(rayCount);
  expect(rays(true)).toBe(rayCount / 2);
});
