/** Brings the bytes of a large file into a folder under a passing name, then under its own, with nothing in between. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  access,
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  statfs,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { isAbort, JarvisError } from '../../domain/errors.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import { rejectOnAbort } from './reject-on-abort.ts';

export interface CopyOptions {
  readonly signal?: AbortSignal;
  /** `totalBytes` is 0 while it is not known. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
  /** Throws when the file cannot be what it should be; called once with its first bytes. */
  readonly checkStart: (bytes: Uint8Array) => void;
}

/** Stays free for the conversations themselves. */
const keptFreeBytes = 256 * 1024 * 1024;
const progressStepBytes = 8 * 1024 * 1024;
const startBytes = 4;
const never = new AbortController().signal;

/** A passing name in `folder` that says which process it belongs to. */
export const partIn = (folder: string): string => join(folder, `.${process.pid}-${randomUUID()}.part`);

/** Writes `part` whole and to the disk; where the file system can, a second name of the same file is enough. */
export async function copyInto(part: string, source: string | Readable, options: CopyOptions): Promise<void> {
  const path = typeof source === 'string' ? source : dirname(part);
  try {
    await mkdir(dirname(part), { recursive: true, mode: 0o700 });
    await (typeof source === 'string'
      ? copyFile(part, source, options)
      : copyBytes(part, source, 0, options));
  } catch (error) {
    throw options.signal?.aborted ? options.signal.reason : fileFault(error, path);
  }
}

/** Gives `part` the first name that nobody has; `named(1)` is the one wished for. */
export async function publishFile(part: string, named: (number: number) => string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = named(number);
    try {
      // Unlike renaming, a second name never writes over a file that came in the meantime.
      await link(part, path);
      await rm(part);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      if (!cannotLink(error)) throw fileFault(error, path);
      if (await exists(path)) continue;
      await rename(part, path);
    }
    syncFolder(dirname(path));
    return path;
  }
}

/** Removes what programs that were killed left behind. */
export async function removeStaleParts(folder: string): Promise<void> {
  if (!(await exists(folder))) return;
  for (const name of await readdir(folder)) {
    const owner = /^\.(\d+)-[\w-]+\.part$/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) await rm(join(folder, name), { force: true });
  }
}

/** An error of the file system in the words of Jarvis. */
export function fileFault(error: unknown, path: string): unknown {
  if (error instanceof JarvisError || isAbort(error)) return error;
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new JarvisError('store.disk-full', {}, error);
  if (code === 'EROFS') return new JarvisError('store.read-only', { path }, error);
  return new JarvisError('input.file-unreadable', { path }, error);
}

async function copyFile(part: string, source: string, options: CopyOptions): Promise<void> {
  const original = await realpath(source);
  const { size } = await stat(original);
  try {
    await link(original, part);
    options.onProgress?.(size, size);
  } catch (error) {
    if (!cannotLink(error)) throw error;
    await checkFreeSpace(dirname(part), size);
    await copyBytes(part, createReadStream(original), size, options);
  }
}

async function copyBytes(
  part: string,
  source: Readable,
  totalBytes: number,
  { signal = never, onProgress, checkStart }: CopyOptions,
): Promise<void> {
  const file = await openNew(part);
  let doneBytes = 0;
  let toldBytes = 0;
  let start = Buffer.alloc(0);
  try {
    // The source is left open: an upload that is refused can still be answered.
    const pieces = source.iterator({ destroyOnReturn: false });
    for (;;) {
      const next = await rejectOnAbort(pieces.next(), signal);
      if (next.done) break;
      const piece: Buffer = next.value;
      if (start.length < startBytes) {
        start = Buffer.concat([start, piece.subarray(0, startBytes)]);
        if (start.length >= startBytes) checkStart(start);
      }
      await file.writeFile(piece);
      doneBytes += piece.length;
      if (doneBytes - toldBytes < progressStepBytes) continue;
      toldBytes = doneBytes;
      onProgress?.(doneBytes, totalBytes);
      await checkFreeSpace(dirname(part), 0);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  onProgress?.(doneBytes, doneBytes);
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EACCES' || code === 'EPERM')
      throw new JarvisError('store.read-only', { path: dirname(path) }, error);
    throw error;
  }
}

async function checkFreeSpace(folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < neededBytes + keptFreeBytes) throw new JarvisError('store.disk-full');
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw fileFault(error, path);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Another disk, a file of somebody else, or a file system without second names. */
const cannotLink = (error: unknown): boolean =>
  ['EXDEV', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'].includes(
    codeOf(error) ?? '',
  );

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
