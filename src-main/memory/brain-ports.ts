/** What the brain is made of: its stores, and what each of its rooms does. */
import type { Language } from '../domain/language.ts';
import type { Affect, GateVerdict, ProposedFact, Provenance, RecalledMemory } from '../domain/memory.ts';
import type { MemoryPreferences } from '../domain/settings.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { EpisodeRecord, EpisodicMemoryStore, StoredEpisode } from '../ports/episodic-memory-store.ts';
import type { KnowledgeStore } from '../ports/knowledge-store.ts';
import type { MemoryArrivals } from '../ports/memory-arrivals.ts';
import type { MemoryExplorerStore } from '../ports/memory-explorer-store.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { PerceptionStore } from '../ports/perception-store.ts';
import type { Night, SemanticMemoryStore } from '../ports/semantic-memory-store.ts';
import type { WordEraser } from '../ports/word-eraser.ts';
import type { RecallRequest } from './brain.ts';

export interface BrainPorts {
  readonly episodic: EpisodicMemoryStore;
  readonly semantic: SemanticMemoryStore;
  readonly perception: PerceptionStore;
  readonly conversations: Pick<MemoryStore, 'getMessage' | 'getConversation' | 'openBranch' | 'search'>;
  readonly eraser: WordEraser;
  readonly arrivals: MemoryArrivals;
  readonly explorer: MemoryExplorerStore;
  /** For what answers quoted from documents. */
  readonly knowledge?: Pick<KnowledgeStore, 'passage'>;
  /** The one in use at this moment: it may be another the next time. */
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly zone: () => string;
  readonly preferences: () => MemoryPreferences;
  readonly changePreferences: (preferences: MemoryPreferences) => Promise<void>;
  readonly isPrivate: () => boolean;
  readonly setPrivate: (on: boolean) => Promise<void>;
  /** Of a piece of a prompt; longer text never takes fewer. */
  readonly estimateTokens: (text: string) => number;
  /** How the person is called; may be empty. */
  readonly userName: () => string;
  /** Bytes that the database takes on disk. */
  readonly bytes: () => number;
  readonly rooms: BrainRooms;
}

/** Words on their way into memory. */
export interface HeardWords {
  readonly text: string;
  readonly language: Language;
  readonly provenance: Provenance;
  readonly atMs: number;
  readonly zone: string;
  /** What was said right before, oldest first: "oui, à Lyon" answers a question. */
  readonly context?: readonly string[];
  /** The skill that answered. */
  readonly intent?: string;
}

export interface BrainRooms {
  /** The write gate. */
  readonly judge: (words: HeardWords) => GateVerdict;
  /** The limbic system. */
  readonly affectOf: (text: string, language: Language) => Affect;
  /** Folded names of people, places and things. */
  readonly entitiesOf: (text: string, language: Language) => readonly string[];
  /** Plan, hippocampus and ranking: best first, none where the words need none. */
  readonly recall: (
    request: RecallRequest,
    signal: AbortSignal | undefined,
  ) => Promise<readonly RecalledMemory[]>;
  /** The mood moves with what was heard. */
  readonly feel: (words: HeardWords) => void;
  /** What the mood of the last minutes, and these words, ask of the tone; empty where they ask nothing. */
  readonly toneFor: (request: RecallRequest) => string;
  /** Facts that were told by order stand at once. */
  readonly learn: (facts: readonly ProposedFact[], said: EpisodeRecord) => Promise<void>;
  readonly consolidate: (signal: AbortSignal) => Promise<Night | undefined>;
  /** Reads ahead what makes the first questions quick, in short steps; throws AbortError once aborted. */
  readonly prepare: (signal: AbortSignal) => Promise<void>;
  /** Nothing that was read stays in memory: some of it is forgotten. */
  readonly letGo: () => void;
  /** 0 to 1, after the curve of forgetting. */
  readonly strengthOf: (episode: StoredEpisode, nowMs: number) => number;
}
