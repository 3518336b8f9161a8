/** Opens a profile's encrypted database, or says exactly why not and changes nothing. */
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { JarvisError } from '../../domain/errors.ts';
import { backUp } from './backup.ts';
import { connect, type DatabaseOptions } from './connect.ts';
import { storeError } from './database-errors.ts';
import { compareKey, writeKeyCheck } from './key-check.ts';
import { type Migration, migrations } from './migrations.ts';
import { pageCacheKiB } from './statements.ts';

const keyBytes = 32;
const pageBytes = 4096;

/**
 * Throws JarvisError `store.wrong-key`, `store.damaged`, `store.newer`, `store.locked`, `store.read-only`,
 * `store.disk-full` or `store.failed`; in all these cases the files are as they were.
 */
export function openDatabase(options: DatabaseOptions): Database.Database {
  if (options.key.length !== keyBytes) throw new RangeError(`a key has ${keyBytes} bytes`);
  try {
    return open(options);
  } catch (error) {
    throw storeError(error, options.path);
  }
}

function open(options: DatabaseOptions): Database.Database {
  const { path, key } = options;
  const steps = options.migrations ?? migrations;
  const keyFit = compareKey(path, key);
  if (keyFit === 'wrong') throw new JarvisError('store.wrong-key');
  const found = inspect(options, keyFit, steps.length);
  makeEmptyFile(path);
  const database = connect(path, key, { timeout: options.busyTimeoutMs ?? 1000 });
  try {
    configure(database);
    if (found > 0 && found < steps.length) backUp(database, found, options);
    migrate(database, steps);
    if (keyFit === 'unknown') writeKeyCheck(path, key);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The schema version on disk, 0 for a new database; read through a connection that cannot write. */
function inspect(options: DatabaseOptions, keyFit: 'right' | 'unknown', known: number): number {
  const { path, key } = options;
  const size = existsSync(path) ? statSync(path).size : 0;
  if (size === 0) {
    // A key check is written only after a database: the database is gone, and a new one must not take its place.
    if (keyFit === 'right') throw new JarvisError('store.damaged');
    return 0;
  }
  if (size % pageBytes !== 0 && !hasLog(path)) throw new JarvisError('store.damaged');
  const wasClosed = !existsSync(`${path}-wal`);
  const version = readVersion(path, key, keyFit, options.busyTimeoutMs ?? 1000);
  if (version > known && wasClosed) removeTraces(path);
  if (version > known) throw new JarvisError('store.newer', { found: version, known });
  return version;
}

/** A connection that only reads leaves an empty log and its lock area behind. */
function removeTraces(path: string): void {
  if (hasLog(path)) return;
  for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
}

/** A write-ahead log with something in it: a crash left it, and it may complete the file. */
const hasLog = (path: string): boolean => existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;

function readVersion(path: string, key: Uint8Array, keyFit: 'right' | 'unknown', timeout: number): number {
  const database = connect(path, key, { readonly: true, timeout });
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return Number(database.pragma('user_version', { simple: true }));
  } catch (error) {
    const known = storeError(error, path);
    // Without a key check the first page says only that key and bytes do not fit; a plausible header blames the key.
    if (known.code === 'store.damaged' && keyFit === 'unknown' && looksLikeDatabase(error, path)) {
      throw new JarvisError('store.wrong-key', {}, error);
    }
    throw known;
  } finally {
    database.close();
  }
}

const looksLikeDatabase = (error: unknown, path: string): boolean =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB' && statSync(path).size >= pageBytes;

function makeEmptyFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) closeSync(openSync(path, 'wx', 0o600));
}

function configure(database: Database.Database): void {
  // One process owns the file; a second one gets `store.locked` at once instead of a surprise later.
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma(`page_size = ${pageBytes}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  // An idle core has to stay small, and what it took stays taken.
  database.pragma(`cache_size = -${pageCacheKiB.small}`);
  // Takes the lock for good, and finds out now whether the file can be written.
  database.exec('BEGIN IMMEDIATE; COMMIT');
}

function migrate(database: Database.Database, steps: readonly Migration[]): void {
  const done = Number(database.pragma('user_version', { simple: true }));
  if (done === steps.length) return;
  database
    .transaction(() => {
      for (const step of steps.slice(done)) step(database);
      database.pragma(`user_version = ${steps.length}`);
    })
    .immediate();
}
