/** One open database with its prepared statements, and the two ways to use it: read, and write in a transaction. */
import type { Database, Statement, Transaction } from 'better-sqlite3-multiple-ciphers';
import { storeError } from './database-errors.ts';

type Value = string | number | bigint | Uint8Array | null;
export type Row = Record<string, Value>;

/** Reached only once so many pages were read. A page costs 8 µs to read and decrypt. */
export const pageCacheKiB = { small: 16 * 1024, large: 64 * 1024 } as const;

export class Statements {
  readonly database: Database;
  readonly #prepared = new Map<string, Statement<Value[]>>();
  /** One for all work: making it takes longer than a small question. */
  readonly #transaction: Transaction<(work: () => unknown) => unknown>;

  constructor(database: Database) {
    this.database = database;
    this.#transaction = database.transaction((work: () => unknown) => work());
  }

  one<R>(sql: string, ...values: Value[]): R | undefined {
    return this.#prepare(sql).get(...values) as R | undefined;
  }

  all<R>(sql: string, ...values: Value[]): R[] {
    return this.#prepare(sql).all(...values) as R[];
  }

  /** The only column of each row, a number: half the time of `all`. */
  numbers(sql: string, ...values: Value[]): number[] {
    return this.#prepare(sql)
      .pluck()
      .all(...values) as number[];
  }

  /** Each row as a list of its columns: half the time of `all` where there are many of both. */
  lists<R extends readonly unknown[]>(sql: string, ...values: Value[]): R[] {
    return this.#prepare(sql)
      .raw()
      .all(...values) as unknown as R[];
  }

  /** Rows one at a time; the caller must finish or leave the loop before it uses the same statement again. */
  each<R>(sql: string, ...values: Value[]): IterableIterator<R> {
    return this.#prepare(sql).iterate(...values) as IterableIterator<R>;
  }

  /** Returns how many rows changed and the last row added. */
  run(sql: string, ...values: Value[]): { changes: number; rowid: number } {
    const result = this.#prepare(sql).run(...values);
    return { changes: result.changes, rowid: Number(result.lastInsertRowid) };
  }

  /** What `work` read, all from one state; engine errors become JarvisError `store.*`. */
  read<T>(work: () => T): T {
    return this.#mapped(() => this.#transaction.deferred(work) as T);
  }

  /** Runs `work` in one transaction that holds the write lock from its start; on return it is on disk. */
  write<T>(work: () => T): T {
    return this.#mapped(() => this.#transaction.immediate(work) as T);
  }

  /**
   * `write` without the wait for the disk, for what counts only once a later `write` says so: that one brings both to
   * disk.
   */
  writeUnflushed<T>(work: () => T): T {
    this.database.pragma('synchronous = NORMAL');
    try {
      return this.write(work);
    } finally {
      this.database.pragma('synchronous = FULL');
    }
  }

  /** Another number after each row that was written, by whatever statement. */
  version(): number {
    return this.one<{ version: number }>('SELECT total_changes() AS version')?.version ?? Number.NaN;
  }

  /** Moves everything out of the write-ahead log and empties it, so that overwritten words are gone from there too. */
  emptyLog(): void {
    this.#mapped(() => this.database.pragma('wal_checkpoint(TRUNCATE)'));
  }

  /** The pages that stay decrypted in memory, at most; `small` gives back what is above it. */
  setPageCache(size: 'small' | 'large'): void {
    this.database.pragma(`cache_size = -${pageCacheKiB[size]}`);
    if (size === 'small') this.database.pragma('shrink_memory');
  }

  /** Writes every page anew, without what was removed from it. */
  rewrite(): void {
    this.#mapped(() => this.database.exec('VACUUM'));
  }

  close(): void {
    this.#prepared.clear();
    this.database.close();
  }

  #prepare(sql: string): Statement<Value[]> {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const made = this.database.prepare<Value[]>(sql);
    this.#prepared.set(sql, made);
    return made;
  }

  #mapped<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeError(error, this.database.name);
    }
  }
}
