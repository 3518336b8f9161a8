/** The vectors of an episode: one of the whole, and one of each sentence where it has several. */
import { sentencesOf } from '../domain/sentences.ts';
import type { Embedder } from './embedder.ts';
import type { EpisodeVectors } from './episodic-memory-store.ts';

/** In the order of `texts`, in one call to the embedder. Throws as `Embedder.embed` does. */
export async function embedEpisodes(
  embedder: Embedder,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<readonly EpisodeVectors[]> {
  const parts = texts.map(sentencesOf);
  const vectors = await embedder.embed([...texts, ...parts.flat()], signal);
  let from = texts.length;
  return texts.map((_, index) => {
    const count = parts[index]?.length ?? 0;
    const own = vectors.slice(from, from + count);
    from += count;
    return {
      model: embedder.model,
      whole: vectors[index] ?? new Float32Array(embedder.dimensions),
      parts: own,
    };
  });
}
