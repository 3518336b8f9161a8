/** What the window knows of the models that can be downloaded. */
import type { Catalogue, CatalogueProgress, ErrorReport } from './contract-types.ts';

export interface CatalogueView {
  /** Absent until it was asked for. */
  readonly picture?: Catalogue;
  /** Of what is on its way, by id. */
  readonly progress: ReadonlyMap<string, CatalogueProgress>;
  /** Why the last order could not be done. */
  readonly error?: ErrorReport;
  /** Models that were brought in from a folder, or were checked and found whole. */
  readonly done?: {
    readonly kind: 'imported' | 'verified';
    readonly names: readonly string[];
    readonly missing: readonly string[];
  };
  /** An import or a check reads gigabytes. */
  readonly isReading: boolean;
}

export const emptyCatalogueView: CatalogueView = { progress: new Map(), isReading: false };
