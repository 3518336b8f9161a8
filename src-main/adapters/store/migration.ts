/** One step of the schema of a profile's database. */
import type { Database } from 'better-sqlite3-multiple-ciphers';

export type Migration = (database: Database) => void;
