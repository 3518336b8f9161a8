/** The door to the person's documents: what was given, what was read of it, and what it says. */

import type {
  CitedPassage,
  FoundPassage,
  KnowledgeCounts,
  KnowledgeDocument,
  KnowledgeSource,
} from '../../domain/knowledge.ts';
import type { Language } from '../../domain/language.ts';
import type { UsedMemory } from '../../domain/memory.ts';

export interface KnowledgeStatus extends KnowledgeCounts {
  readonly isPaused: boolean;
  /** A file or folder is to be looked at: there may be more to read. */
  readonly isLooking: boolean;
  /** The name of the file that is being read. */
  readonly reading?: string;
}

/** A passage among those before and behind it. */
export interface PassageView {
  readonly passage: CitedPassage;
  readonly before: readonly CitedPassage[];
  readonly after: readonly CitedPassage[];
}

export interface KnowledgeQuestion {
  readonly text: string;
  readonly language: Language;
  /** Of all that goes behind the words of the turn. */
  readonly budgetTokens: number;
}

/** Passages as a prompt quotes them. */
export interface KnowledgeReminder {
  readonly block: string;
  readonly tokens: number;
  readonly used: readonly UsedMemory[];
}

export interface Knowledge {
  /** A file or a folder, read and watched from now on. Throws `knowledge.no-such-path`. */
  add(path: string): Promise<KnowledgeSource>;
  /** A file's content; read when it resolves. Throws `knowledge.*` when it cannot be. */
  addContent(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<KnowledgeDocument>;
  /** What was given, by its id or that of its only document; nothing of it is left. Throws `input.not-found`. */
  remove(id: string): Promise<void>;
  sources(): Promise<readonly KnowledgeSource[]>;
  documents(query: {
    readonly limit: number;
    readonly after?: string;
  }): Promise<readonly KnowledgeDocument[]>;
  status(): Promise<KnowledgeStatus>;
  /** Best first. */
  find(query: {
    readonly text: string;
    readonly language: Language;
    readonly limit: number;
  }): Promise<readonly FoundPassage[]>;
  /** Throws `input.not-found`. */
  passage(id: string): Promise<PassageView>;
  /** Shows the document in the program that the system has for it. Throws `input.not-found`. */
  openFile(documentId: string): Promise<void>;
  /** Until `resume` or the next start. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}
