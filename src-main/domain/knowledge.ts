/** The words of knowledge: the person's documents, read in blocks and kept in passages. Times are UTC milliseconds, ids are UUIDv7. */

/** What a reader makes of a document, in its order. */
export interface DocumentBlock {
  readonly kind: 'heading' | 'paragraph' | 'list' | 'table';
  /** Rows and items are lines of their own. */
  readonly text: string;
  /** Of a heading, 1 to 6. */
  readonly level?: number;
  /** From 1, where the format has pages. */
  readonly page?: number;
}

/** A piece of a document that can be cited. */
export interface Passage {
  readonly text: string;
  /** UTF-16 range in the document's text: its blocks with an empty line between each two. */
  readonly start: number;
  readonly end: number;
  readonly page?: number;
  /** The headings that it stands under, outermost first. */
  readonly headings: readonly string[];
}

/** `waiting`: to be read, for the first time or again. */
export const documentStates = ['waiting', 'indexed', 'failed'] as const;
export type DocumentState = (typeof documentStates)[number];

/** `uploaded`: came without a path; only its text is kept. */
export const sourceKinds = ['file', 'folder', 'uploaded'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What the person gave: a file, a folder with all that is in it, or a file's content. */
export interface KnowledgeSource {
  readonly id: string;
  readonly kind: SourceKind;
  /** Of an uploaded one its name. */
  readonly path: string;
  readonly addedAtMs: number;
}

export interface KnowledgeDocument {
  readonly id: string;
  readonly sourceId: string;
  /** The file's name. */
  readonly name: string;
  /** Absent where only its content came. */
  readonly path?: string;
  readonly state: DocumentState;
  /** Why it failed. */
  readonly code?: string;
  readonly bytes: number;
  readonly title?: string;
  readonly pages?: number;
  /** How many of them are found. */
  readonly passages: number;
  readonly indexedAtMs?: number;
}

/** A passage with the document that it stands in. */
export interface CitedPassage extends Passage {
  readonly id: string;
  readonly documentId: string;
  readonly documentName: string;
  readonly documentTitle?: string;
  readonly path?: string;
  readonly indexedAtMs: number;
  /** From 0, within its document. */
  readonly ordinal: number;
}

/** `words`, `meaning`: what each kind of nearness gives to the score, which is 0 to 1. */
export interface FoundPassage extends CitedPassage {
  readonly score: number;
  readonly words: number;
  readonly meaning: number;
}

export interface KnowledgeCounts {
  readonly waiting: number;
  readonly indexed: number;
  readonly failed: number;
  readonly passages: number;
}
