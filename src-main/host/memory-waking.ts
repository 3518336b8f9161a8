/** When a memory is loaded: a while after the start where it holds something, else once somebody writes or speaks. */
import type { Clock } from '../ports/clock.ts';

export interface MemoryWakingOptions {
  readonly clock: Pick<Clock, 'after'>;
  /** It holds nothing and has nothing to do. */
  readonly isEmpty: () => Promise<boolean>;
  /** Loads it, and does what was left to do. */
  readonly begin: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** The window is there by then, and the skills are warm. */
const lookAfterMs = 1500;

export class MemoryWaking {
  readonly #options: MemoryWakingOptions;
  #state: 'unused' | 'starting' | 'resting' | 'awake' = 'unused';
  #isWanted = false;
  #cancel = (): void => undefined;

  constructor(options: MemoryWakingOptions) {
    this.#options = options;
  }

  start(): void {
    const { clock, onError } = this.#options;
    this.#state = 'starting';
    this.#cancel = clock.after(lookAfterMs, () => void this.#look().catch(onError));
  }

  /** It is wanted now, or in a moment: an empty one is loaded as well. */
  want(): void {
    this.#isWanted = true;
    if (this.#state !== 'resting') return;
    this.#cancel();
    // Whoever tells of it, say of the first key of a message, is answered first.
    this.#cancel = this.#options.clock.after(0, () => this.#wake());
  }

  close(): void {
    this.#state = 'unused';
    this.#cancel();
  }

  async #look(): Promise<void> {
    const rests = !this.#isWanted && (await this.#options.isEmpty());
    if (this.#state !== 'starting') return;
    this.#state = 'resting';
    if (!rests || this.#isWanted) this.#wake();
  }

  #wake(): void {
    this.#state = 'awake';
    this.#options.begin().catch(this.#options.onError);
  }
}
