/** What the window knows of the person's documents. */
import type { ErrorReport, KnowledgeList, KnowledgeStatus, PassageView } from './contract-types.ts';

export interface KnowledgeView {
  /** Absent until they were asked for. */
  readonly list?: KnowledgeList;
  /** Newer than the list's own. */
  readonly status?: KnowledgeStatus;
  /** A passage in its document; `view` is absent until it has come. */
  readonly passage?: { readonly id: string; readonly view?: PassageView };
  /** Names of the files that are on their way in. */
  readonly uploading: readonly string[];
  /** Why the last order could not be done. */
  readonly error?: ErrorReport;
}

export const emptyKnowledgeView: KnowledgeView = { uploading: [] };
