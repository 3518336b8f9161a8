/** One keyed connection to an encrypted database file. */
import Database from 'better-sqlite3-multiple-ciphers';
import type { Clock } from '../../ports/clock.ts';
import type { Migration } from './migrations.ts';

export interface DatabaseOptions {
  readonly path: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** Folder for the copies made before an upgrade. */
  readonly backupsDir: string;
  readonly clock: Clock;
  /** How long to wait for another process that holds the file; default 1000 ms. */
  readonly busyTimeoutMs?: number;
  /** The steps of the schema; other than the program's own only in tests of upgrades. */
  readonly migrations?: readonly Migration[];
}

/** A raw key needs no derivation: opening takes under a millisecond. */
export function connect(path: string, key: Uint8Array, options: Database.Options): Database.Database {
  const database = new Database(path, { ...options, fileMustExist: true });
  try {
    database.pragma("cipher = 'chacha20'");
    database.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
