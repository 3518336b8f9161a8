/** The folder of GGUF files: what lies in it, and how a file gets in whole or not at all, and out. */
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { JarvisError } from '../../domain/errors.ts';
import {
  type CopyOptions,
  copyInto,
  fileFault,
  partIn,
  publishFile,
  removeStaleParts,
} from './embedded-file-copy.ts';
import { type GgufInfo, inspectGgufFile } from './gguf-file.ts';

export interface ModelFile {
  /** The file's name without `.gguf`: what users choose by. */
  readonly name: string;
  readonly path: string;
  readonly info: GgufInfo;
}

export interface ImportOptions extends Omit<CopyOptions, 'checkStart'> {
  /** What it was called where it comes from; any text. Absent: the last part of the path. */
  readonly name?: string;
  readonly modelsDir: string;
}

const extension = '.gguf';
const nameLimitChars = 100;
const backend = 'llama.cpp';

/** The files of one folder; what was read of one is kept until it changes. */
export class ModelFolder {
  private readonly modelsDir: string;
  private readonly known = new Map<string, { readonly version: string; readonly file: ModelFile }>();

  /** @param modelsDir need not exist. */
  constructor(modelsDir: string) {
    this.modelsDir = modelsDir;
  }

  /** Every usable language model, by name; damaged files and other kinds of model are left out. */
  async list(): Promise<readonly ModelFile[]> {
    const found: ModelFile[] = [];
    for (const file of (await fileNames(this.modelsDir)).sort()) {
      try {
        found.push(await this.inspect(join(this.modelsDir, file)));
      } catch (error) {
        // What is wrong with it is told when that model is asked for by name; the others stay usable.
        if (!(error instanceof JarvisError)) throw error;
      }
    }
    return found;
  }

  /** Throws `model.not-found`, or what is wrong with the file. */
  async find(name: string): Promise<ModelFile> {
    return this.inspect(join(this.modelsDir, await fileOf(name, this.modelsDir)));
  }

  private async inspect(path: string): Promise<ModelFile> {
    const version = await versionOf(path);
    const known = this.known.get(path);
    if (known?.version === version) return known.file;
    const file = await inspectModelFile(path);
    this.known.set(path, { version, file });
    return file;
  }
}

/**
 * Takes a GGUF file, by path or as a stream of bytes, into the folder: whole, checked and on disk, or not at all.
 * A name in use gets a number. Throws `model.not-gguf`, `model.gguf-truncated`, `model.gguf-split`, `model.refused` (no
 * language model), `store.disk-full`, `store.read-only`, `input.file-unreadable`, or the signal's AbortError.
 */
export async function importModelFile(source: string | Readable, options: ImportOptions): Promise<ModelFile> {
  const { modelsDir, signal } = options;
  signal?.throwIfAborted();
  // A sender that goes away before its first byte is read: the reading tells, nobody else needs to.
  if (typeof source !== 'string') source.on('error', () => {});
  const wanted = modelNameFrom(options.name ?? (typeof source === 'string' ? basename(source) : ''));
  // A wrong file is refused before gigabytes of it are copied.
  if (typeof source === 'string') await inspectSource(source);
  await removeStaleParts(modelsDir);
  const part = partIn(modelsDir);
  try {
    await copyInto(part, source, { ...options, checkStart: bytes => checkMagic(bytes, wanted) });
    const { info } = await inspectModelFile(part, `${wanted}${extension}`);
    signal?.throwIfAborted();
    const path = await publishFile(part, number => join(modelsDir, numbered(wanted, number)));
    return { name: nameOf(basename(path)), path, info };
  } finally {
    await rm(part, { force: true });
  }
}

/** Throws `model.not-found`; a name never leads out of the folder. */
export async function removeModelFile(name: string, modelsDir: string): Promise<void> {
  const path = join(modelsDir, await fileOf(name, modelsDir));
  try {
    await rm(path);
  } catch (error) {
    throw fileFault(error, path);
  }
}

/** A name that is safe as a file name on every system, from whatever a file was called. */
export function modelNameFrom(name: string): string {
  const bare = (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '').replace(/\.gguf$/i, '');
  const safe = bare
    .toWellFormed()
    .replace(/[\p{C}<>:"|?*]+/gu, '-')
    .replace(/^[.\s-]+|[.\s]+$/g, '');
  const short = [...safe].slice(0, nameLimitChars).join('').trimEnd();
  // Names that Windows keeps for devices.
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short)) return `model-${short}`;
  return short || 'model';
}

async function inspectSource(path: string): Promise<void> {
  try {
    await inspectModelFile(path);
  } catch (error) {
    const unreadable = error instanceof JarvisError && error.code === 'model.weights-missing';
    throw unreadable ? new JarvisError('input.file-unreadable', { path }, error) : error;
  }
}

function checkMagic(bytes: Uint8Array, name: string): void {
  if (Buffer.from(bytes).toString('latin1') !== 'GGUF')
    throw new JarvisError('model.not-gguf', { file: `${name}${extension}` });
}

async function inspectModelFile(path: string, shownName = basename(path)): Promise<ModelFile> {
  const info = await inspectGgufFile(path, shownName);
  if (info.purpose !== 'chat')
    throw new JarvisError('model.refused', { backend, detail: `${info.architecture} (${info.purpose})` });
  return { name: nameOf(shownName), path, info };
}

async function versionOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return [size, mtimeMs, ino].join(':');
  } catch (error) {
    throw new JarvisError('model.weights-missing', { model: nameOf(basename(path)) }, error);
  }
}

async function fileOf(name: string, modelsDir: string): Promise<string> {
  const file = (await fileNames(modelsDir)).find(candidate => nameOf(candidate) === name);
  if (file === undefined) throw new JarvisError('model.not-found', { model: name, backend });
  return file;
}

async function fileNames(modelsDir: string): Promise<string[]> {
  try {
    const names = await readdir(modelsDir);
    return names.filter(name => name.toLowerCase().endsWith(extension) && !name.startsWith('.'));
  } catch (error) {
    // Nobody has added a model yet.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw fileFault(error, modelsDir);
  }
}

const nameOf = (file: string): string => file.slice(0, -extension.length);
const numbered = (name: string, number: number): string =>
  `${name}${number > 1 ? `-${number}` : ''}${extension}`;
