/** What a person looks through by hand: how much was said when and how, page by page, and which answers used a memory. */
import type { TimeInterval } from '../domain/memory.ts';
import type { StoredEpisode } from './episodic-memory-store.ts';

export type EpisodeOrigin = 'spoken' | 'written' | 'elsewhere';

/** All that is given must hold. Hidden episodes are nowhere. */
export interface EpisodeFilter {
  readonly interval?: TimeInterval;
  /** Folded: a person, a place or a thing that it names. */
  readonly name?: string;
  /** `elsewhere`: brought in from a file. */
  readonly origin?: EpisodeOrigin;
  /** Only weak ones, which left what recall looks through. */
  readonly isFading?: boolean;
}

/** The place behind the last one of a page. */
export interface EpisodeCursor {
  readonly atMs: number;
  readonly key: number;
}

export interface MemoryUse {
  readonly memoryId: string;
  readonly messageId: string;
  readonly atMs: number;
}

export interface MemoryExplorerStore {
  /** How many were said from each of these moments to the next one. `name`: folded; only those that name it. */
  countBetween(momentsMs: readonly number[], name?: string): Promise<readonly number[]>;
  /** Newest first. */
  page(filter: EpisodeFilter, limit: number, after?: EpisodeCursor): Promise<readonly StoredEpisode[]>;
  count(filter: EpisodeFilter): Promise<number>;
  /** By folded name, how many episodes hold it. */
  countByName(names: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Of those that are kept, by id: whether they are hidden. */
  hidden(ids: readonly string[]): Promise<ReadonlyMap<string, boolean>>;
  /** Of all episodes, by how they came, and how many of them are weak. */
  countByOrigin(): Promise<Readonly<Record<EpisodeOrigin | 'fading', number>>>;
  /** How many facts have each relation, now and in the past. `today`: local ISO; what ended by then is past. */
  countByRelation(
    today: string,
  ): Promise<readonly { readonly relation: string; readonly holds: number; readonly past: number }[]>;
  /** Facts in whose subject or value all words of a name stand. */
  countFactsAbout(name: string): Promise<number>;
  /** An answer was given with these; an answer that is not kept is passed over. */
  addUses(memoryIds: readonly string[], messageId: string): Promise<void>;
  /** Of any of these, newest first. They go with the memory and with the answer. */
  uses(memoryIds: readonly string[], limit: number): Promise<readonly MemoryUse[]>;
}
