/** In the background, what another model embedded, or none did, is embedded by the one in use; it rests while somebody asks. */
import type { Clock } from '../ports/clock.ts';
import { embedAnew } from '../ports/embed-episodes.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { EpisodicMemoryStore } from '../ports/episodic-memory-store.ts';

export interface EmbeddingAnewOptions {
  readonly episodic: EpisodicMemoryStore;
  readonly embedder: () => Promise<Embedder>;
  readonly clock: Pick<Clock, 'after'>;
  readonly isBusy: () => boolean;
  readonly onError: (error: unknown) => void;
}

const restMs = 500;
/** Between two steps of some ten milliseconds. */
const breathMs = 5;

export class EmbeddingAnew {
  readonly #options: EmbeddingAnewOptions;
  readonly #stopper = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #cancel = (): void => undefined;
  #wake = (): void => undefined;

  constructor(options: EmbeddingAnewOptions) {
    this.#options = options;
  }

  /** Goes on where an earlier start ended; resolves when there is nothing left to do. */
  begin(): Promise<void> {
    this.#running = this.#work();
    return this.#running;
  }

  async close(): Promise<void> {
    this.#stopper.abort();
    this.#cancel();
    this.#wake();
    await this.#running;
  }

  async #work(): Promise<void> {
    const { episodic, embedder, onError } = this.#options;
    const { signal } = this.#stopper;
    try {
      await embedAnew(episodic, await embedder(), { signal, pace: () => this.#pace() });
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
  }

  async #pace(): Promise<void> {
    await this.#pause(breathMs);
    while (this.#options.isBusy() && !this.#stopper.signal.aborted) await this.#pause(restMs);
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve;
      this.#cancel = this.#options.clock.after(ms, resolve);
    });
  }
}
