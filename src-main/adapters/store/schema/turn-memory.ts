/** What the memory keeps beside messages: the recalled block of a prompt, and up to where words were perceived. */
import type { Migration } from '../migration.ts';

export const turnMemorySchema: Migration = database => {
  database.exec(`
    ALTER TABLE message ADD COLUMN memory_context BLOB;
    CREATE TABLE perception (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      message INTEGER NOT NULL
    ) STRICT;
    INSERT INTO perception (only, message) VALUES (1, 0);
    CREATE INDEX message_with_memories ON message (rowid) WHERE memory_context IS NOT NULL;
  `);
};
