/** What the prefrontal cortex asks of memory: whether to look, for what, from when, and in how many searches. */
import type { Language } from '../../domain/language.ts';
import type { TimeInterval } from '../../domain/memory.ts';

/** What a plan is made from. Everything but the first four fields may be left out. */
export interface PlanRequest {
  /** The person's words; a part of them while they still speak. */
  readonly text: string;
  readonly language: Language;
  readonly nowMs: number;
  readonly zone: string;
  /** The intent of the built-in skill that answers (`timer.set`); absent or `none`: no skill does. */
  readonly intent?: string;
  /** Folded names that memory knows (people, places, things); the words may write them in any case. */
  readonly knownNames?: ReadonlySet<string>;
  /** Words that stand for "she", "there", "that list" in this conversation, as `resolve` found them. */
  readonly referents?: readonly string[];
  /** ISO date: gives "when I was 12" its years. */
  readonly birthDate?: string;
}

/**
 * Why a search is made.
 * `question`: the words as they were said. `content`: its content words alone. `part`: one sub-question of several.
 * `referent`: with the names that its pronouns stand for. `event`: the event that dates it ("when I was in Lyon").
 */
export type SearchKind = 'question' | 'content' | 'part' | 'referent' | 'event';

/** One search; scores of several are added with their weights, or their best ranks taken in turn. */
export interface PlannedSearch {
  readonly kind: SearchKind;
  /** For an embedder. */
  readonly text: string;
  /** For BM25: folded, without function words, each once, in the order they were said. */
  readonly words: readonly string[];
  /** 0 to 1; the whole question has 1. */
  readonly weight: number;
  /** Folded names that this search is about; memories said by or about others count less for it. */
  readonly names: readonly string[];
}

/** A stretch of time that the words name. */
export interface PlannedTime extends TimeInterval {
  /** The words that name it. */
  readonly text: string;
  /** It has no beginning of its own ("before Christmas"): `startMs` is far back. */
  readonly openStart?: boolean;
  /** "Recently", "the other day", "a few weeks ago": it may raise memories a little, and never shuts one out. */
  readonly vague?: boolean;
}

/** An event of the person's life that dates the question; facts tell when it was. */
export interface EventReference {
  /** The words of the event: "j'étais à Lyon", "my trip to Japan". */
  readonly text: string;
  /** How the question stands to it; `last`: the last time that it happened. */
  readonly relation: 'during' | 'before' | 'after' | 'since' | 'last' | 'first';
}

export interface RecallPlan {
  readonly language: Language;
  /** At least one; the whole question comes first. */
  readonly searches: readonly PlannedSearch[];
  /** Folded names of people and places in the words, in the order they were said, each once. */
  readonly names: readonly string[];
  /**
   * Folded: whose words are likely to hold the answer. Names in the question ("What did Caroline say?"), and `user`
   * where the person asks about themselves ("where did I live?").
   */
  readonly speakers: readonly string[];
  readonly time?: PlannedTime;
  readonly event?: EventReference;
  /** "When did …", "quand …": memories that name a date answer it. */
  readonly asksDate: boolean;
  /** "What are all …", "quels sont …", plurals: more than one memory is wanted. */
  readonly asksList: boolean;
  /** "Where did I live before?": facts that no longer hold are wanted too. */
  readonly asksPast: boolean;
  /** The words ask something; otherwise they tell something, and memories only give company to the answer. */
  readonly isQuestion: boolean;
}
