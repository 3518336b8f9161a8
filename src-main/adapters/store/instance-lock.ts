/** One Jarvis for each data folder: a lock the operating system gives back whatever way the program ends. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { storeError } from './database-errors.ts';

export interface InstanceLock {
  /** May be called twice. */
  release(): void;
}

/** A lock belongs to the process, not to whoever remembers it: a forgotten connection would be closed with the garbage. */
const held = new Set<Database.Database>();

/**
 * Undefined while another process (or another holder in this one) has the folder. A process id in a file would go
 * stale after a crash; SQLite's lock on an empty database is released by the system itself. Throws JarvisError
 * `store.read-only`, `store.disk-full` or `store.failed`.
 */
export function acquireInstanceLock(dataDir: string): InstanceLock | undefined {
  const path = join(dataDir, 'instance.lock');
  let database: Database.Database | undefined;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // Whoever could open it could hold it.
    closeSync(openSync(path, 'a', 0o600));
    database = new Database(path, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    return hold(database);
  } catch (error) {
    database?.close();
    const known = storeError(error, path);
    if (known.code === 'store.locked') return undefined;
    throw known;
  }
}

function hold(database: Database.Database): InstanceLock {
  held.add(database);
  return {
    release: () => {
      held.delete(database);
      database.close();
    },
  };
}
