/** What the window knows of the memory. */

import type {
  BrowsedMemory,
  EmbedderStatus,
  ErrorReport,
  Explanation,
  Fact,
  ForgetPreview,
  ForgetReceipt,
  MemoryImported,
  MemoryStatistics,
  Night,
  RecalledMemory,
  Recollection,
} from './contract-types.ts';
import { type ExplorerView, emptyExplorerView } from './memory-explorer-view.ts';

export interface MemorySearch {
  readonly query: string;
  readonly state: 'idle' | 'searching' | 'done' | 'failed';
  readonly memories: readonly RecalledMemory[];
  /** What is known of whom or what the words name. */
  readonly facts: readonly BrowsedMemory[];
}

/** An order to forget, from its preview to its receipt. */
export type Forgetting =
  | { readonly state: 'looking'; readonly about: string }
  | { readonly state: 'shown' | 'forgetting'; readonly about: string; readonly preview: ForgetPreview }
  | { readonly state: 'done'; readonly about: string; readonly receipt: ForgetReceipt };

export interface MemoryView {
  readonly isPrivate: boolean;
  readonly search: MemorySearch;
  /** Absent until they were asked for; so with the others. */
  /** `values`: what was, or is, known of the same in its place. */
  readonly why?: {
    readonly id: string;
    readonly explanation?: Explanation;
    readonly values?: readonly Fact[];
  };
  readonly explorer: ExplorerView;
  /** Two were just made one, in so many changes. */
  readonly merged?: { readonly changes: number };
  readonly forgetting?: Forgetting;
  readonly nights?: readonly Night[];
  readonly isConsolidating: boolean;
  /** The last consolidation found nothing to do. */
  readonly nothingNew: boolean;
  readonly statistics?: MemoryStatistics;
  /** The model that makes meanings. */
  readonly embedder?: EmbedderStatus;
  /** Newest first. */
  readonly receipts?: readonly ForgetReceipt[];
  /** Topics that are neither kept nor recalled. */
  readonly topics?: readonly string[];
  /** The file that is on its way in. */
  readonly importing?: { readonly id: string; readonly name: string; readonly records: number };
  readonly imported?: MemoryImported;
  readonly isExporting: boolean;
  /** Why the last order could not be done. */
  readonly error?: ErrorReport;
  /** What answers were given with, by the id of their message. */
  readonly recalled: ReadonlyMap<string, Recollection>;
}

export const emptyMemoryView: MemoryView = {
  isPrivate: false,
  search: { query: '', state: 'idle', memories: [], facts: [] },
  explorer: emptyExplorerView,
  isConsolidating: false,
  nothingNew: false,
  isExporting: false,
  recalled: new Map(),
};
