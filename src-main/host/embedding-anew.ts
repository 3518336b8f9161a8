/** In the background, what another model embedded, or none did, is embedded by the one in use; it rests while somebody asks. */
import type { Clock } from '../ports/clock.ts';
import { embedAnew } from '../ports/embed-episodes.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { EpisodicMemoryStore } from '../ports/episodic-memory-store.ts';

export interface EmbeddingAnewOptions {
  readonly episodic: EpisodicMemoryStore;
  readonly embedder: () => Promise<Embedder>;
  /** The chosen one is away: what it made stays. */
  readonly keepsOthers?: () => boolean;
  /** All is made by the one in use. */
  readonly onDone?: () => void;
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
  #turn = new AbortController();
  #isWorking = false;
  #cancel = (): void => undefined;
  #wake = (): void => undefined;

  constructor(options: EmbeddingAnewOptions) {
    this.#options = options;
  }

  get isWorking(): boolean {
    return this.#isWorking;
  }

  /** Goes on where an earlier start ended, with the model in use now; resolves when there is nothing left to do. */
  begin(): Promise<void> {
    this.#turn.abort();
    this.#release();
    this.#turn = new AbortController();
    const signal = AbortSignal.any([this.#turn.signal, this.#stopper.signal]);
    this.#running = this.#running.then(() => this.#work(signal));
    return this.#running;
  }

  async close(): Promise<void> {
    this.#stopper.abort();
    this.#release();
    await this.#running;
  }

  #release(): void {
    this.#cancel();
    this.#wake();
  }

  async #work(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { episodic, embedder, onError, keepsOthers, onDone } = this.#options;
    this.#isWorking = true;
    try {
      const own = await embedder();
      const keeps = keepsOthers?.() ?? false;
      await embedAnew(episodic, own, { signal, pace: () => this.#pace(signal), keepsOthers: keeps });
      if (!keeps) onDone?.();
    } catch (error) {
      if (!signal.aborted) onError(error);
    } finally {
      this.#isWorking = false;
    }
  }

  async #pace(signal: AbortSignal): Promise<void> {
    await this.#pause(breathMs);
    while (this.#options.isBusy() && !signal.aborted) await this.#pause(restMs);
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve;
      this.#cancel = this.#options.clock.after(ms, resolve);
    });
  }
}
