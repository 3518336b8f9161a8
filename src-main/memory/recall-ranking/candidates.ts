/** The episodes that a question is ranked over, with their places in their conversations. */
import type { EpisodeVectors, StoredEpisode } from '../../ports/episodic-memory-store.ts';
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
  for (const [index, { episode }] of all.entries()) {
    for (let steps = -reach; steps <= reach; steps += 1) {
      const place = (conversations[index] as number) * stride + episode.ordinal + steps;
      around[index * (2 * reach + 1) + steps + reach] = places.get(place) ?? -1;
    }
  }
  return {
    all,
    at: (index, steps) => around[index * (2 * reach + 1) + steps + reach] as number,
    conversations,
    conversationCount: numbers.size,
  };
}
