/** Audio files of any usual format, as sound that can be recognised. */

/** A file of this machine, or the bytes of one that lies elsewhere. */
export type AudioFileSource =
  | { readonly path: string }
  | { readonly bytes: AsyncIterable<Uint8Array>; readonly totalBytes?: number };

export interface AudioFileSound {
  /** Mono at 16 kHz. */
  readonly samples: Int16Array;
  /** How much of the file is behind us, 0 to 1. */
  readonly share: number;
}

export interface AudioFile {
  /** Such as `MP3`, for people. */
  readonly format: string;
  /** As the file says; absent where it does not. */
  readonly durationMs?: number;
  /**
   * The sound, some seconds at a time, decoded as it is taken. Throws JarvisError `speech.bad-audio-file`,
   * `speech.audio-file-too-long`, and after its last sound `speech.audio-file-cut` for a file without its end; an aborted
   * signal rejects with its reason.
   */
  sound(signal: AbortSignal): AsyncIterable<AudioFileSound>;
  close(): Promise<void>;
}

export interface AudioFiles {
  /**
   * Throws JarvisError `speech.not-audio`, `speech.empty-audio-file`, `speech.bad-audio-file`,
   * `speech.audio-file-too-long`, `speech.audio-file-too-large`, `input.file-unreadable`.
   */
  open(source: AudioFileSource, signal: AbortSignal): Promise<AudioFile>;
}
