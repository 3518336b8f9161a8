/** The boxes around the strokes, as a graphics processor takes them: four corners each, one after another, the drawn ones first. */
import { type Lines, perLine } from './picture.ts';
import { halfSize, strokeCount } from './strokes.ts';

export const boxCorners = 4;
/** Numbers per corner: the point (-1 to 1, upwards), along, across, length and half width of its line, and its colour. */
export const perCorner = 10;

export interface Boxes {
  readonly values: Float32Array<ArrayBuffer>;
  /** Two triangles for each box. */
  readonly indices: number[];
}

export const makeBoxes = (): Boxes => ({
  values: new Float32Array(strokeCount * boxCorners * perCorner),
  indices: Array.from({ length: strokeCount }, (_, i) =>
    [0, 1, 2, 2, 1, 3].map(corner => i * boxCorners + corner),
  ).flat(),
});

/** `side`: of the drawing, in device pixels; `ratio`: device pixels for a CSS pixel. @returns how many boxes there are. */
export function boxesOf({ values }: Boxes, lines: Lines, side: number, ratio: number): number {
  const unit = side / (2 * halfSize);
  let drawn = 0;
  for (let at = 0; at < lines.length; at += perLine) {
    const alpha = lines[at + 8] ?? 0;
    if (alpha < 0.004) continue;
    const [x, y] = [(lines[at] ?? 0) * unit, (lines[at + 1] ?? 0) * unit];
    const [dx, dy] = [(lines[at + 2] ?? 0) * unit - x, (lines[at + 3] ?? 0) * unit - y];
    const length = Math.hypot(dx, dy);
    const [ux, uy] = length > 0.001 ? [dx / length, dy / length] : [1, 0];
    const half = ((lines[at + 4] ?? 0) * ratio) / 2;
    // Room for the smoothed edge.
    const margin = half + 1;
    for (let corner = 0; corner < boxCorners; corner++) {
      const along = corner % 2 === 0 ? -margin : length + margin;
      const across = corner < 2 ? -margin : margin;
      const to = (drawn * boxCorners + corner) * perCorner;
      values[to] = ((x + ux * along - uy * across) * 2) / side;
      values[to + 1] = (-(y + uy * along + ux * across) * 2) / side;
      values[to + 2] = along;
      values[to + 3] = across;
      values[to + 4] = length;
      values[to + 5] = half;
      for (let k = 0; k < 3; k++) values[to + 6 + k] = lines[at + 5 + k] ?? 0;
      values[to + 9] = alpha;
    }
    drawn++;
  }
  return drawn;
}
