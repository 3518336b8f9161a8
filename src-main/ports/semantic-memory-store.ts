/** Where facts, summaries and the record of each consolidation lie. Every method is one transaction; resolved means on disk. */
import type { FactChange } from '../domain/fact-change.ts';
import type { Language } from '../domain/language.ts';
import type { Fact, TimeInterval } from '../domain/memory.ts';

export type { FactChange } from '../domain/fact-change.ts';

/** What several episodes have in common, in a few sentences; `sourceEpisodeIds` are all that went into it. */
export interface Summary {
  readonly id: string;
  readonly about:
    | { readonly kind: 'day'; readonly date: string }
    | { readonly kind: 'person'; readonly name: string };
  readonly text: string;
  readonly language: Language;
  readonly madeAtMs: number;
  readonly interval: TimeInterval;
  readonly sourceEpisodeIds: readonly string[];
}

/** One consolidation: what it read and changed. */
export interface Night {
  readonly id: string;
  readonly atMs: number;
  readonly episodes: number;
  readonly changes: readonly NightChange[];
}

export interface NightChange {
  readonly id: string;
  readonly change: FactChange;
  readonly state: 'made' | 'accepted' | 'undone';
}

/** All that is given must hold. Names and words compare without case, accents and plural. */
export interface FactQuery {
  /** Words that all stand in the subject's name or in the value. */
  readonly about?: string;
  /** The subject's whole name. */
  readonly subject?: string;
  readonly subjectId?: string;
  readonly relation?: string;
  /** One of these. */
  readonly relations?: readonly string[];
  /** Only those whose value is a person or an animal. */
  readonly namesSomebody?: boolean;
  /** Said in one of these. */
  readonly episodeIds?: readonly string[];
  /** Also those that hold no longer. */
  readonly past?: boolean;
  readonly limit: number;
}

export interface NightPlan {
  readonly id: string;
  readonly atMs: number;
  readonly episodeIds: readonly string[];
  readonly changes: readonly FactChange[];
  /** Each takes the place of the summary of the same day or person. */
  readonly summaries: readonly Summary[];
  /** The `revision` that the changes were planned on. */
  readonly revision?: number;
}

export interface SemanticMemoryStore {
  /** Those said last come first. */
  facts(query: FactQuery): Promise<readonly Fact[]>;
  byId(id: string): Promise<Fact | undefined>;
  /** Another number after each change of facts or summaries. */
  revision(): number;
  /**
   * The changes, the summaries and the mark that these episodes are consolidated: all or nothing. A night may be committed
   * in several parts, under one id; a part whose episodes are all consolidated already, or a change that is made already,
   * adds nothing. Throws `memory.changed` where something changed since `revision`, or one of its episodes is gone.
   */
  commitNight(night: NightPlan): Promise<void>;
  night(id: string): Promise<Night | undefined>;
  /** Newest first; those that changed nothing are left out. */
  nights(limit: number): Promise<readonly Night[]>;
  /**
   * Takes one change back, or says that it is right (which makes an undone one again). What was before is restored
   * exactly, and later changes of the same fact stand, with one exception: without the change that made a fact known all
   * others of it go too, and so does the end of the fact whose place it took. Throws `input.not-found`.
   */
  judge(changeId: string, verdict: 'accepted' | 'undone'): Promise<NightChange>;
  /** Changes the person made by hand; their history is kept. Throws `input.not-found` for a fact that is not there. */
  change(changes: FactChange | readonly FactChange[], atMs: number): Promise<void>;
  /** What was not undone, oldest first; it makes the fact what it is. Throws `input.not-found`. */
  history(factId: string): Promise<readonly { readonly atMs: number; readonly change: FactChange }[]>;
  /** Those of a later time first. */
  summaries(query: {
    readonly name?: string;
    readonly interval?: TimeInterval;
    readonly episodeIds?: readonly string[];
    readonly limit: number;
  }): Promise<readonly Summary[]>;
  count(): Promise<{ readonly facts: number; readonly summaries: number }>;
  /** Brings exported memories back as they were; ids that are here already stay as they are. Returns how many came. */
  restore(records: {
    readonly facts: readonly {
      readonly fact: Fact;
      readonly history: readonly { readonly atMs: number; readonly change: FactChange }[];
    }[];
    readonly summaries: readonly Summary[];
  }): Promise<{ readonly facts: number; readonly summaries: number }>;
  /**
   * Deletes facts with their history, and summaries, words overwritten; the log is left to the caller to empty. A
   * fact whose place they took stays ended. Returns how many went.
   */
  erase(ids: {
    readonly facts: readonly string[];
    readonly summaries: readonly string[];
  }): Promise<{ readonly facts: number; readonly summaries: number }>;
}
