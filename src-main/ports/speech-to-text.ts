/** Speech to words. */
import type { Language } from '../domain/language.ts';

export interface Transcript {
  /** As written by the engine; empty for silence and noise. */
  readonly text: string;
  readonly language?: Language;
  /** That the words are right, 0 to 1; absent where the engine cannot tell. */
  readonly confidence?: number;
}

export interface SpeechToText {
  readonly engine: string;
  /**
   * `samples`: mono signed 16-bit at `sampleRateHz` (8,000 to 192,000), any length; `language` absent: detected.
   * Throws JarvisError `speech.*`; an aborted signal rejects with AbortError.
   */
  transcribe(
    sound: { samples: Int16Array; sampleRateHz: number; language?: Language },
    signal: AbortSignal,
  ): Promise<Transcript>;
}
