/** Episodes as they were read for questions before, and the newest ahead of any: a question reads only what is new to it. */
import type { EpisodeKey, EpisodicMemoryStore, StoredEpisode } from '../../ports/episodic-memory-store.ts';
import type { RankedEpisode } from '../recall-ranking/candidates.ts';
import { type ReadEpisode, readEpisode } from '../recall-ranking/read-episode.ts';
import { TermNumbers } from '../recall-ranking/term-numbers.ts';
import { RecentlyUsed } from './recently-used.ts';

export interface KnownEpisode {
  readonly episode: RankedEpisode;
  readonly read: ReadEpisode;
}

/** Some 1.5 kB each. */
export const knownAtMost = 20_000;

export class KnownEpisodes {
  /** What the terms of all that was read stand for. */
  readonly terms = new TermNumbers();
  readonly #store: Pick<EpisodicMemoryStore, 'read'>;
  readonly #kept = new RecentlyUsed<EpisodeKey, KnownEpisode>(knownAtMost);

  constructor(store: Pick<EpisodicMemoryStore, 'read'>) {
    this.#store = store;
  }

  /** In the order of `keys`, without those that are gone. What is hidden by now may be among them. */
  async of(keys: readonly EpisodeKey[]): Promise<readonly KnownEpisode[]> {
    const found = new Map(keys.map(key => [key, this.#kept.get(key)]));
    const unknown = keys.filter(key => found.get(key) === undefined);
    for (const episode of unknown.length === 0 ? [] : await this.#store.read(unknown))
      found.set(episode.key, this.#add(episode));
    return keys.flatMap(key => found.get(key) ?? []);
  }

  #add({ key, id, place, speaker, atMs, text, salience, ordinal }: StoredEpisode): KnownEpisode {
    const made = {
      episode: { key, id, place, speaker, atMs, text, salience, ordinal },
      read: readEpisode(text, this.terms),
    };
    this.#kept.set(key, made);
    return made;
  }
}
