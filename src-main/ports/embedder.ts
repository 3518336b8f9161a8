/** Turns text into a vector whose direction stands for its meaning. */
export interface Embedder {
  /** Names the model and its version: vectors of two embedders are never compared. */
  readonly model: string;
  readonly dimensions: number;
  /**
   * One vector of length 1 (or all zeros, where the text has no words) for each text, in order; `dimensions` numbers.
   * Throws JarvisError, or AbortError once `signal` is aborted.
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
}
