/** Memory without meanings, while the model of meanings cannot be read: words, times and names find what they can. */
import { JarvisError } from '../domain/errors.ts';
import type { Embedder } from '../ports/embedder.ts';

/** For questions: what cannot be embedded is as near to everything as to nothing. */
export const orWordsAlone = (embedder: Embedder): Embedder => ({
  ...embedder,
  embed: async (texts, signal) =>
    (await embedOrNothing(() => embedder.embed(texts, signal))) ??
    texts.map(() => new Float32Array(embedder.dimensions)),
});

/** For what is stored, which is embedded once that is possible: undefined where it is not. */
export async function embedOrNothing<T>(embed: () => Promise<T>): Promise<T | undefined> {
  try {
    return await embed();
  } catch (error) {
    // The embedder's own fault, which the health checks name; what was aborted stays aborted.
    if (error instanceof JarvisError && error.stage === 'model') return undefined;
    throw error;
  }
}
