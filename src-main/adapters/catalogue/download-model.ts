/** Brings all files of one model to the disk, several at once, and installs it as a whole. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CatalogueFile, type CatalogueModel, sizeOf } from '../../domain/catalogue.ts';
import { checkSpace } from './disk-space.ts';
import { type FetchOptions, fetchFile } from './fetch-file.ts';
import type { InstalledModels } from './installed-models.ts';

export interface DownloadLimits {
  readonly stallMs: number;
  readonly attempts: number;
  readonly backoffMs: number;
  /** Files of one model at a time. */
  readonly parallel: number;
}

export const usualLimits: DownloadLimits = { stallMs: 30_000, attempts: 5, backoffMs: 1000, parallel: 3 };

export interface DownloadOptions
  extends Pick<FetchOptions, 'signal' | 'clock' | 'env'>,
    Omit<DownloadLimits, 'parallel'> {
  readonly parallel: number;
  readonly staging: string;
  readonly installed: InstalledModels;
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
  readonly onChecking: () => void;
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** Throws what stopped it; what came stays in the staging folder for the next time. */
export async function downloadModel(model: CatalogueModel, options: DownloadOptions): Promise<void> {
  const { staging, installed, signal } = options;
  const wanted = await missingFiles(model, installed);
  const counts = new Map<string, { done: number; total: number }>();
  for (const file of wanted) counts.set(file.path, await startOf(file, staging));
  const tell = (): void => options.onProgress(total(counts, 'done'), total(counts, 'total'));
  const spaceFor = (bytes: number) => checkSpace(staging, bytes, model.name, options.freeBytes);
  await spaceFor(total(counts, 'total') - total(counts, 'done'));
  tell();
  // The first fault stops the other files: nothing goes on unseen.
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const queue = wanted.filter(({ path }) => counts.get(path)?.done !== wholeIn(counts, path));
  const work = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const { path } = file;
      await fetchFile(file, join(staging, path), {
        ...options,
        signal: either,
        onProgress: (done, size) => {
          counts.set(path, { done, total: size ?? Math.max(done, counts.get(path)?.total ?? 0) });
          tell();
        },
        checkSpace: () => spaceFor(0),
      });
    }
  };
  const workers = Array.from({ length: Math.min(options.parallel, queue.length) }, work);
  try {
    await Promise.all(workers);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(workers);
    throw error;
  }
  options.onChecking();
  signal.throwIfAborted();
  await installed.install(model, staging, options.clock.nowMs());
}

/** Of an installed model only what is damaged; of another everything. */
async function missingFiles(
  model: CatalogueModel,
  installed: InstalledModels,
): Promise<readonly CatalogueFile[]> {
  const records = await installed.records();
  if (!records.has(model.id)) return model.files;
  const damaged = new Set(await installed.damagedFiles(model));
  return model.files.filter(({ path }) => damaged.has(path));
}

/** What an earlier start left of a file. */
async function startOf(file: CatalogueFile, staging: string): Promise<{ done: number; total: number }> {
  const expected = file.bytes ?? file.aboutBytes ?? 0;
  const whole = await bytesAt(join(staging, file.path));
  if (whole !== undefined && (file.bytes === undefined || whole === file.bytes))
    return { done: whole, total: whole };
  const part = (await bytesAt(join(staging, `${file.path}.part`))) ?? 0;
  return { done: part, total: Math.max(expected, part + 1) };
}

/** How much of a model lies in its staging folder. */
export async function stagedBytes(model: CatalogueModel, staging: string): Promise<number> {
  const starts = await Promise.all(model.files.map(file => startOf(file, staging)));
  return Math.min(
    sizeOf(model),
    starts.reduce((sum, { done }) => sum + done, 0),
  );
}

/** Removes staging folders of models that nobody waits for. */
export async function removeStaging(root: string, keep: ReadonlySet<string>): Promise<void> {
  const names = await readdir(root).catch(() => []);
  for (const name of names.filter(one => !keep.has(one)))
    await rm(join(root, name), { recursive: true, force: true });
}

const wholeIn = (counts: ReadonlyMap<string, { readonly total: number }>, path: string): number | undefined =>
  counts.get(path)?.total;

const total = (
  counts: ReadonlyMap<string, { readonly done: number; readonly total: number }>,
  figure: 'done' | 'total',
): number => [...counts.values()].reduce((sum, count) => sum + count[figure], 0);

async function bytesAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}
