/** What the skills ask of the memory. */
import type { Language } from '../domain/language.ts';
import type { UsedMemory } from '../domain/memory.ts';

/** Something the person said, or a fact taken from it. */
export interface KnownThing {
  /** The sentence, as it was said. */
  readonly text: string;
  readonly atMs: number;
  /** It stands in a document of the person, and was never said. */
  readonly document?: { readonly name: string; readonly page?: number };
  /** Found as a fact about what was asked, and not by its words alone. */
  readonly isFact: boolean;
  /** Under an answer that tells it. */
  readonly used: UsedMemory;
}

/** The turn that asks; its words need not be on disk yet. */
export interface AskedAt {
  readonly conversationId: string;
  readonly turnId: string;
}

export interface Correction {
  readonly before: string;
  readonly after: string;
  /** The old value stays in the history. */
  apply(): Promise<void>;
}

export interface AskedMemory {
  /** Nothing is kept while it is on. */
  isPrivate(): boolean;
  /** Takes effect at the latest when the turn that asks for it is over. */
  setPrivate(on: boolean): Promise<void>;
  /** `refused`: it says what the assistant should do, or is about what the person excluded. */
  remember(fact: {
    readonly text: string;
    readonly language: Language;
    readonly messageId?: string;
  }): Promise<'remembered' | 'known' | 'refused'>;
  /** What is known about these words, best first; all that holds, newest first, when they are empty. */
  about(words: string): Promise<readonly KnownThing[]>;
  /**
   * The facts that answer a question by themselves, as sentences in its language; none where it asks for no fact, or where
   * what was said last may not be among them yet.
   */
  answers(question: string, language: Language): Promise<readonly KnownThing[]>;
  /** What held of the person and holds no longer, newest first; of one relation (`lives_in`), or of all. */
  before(relation?: string): Promise<readonly KnownThing[]>;
  /** Deletes all that is known about these words, or all there is when they are empty; returns what went. */
  forget(words: string): Promise<readonly string[]>;
  /** Deletes what the answer before told from memory; undefined where it told nothing. */
  forgetTold(asked: AskedAt): Promise<readonly string[] | undefined>;
  /** What the answer before was given with; undefined without such an answer. */
  why(asked: AskedAt): Promise<readonly KnownThing[] | undefined>;
  /** What would be corrected: something that the answer before told. Undefined where that is not clear. */
  correction(change: {
    readonly value: string;
    readonly wrong?: string;
    readonly asked: AskedAt;
  }): Promise<Correction | undefined>;
}
