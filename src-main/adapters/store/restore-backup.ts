/** Brings back the copy that was made before a database was upgraded; the upgraded one is kept among the copies. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from '../files/write-file-atomically.ts';
import { backupName } from './backup.ts';
import type { DatabaseOptions } from './connect.ts';

type Place = Pick<DatabaseOptions, 'path' | 'backupsDir'>;

/** Names of the whole copies of a database. */
export function backupsIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(name => backupName.test(name))
        .sort()
    : [];
}

/**
 * `before`: the copies that were there when the new version was installed. A copy made since is of the moment before
 * the upgrade; without one the schema did not change, and the database stays as it is. Nobody may have the database
 * open. What a power cut breaks off is completed by calling it again with the same `before`. Throws the file system's
 * own errors. Returns whether the database is the copy now.
 */
export function restoreBackup({ path, backupsDir }: Place, before: readonly string[]): boolean {
  const made = backupsIn(backupsDir).filter(name => !before.includes(name));
  const oldest = Math.min(...made.map(schemaOf));
  // A first upgrade that failed may have made one already: the last one holds the most.
  const copy = made.filter(name => schemaOf(name) === oldest).at(-1);
  if (copy === undefined) return false;
  const temporary = `${path}.restored.part`;
  copyFileSync(join(backupsDir, copy), temporary);
  sync(temporary);
  // Named as a copy, so that forgetting finds it, and of a later schema, so that it is never what is gone back to.
  setAside(path, join(backupsDir, copy.replace(`-schema${oldest}.`, `-schema${oldest + 1}.`)));
  renameSync(temporary, path);
  rmSync(`${path}-shm`, { force: true });
  syncFolder(dirname(path));
  return true;
}

const schemaOf = (name: string): number => Number(backupName.exec(name)?.[2]);

/** The log first: a log beside another database than its own would spoil it. */
function setAside(path: string, aside: string): void {
  if (existsSync(aside)) return;
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  if (existsSync(path)) renameSync(path, aside);
  syncFolder(dirname(aside));
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
