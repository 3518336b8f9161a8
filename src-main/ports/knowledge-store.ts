/** The index of the person's documents: what was given, what was read of it, and its passages by words and by meaning. */
import type {
  CitedPassage,
  KnowledgeCounts,
  KnowledgeDocument,
  KnowledgeSource,
  Passage,
} from '../domain/knowledge.ts';

/** A file as it lies on the disk. */
export interface SeenFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** A document that is to be read. */
export interface WaitingDocument extends SeenFile {
  readonly id: string;
  /** Of what its passages were made of; absent where there are none. */
  readonly sha256?: Uint8Array;
}

export interface EmbeddedPassage {
  readonly passage: Passage;
  /** Of the passage under its headings, then of its sentences. */
  readonly vectors: readonly Float32Array[];
}

export interface ScoredPassage {
  readonly key: number;
  readonly score: number;
}

/** Passages that came in are not found before all of them are there: then they take the place of the earlier ones. */
export interface ArrivingDocument {
  /** Some passages more, in one transaction; few, so that nobody waits for them. */
  add(passages: readonly EmbeddedPassage[], model: string): Promise<void>;
  /** In one transaction: from here on they are found, and those of before are not. */
  complete(read: {
    readonly sha256: Uint8Array;
    readonly title?: string;
    readonly pages?: number;
    readonly atMs: number;
  }): Promise<void>;
}

export interface KnowledgeStore {
  /** The same path again gives the source that is there. */
  addSource(source: KnowledgeSource): Promise<KnowledgeSource>;
  sources(): Promise<readonly KnowledgeSource[]>;
  /** With its documents and their passages, which no longer are found once it resolves. Unknown: `input.not-found`. */
  removeSource(id: string): Promise<void>;
  /**
   * What a source holds now: new and changed files wait to be read, those that are gone go, in short steps. Files of the
   * same size and time are left alone. Returns whether anything changed.
   */
  setFiles(sourceId: string, files: readonly SeenFile[]): Promise<boolean>;
  /** A document without a path, waiting. */
  addUploaded(sourceId: string, file: { readonly name: string; readonly bytes: number }): Promise<string>;
  /** In the order of their paths. */
  documents(query: {
    readonly limit: number;
    readonly after?: string;
  }): Promise<readonly KnowledgeDocument[]>;
  document(id: string): Promise<KnowledgeDocument | undefined>;
  counts(): Promise<KnowledgeCounts>;
  /** Oldest first. Undefined where none waits; uploaded ones are left out. */
  nextWaiting(): Promise<WaitingDocument | undefined>;
  arrive(documentId: string): ArrivingDocument;
  /** Its content is what was read before. */
  unchanged(documentId: string): Promise<void>;
  /** Its passages go. */
  failed(documentId: string, code: string): Promise<void>;
  /** Those whose passages another model made wait to be read again. Returns how many. */
  keepModel(model: string): Promise<number>;
  /** Passages that no document has any more, a killed program's too, go in short steps; nothing of them is left. */
  settle(): Promise<void>;
  /** Best first, by BM25. */
  byWords(terms: readonly string[], limit: number): Promise<readonly ScoredPassage[]>;
  /** Best first, by the cosine of the nearest of their vectors. */
  byMeaning(model: string, vector: Float32Array, limit: number): Promise<readonly ScoredPassage[]>;
  /** Makes ready what `byMeaning` needs, in short steps. */
  prepare(model: string): Promise<void>;
  /** In the order asked; those that are gone are missing. */
  passages(keys: readonly number[]): Promise<readonly (CitedPassage & { readonly key: number })[]>;
  passage(id: string): Promise<CitedPassage | undefined>;
  /** Of one document, by their place. */
  around(documentId: string, fromOrdinal: number, toOrdinal: number): Promise<readonly CitedPassage[]>;
  /** How many passages there are, and how many hold each term: for its rarity. */
  frequencies(
    terms: readonly string[],
  ): Promise<{ readonly passages: number; readonly holding: ReadonlyMap<string, number> }>;
}
