/** From probabilities of speech, window by window, to runs of speech and of silence; two thresholds keep it steady. */
import { speechOffset, speechOnset, windowMs } from './timing.ts';

export class SpeechDetector {
  private onsetMs = 0;
  private onsetLengthMs = 0;
  private lastSpeechMs: number | undefined;
  private sinceMs: number | undefined;

  /** One window that ends at `atMs`; `beginsAfterMs`: bursts shorter than this are no speech. */
  push(atMs: number, probability: number, beginsAfterMs: number): void {
    if (this.sinceMs !== undefined) {
      if (probability >= speechOffset) this.lastSpeechMs = atMs;
      else this.leave(atMs);
      return;
    }
    if (probability < speechOnset) {
      if (probability < speechOffset) this.onsetLengthMs = 0;
      return;
    }
    if (this.onsetLengthMs === 0) this.onsetMs = atMs - windowMs;
    this.onsetLengthMs += windowMs;
    if (this.onsetLengthMs < beginsAfterMs) return;
    this.sinceMs = this.onsetMs;
    this.lastSpeechMs = atMs;
  }

  /** When the present run of speech began; undefined in silence. Gaps under two windows belong to the run. */
  get speechSinceMs(): number | undefined {
    return this.sinceMs;
  }

  /** When the last window of speech ended; undefined before any. */
  get lastSpeechAtMs(): number | undefined {
    return this.lastSpeechMs;
  }

  /** When a burst began that is too short yet to be speech; undefined for none. */
  get burstSinceMs(): number | undefined {
    return this.sinceMs === undefined && this.onsetLengthMs > 0 ? this.onsetMs : undefined;
  }

  reset(): void {
    this.onsetLengthMs = 0;
    this.sinceMs = undefined;
    this.lastSpeechMs = undefined;
  }

  private leave(atMs: number): void {
    if (atMs - (this.lastSpeechMs ?? atMs) < 2 * windowMs) return;
    this.sinceMs = undefined;
    this.onsetLengthMs = 0;
  }
}
