/** The horizon: how loud it was, as marks that run along the line, into the core from the left, out of it on the right. */

export type Side = 'in' | 'out';

export interface Mark {
  /** From the left end of the line, in CSS pixels. */
  readonly x: number;
  /** Above and below the line. */
  readonly heightPx: number;
}

/** One mark for each of these; a mark moves on by its distance meanwhile. */
const sampleMs = 20;
const distancePx = 4;
/** How far from the core sound is shown. */
const farthestPx: Readonly<Record<Side, number>> = { in: 280, out: 420 };
/** A mark that would be shorter is not seen beside the line. */
const lowestPx = 0.7;

export class HorizonTrace {
  private readonly side: Side;
  /** The newest is the first. */
  private samples: number[] = [];
  private newestMs = 0;

  constructor(side: Side) {
    this.side = side;
  }

  get isEmpty(): boolean {
    return this.samples.length === 0;
  }

  clear(): void {
    this.samples = [];
  }

  /** How loud it is now, 0 to 1; between two frames it came there step by step. */
  note(loudness: number, nowMs: number): void {
    if (this.samples.length === 0 || nowMs - this.newestMs > 1_000) this.newestMs = nowMs - sampleMs;
    const before = this.samples[0] ?? loudness;
    const steps = Math.floor((nowMs - this.newestMs) / sampleMs);
    this.newestMs += steps * sampleMs;
    for (let step = 1; step <= steps; step++) {
      this.samples.unshift(before + ((loudness - before) * step) / steps);
    }
    this.samples.length = Math.min(this.samples.length, farthestPx[this.side] / distancePx + 2);
  }

  /** What is to be drawn on a line of this width and half height, in CSS pixels. */
  marks(widthPx: number, halfPx: number, nowMs: number): readonly Mark[] {
    const reach = Math.min(widthPx, farthestPx[this.side]);
    const begin = this.side === 'in' ? widthPx - reach : 0;
    const moved = ((nowMs - this.newestMs) / sampleMs) * distancePx;
    const marks: Mark[] = [];
    this.samples.forEach((loudness, i) => {
      const way = i * distancePx + moved;
      if (way > reach) return;
      // What is said is loudest where it leaves, what is heard where it arrives.
      const share = way / reach;
      const strength = this.side === 'in' ? Math.min(1, 0.15 + 1.4 * share) : (1 - share) ** 0.7;
      const heightPx = loudness ** 1.5 * strength * (halfPx - 2);
      if (heightPx > lowestPx) marks.push({ x: begin + way, heightPx });
    });
    return marks;
  }
}

/** Draws the marks into a canvas that lies over the line; sizes in CSS pixels. */
export function drawMarks(
  canvas: HTMLCanvasElement,
  drawing: {
    readonly marks: readonly Mark[];
    readonly widthPx: number;
    readonly heightPx: number;
    readonly ratio: number;
    readonly colour: string;
  },
): void {
  const { ratio } = drawing;
  const width = Math.round(drawing.widthPx * ratio);
  const height = Math.round(drawing.heightPx * ratio);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.clearRect(0, 0, width, height);
  context.fillStyle = drawing.colour;
  const middle = height / 2;
  for (const { x, heightPx } of drawing.marks) {
    const half = Math.round(heightPx * ratio);
    context.fillRect(Math.round(x * ratio), middle - half, Math.round(ratio), 2 * half);
  }
}
