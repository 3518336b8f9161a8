/** What each room of the brain does for the brain. */
import type { Language } from '../domain/language.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { EpisodeRecord, EpisodicMemoryStore } from '../ports/episodic-memory-store.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { SemanticMemoryStore } from '../ports/semantic-memory-store.ts';
import type { BrainRooms } from './brain-ports.ts';
import { type ConsolidationParts, consolidate } from './consolidation/consolidate.ts';
import type { ConsolidationModel } from './consolidation/model-consolidation.ts';
import { strengthOf } from './forgetting/strength.ts';
import { appraise } from './limbic-affect/appraise.ts';
import { namesIn } from './prefrontal-working-memory/names.ts';
import { planRecall } from './prefrontal-working-memory/plan-recall.ts';
import { wordsOf } from './prefrontal-working-memory/words.ts';
import { judge } from './write-gate/judge.ts';

export interface RoomPorts {
  readonly episodic: EpisodicMemoryStore;
  readonly semantic: SemanticMemoryStore;
  readonly conversations: Pick<MemoryStore, 'openBranch'>;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly zone: () => string;
  /** Undefined: none can be asked now, and rules alone find facts. */
  readonly model: () => ConsolidationModel | undefined;
}

export function openRooms(ports: RoomPorts): BrainRooms {
  const { episodic: episodes, clock } = ports;
  const night: Omit<ConsolidationParts, 'extract' | 'signal'> = { episodes, facts: ports.semantic, clock };
  return {
    judge: ({ atMs, ...words }) => judge({ ...words, nowMs: atMs }),
    affectOf: appraise,
    entitiesOf,
    recall: async request => {
      const { text, language, nowMs, zone } = request;
      const plan = planRecall({ text, language, nowMs, zone });
      if (plan === undefined && request.purpose !== 'search') return [];
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
        ...night,
        episodes: { ...episodes, unconsolidated: once(said) },
        extract: () => proposed,
        signal: new AbortController().signal,
      });
    },
    consolidate: signal => {
      const model = ports.model();
      return consolidate({
        ...night,
        signal,
        extract: ({ text, language, provenance, atMs: nowMs }, before) =>
          judge({
            ...{ text, language, provenance, nowMs, zone: ports.zone() },
            context: before.map(earlier => earlier.text),
          }).facts,
        ...(model && { model }),
      });
    },
    strengthOf,
  };
}

/** Folded names of people and places. */
const entitiesOf = (text: string, language: Language): readonly string[] => [
  ...new Set(namesIn(wordsOf(text), language).map(({ folded }) => folded)),
];

/** A night of this one episode alone. */
function once(said: EpisodeRecord): EpisodicMemoryStore['unconsolidated'] {
  let left: readonly EpisodeRecord[] = [said];
  return async () => {
    const now = left;
    left = [];
    return now;
  };
}
