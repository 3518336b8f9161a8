/** What the skills ask of the person's documents. */
import type { Language } from '../domain/language.ts';
import type { UsedMemory } from '../domain/memory.ts';

/** Words of a document, with their place. */
export interface QuotedDocument {
  readonly text: string;
  readonly documentName: string;
  readonly page?: number;
  readonly heading?: string;
  /** Under an answer that quotes it. */
  readonly used: UsedMemory;
}

export interface AskedKnowledge {
  /** A language model reads the passages itself, and says more than a quotation does. */
  isModelThere(): boolean;
  /** The passages that answer, best first; undefined where there are no documents at all. */
  quote(question: string, language: Language): Promise<readonly QuotedDocument[] | undefined>;
}
