/** What each room of the brain does for the brain. */
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { EpisodeRecord, EpisodicMemoryStore } from '../ports/episodic-memory-store.ts';
import type { SemanticMemoryStore } from '../ports/semantic-memory-store.ts';
import type { BrainRooms } from './brain-ports.ts';
import { consolidate } from './consolidation/consolidate.ts';
import { appraise } from './limbic-affect/appraise.ts';

export interface RoomPorts {
  readonly episodic: EpisodicMemoryStore;
  readonly semantic: SemanticMemoryStore;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly zone: () => string;
}

export function openRooms(ports: RoomPorts): BrainRooms {
  const { episodic: episodes, semantic: facts, clock } = ports;
  return {
    judge: () => ({ store: true, why: 'personal', facts: [] }),
    affectOf: appraise,
    entitiesOf: () => [],
    recall: async request => {
      const [v] = await ports.embedder.embed([request.text]);
      const found = v === undefined ? [] : await episodes.findByMeaning(v, ports.embedder.model, 10);
      const read = await episodes.read(found.map(({ key }) => key));
      return read.map(({ id, text, speaker, atMs, place }) => ({
        ...{ id, text, speaker, atMs, place, score: 1, kind: 'episode' as const },
        parts: { words: 0, meaning: 1, time: 0, association: 0, affect: 0 },
      }));
    },
    toneFor: () => undefined,
    learn: async (proposed, said) => {
      if (proposed.length === 0) return;
      await consolidate({
        episodes: { ...episodes, unconsolidated: once(said) },
        facts,
        clock,
        extract: () => proposed,
        signal: new AbortController().signal,
      });
    },
    consolidate: signal => consolidate({ episodes, facts, clock, extract: () => [], signal }),
    strengthOf: () => 1,
  };
}

/** A night of this one episode alone. */
function once(said: EpisodeRecord): EpisodicMemoryStore['unconsolidated'] {
  let left: readonly EpisodeRecord[] = [said];
  return async () => {
    const now = left;
    left = [];
    return now;
  };
}
