/** The episodes that a question is ranked over, with their places in their conversations. */
import type { EpisodeVectors, StoredEpisode } from '../../ports/episodic-memory-store.ts';
import type { Column } from './columns.ts';
import type { ReadEpisode } from './read-episode.ts';
import type { TermNumbers } from './term-numbers.ts';

/** What never changes of an episode, as far as recall needs it. */
export type RankedEpisode = Pick<
  StoredEpisode,
  'key' | 'id' | 'place' | 'speaker' | 'atMs' | 'text' | 'salience' | 'ordinal'
>;

export interface Candidate {
  readonly episode: RankedEpisode;
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
  /** What the candidates' terms stand for. */
  readonly numbers: TermNumbers;
}

const reach = 5;

/** `numbers`: those that the candidates were read with. */
export function candidateSet(all: readonly Candidate[], numbers: TermNumbers): CandidateSet {
  const known = new Map<string, number>();
  const conversations = new Int32Array(all.length);
  /** Of each conversation, by the ordinal. */
  const places: Map<number, number>[] = [];
  for (const [index, { episode }] of all.entries()) {
    const number = known.get(episode.place.conversationId) ?? known.size;
    known.set(episode.place.conversationId, number);
    conversations[index] = number;
    places[number] ??= new Map();
    places[number].set(episode.ordinal, index);
  }
  const around = new Int32Array(all.length * (2 * reach + 1));
  around.fill(-1);
  for (let index = 0; index < all.length; index += 1) {
    const own = places[conversations[index] as number] as ReadonlyMap<number, number>;
    const { ordinal } = (all[index] as Candidate).episode;
    const middle = index * (2 * reach + 1) + reach;
    around[middle] = index;
    // The later one of two tells both.
    for (let steps = 1; steps <= reach; steps += 1) {
      const later = own.get(ordinal + steps);
      if (later === undefined) continue;
      around[middle + steps] = later;
      around[later * (2 * reach + 1) + reach - steps] = index;
    }
  }
  return {
    all,
    at: (index, steps) => around[index * (2 * reach + 1) + steps + reach] as number,
    conversations,
    conversationCount: known.size,
    countsOf: countsIn(all, numbers),
    numbers,
  };
}

/** Each term is looked up once, though several features ask for it. */
function countsIn(all: readonly Candidate[], numbers: TermNumbers): CandidateSet['countsOf'] {
  const known = new Map<string, Column>();
  return term => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const counts = new Float64Array(all.length);
    const number = numbers.known(term);
    for (let index = 0; index < all.length && number >= 0; index += 1) {
      let count = 0;
      for (const each of (all[index] as Candidate).read.terms) if (each === number) count += 1;
      counts[index] = count;
    }
    known.set(term, counts);
    return counts;
  };
}
