/** The features are those that transformers 5.23 made of the same sound, number for number. */
import { describe, expect, it } from 'vitest';
import { createTransform } from './fourier.ts';
import { logMelOf } from './whisper-features.ts';

/** Two tones, the lower one swelling three times a second. */
const tones = (length: number): Int16Array =>
  Int16Array.from({ length }, (_, i) => {
    const t = (2 * Math.PI * (i % 40_000)) / 16_000;
    return 4_000 * Math.sin(t * 440) * (1 + Math.sin(t * 3)) + 3_000 * Math.sin(t * 2_500);
  });

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the features of 8 s', () => {
  it('of a shorter sound stand at the end, after silence', () => {
    const { values, shape } = logMelOf(tones(40_000), 8);
    expect(shape).toEqual([1, 80, 800]);
    const known: readonly (readonly [band: number, frame: number, value: number])[] = [
      [0, 0, -0.142574],
      [10, 0, -0.142574],
      [12, 600, 1.563963],
      [12, 799, 1.604107],
      [11, 700, 1.707325],
      [45, 650, -0.095169],
      [45, 551, 0.372155],
      [79, 799, -0.036525],
      [30, 549, -0.046271],
      [30, 550, 0.130201],
      [60, 700, -0.142574],
    ];
    for (const [band, frame, value] of known) expect(values[band * 800 + frame]).toBeCloseTo(value, 3);
    expect(mean(values)).toBeCloseTo(-0.075822, 4);
  });

  it('of a longer one are of its end', () => {
    const { values } = logMelOf(tones(150_000), 8);
    expect(values[0]).toBeCloseTo(1.225792, 3);
    expect(values[12 * 800 + 400]).toBeCloseTo(1.552058, 3);
    expect(values[79 * 800 + 3]).toBeCloseTo(-0.269593, 3);
    expect(mean(values)).toBeCloseTo(-0.060275, 4);
  });

  it('of nothing and of silence are finite', () => {
    for (const sound of [new Int16Array(0), new Int16Array(16_000)])
      expect(logMelOf(sound, 8).values.every(Number.isFinite)).toBe(true);
  });
});

it.each([1, 2, 7, 12, 100, 400])('the transform of %d numbers is the sum that defines it', length => {
  const numbers = (seed: number) => Float64Array.from({ length }, (_, i) => Math.sin(seed + i * i) + (i % 3));
  const input = { re: numbers(1), im: numbers(2) };
  const output = { re: new Float64Array(length), im: new Float64Array(length) };
  createTransform(length)(input, output);
  for (let bin = 0; bin < length; bin++) {
    let [re, im] = [0, 0];
    for (let i = 0; i < length; i++) {
      const angle = (-2 * Math.PI * i * bin) / length;
      const [x = 0, y = 0] = [input.re[i], input.im[i]];
      re += x * Math.cos(angle) - y * Math.sin(angle);
      im += x * Math.sin(angle) + y * Math.cos(angle);
    }
    expect(output.re[bin]).toBeCloseTo(re, 6);
    expect(output.im[bin]).toBeCloseTo(im, 6);
  }
});
