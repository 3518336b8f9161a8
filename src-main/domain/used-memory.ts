/** What an answer was given with: which memories, and how near each was. It holds no words, so that what is forgotten is gone. */

/** What each kind of nearness added to a score; they sum up to it. */
export interface ScoreParts {
  readonly words: number;
  readonly meaning: number;
  readonly time: number;
  readonly association: number;
  readonly affect: number;
}

/** `passage`: of one of the person's documents; it is quoted with memories, and never is one of them. */
export const memoryKinds = ['episode', 'fact', 'summary', 'passage'] as const;
export type MemoryKind = (typeof memoryKinds)[number];

export interface UsedMemory {
  /** Of the episode, fact, summary or passage. */
  readonly id: string;
  readonly kind: MemoryKind;
  readonly score: number;
  readonly parts: ScoreParts;
}
