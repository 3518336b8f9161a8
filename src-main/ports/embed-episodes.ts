/** The vectors of an episode: one of the whole, and one of each sentence where it has several. */
import { sentencesOf } from '../domain/sentences.ts';
import type { Embedder } from './embedder.ts';
import type { EpisodeVectors, EpisodicMemoryStore } from './episodic-memory-store.ts';

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

/** Episodes of one step: each is stored whole, so that a new start goes on where the last one ended. */
const episodesOfStep = 32;

/**
 * Makes what `embedder` has not made yet, oldest first, then removes what other models made: until then these answer. May
 * be ended at any moment by `signal`, and begun again; what is added meanwhile is made by `embedder` already. `pace` is
 * awaited before each step. Returns how many episodes it made anew.
 */
export async function embedAnew(
  store: EpisodicMemoryStore,
  embedder: Embedder,
  {
    signal,
    pace = async () => undefined,
    keepsOthers = false,
  }: {
    readonly signal: AbortSignal;
    readonly pace?: () => Promise<void>;
    /** The one that was chosen is only away: what it made must be there when it comes back. */
    readonly keepsOthers?: boolean;
  },
): Promise<number> {
  // What is made from now on is quick to be found at once.
  await store.prepare(embedder.model);
  for (let made = 0; ; ) {
    await pace();
    signal.throwIfAborted();
    const waiting = await store.withoutVectors(embedder.model, episodesOfStep);
    if (waiting.length === 0) {
      for (const { model } of await store.models())
        if (model !== embedder.model && !keepsOthers) await store.removeModel(model);
      return made;
    }
    const vectors = await embedEpisodes(
      embedder,
      waiting.map(({ text }) => text),
      signal,
    );
    await store.setVectors(
      vectors.flatMap((own, at) => {
        const episode = waiting[at];
        return episode === undefined ? [] : [{ key: episode.key, vectors: own }];
      }),
    );
    made += waiting.length;
  }
}
