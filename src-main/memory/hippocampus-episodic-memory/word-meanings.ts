/** Vectors of single words, made once each and kept: they tell which words mean nearly the same. */
import type { Embedder } from '../../ports/embedder.ts';
import type { WordVectors } from '../recall-ranking/meaning-features.ts';

/** About 25 MB of vectors of 128 numbers, where a memory holds so many words. */
const mostWords = 40_000;

export class WordMeanings {
  readonly #embedder: Embedder | undefined;
  readonly #vectors = new Map<string, Float32Array>();

  constructor(embedder: Embedder | undefined) {
    this.#embedder = embedder;
  }

  clear(): void {
    this.#vectors.clear();
  }

  /** Throws AbortError once `signal` is aborted. */
  async of(words: readonly string[], signal?: AbortSignal): Promise<WordVectors> {
    if (this.#embedder === undefined) return () => undefined;
    if (this.#vectors.size > mostWords) this.#vectors.clear();
    const unknown = [...new Set(words)].filter(word => !this.#vectors.has(word));
    if (unknown.length > 0) {
      const made = await this.#embedder.embed(unknown, signal);
      for (const [index, vector] of made.entries()) this.#vectors.set(unknown[index] as string, vector);
    }
    return word => this.#vectors.get(word);
  }
}
