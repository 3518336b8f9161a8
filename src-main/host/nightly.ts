/** Consolidates what was said once nobody has asked anything for some minutes; any new turn ends it at once. */
import type { Brain } from '../memory/brain.ts';
import type { Clock } from '../ports/clock.ts';
import { orderedBy } from '../ports/orderer.ts';
import type { Night } from '../ports/semantic-memory-store.ts';

export interface NightlyOptions {
  readonly consolidate: Brain['consolidate'];
  readonly clock: Clock;
  readonly isBusy: () => boolean;
  /** Undefined: this machine does not tell. */
  readonly isOnPower: () => boolean | undefined;
  readonly onNight: (night: Night) => void;
  readonly onError: (error: unknown) => void;
}

export const idleMs = 5 * 60_000;

export class Nightly {
  readonly #options: NightlyOptions;
  #cancel = (): void => undefined;
  #stopper: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: NightlyOptions) {
    this.#options = options;
  }

  get isConsolidating(): boolean {
    return this.#stopper !== undefined;
  }

  /** Somebody asks something, or is about to: what runs is given up, and the wait begins anew. */
  disturb(): void {
    this.#stopper?.abort();
    this.#cancel();
    if (!this.#closed) this.#cancel = this.#options.clock.after(idleMs, () => this.#begin());
  }

  /** One night at once, because a person asks for it; a new turn ends it as well. Throws AbortError then. */
  now(signal: AbortSignal): Promise<Night | undefined> {
    this.disturb();
    const stopper = new AbortController();
    const night = this.#running.then(() => {
      this.#stopper = stopper;
      return this.#options.consolidate(AbortSignal.any([signal, stopper.signal]));
    });
    this.#running = ended(night);
    return night.finally(() => {
      if (this.#stopper === stopper) this.#stopper = undefined;
    });
  }

  /** What an answer needs, before anything else; no turn ends it, for the one that asks would be the first. */
  forAnswer(signal: AbortSignal): Promise<Night | undefined> {
    this.#stopper?.abort();
    const night = this.#running.then(() => this.#options.consolidate(signal));
    this.#running = ended(night);
    return night;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.disturb();
    await this.#running;
  }

  #begin(): void {
    const { isBusy, isOnPower } = this.#options;
    if (isBusy() || isOnPower() === false) this.disturb();
    else this.#running = orderedBy('night', () => this.#consolidate());
  }

  async #consolidate(): Promise<void> {
    const stopper = new AbortController();
    this.#stopper = stopper;
    try {
      // A night has an end that a person can read to; after an import there are several.
      while (!stopper.signal.aborted) {
        const night = await this.#options.consolidate(stopper.signal);
        if (night === undefined) break;
        this.#options.onNight(night);
      }
    } catch (error) {
      if (!stopper.signal.aborted) this.#options.onError(error);
    } finally {
      this.#stopper = undefined;
    }
  }
}

/** Whoever asked hears of a fault; whoever waits only waits. */
const ended = (night: Promise<unknown>): Promise<void> =>
  night.then(
    () => undefined,
    () => undefined,
  );
