/** Questions to a model of meanings that is another program: no question waits for it longer than a moment. */
import { JarvisError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';

/** Of all that one question asks it. */
const atMostMs = 50;
/** Vectors of questions: the same words are asked again while they are still being said. */
const keptAtMost = 64;

export class TimedQuestions {
  readonly #embedder: Embedder;
  readonly #clock: Pick<Clock, 'monotonicMs' | 'after'>;
  #kept = new Map<string, Float32Array>();
  /** One at a time: what came too late is made to the end, and helps the next one. */
  #running: Promise<void> = Promise.resolve();

  constructor(embedder: Embedder, clock: Pick<Clock, 'monotonicMs' | 'after'>) {
    this.#embedder = embedder;
    this.#clock = clock;
  }

  /** Words of questions that are kept only to be quick. What is still being made is kept nowhere then. */
  letGo(): void {
    this.#kept = new Map();
  }

  /** For one question, whose calls share the time. Throws `model.busy` once it is over. */
  begin(): Embedder {
    const { model, dimensions } = this.#embedder;
    let leftMs = atMostMs;
    return {
      ...{ model, dimensions, close: async () => undefined },
      embed: async (texts, signal) => {
        signal?.throwIfAborted();
        const startedMs = this.#clock.monotonicMs();
        try {
          return await this.#vectors(texts, leftMs);
        } finally {
          leftMs = Math.max(0, leftMs - (this.#clock.monotonicMs() - startedMs));
          signal?.throwIfAborted();
        }
      },
    };
  }

  async #vectors(texts: readonly string[], leftMs: number): Promise<readonly Float32Array[]> {
    const kept = this.#kept;
    const unknown = [...new Set(texts)].filter(text => !kept.has(text));
    if (unknown.length > 0) await this.#within(leftMs, isLate => this.#make(unknown, kept, isLate));
    return texts.map(text => kept.get(text) ?? new Float32Array(this.#embedder.dimensions));
  }

  /** What had to wait until it was too late is not begun. */
  #make(texts: readonly string[], kept: Map<string, Float32Array>, isLate: () => boolean): Promise<void> {
    const made = this.#running.then(async () => {
      if (isLate()) return;
      const vectors = await this.#embedder.embed(texts);
      for (const [at, vector] of vectors.entries()) keep(kept, texts[at] as string, vector);
    });
    this.#running = made.catch(() => undefined);
    return made;
  }

  async #within(ms: number, work: (isLate: () => boolean) => Promise<void>): Promise<void> {
    let isLate = false;
    const { promise, reject } = Promise.withResolvers<never>();
    const cancel = this.#clock.after(ms, () => {
      isLate = true;
      reject(new JarvisError('model.busy', { backend: this.#embedder.model }));
    });
    const done = work(() => isLate);
    try {
      await Promise.race([done, promise]);
    } finally {
      cancel();
      // Told above already, or nobody waits for it any more.
      done.catch(() => undefined);
    }
  }
}

function keep(kept: Map<string, Float32Array>, text: string, vector: Float32Array): void {
  const [oldest] = kept.keys();
  if (kept.size >= keptAtMost && oldest !== undefined) kept.delete(oldest);
  kept.set(text, vector);
}
