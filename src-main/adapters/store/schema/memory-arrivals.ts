/** What an import of memories announced; it is empty while none is on its way. */
import type { Migration } from '../migration.ts';

export const memoryArrivalsSchema: Migration = database => {
  database.exec(`
    CREATE TABLE memory_arrival (
      kind INTEGER NOT NULL, id BLOB NOT NULL, PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE memory_arrival_end (only INTEGER PRIMARY KEY CHECK (only = 1)) STRICT;
  `);
};
