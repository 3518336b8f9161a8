/** The measure for the eye: bands in equal steps of pitch, strengths between 0 and 1. */
import { describe, expect, test } from 'vitest';
import { bandCount, bandEdges, fillBands, shownLevel } from './sound-meter.ts';

describe('the bands', () => {
  test.each([16_000, 22_050, 44_100, 48_000])('of sound at %i Hz rise to the top of speech', rate => {
    const edges = bandEdges(rate, 512);
    expect(edges).toHaveLength(bandCount + 1);
    expect(edges.toSorted((a, b) => a - b)).toEqual(edges);
    const topHz = ((edges.at(-1) ?? 0) * rate) / 2 / 512;
    expect(topHz).toBeGreaterThan(Math.min(6_900, rate / 2 - 100));
    expect(topHz).toBeLessThanOrEqual(rate / 2);
  });

  test('show one tone where it is, and nothing elsewhere', () => {
    const edges = bandEdges(48_000, 512);
    const spectrum = new Float32Array(512).fill(-120);
    // 1,000 Hz lies in bin 21 of 46.9 Hz each.
    spectrum[21] = -54;
    const bands = new Float32Array(bandCount);
    fillBands(bands, spectrum, edges);
    const lit = [...bands.keys()].filter(i => (bands[i] ?? 0) > 0);
    expect(lit).toHaveLength(1);
    const [from, to] = [edges[lit[0] ?? 0] ?? 0, edges[(lit[0] ?? 0) + 1] ?? 0];
    expect(from).toBeLessThanOrEqual(21);
    expect(to).toBeGreaterThan(21);
    expect(bands[lit[0] ?? 0]).toBeCloseTo(0.5);
  });

  test('of silence, whose decibels have no end, are empty', () => {
    const bands = new Float32Array(bandCount).fill(1);
    fillBands(bands, new Float32Array(512).fill(Number.NEGATIVE_INFINITY), bandEdges(48_000, 512));
    expect(Math.max(...bands)).toBe(0);
  });
});

test('loudness is shown by decibels, from a quiet room to a loud voice', () => {
  expect([0, 1e-4, 0.001, 0.0316, 0.316, 1].map(level => Number(shownLevel(level).toFixed(1)))).toEqual([
    0, 0, 0, 0.6, 1, 1,
  ]);
});
