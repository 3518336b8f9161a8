/** Which runs of a long conversation are drawn, and how much room the others keep. */
import type { Run } from './chunks.ts';

/** A guess for messages never drawn so far, in pixels. */
const firstGuess = 110;

/** The heights of runs as they were when they were last drawn, by key. */
export class RunHeights {
  readonly #known = new Map<number, number>();
  #messages = 0;
  #pixels = 0;

  set({ key, ids }: Run, height: number): void {
    if (!this.#known.has(key)) {
      this.#messages += ids.length;
      this.#pixels += height;
    }
    this.#known.set(key, height);
  }

  /** In pixels; of a run never drawn, as high as those are that were. */
  of({ key, ids }: Run): number {
    const guess = this.#messages === 0 ? firstGuess : this.#pixels / this.#messages;
    return this.#known.get(key) ?? ids.length * guess;
  }
}

/** Keys of the first and the last run within a stretch; `to` is before `from` when there is none. */
export interface Near {
  readonly from: number;
  readonly to: number;
}

/** @param top and `bottom`: the stretch that is to be drawn, in pixels from the top of the first run. */
export function runsWithin(runs: readonly Run[], heights: RunHeights, top: number, bottom: number): Near {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let end = 0;
  for (const run of runs) {
    const start = end;
    end += heights.of(run);
    if (end <= top || start >= bottom) continue;
    from = Math.min(from, run.key);
    to = Math.max(to, run.key);
  }
  return { from, to };
}

export type Segment =
  | { readonly kind: 'run'; readonly run: Run }
  /** The room of the runs from key `first` on that are not drawn. */
  | { readonly kind: 'gap'; readonly first: number; readonly height: number };

export function segmentsOf(
  runs: readonly Run[],
  heights: RunHeights,
  isDrawn: (run: Run) => boolean,
): readonly Segment[] {
  const segments: Segment[] = [];
  for (const run of runs) {
    const last = segments.at(-1);
    if (isDrawn(run)) segments.push({ kind: 'run', run });
    else if (last?.kind === 'gap')
      segments[segments.length - 1] = { ...last, height: last.height + heights.of(run) };
    else segments.push({ kind: 'gap', first: run.key, height: heights.of(run) });
  }
  return segments;
}
