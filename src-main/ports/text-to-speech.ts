/** Words to speech. */
import type { SpeechChunk } from '../domain/audio.ts';
import type { Language } from '../domain/language.ts';

export interface SpeakRequest {
  /** Words only (no Markdown), one sentence or a few. */
  readonly text: string;
  readonly language: Language;
  /** 0.5 to 2.0. */
  readonly rate: number;
}

export interface TextToSpeech {
  /** `espeak-ng`, `piper` or `kokoro`, whichever speaks this language now. */
  engineFor(language: Language): string;
  /** Yields sound as it is made. Throws JarvisError `speech.*`; after an abort nothing more is yielded. */
  speak(request: SpeakRequest, signal: AbortSignal): AsyncIterable<SpeechChunk>;
}
