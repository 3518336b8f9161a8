/** Where episodes lie, with the indexes that find them again. Every method is one transaction; resolved means on disk. */
import type { Affect, Episode, EpisodePlace, TimeInterval } from '../domain/memory.ts';

/** Names an episode within its store: small, and never given twice. */
export type EpisodeKey = number;

/** `parts`: further vectors of the same episode, one a sentence; empty where it has one sentence only. */
export interface EpisodeVectors {
  readonly model: string;
  readonly whole: Float32Array;
  readonly parts: readonly Float32Array[];
}

/** An episode as recall needs it. */
export interface StoredEpisode {
  readonly key: EpisodeKey;
  readonly id: string;
  readonly place: EpisodePlace;
  readonly speaker: string;
  readonly atMs: number;
  readonly text: string;
  readonly affect: Affect;
  readonly salience: number;
  readonly entities: readonly string[];
  /** Counts the episodes of its conversation, in the order they were said. */
  readonly ordinal: number;
  /** How often it was recalled, and when last: what strengthens it. */
  readonly recalls: number;
  readonly lastRecalledMs?: number;
}

export interface Scored {
  readonly key: EpisodeKey;
  /** Greater is nearer: BM25, or a cosine. */
  readonly score: number;
}

/** What BM25 needs to know of the whole collection. */
export interface WordStatistics {
  readonly episodes: number;
  /** Mean length of an episode, in words. */
  readonly meanWords: number;
  /** In how many episodes each word stands. */
  readonly frequencies: ReadonlyMap<string, number>;
}

export interface EpisodicMemoryStore {
  /** The same id again changes nothing. A `whole` without numbers: its vectors are still to be made (`withoutVectors`). */
  add(episode: Episode, vectors: EpisodeVectors): Promise<EpisodeKey>;
  /** Many at once, as an import brings them; all or nothing. */
  addAll(
    episodes: readonly {
      readonly episode: Episode;
      readonly vectors: EpisodeVectors;
      /** Of a record that comes back: what it was before. */
      readonly recalls?: number;
      readonly lastRecalledMs?: number;
      readonly isConsolidated?: boolean;
      /** Hidden until `setArrived`. */
      readonly isArriving?: boolean;
    }[],
  ): Promise<void>;
  /** Best first. `words` are folded; the rarest count most, and words that stand nearly everywhere may be left out. */
  findByWords(words: readonly string[], limit: number): Promise<readonly Scored[]>;
  /** Makes questions by meaning quick, in short steps; until then, and after `rest`, they take long where much is kept. */
  prepare(model: string): Promise<void>;
  /** Lets go of what is in memory only to be quick; the next question takes longer. */
  rest(): void;
  /** Best first, by cosine. Vectors of other models are not looked at. */
  findByMeaning(vector: Float32Array, model: string, limit: number): Promise<readonly Scored[]>;
  /** Newest first, those that hold every one of these words, in whatever form; all there are, up to `limit`. */
  findByAllWords(words: readonly string[], limit: number): Promise<readonly EpisodeKey[]>;
  /** Those that felt most alike, best first, by cosine. */
  findByAffect(affect: Affect, limit: number): Promise<readonly Scored[]>;
  /** Newest first. */
  findByTime(interval: TimeInterval, limit: number): Promise<readonly EpisodeKey[]>;
  /** Those that name most of them first, then the newest. `names` are folded. */
  findByEntities(names: readonly string[], limit: number): Promise<readonly EpisodeKey[]>;
  /** Of the same conversations, up to `reach` before and behind each, without those that are asked for. */
  neighbours(keys: readonly EpisodeKey[], reach: number): Promise<readonly StoredEpisode[]>;
  /** The keys of the same, in the order of the keys. */
  neighbourKeys(keys: readonly EpisodeKey[], reach: number): Promise<readonly EpisodeKey[]>;
  /** Those that are there and not hidden, in their order: what `read` would find, without reading it. */
  shown(keys: readonly EpisodeKey[]): Promise<readonly EpisodeKey[]>;
  read(keys: readonly EpisodeKey[]): Promise<readonly StoredEpisode[]>;
  /** In the order of `keys`; `undefined` where that model made none yet. */
  vectors(keys: readonly EpisodeKey[], model: string): Promise<readonly (EpisodeVectors | undefined)[]>;
  /** The middle of all that this model made; undefined where it made nothing. */
  meanVector(model: string): Promise<Float32Array | undefined>;
  /** The models that made vectors, with how many episodes have one of theirs. */
  models(): Promise<
    readonly { readonly model: string; readonly dimensions: number; readonly episodes: number }[]
  >;
  /** Removes all that a model made that is no longer used. */
  removeModel(model: string): Promise<void>;
  statistics(words: readonly string[]): Promise<WordStatistics>;
  byId(id: string): Promise<StoredEpisode | undefined>;
  /** Not yet consolidated, in the order they were stored; hidden ones are left out. */
  unconsolidated(limit: number): Promise<readonly EpisodeRecord[]>;
  /** Counts a recall of each. */
  strengthen(keys: readonly EpisodeKey[], atMs: number): Promise<void>;
  /** Those that have no vector of this model yet, oldest first: the work that a change of model leaves. */
  withoutVectors(model: string, limit: number): Promise<readonly StoredEpisode[]>;
  setVectors(vectors: readonly { key: EpisodeKey; vectors: EpisodeVectors }[]): Promise<void>;
  count(): Promise<number>;
  /** How many `unconsolidated` has, up to `limit`, without reading them. */
  countUnconsolidated(limit: number): Promise<number>;
  /** Oldest key first, those behind `afterKey` (0: from the start); hidden ones too. */
  page(afterKey: EpisodeKey, limit: number): Promise<readonly EpisodeRecord[]>;
  /**
   * From now on no way of recall finds these, nor are they counted; they stay, and `false` brings them back. For a
   * conversation that was deleted and may be brought back, and for words that were edited.
   */
  setHidden(
    which: { readonly conversationId: string } | { readonly ids: readonly string[] },
    hidden: boolean,
  ): Promise<void>;
  /** What an import brought is there from now on. */
  setArrived(ids: readonly string[]): Promise<void>;
  /** Weak ones leave what recall looks through; everything else still finds them. `false` brings them back. */
  setCompressed(ids: readonly string[], compressed: boolean): Promise<void>;
  /** Removes them for good, with their words, vectors and links. Ids that are unknown are passed over. */
  remove(ids: readonly string[]): Promise<{ readonly episodes: number; readonly vectors: number }>;
}

/** An episode with all that belongs to it but its vectors. */
export interface EpisodeRecord {
  readonly key: EpisodeKey;
  readonly episode: Episode;
  readonly recalls: number;
  readonly lastRecalledMs?: number;
  readonly isConsolidated: boolean;
  readonly isHidden: boolean;
  /** Out of what recall looks through, because it is weak. */
  readonly isCompressed?: boolean;
}
