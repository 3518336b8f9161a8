/** A conversation of any length is drawn where one looks, and keeps its height elsewhere. */
import { describe, expect, test } from 'vitest';
import { runsOf } from './chunks.ts';
import { RunHeights, runsWithin, segmentsOf } from './drawn-runs.ts';

const order = Array.from({ length: 100_000 }, (_, at) => `m${at}`);
const runs = runsOf(order, 'm0');
const total = (heights: RunHeights): number => runs.reduce((sum, run) => sum + heights.of(run), 0);

describe('100,000 messages', () => {
  const heights = new RunHeights();
  const near = runsWithin(runs, heights, 500_000, 503_000);
  const segments = segmentsOf(runs, heights, ({ key }) => key >= near.from && key <= near.to);

  test('are a few runs and the room before and after them', () => {
    expect(segments.map(({ kind }) => kind)).toEqual([
      'gap',
      ...Array.from({ length: near.to - near.from + 1 }, () => 'run'),
      'gap',
    ]);
    expect(near.to - near.from).toBeLessThan(6);
  });

  test('are as high as all of them are', () => {
    const gaps = segments.flatMap(segment => (segment.kind === 'gap' ? [segment.height] : []));
    const drawn = segments.flatMap(segment => (segment.kind === 'run' ? [heights.of(segment.run)] : []));
    expect([...gaps, ...drawn].reduce((sum, height) => sum + height, 0)).toBe(total(heights));
  });
});

test('what was drawn keeps its height, and what never was is guessed from it', () => {
  const heights = new RunHeights();
  const [first, second] = runs;
  if (first === undefined || second === undefined) throw new Error('no runs');
  heights.set(first, 50 * first.ids.length);
  expect(heights.of(first)).toBe(50 * first.ids.length);
  expect(heights.of(second)).toBe(50 * second.ids.length);
  heights.set(first, 4000);
  expect(heights.of(first)).toBe(4000);
});

test('outside of everything nothing is near', () => {
  const { from, to } = runsWithin(runs, new RunHeights(), -5000, -1000);
  expect(to).toBeLessThan(from);
});
