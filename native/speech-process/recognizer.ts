/** What every recogniser of the speech process does, whatever engine it is. */
import type { Language } from '../../src-main/domain/language.ts';

export interface SoundToRecognize {
  /** Mono, 16-bit. */
  readonly samples: Int16Array;
  readonly sampleRateHz: number;
  /** The speaker's own; none: whatever the engine hears. */
  readonly languages: readonly Language[];
  readonly hints: readonly string[];
}

export interface RecognizedSpeech {
  /** Empty for silence and noise. */
  readonly text: string;
  readonly language?: Language;
  /** That the words are right, 0 to 1; absent where the engine cannot tell. */
  readonly confidence?: number;
}

export interface SpeechRecognizer {
  /** Row of the engine table. */
  readonly engine: string;
  /**
   * Throws `speech.bad-audio`, `speech.engine-failed`, or the signal's AbortError at the next piece of at most 28 s.
   */
  transcribe(sound: SoundToRecognize, signal: AbortSignal): Promise<RecognizedSpeech>;
}
