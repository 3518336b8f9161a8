/** The corners that the graphics processor gets: around each stroke, upwards, and only for what is drawn. */
import { expect, test } from 'vitest';
import { boxCorners, boxesOf, makeBoxes, perCorner } from './boxes.ts';
import { noLines, perLine } from './picture.ts';

const side = 200;

function oneLine(at: number, line: readonly number[]) {
  const lines = noLines();
  lines.set(line, at * perLine);
  const boxes = makeBoxes();
  const count = boxesOf(boxes, lines, side, 1);
  const corners = Array.from({ length: boxCorners }, (_, corner) => [
    ...boxes.values.subarray(corner * perCorner, (corner + 1) * perCorner),
  ]);
  return { count, corners };
}

test('a stroke to the right lies in a box with room for its smoothed edge', () => {
  const { count, corners } = oneLine(7, [10, 20, 30, 20, 2, 1, 0.5, 0, 1]);
  expect(count).toBe(1);
  const points = corners.map(([x = 0, y = 0]) => [x * 100, y * 100]);
  // Two pixels beyond each end and above and below the line; y runs upwards for the processor.
  for (const [i, expected] of [
    [8, -18],
    [32, -18],
    [8, -22],
    [32, -22],
  ].entries())
    for (const k of [0, 1]) expect(points[i]?.[k]).toBeCloseTo(expected[k] ?? 0, 4);
  expect(corners.map(one => one.slice(2, 6))).toEqual([
    [-2, -2, 20, 1],
    [22, -2, 20, 1],
    [-2, 2, 20, 1],
    [22, 2, 20, 1],
  ]);
  expect(corners[0]?.slice(6)).toEqual([1, 0.5, 0, 1]);
});

test('a dot has a box as well, and what is not drawn has none', () => {
  const { count, corners } = oneLine(0, [5, 5, 5, 5, 6, 1, 1, 1, 1]);
  expect(count).toBe(1);
  expect(corners.flat().every(Number.isFinite)).toBe(true);
  expect((corners[1]?.[0] ?? 0) - (corners[0]?.[0] ?? 0)).toBeCloseTo(0.08);
  expect(oneLine(0, [0, 0, 50, 50, 1, 1, 1, 1, 0]).count).toBe(0);
});
