/** The catalogue as it is shown: what is installed, on its way, recommended for this machine, and in use. */
import { existsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { freeBytes } from '../adapters/catalogue/disk-space.ts';
import type { InstalledModels } from '../adapters/catalogue/installed-models.ts';
import type { ModelDownloads } from '../adapters/catalogue/model-downloads.ts';
import {
  assumedBytesPerSecond,
  type Catalogue,
  type CatalogueEntry,
  type CatalogueModel,
  type CatalogueSnapshot,
  isExactSize,
  isVerified,
  sizeOf,
  withNeeds,
} from '../domain/catalogue.ts';
import { reportError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { recommend } from '../domain/model-recommendation.ts';

export interface SnapshotSources {
  readonly catalogue: Catalogue;
  readonly installed: InstalledModels;
  readonly downloads: ModelDownloads;
  /** Damage that only a full check could find, by id. */
  readonly knownDamage: ReadonlyMap<string, readonly string[]>;
  readonly isInUse: (model: CatalogueModel) => boolean;
  readonly folder: string;
  readonly languages: readonly Language[];
  readonly language: Language;
  readonly hasLanguageModel: boolean;
}

export async function takeCatalogueSnapshot(sources: SnapshotSources): Promise<CatalogueSnapshot> {
  const { catalogue, downloads, languages, hasLanguageModel } = sources;
  const machine = {
    memoryBytes: memoryBytes(),
    cores: availableParallelism(),
    freeDiskBytes: await freeBytes(nearestExisting(sources.folder)),
    languages,
  };
  const damage = new Map<CatalogueModel, readonly string[] | undefined>();
  for (const model of catalogue.models) damage.set(model, await damageOf(model, sources));
  const isWhole = (model: CatalogueModel): boolean =>
    model.builtIn === true || damage.get(model)?.length === 0;
  // What is installed takes no more of the disk: it is chosen as if it were free.
  const installedBytes = sum(catalogue.models.filter(isWhole));
  const best = recommend(catalogue, {
    ...machine,
    freeDiskBytes: machine.freeDiskBytes + installedBytes,
    hasLanguageModel,
  });
  const missing = withNeeds(catalogue, best).filter(model => !isWhole(model));
  const downloadBytes = sum(missing);
  const speed = downloads.measuredSpeed;
  return {
    machine,
    models: catalogue.models.map(model => entryOf(model, damage.get(model), best.includes(model), sources)),
    ready: {
      ids: missing.map(({ id }) => id),
      downloadBytes,
      secondsLeft: downloadBytes / (speed ?? assumedBytesPerSecond),
      isSpeedMeasured: speed !== undefined,
    },
  };
}

async function damageOf(
  model: CatalogueModel,
  { installed, knownDamage }: SnapshotSources,
): Promise<readonly string[] | undefined> {
  const visible = await installed.visibleDamage(model);
  return visible && [...new Set([...visible, ...(knownDamage.get(model.id) ?? [])])];
}

function entryOf(
  model: CatalogueModel,
  damage: readonly string[] | undefined,
  isRecommended: boolean,
  { downloads, isInUse, language }: SnapshotSources,
): CatalogueEntry {
  const { id, name, purpose, engine, languages, licence, memoryMb, about } = model;
  const status = downloads.status(id);
  const settled = damage === undefined ? 'absent' : damage.length > 0 ? 'damaged' : 'installed';
  const state = model.builtIn ? 'built-in' : (status?.state ?? settled);
  const totalBytes = status?.totalBytes ?? sizeOf(model);
  return {
    ...{ id, name, purpose, engine, languages, licence, memoryMb, about, state, totalBytes },
    isExact: isExactSize(model),
    isVerified: isVerified(model),
    doneBytes: status?.doneBytes ?? (state === 'installed' ? totalBytes : 0),
    isRecommended,
    isInUse: model.builtIn === true || (settled !== 'absent' && isInUse(model)),
    damaged: damage ?? [],
    ...(status?.error && { error: reportError(status.error, language) }),
  };
}

/** The limit of a container counts. */
function memoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

const sum = (models: readonly CatalogueModel[]): number =>
  models.reduce((total, model) => total + sizeOf(model), 0);

const nearestExisting = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
