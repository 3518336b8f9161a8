/** Verified copies of a database, made before its schema is upgraded; the newest five stay. */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3-multiple-ciphers';
import { JarvisError } from '../../domain/errors.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import { connect, type DatabaseOptions } from './connect.ts';

const kept = 5;
/** When it was made, and of which schema. */
export const backupName = /^jarvis-(\d{8}T\d{9}Z)-schema(\d+)\.db$/;

/** Also one that was broken off. */
export const isCopy = (name: string): boolean =>
  backupName.test(name.replace(/(?:\.part)?(?:-journal|-wal|-shm)?$/, ''));

/**
 * Copies the whole database, encrypted with the same key, and reads every page of the copy back. Throws when it cannot,
 * and the upgrade then does not begin.
 */
export function backUp(database: Database, version: number, options: DatabaseOptions): string {
  const stamp = new Date(options.clock.nowMs()).toISOString().replaceAll(/[-:.]/g, '');
  const path = join(options.backupsDir, `jarvis-${stamp}-schema${version}.db`);
  const temporary = `${path}.part`;
  mkdirSync(options.backupsDir, { recursive: true, mode: 0o700 });
  rmSync(temporary, { force: true });
  try {
    closeSync(openSync(temporary, 'wx', 0o600));
    database.prepare('VACUUM INTO ?').run(temporary);
    sync(temporary);
    verify(temporary, options.key);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(options.backupsDir);
  dropOldest(options.backupsDir);
  return path;
}

/** VACUUM INTO leaves the copy to the system's cache; the upgrade must not begin before it is on disk. */
function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function verify(path: string, key: Uint8Array): void {
  const copy = connect(path, key, { readonly: true });
  try {
    const answer = copy.pragma('integrity_check', { simple: true });
    if (answer !== 'ok') throw new JarvisError('store.failed', {}, answer);
  } finally {
    copy.close();
  }
}

function dropOldest(folder: string): void {
  const names = readdirSync(folder).filter(name => backupName.test(name));
  for (const name of names.sort().slice(0, -kept)) rmSync(join(folder, name));
}
