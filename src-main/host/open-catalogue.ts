/** Reads the catalogue and opens what is installed and what was ordered; loaded only once somebody asks for models. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InstalledModels } from '../adapters/catalogue/installed-models.ts';
import { ModelDownloads, type ModelDownloadsOptions } from '../adapters/catalogue/model-downloads.ts';
import { readCatalogue } from '../adapters/catalogue/read-catalogue.ts';
import type { Catalogue, CatalogueModel } from '../domain/catalogue.ts';
import { JarvisError } from '../domain/errors.ts';
import type { DataFolder } from './data-folder.ts';

export interface OpenCatalogue {
  readonly catalogue: Catalogue;
  readonly installed: InstalledModels;
  readonly downloads: ModelDownloads;
}

/** `JARVIS_CATALOGUE`: a file in place of the catalogue that comes with the program. */
export async function openCatalogue(
  options: Pick<ModelDownloadsOptions, 'clock' | 'env' | 'onChanged' | 'onProgress' | 'onInstalled'> & {
    readonly folder: DataFolder;
    /** Goes on with what was ordered before the program ended. */
    readonly resumes: boolean;
  },
): Promise<OpenCatalogue> {
  const { folder, env } = options;
  const catalogue = await (env.JARVIS_CATALOGUE ? ownCatalogue(env.JARVIS_CATALOGUE) : shippedCatalogue());
  const installed = new InstalledModels({
    records: join(folder.models, 'installed'),
    folderOf: model => folderOf(model, folder),
  });
  const downloads = new ModelDownloads({
    ...options,
    ...{ catalogue, installed, staging: downloadsFolder(folder) },
  });
  await downloads.restore(options.resumes);
  return { catalogue, installed, downloads };
}

export const downloadsFolder = (folder: DataFolder): string => join(folder.models, 'downloads');

function folderOf(model: CatalogueModel, folder: DataFolder): string {
  if (model.purpose === 'language') return folder.languageModels;
  if (model.purpose === 'embedding') return join(folder.embeddingModels, model.id);
  return join(folder.speechModels, model.id);
}

async function shippedCatalogue(): Promise<Catalogue> {
  const { default: value } = await import('../../models/catalogue.json', { with: { type: 'json' } });
  return readCatalogue(value, 'catalogue.json');
}

async function ownCatalogue(path: string): Promise<Catalogue> {
  try {
    return readCatalogue(JSON.parse(await readFile(path, 'utf8')), path);
  } catch (error) {
    if (error instanceof JarvisError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new JarvisError('model.catalogue-invalid', { file: path, detail }, error);
  }
}
