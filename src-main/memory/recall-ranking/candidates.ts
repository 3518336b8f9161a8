/** The episodes that a question is ranked over, with their places in their conversations. */
import type { EpisodeVectors, StoredEpisode } from '../../ports/episodic-memory-store.ts';
import type { Column } from './columns.ts';
import type { ReadEpisode } from './read-episode.ts';

export interface Candidate {
  readonly episode: StoredEpisode;
  readonly read: ReadEpisode;
  readonly vectors?: EpisodeVectors;
}

export interface CandidateSet {
  readonly all: readonly Candidate[];
  /** The candidate said `steps` later (earlier, below zero) in the same conversation; −1 where it is no candidate. */
  readonly at: (index: number, steps: number) => number;
  /** Number of the conversation of each. */
  readonly conversations: Int32Array;
  readonly conversationCount: number;
  /** How often each says a term. */
  readonly countsOf: (term: string) => Column;
}

const reach = 5;

export function candidateSet(all: readonly Candidate[]): CandidateSet {
  const numbers = new Map<string, number>();
  const conversations = new Int32Array(all.length);
  const places = new Map<number, number>();
  /** Ordinals of a conversation stay far below this. */
  const stride = 2 ** 32;
  for (const [index, { episode }] of all.entries()) {
    const number = numbers.get(episode.place.conversationId) ?? numbers.size;
    numbers.set(episode.place.conversationId, number);
    conversations[index] = number;
    places.set(number * stride + episode.ordinal, index);
  }
  const around = new Int32Array(all.length * (2 * reach + 1));
  around.fill(-1);
  for (let index = 0; index < all.length; index += 1) {
    const own = (conversations[index] as number) * stride + (all[index] as Candidate).episode.ordinal;
    const middle = index * (2 * reach + 1) + reach;
    around[middle] = index;
    // The later one of two tells both.
    for (let steps = 1; steps <= reach; steps += 1) {
      const later = places.get(own + steps);
      if (later === undefined) continue;
      around[middle + steps] = later;
      around[later * (2 * reach + 1) + reach - steps] = index;
    }
  }
  return {
    all,
    at: (index, steps) => around[index * (2 * reach + 1) + steps + reach] as number,
    conversations,
    conversationCount: numbers.size,
    countsOf: countsIn(all),
  };
}

/** Each term is looked up once, though several features ask for it. */
function countsIn(all: readonly Candidate[]): CandidateSet['countsOf'] {
  const known = new Map<string, Column>();
  return term => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const counts = new Float64Array(all.length);
    for (let index = 0; index < all.length; index += 1)
      counts[index] = (all[index] as Candidate).read.counts.get(term) ?? 0;
    known.set(term, counts);
    return counts;
  };
}
