/** Turns what SQLite and the file system say into Jarvis's own errors, once. */
import { accessSync, constants, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { asJarvisError, JarvisError } from '../../domain/errors.ts';

/** Below this a failed write is put down to a full disk: SQLite reports some of those as plain input/output errors. */
const nearlyFullBytes = 1024 * 1024;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** `path`: the database file, shown to the user and used to look at the disk it lies on. */
export function storeError(error: unknown, path: string): JarvisError {
  if (error instanceof JarvisError) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new JarvisError('store.disk-full', {}, error);
  }
  if (code === 'SQLITE_CORRUPT' || code.startsWith('SQLITE_CORRUPT_') || code === 'SQLITE_NOTADB') {
    return new JarvisError('store.damaged', {}, error);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new JarvisError('store.locked', {}, error);
  }
  if (isReadOnly(code) || (isCannotOpen(code) && !isWritable(dirname(path)))) {
    return new JarvisError('store.read-only', { path: dirname(path) }, error);
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new JarvisError(isNearlyFull(path) ? 'store.disk-full' : 'store.failed', {}, error);
  }
  if (error instanceof Database.SqliteError || code.startsWith('E')) {
    return new JarvisError('store.failed', {}, error);
  }
  return asJarvisError(error);
}

const isReadOnly = (code: string): boolean =>
  code.startsWith('SQLITE_READONLY') ||
  code === 'SQLITE_PERM' ||
  ['EROFS', 'EACCES', 'EPERM', 'ENOTDIR'].includes(code);

/** Node says ENOENT when it cannot make a folder's parent on a read-only disk. */
const isCannotOpen = (code: string): boolean => code.startsWith('SQLITE_CANTOPEN') || code === 'ENOENT';

/** Of a folder that is not there, whether it could be made. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    const parent = dirname(folder);
    return codeOf(error) === 'ENOENT' && parent !== folder && isWritable(parent);
  }
}

function isNearlyFull(path: string): boolean {
  const disk = statfsSync(dirname(path));
  return disk.bavail * disk.bsize < nearlyFullBytes;
}
