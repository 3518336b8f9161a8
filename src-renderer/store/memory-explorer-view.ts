/** What the window shows of the memory while somebody looks through it by hand. */
import type {
  BrowsedMemory,
  MemoryDays,
  MemoryGraph,
  MemoryOverview,
  MemoryTheme,
} from './contract-types.ts';

/** One of them at a time; none of them: everything. */
export type MemoryFilter =
  | { readonly person: string }
  | { readonly theme: MemoryTheme }
  | { readonly origin: keyof MemoryOverview['origins'] }
  | { readonly state: keyof MemoryOverview['states'] }
  | { readonly date: string };

export interface MemoryPages {
  readonly state: 'loading' | 'done' | 'failed';
  readonly total: number;
  /** As far as it was read. */
  readonly memories: readonly BrowsedMemory[];
  /** Where the next page begins; absent where all is here. */
  readonly next?: string;
  readonly summary?: { readonly id: string; readonly text: string };
}

export interface ExplorerView {
  readonly overview?: MemoryOverview;
  readonly days?: MemoryDays;
  readonly filter?: MemoryFilter;
  readonly pages: MemoryPages;
  /** Whom the graph is drawn around: `user`, or a name. */
  readonly centre: string;
  readonly graph?: MemoryGraph;
}

export const noPages: MemoryPages = { state: 'loading', total: 0, memories: [] };
export const emptyExplorerView: ExplorerView = { pages: noPages, centre: 'user' };
