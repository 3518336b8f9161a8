/** Where facts, summaries and the record of each consolidation lie. Every method is one transaction; resolved means on disk. */
import type { Language } from '../domain/language.ts';
import type { Fact, TimeInterval } from '../domain/memory.ts';

/** One change that a consolidation, or the person, made; it can be undone by itself. */
export type FactChange =
  | { readonly kind: 'learned'; readonly fact: Fact }
  | { readonly kind: 'strengthened'; readonly factId: string; readonly episodeId: string }
  /** The fact holds no longer: `by` took its place. */
  | { readonly kind: 'ended'; readonly factId: string; readonly validTo: string; readonly by?: string }
  | { readonly kind: 'edited'; readonly factId: string; readonly before: Fact; readonly after: Fact };

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

export interface SemanticMemoryStore {
  /** Those that hold (or held, with `past`) and name this subject or value; all of them without `about`. */
  facts(query: {
    readonly about?: string;
    readonly relation?: string;
    readonly past?: boolean;
    readonly limit: number;
  }): Promise<readonly Fact[]>;
  byId(id: string): Promise<Fact | undefined>;
  /** The changes, the summaries and the mark that these episodes are consolidated: all or nothing. */
  commitNight(night: {
    readonly id: string;
    readonly atMs: number;
    readonly episodeIds: readonly string[];
    readonly changes: readonly FactChange[];
    readonly summaries: readonly Summary[];
  }): Promise<Night>;
  nights(limit: number): Promise<readonly Night[]>;
  /** Takes one change back, or says that it is right. */
  judge(changeId: string, verdict: 'accepted' | 'undone'): Promise<NightChange>;
  /** A change the person made by hand; its history is kept. */
  change(change: FactChange, atMs: number): Promise<void>;
  history(factId: string): Promise<readonly { readonly atMs: number; readonly change: FactChange }[]>;
  summaries(query: {
    readonly name?: string;
    readonly interval?: TimeInterval;
    readonly limit: number;
  }): Promise<readonly Summary[]>;
  count(): Promise<{ readonly facts: number; readonly summaries: number }>;
}
