/** What is painted: colours of the page, and the way from one shape to the next. */
import { describe, expect, test } from 'vitest';
import { silence } from '../voice/sound-meter.ts';
import { HorizonTrace } from './horizon-trace.ts';
import type { OrbShape } from './orb-state.ts';
import { channels, colourOf, paletteFrom } from './palette.ts';
import { cross, eased, mix, noLines, perLine } from './picture.ts';
import { drawShape } from './shapes.ts';
import { halfSize, ringCount, Strokes } from './strokes.ts';
import { pathsOf } from './svg-painter.ts';

const tokens: Readonly<Record<string, string>> = {
  '--line-2': '#2a353d',
  '--edge': '#63747f',
  '--voice-in': ' #43d3ee',
  '--voice-out': '#f7c',
  '--s-thinking': 'rgb(207, 227, 242)',
  '--s-private': '#a996f5',
  '--s-offline': '#8a98a3',
  '--s-error': '#ff8368',
};
const palette = (isPrivate = false) => paletteFrom(token => tokens[token] ?? '', isPrivate);

function linesOf(shape: OrbShape, isPrivate = false) {
  const strokes = new Strokes();
  drawShape(strokes, { shape, sound: silence(), turnedDegrees: 0, isSmall: false });
  const lines = noLines();
  mix(lines, strokes, palette(isPrivate), 104 / (2 * halfSize));
  return lines;
}

describe('colours', () => {
  test('are read in every way a page may write them', () => {
    expect(channels('#ff8000')).toEqual([1, 128 / 255, 0]);
    expect(channels(' #f80 ')).toEqual([1, 136 / 255, 0]);
    expect(channels('rgb(255 0 51 / 0.5)')).toEqual([1, 0, 0.2]);
    expect(channels('CanvasText')).toEqual([0.5, 0.5, 0.5]);
  });

  test('of both voices turn violet in private mode, and the others do not', () => {
    expect(colourOf(palette(), 'in')).toBe('rgb(67 211 238)');
    expect(colourOf(palette(true), 'in')).toBe('rgb(169 150 245)');
    expect(colourOf(palette(true), 'out')).toBe('rgb(169 150 245)');
    expect(colourOf(palette(true), 'error')).toBe(colourOf(palette(), 'error'));
  });
});

describe('crossing', () => {
  test('begins where it was and ends where it goes', () => {
    const [before, after] = [linesOf('speaking'), linesOf('listening')];
    const first = linesOf('listening');
    cross(first, before, 0);
    const last = linesOf('listening');
    cross(last, before, 1);
    const ray = (ringCount + 10) * perLine;
    for (const k of [0, 1, 2, 3, 5, 6, 7]) {
      expect(first[ray + k]).toBeCloseTo(before[ray + k] ?? Number.NaN, 4);
      expect(last[ray + k]).toBeCloseTo(after[ray + k] ?? Number.NaN, 4);
    }
    expect([-1, 0, 1, 2].map(eased)).toEqual([0, 0, 1, 1]);
    expect(eased(0.5)).toBeGreaterThan(0.8);
  });

  test('lets what goes fade in its own colour', () => {
    const before = linesOf('armed');
    const lines = linesOf('private');
    const tick = ringCount * perLine;
    expect(before[tick + 8]).toBe(1);
    cross(lines, before, 0.2);
    expect(lines[tick + 8]).toBeGreaterThan(0);
  });
});

test('as SVG, strokes that look alike are one path', () => {
  const paths = pathsOf(linesOf('armed'));
  expect(paths.length).toBeLessThan(8);
  expect(paths.map(({ colour }) => colour)).toContain('rgb(67 211 238)');
  expect(paths.every(({ d, widthPx, opacity }) => d.startsWith('M') && widthPx >= 1 && opacity > 0)).toBe(
    true,
  );
  const dots = pathsOf(linesOf('idle')).filter(({ widthPx }) => widthPx > 1);
  // A dot of 3 units in a square of 104 pixels.
  expect(dots.map(({ widthPx }) => widthPx)).toEqual([3]);
});

describe('the horizon', () => {
  const run = (side: 'in' | 'out', forMs: number, loudness: (ms: number) => number) => {
    const trace = new HorizonTrace(side);
    for (let ms = 0; ms <= forMs; ms += 16) trace.note(loudness(ms), ms);
    return trace.marks(400, 52, forMs);
  };

  test('runs from the left into the core, and from the core to the right', () => {
    const heard = run('in', 300, () => 1).map(({ x }) => x);
    expect(Math.min(...heard)).toBeGreaterThanOrEqual(120);
    expect(Math.max(...heard)).toBeLessThan(200);
    const said = run('out', 300, () => 1).map(({ x }) => x);
    expect(Math.min(...said)).toBeLessThan(8);
    expect(Math.max(...run('in', 5_000, () => 1).map(({ x }) => x))).toBeGreaterThan(390);
  });

  test('is as high as it was loud then, and a bare line in silence', () => {
    expect(run('out', 2_000, () => 0)).toEqual([]);
    // Loud until half a second ago.
    const marks = run('out', 1_000, ms => (ms < 500 ? 1 : 0.2));
    const [near, far] = [marks.filter(({ x }) => x < 60), marks.filter(({ x }) => x > 120 && x < 180)];
    expect(Math.max(...near.map(({ heightPx }) => heightPx))).toBeLessThan(8);
    expect(Math.min(...far.map(({ heightPx }) => heightPx))).toBeGreaterThan(20);
    for (const { heightPx } of marks) expect(heightPx).toBeLessThanOrEqual(50);
  });

  test('after a pause nothing of before is shown', () => {
    const trace = new HorizonTrace('in');
    trace.note(1, 0);
    trace.clear();
    expect(trace.isEmpty).toBe(true);
    trace.note(1, 60_000);
    expect(trace.marks(400, 52, 60_000).length).toBeLessThanOrEqual(1);
  });
});
