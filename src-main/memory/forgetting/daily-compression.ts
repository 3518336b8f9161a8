/** Looks once a day for weak episodes, at the end of a night; what was aborted is done with the next one. */
import { civilOf, midnightOf } from '../../domain/local-time.ts';
import { type CompressParts, compressWeak } from './compress-weak.ts';

export class DailyCompression {
  readonly #parts: Omit<CompressParts, 'signal'>;
  #doneOn: number | undefined;

  constructor(parts: Omit<CompressParts, 'signal'>) {
    this.#parts = parts;
  }

  /** Returns early when the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#parts;
    const today = midnightOf(civilOf(clock.nowMs(), clock.zone()));
    if (signal.aborted || this.#doneOn === today) return;
    try {
      await compressWeak({ ...this.#parts, signal });
      this.#doneOn = today;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
