/** Replaces a file wholly or not at all: a reader, or a power cut, sees the old one or the new one. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/**
 * Makes missing folders (mode 0700); the file has mode 0600. `durable: false`: it need not survive a power cut, which
 * makes it faster. Throws the file system's own errors.
 */
export function writeFileAtomically(
  path: string,
  content: Uint8Array | string,
  { durable = true }: { readonly durable?: boolean } = {},
): void {
  const folder = dirname(path);
  makeFolder(folder);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.part`);
  rmSync(temporary, { force: true });
  try {
    writeNew(temporary, typeof content === 'string' ? Buffer.from(content) : content, durable);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  if (durable) syncFolder(folder);
}

function writeNew(path: string, content: Uint8Array, durable: boolean): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (let done = 0; done < content.length; ) done += writeSync(file, content, done);
    if (durable) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a rename or a new name in `folder` survive a power cut; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
