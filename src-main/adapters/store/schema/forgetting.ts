/** What was forgotten, in numbers alone, and whether the traces of it are still to be removed. */
import type { Migration } from '../migration.ts';

export const forgettingSchema: Migration = database => {
  database.exec(`
    CREATE TABLE forget_receipt (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      at_ms REAL NOT NULL,
      episodes INTEGER NOT NULL,
      messages INTEGER NOT NULL,
      facts INTEGER NOT NULL,
      summaries INTEGER NOT NULL,
      vectors INTEGER NOT NULL,
      notes INTEGER NOT NULL,
      copies TEXT
    ) STRICT;
    CREATE TABLE scrub_due (only INTEGER PRIMARY KEY CHECK (only = 1)) STRICT;
  `);
};
