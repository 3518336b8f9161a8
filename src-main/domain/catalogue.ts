/** Models that can be downloaded: what each is for, its files, and what the person is told about it. */
import type { ErrorReport } from './errors.ts';
import type { Bilingual, Language } from './language.ts';

/** `voice-data`: what several voices share; it comes along with the first of them. */
export type ModelPurpose =
  | 'recognition'
  | 'partial-text'
  | 'voice'
  | 'voice-data'
  | 'wake-word'
  | 'voice-activity'
  | 'end-of-turn'
  | 'language'
  | 'embedding';

export interface CatalogueFile {
  /** Inside the model's folder, with `/`. */
  readonly path: string;
  /** Tried in their order. */
  readonly addresses: readonly string[];
  /** Absent: not known; what the first download has is kept as this machine's own figure. */
  readonly bytes?: number;
  /** An estimate for the total, where `bytes` is not known. */
  readonly aboutBytes?: number;
  readonly sha256?: string;
  /** Only where no better digest is published. */
  readonly md5?: string;
}

export interface CatalogueModel {
  readonly id: string;
  readonly name: string;
  readonly purpose: ModelPurpose;
  /** The row of the engine table in the speech process, or `llama`. */
  readonly engine: string;
  readonly languages: readonly Language[];
  readonly licence: string;
  /** What it takes while it runs, the engine included. */
  readonly memoryMb: number;
  /** With fewer it is too slow for a conversation. */
  readonly minimumCores?: number;
  /** Ids of models that have to be there too. */
  readonly needs?: readonly string[];
  /** `piper`: files of the Piper project, which the engine reads only with tokens.txt and metadata. */
  readonly prepare?: 'piper';
  /** Comes with the program. */
  readonly builtIn?: boolean;
  /** One line on its quality. */
  readonly about: Bilingual;
  readonly files: readonly CatalogueFile[];
}

/** In order of preference within a purpose. */
export interface Catalogue {
  readonly models: readonly CatalogueModel[];
}

/** `damaged`: installed, but files are missing or changed. `checking`: its digests are being computed. */
export type CatalogueState =
  | 'absent'
  | 'waiting'
  | 'downloading'
  | 'checking'
  | 'paused'
  | 'failed'
  | 'installed'
  | 'damaged'
  | 'built-in';

/** A model of the catalogue as the windows and the command line show it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly purpose: ModelPurpose;
  readonly engine: string;
  readonly languages: readonly Language[];
  readonly licence: string;
  readonly memoryMb: number;
  readonly about: Bilingual;
  readonly state: CatalogueState;
  /** Of all its files; an estimate unless `isExact`. */
  readonly totalBytes: number;
  readonly isExact: boolean;
  /** Every file has a published digest. */
  readonly isVerified: boolean;
  readonly doneBytes: number;
  readonly isRecommended: boolean;
  /** Speaks, listens or answers now. */
  readonly isInUse: boolean;
  /** Paths of its damaged files. */
  readonly damaged: readonly string[];
  readonly error?: ErrorReport;
}

export interface CatalogueSnapshot {
  readonly models: readonly CatalogueEntry[];
  /** What "get ready" would still bring, shared data included. */
  readonly ready: {
    readonly ids: readonly string[];
    readonly downloadBytes: number;
    /** At the speed measured last, else at `assumedBytesPerSecond`. */
    readonly secondsLeft: number;
    readonly isSpeedMeasured: boolean;
  };
  readonly machine: {
    readonly memoryBytes: number;
    readonly cores: number;
    readonly freeDiskBytes: number;
    readonly languages: readonly Language[];
  };
}

/** 20 Mbit/s: a slow line at home. */
export const assumedBytesPerSecond = 2_500_000;

export const sizeOf = (model: CatalogueModel): number =>
  model.files.reduce((sum, file) => sum + (file.bytes ?? file.aboutBytes ?? 0), 0);

export const isExactSize = (model: CatalogueModel): boolean =>
  model.files.every(file => file.bytes !== undefined);

export const isVerified = (model: CatalogueModel): boolean =>
  model.files.every(file => file.sha256 !== undefined || file.md5 !== undefined);

/** The models and all that they need, each once, what is needed first. */
export function withNeeds(
  catalogue: Catalogue,
  models: readonly CatalogueModel[],
): readonly CatalogueModel[] {
  const found = new Set<CatalogueModel>();
  const add = (model: CatalogueModel): void => {
    if (found.has(model)) return;
    for (const id of model.needs ?? []) {
      const needed = catalogue.models.find(one => one.id === id);
      if (needed) add(needed);
    }
    found.add(model);
  };
  for (const model of models) add(model);
  return [...found];
}
