/** Recognises models of the catalogue in a folder or on a stick by names, sizes and digests, and copies them in. */
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Catalogue, type CatalogueFile, type CatalogueModel, sizeOf } from '../../domain/catalogue.ts';
import { JarvisError } from '../../domain/errors.ts';
import { checkFile } from './digests.ts';
import { checkSpace, diskFault } from './disk-space.ts';
import type { InstalledModels } from './installed-models.ts';

export interface ImportOptions {
  readonly installed: InstalledModels;
  readonly staging: string;
  readonly nowMs: () => number;
}

export interface FoundModels {
  readonly complete: readonly {
    readonly model: CatalogueModel;
    readonly sources: ReadonlyMap<string, string>;
  }[];
  /** Recognised by some of their files, with the paths that are missing or wrong. */
  readonly incomplete: readonly { readonly model: CatalogueModel; readonly missing: readonly string[] }[];
}

interface FileOnDisk {
  readonly path: string;
  readonly bytes: number;
}

const deepest = 6;
const mostFiles = 20_000;

/** Looks at names and sizes first: digests are computed only of what may be a file of the catalogue. */
export async function findModels(folder: string, catalogue: Catalogue): Promise<FoundModels> {
  const files = await listFiles(folder);
  const complete: { model: CatalogueModel; sources: Map<string, string> }[] = [];
  const incomplete: { model: CatalogueModel; missing: string[] }[] = [];
  for (const model of catalogue.models.filter(one => !one.builtIn)) {
    const sources = await sourcesOf(model, files);
    const missing = model.files.map(({ path }) => path).filter(path => !sources.has(path));
    if (missing.length === 0) complete.push({ model, sources });
    else if (isRecognised(model, sources)) incomplete.push({ model, missing });
  }
  return { complete, incomplete };
}

/** Copies and installs one model that was found whole; its files are checked again where they now lie. */
export async function importModel(
  model: CatalogueModel,
  sources: ReadonlyMap<string, string>,
  { installed, staging, nowMs }: ImportOptions,
): Promise<void> {
  try {
    await rm(staging, { recursive: true, force: true });
    await checkSpace(staging, sizeOf(model), model.name);
    for (const file of model.files) {
      const target = join(staging, file.path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      // A file system that can shares the bytes in place of copying them.
      await copyFile(sources.get(file.path) ?? '', target, constants.COPYFILE_FICLONE);
      await checkFile(target, file);
    }
    await installed.install(model, staging, nowMs());
  } catch (error) {
    throw diskFault(error, staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function sourcesOf(model: CatalogueModel, files: readonly FileOnDisk[]): Promise<Map<string, string>> {
  const sources = new Map<string, string>();
  for (const file of model.files) {
    const found = await firstFitting(file, model, files, sources);
    if (found !== undefined) sources.set(file.path, found);
  }
  return sources;
}

async function firstFitting(
  file: CatalogueFile,
  model: CatalogueModel,
  files: readonly FileOnDisk[],
  found: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const beside = new Set([...found.values()].map(dirname));
  const candidates = files
    .filter(
      ({ path, bytes }) => hasName(path, file.path) && (file.bytes === undefined || bytes === file.bytes),
    )
    .sort((a, b) => Number(beside.has(dirname(b.path))) - Number(beside.has(dirname(a.path))));
  const hasDigest = file.sha256 !== undefined || file.md5 !== undefined;
  for (const { path } of candidates) {
    // Many models have a tokens.txt: without a digest only the one beside its sisters, or in its own folder, counts.
    const isPlaced = beside.has(dirname(path)) || dirname(path).split(/[/\\]/).includes(model.id);
    if (!hasDigest && !isPlaced && !isTelling(file.path)) continue;
    if (await isWhole(path, file)) return path;
  }
  return undefined;
}

/** A name that no other model's file is likely to have. */
const isTelling = (path: string): boolean => basename(path).length > 14;

const hasName = (onDisk: string, wanted: string): boolean => {
  const normal = onDisk.replaceAll('\\', '/').toLowerCase();
  return normal.endsWith(`/${wanted.toLowerCase()}`) || basename(normal) === basename(wanted).toLowerCase();
};

/** A file of a size, name and digest of its own was found; a list of tokens alone is none. */
const isRecognised = (model: CatalogueModel, sources: ReadonlyMap<string, string>): boolean =>
  model.files.some(file => sources.has(file.path) && (file.bytes ?? 0) > 1_000_000);

async function isWhole(path: string, file: CatalogueFile): Promise<boolean> {
  try {
    await checkFile(path, file);
    return true;
  } catch (error) {
    if (error instanceof JarvisError) return false;
    throw error;
  }
}

/** Throws `input.not-found` and `input.file-unreadable`. */
async function listFiles(folder: string): Promise<readonly FileOnDisk[]> {
  const found: FileOnDisk[] = [];
  const visit = async (path: string, depth: number): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length >= mostFiles || entry.name.startsWith('.')) continue;
      const place = join(path, entry.name);
      if (entry.isDirectory() && depth < deepest) await visit(place, depth + 1);
      else if (entry.isFile()) found.push({ path: place, bytes: (await stat(place)).size });
    }
  };
  try {
    await visit(folder, 0);
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isAbsent
      ? new JarvisError('input.not-found', { what: folder }, error)
      : new JarvisError('input.file-unreadable', { path: folder }, error);
  }
  return found;
}
