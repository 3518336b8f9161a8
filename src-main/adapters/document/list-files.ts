/** Lists the documents in a folder, without holding anybody up and without leaving it. */
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { JarvisError } from '../../domain/errors.ts';
import type { SourceKind } from '../../domain/knowledge.ts';
import type { SeenFile } from '../../ports/knowledge-store.ts';

/** In a folder only these are documents; a file that is given by its name is tried whatever it is called. */
const readable = new Set(
  '.txt .text .log .csv .tsv .rst .org .tex .md .markdown .mdx .html .htm .xhtml .pdf .docx .docm .eml'.split(
    ' ',
  ),
);
/** Made by programs, for programs. */
const skippedFolders = new Set(['node_modules', '__pycache__', 'lost+found', '$RECYCLE.BIN']);
const mostFiles = 100_000;
const mostFolders = 20_000;

export interface Listing {
  readonly files: readonly SeenFile[];
  /** To be watched, the first is the source itself or what it lies in. */
  readonly folders: readonly string[];
}

/** Throws `knowledge.no-such-path` for what is neither a file nor a folder. */
export async function kindOfPath(path: string): Promise<Exclude<SourceKind, 'uploaded'>> {
  const about = await orGone(stat(path));
  if (about?.isFile()) return 'file';
  if (about?.isDirectory()) return 'folder';
  throw new JarvisError('knowledge.no-such-path', { path });
}

/**
 * Hidden files and links are left out. Empty where the source is gone; undefined where it cannot be read now, which says
 * nothing about what it holds.
 */
export async function listFiles(
  source: { readonly kind: SourceKind; readonly path: string },
  signal: AbortSignal,
): Promise<Listing | undefined> {
  try {
    const about = await orGone(stat(source.path));
    if (about === undefined) return { files: [], folders: [] };
    if (about.isFile()) return { files: [seen(source.path, about)], folders: [] };
    return await listFolder(source.path, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

async function listFolder(root: string, signal: AbortSignal): Promise<Listing> {
  const folders = [root];
  const files: SeenFile[] = [];
  for (const folder of folders) {
    signal.throwIfAborted();
    const entries = (await orGone(readdir(folder, { withFileTypes: true }))) ?? [];
    for (const entry of entries.sort((x, y) => (x.name < y.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || files.length >= mostFiles) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name) && folders.length < mostFolders) folders.push(path);
      } else if (entry.isFile() && readable.has(extname(entry.name).toLowerCase())) {
        const about = await orGone(lstat(path));
        if (about !== undefined) files.push(seen(path, about));
      }
    }
  }
  return { files, folders };
}

const seen = (path: string, { size, mtimeMs }: { size: number; mtimeMs: number }): SeenFile => ({
  path,
  name: basename(path),
  bytes: size,
  modifiedMs: mtimeMs,
});

async function orGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
