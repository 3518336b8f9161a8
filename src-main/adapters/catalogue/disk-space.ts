/** How much room there is, and what the file system's refusals mean. */
import { mkdir, statfs } from 'node:fs/promises';
import { JarvisError } from '../../domain/errors.ts';
import { fileError } from '../files/file-error.ts';

/** Stays free for the conversations themselves. */
const keptFreeBytes = 256 * 1024 * 1024;

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Throws `model.download-no-space`. `measure`: another disk, for tests. */
export async function checkSpace(
  folder: string,
  neededBytes: number,
  model: string,
  measure = freeBytes,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const free = await measure(folder);
  if (free >= neededBytes + keptFreeBytes) return;
  throw new JarvisError('model.download-no-space', {
    model,
    needed: Math.ceil((neededBytes + keptFreeBytes) / 1e6),
    free: Math.floor(free / 1e6),
  });
}

/** An error of the file system in the words of Jarvis; others as they are. */
export function diskFault(error: unknown, folder: string): unknown {
  const isOfFiles = error instanceof Error && 'syscall' in error && !(error instanceof JarvisError);
  return isOfFiles ? fileError(error, folder) : error;
}
