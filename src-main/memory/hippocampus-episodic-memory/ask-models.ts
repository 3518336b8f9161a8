/** One question to every model that made vectors: one of them as a rule, two while a change of the model is worked off. */
import type { Embedder } from '../../ports/embedder.ts';
import type { EpisodeKey, EpisodicMemoryStore } from '../../ports/episodic-memory-store.ts';
import type { MeaningSpace } from '../recall-ranking/meaning-spaces.ts';
import { embedOrNothing } from '../words-alone.ts';

/** What one model makes of the question. */
export interface Asked {
  readonly embedder: Embedder;
  readonly vector: Float32Array;
  readonly mean: Float32Array | undefined;
}

/** Of every model that made vectors and can answer now; the others are left out. */
export async function askAll(
  text: string,
  possible: readonly Embedder[],
  store: EpisodicMemoryStore,
  signal: AbortSignal | undefined,
): Promise<readonly Asked[]> {
  const kept = possible.length < 2 ? possible : await withVectors(possible, store);
  const asked = await Promise.all(
    kept.map(async one => {
      const [vector] = (await embedOrNothing(() => one.embed([text], signal))) ?? [];
      if (vector === undefined) return [];
      return [{ embedder: one, vector, mean: await store.meanVector(one.model) }];
    }),
  );
  return asked.flat();
}

async function withVectors(
  embedders: readonly Embedder[],
  store: EpisodicMemoryStore,
): Promise<readonly Embedder[]> {
  const models = new Set((await store.models()).map(({ model }) => model));
  const kept = embedders.filter(({ model }) => models.has(model));
  return kept.length > 0 ? kept : embedders.slice(0, 1);
}

export async function spaceOf(
  { embedder, vector, mean }: Asked,
  texts: readonly [content: string, focus: string],
  keys: readonly EpisodeKey[],
  store: EpisodicMemoryStore,
  signal: AbortSignal | undefined,
): Promise<MeaningSpace> {
  const [made, of] = await Promise.all([
    embedOrNothing(() => embedder.embed(texts, signal)),
    store.vectors(keys, embedder.model),
  ]);
  const [content = vector, focus = vector] = made ?? [];
  return { vectors: { whole: vector, content, focus }, of, ...(mean && { mean }) };
}

/** As many as one model alone would bring: the best of each take turns. */
export async function byAllMeanings(
  asked: readonly Asked[],
  store: EpisodicMemoryStore,
  limit: number,
  vectorOf: (asked: Asked) => Float32Array | undefined,
): Promise<readonly EpisodeKey[]> {
  const lists = await Promise.all(
    asked.map(async one => {
      const vector = vectorOf(one);
      if (vector === undefined) return [];
      return store.findByMeaning(vector, one.embedder.model, limit);
    }),
  );
  const keys = new Set<EpisodeKey>();
  for (let rank = 0; rank < limit; rank += 1)
    for (const list of lists) {
      const key = list[rank]?.key;
      if (key !== undefined) keys.add(key);
    }
  return [...keys].slice(0, limit);
}
