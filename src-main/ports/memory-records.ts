/** Memories on their way out of a profile and in again. Vectors are left out: they are made anew from the words. */
import type { Episode, Fact, GateReason, Provenance } from '../domain/memory.ts';
import type { FactChange, Summary } from './semantic-memory-store.ts';

/** A memory of Jarvis with all that belongs to it, to come back as it was. */
export type MemoryRecord =
  | {
      readonly kind: 'episode';
      readonly episode: Episode;
      readonly recalls: number;
      readonly lastRecalledMs?: number;
      readonly isConsolidated: boolean;
    }
  | {
      readonly kind: 'fact';
      readonly fact: Fact;
      readonly history: readonly { readonly atMs: number; readonly change: FactChange }[];
    }
  | { readonly kind: 'summary'; readonly summary: Summary };

/** Words that another program kept: they become a memory only if the write gate says so. */
export interface ImportedUtterance {
  readonly kind: 'utterance';
  readonly text: string;
  readonly atMs: number;
  /** `user` only where that program says that the user said it. */
  readonly provenance: Provenance;
  /** The same for all that was said in one conversation there. */
  readonly conversationId: string;
}

export type ImportedMemory = MemoryRecord | ImportedUtterance;

export interface MemoryImportCounts {
  readonly episodes: number;
  readonly facts: number;
  readonly summaries: number;
  /** Were here already, by their ids or their words, and stayed as they are. */
  readonly known: number;
  /** What the gate kept out, and why. */
  readonly refused: Readonly<Partial<Record<GateReason, number>>>;
}

export interface MemoryImportOptions {
  readonly signal?: AbortSignal;
  /** How many records are in by now. */
  readonly progress?: (records: number) => void;
}
