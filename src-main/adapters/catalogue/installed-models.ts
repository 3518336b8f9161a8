/** What of the catalogue is installed: a record for each model, written last, with the digests its files had then. */
import { access, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import type { CatalogueModel } from '../../domain/catalogue.ts';
import { JarvisError } from '../../domain/errors.ts';
import { syncFolder, writeFileAtomically } from '../files/write-file-atomically.ts';
import { digestOf } from './digests.ts';
import { diskFault } from './disk-space.ts';
import { preparePiper } from './prepare-piper.ts';

const record = z.object({
  id: z.string(),
  installedAtMs: z.number(),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type InstalledRecord = z.output<typeof record>;

export interface ModelPlaces {
  /** Folder of the records. */
  readonly records: string;
  /** Where this model's files belong; shared with other models for language models. */
  folderOf(model: CatalogueModel): string;
}

export class InstalledModels {
  private readonly places: ModelPlaces;
  private known: Map<string, InstalledRecord> | undefined;

  constructor(places: ModelPlaces) {
    this.places = places;
  }

  folderOf(model: CatalogueModel): string {
    return this.places.folderOf(model);
  }

  /** By id. A record that cannot be read counts as none: the model is then installed anew. */
  async records(): Promise<ReadonlyMap<string, InstalledRecord>> {
    this.known ??= await readRecords(this.places.records);
    return this.known;
  }

  /** Paths that are missing or have another size; quick. Undefined: not installed. */
  async visibleDamage(model: CatalogueModel): Promise<readonly string[] | undefined> {
    return this.damage(model, async (path, { bytes }) => (await stat(path)).size === bytes);
  }

  /** Paths whose bytes are not those that were installed; reads everything. Throws `model.not-installed`. */
  async damagedFiles(model: CatalogueModel, signal?: AbortSignal): Promise<readonly string[]> {
    const found = await this.damage(
      model,
      async (path, { sha256 }) => (await digestOf(path, 'sha256', signal)) === sha256,
    );
    if (found === undefined) throw new JarvisError('model.not-installed', { model: model.id });
    return found;
  }

  /**
   * Takes the checked files in `staging` over, prepared for their engine. Files that are not there stay as installed:
   * so a damaged one is replaced alone.
   */
  async install(model: CatalogueModel, staging: string, nowMs: number): Promise<void> {
    const folder = this.folderOf(model);
    try {
      await prepare(model, staging, folder);
      const fresh = await filesIn(staging);
      const before = (await this.records()).get(model.id)?.files ?? [];
      const files = [
        ...before.filter(({ path }) => !fresh.includes(path)),
        ...(await Promise.all(fresh.map(path => describe(model, staging, path)))),
      ];
      for (const path of fresh) await moveInto(join(staging, path), join(folder, path));
      await rm(staging, { recursive: true, force: true });
      this.write({ id: model.id, installedAtMs: nowMs, files });
    } catch (error) {
      throw diskFault(error, folder);
    }
  }

  /** Throws `model.not-installed`. */
  async remove(model: CatalogueModel): Promise<void> {
    const found = (await this.records()).get(model.id);
    if (found === undefined) throw new JarvisError('model.not-installed', { model: model.id });
    const folder = this.folderOf(model);
    // The record goes first: half a model never counts as one.
    await rm(this.recordPath(model.id), { force: true });
    this.known?.delete(model.id);
    if (model.purpose === 'language') {
      for (const { path } of found.files) await rm(join(folder, path), { force: true });
    } else {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async damage(
    model: CatalogueModel,
    isWhole: (path: string, file: InstalledRecord['files'][number]) => Promise<boolean>,
  ): Promise<readonly string[] | undefined> {
    const files = (await this.records()).get(model.id)?.files;
    if (files === undefined) return undefined;
    const damaged: string[] = [];
    for (const file of files) {
      const path = join(this.folderOf(model), file.path);
      if (!(await exists(path)) || !(await isWhole(path, file))) damaged.push(file.path);
    }
    return damaged;
  }

  private write(entry: InstalledRecord): void {
    writeFileAtomically(this.recordPath(entry.id), `${JSON.stringify(entry, null, 2)}\n`);
    this.known?.set(entry.id, entry);
  }

  private recordPath(id: string): string {
    return join(this.places.records, `${id}.json`);
  }
}

async function prepare(model: CatalogueModel, staging: string, folder: string): Promise<void> {
  if (model.prepare !== 'piper') return;
  for (const { path } of model.files.filter(file => file.path.endsWith('.onnx.json'))) {
    const network = path.slice(0, -'.json'.length);
    const config = (await exists(join(staging, path))) ? join(staging, path) : join(folder, path);
    const fresh = (await exists(join(staging, network))) ? join(staging, network) : undefined;
    await preparePiper(staging, config, fresh);
  }
}

/** The digest that was just checked, or one that this machine notes for itself. */
async function describe(model: CatalogueModel, staging: string, path: string) {
  const place = join(staging, path);
  const published = model.files.find(file => file.path === path)?.sha256;
  const isAsPublished = published !== undefined && model.prepare === undefined;
  const sha256 = isAsPublished ? published : await digestOf(place, 'sha256');
  return { path, bytes: (await stat(place)).size, sha256 };
}

/** Paths with `/`, of whole files only. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter(entry => entry.isFile() && !/\.part(\.json)?$/.test(entry.name))
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

async function moveInto(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  syncFolder(dirname(to));
}

async function readRecords(folder: string): Promise<Map<string, InstalledRecord>> {
  const found = new Map<string, InstalledRecord>();
  if (!(await exists(folder))) return found;
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue;
    const parsed = record.safeParse(await readJson(join(folder, name)));
    if (parsed.success) found.set(parsed.data.id, parsed.data);
  }
  return found;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
