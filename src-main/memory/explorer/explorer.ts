/** The memory as a person looks through it by hand: counts, days, pages, the web of what is known, and what is the same. */
import type { EpisodePlace } from '../../domain/memory.ts';
import type { EpisodeOrigin } from '../../ports/memory-explorer-store.ts';
import type { Night } from '../../ports/semantic-memory-store.ts';
import type { Theme } from './themes.ts';

export interface MemoryOverview {
  readonly memories: number;
  /** Those of whom most is kept first. */
  readonly people: readonly { readonly name: string; readonly count: number }[];
  readonly themes: readonly { readonly theme: Theme; readonly count: number }[];
  readonly origins: Readonly<Record<EpisodeOrigin, number>>;
  readonly states: { readonly holds: number; readonly past: number; readonly fading: number };
  /** Changes of the last consolidation that nobody has judged. */
  readonly unjudged: number;
}

export interface MemoryDays {
  /** Local, of the profile's zone. */
  readonly today: string;
  /** Those on which something was said, oldest first, a year back. */
  readonly days: readonly { readonly date: string; readonly count: number }[];
}

export type MemoryState = 'holds' | 'past' | 'fading';

/** All that is given must hold. */
export interface BrowseQuery {
  readonly person?: string;
  readonly theme?: Theme;
  readonly origin?: EpisodeOrigin;
  readonly state?: MemoryState;
  /** Local, of the profile's zone. */
  readonly date?: string;
  /** Nothing that was said, only what is known. */
  readonly only?: 'facts';
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface BrowsedMemory {
  readonly id: string;
  readonly kind: 'episode' | 'fact';
  readonly text: string;
  readonly speaker: string;
  readonly atMs: number;
  /** It holds no longer. */
  readonly isOver: boolean;
  readonly place?: EpisodePlace;
}

export interface BrowsedPage {
  /** Of all pages. */
  readonly total: number;
  readonly memories: readonly BrowsedMemory[];
  /** Absent on the last page. */
  readonly next?: string;
  /** Of the day that is asked for, where there is one. */
  readonly summary?: { readonly id: string; readonly text: string };
}

export type GraphNodeKind = 'person' | 'place' | 'fact';

export interface MemoryGraph {
  /** The id of the node in the middle. */
  readonly centre: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: GraphNodeKind;
    /** `user`, or as it was said. */
    readonly name: string;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly relation: string;
    readonly factId: string;
    readonly isOver: boolean;
  }[];
  /** Facts that have no room in it. */
  readonly left: number;
}

/** Two facts, by id, or two names, that are the same. */
export type MergeOrder =
  | { readonly kind: 'facts'; readonly keep: string; readonly gone: string }
  | { readonly kind: 'names'; readonly keep: string; readonly gone: string };

export interface MemoryExplorer {
  overview(): Promise<MemoryOverview>;
  /** `name`: only of them. */
  days(name?: string): Promise<MemoryDays>;
  browse(query: BrowseQuery): Promise<BrowsedPage>;
  /** `about`: `user`, or a name. */
  graph(about: string): Promise<MemoryGraph>;
  /** Both histories stay; each change can be undone as those of a night. Throws `input.not-found`, `memory.same`. */
  merge(order: MergeOrder): Promise<Night>;
}
