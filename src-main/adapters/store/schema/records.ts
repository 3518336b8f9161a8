/** Figures of the program itself: bytes by minute or day, measures by minute, hour and day. */
import type { Migration } from '../migration.ts';

export const recordsSchema: Migration = database => {
  database.exec(`
    CREATE TABLE transfer (
      grain TEXT NOT NULL,
      from_ms REAL NOT NULL,
      host TEXT NOT NULL,
      purpose TEXT NOT NULL,
      ordered_by TEXT NOT NULL,
      requests INTEGER NOT NULL,
      bytes_out INTEGER NOT NULL,
      bytes_in INTEGER NOT NULL,
      PRIMARY KEY (from_ms, grain, host, purpose, ordered_by)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE measure (
      grain TEXT NOT NULL,
      from_ms REAL NOT NULL,
      name TEXT NOT NULL,
      buckets TEXT NOT NULL,
      PRIMARY KEY (grain, from_ms, name)
    ) STRICT, WITHOUT ROWID;
  `);
};
