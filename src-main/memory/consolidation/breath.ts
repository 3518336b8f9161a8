/** Lets everything else have its turn between two short pieces of work, so that nobody waits for a consolidation. */
import type { Clock } from '../../ports/clock.ts';

/** Two pieces of at most this make a step that nobody notices (10 ms). */
const longestStepMs = 4;

/** When everything that waits was done. */
const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

export class Breath {
  readonly #clock: Pick<Clock, 'monotonicMs'>;
  readonly #idle: () => Promise<void>;
  #sinceMs: number;

  /** `idle`: resolves when work may go on; by default as soon as nothing else waits. */
  constructor(clock: Pick<Clock, 'monotonicMs'>, idle = nextTurn) {
    this.#clock = clock;
    this.#idle = idle;
    this.#sinceMs = clock.monotonicMs();
  }

  /** Throws the signal's reason once it is aborted. */
  async take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#clock.monotonicMs() - this.#sinceMs < longestStepMs) return;
    await this.always(signal);
  }

  /** Before a piece of work that may be as long as a step. */
  async always(signal: AbortSignal): Promise<void> {
    await this.#idle();
    signal.throwIfAborted();
    this.#sinceMs = this.#clock.monotonicMs();
  }
}
