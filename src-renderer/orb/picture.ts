/** What is painted: strokes with their colours mixed, and on the way from one shape to the next. */
import type { Palette } from './palette.ts';
import { perStroke, type Strokes, strokeCount } from './strokes.ts';

/** Numbers per stroke: x0, y0, x1, y1, width in CSS pixels, red, green, blue, how much of it there is. */
export const perLine = 9;

export type Lines = Float32Array<ArrayBuffer>;
export const noLines = (): Lines => new Float32Array(strokeCount * perLine);

/** `unit`: CSS pixels per unit of the drawing, for widths that are given in those. */
export function mix(lines: Lines, { values, ink }: Strokes, palette: Palette, unit: number): void {
  for (let i = 0; i < strokeCount; i++) {
    const [from, to] = [i * perStroke, i * perLine];
    const width = values[from + 4] ?? 0;
    for (let k = 0; k < 4; k++) lines[to + k] = values[from + k] ?? 0;
    lines[to + 4] = width < 0 ? -width * unit : width;
    const colour = (ink[i] ?? 0) * 3;
    for (let k = 0; k < 3; k++) lines[to + 5 + k] = palette[colour + k] ?? 0;
    lines[to + 8] = values[from + 5] ?? 0;
  }
}

/** Ease-out: most of the way at once. */
export const eased = (share: number): number => 1 - (1 - Math.min(1, Math.max(0, share))) ** 3;

/** `lines` become what lies between `before` and themselves. */
export function cross(lines: Lines, before: Lines, share: number): void {
  const rest = 1 - eased(share);
  for (let i = 0; i < strokeCount; i++) {
    const at = i * perLine;
    const wasDrawn = (before[at + 8] ?? 0) > 0;
    const isDrawn = (lines[at + 8] ?? 0) > 0;
    // A stroke that only appears or goes keeps its colour on the way.
    const colours = wasDrawn && isDrawn ? 8 : 5;
    for (let k = 0; k < colours; k++) blend(lines, before, at + k, rest);
    if (!isDrawn) for (let k = 5; k < 8; k++) lines[at + k] = before[at + k] ?? 0;
    blend(lines, before, at + 8, rest);
  }
}

function blend(lines: Lines, before: Lines, at: number, rest: number): void {
  const now = lines[at] ?? 0;
  lines[at] = now + ((before[at] ?? 0) - now) * rest;
}

/** Puts a picture on the page. */
export interface Painter {
  /** `sizePx`: of the square's side in CSS pixels; `ratio`: device pixels for one of those. */
  paint(lines: Lines, sizePx: number, ratio: number): void;
  dispose(): void;
}
