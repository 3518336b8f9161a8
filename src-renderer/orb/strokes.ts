/** The strokes of the core: a fixed number, so that each shape is only another place for each of them. */

/** The ring, what stands around it, and what lies in it. */
export const ringCount = 96;
export const rayCount = 96;
export const innerCount = 192;
export const strokeCount = ringCount + rayCount + innerCount;

/** Radius of the ring; the drawing is a square from -100 to 100, with y downwards. */
export const ringRadius = 60;
export const halfSize = 100;

/** The colours, as places in a palette. */
export const inks = ['line', 'edge', 'in', 'out', 'thinking', 'private', 'offline', 'error'] as const;
export type InkName = (typeof inks)[number];
export const inkAt = (name: InkName): number => inks.indexOf(name);

/** Numbers per stroke: x0, y0, x1, y1, width in CSS pixels, how much of the colour there is (0: not drawn). */
export const perStroke = 6;

export class Strokes {
  readonly values = new Float32Array(strokeCount * perStroke);
  readonly ink = new Uint8Array(strokeCount);

  set(at: number, x0: number, y0: number, x1: number, y1: number, ink: number, alpha = 1, width = 1): void {
    const from = at * perStroke;
    this.values[from] = x0;
    this.values[from + 1] = y0;
    this.values[from + 2] = x1;
    this.values[from + 3] = y1;
    this.values[from + 4] = width;
    this.values[from + 5] = alpha;
    this.ink[at] = ink;
  }

  /** From the middle, along the angle `a` (0: right, clockwise), between two radii. */
  ray(at: number, a: number, from: number, to: number, ink: number, alpha = 1, width = 1): void {
    const [c, s] = [Math.cos(a), Math.sin(a)];
    this.set(at, c * from, s * from, c * to, s * to, ink, alpha, width);
  }

  /** Not drawn; it waits at the radius where it will be needed. */
  hide(at: number, a = 0, radius = 0): void {
    this.ray(at, a, radius, radius, 0, 0);
  }
}
