/** What an answer was given with: which memories, and how near each was. It holds no words, so that what is forgotten is gone. */

/** What each kind of nearness added to a score; they sum up to it. */
export interface ScoreParts {
  readonly words: number;
  readonly meaning: number;
  readonly time: number;
  readonly association: number;
  readonly affect: number;
}

export interface UsedMemory {
  /** Of the episode, fact or summary. */
  readonly id: string;
  readonly kind: 'episode' | 'fact' | 'summary';
  readonly score: number;
  readonly parts: ScoreParts;
}
