/** The pictures that went with the person's words; they go with their message. */
import type { Migration } from '../migration.ts';

export const messageImagesSchema: Migration = database => {
  database.exec(`
    CREATE TABLE message_image (
      rowid INTEGER PRIMARY KEY,
      message INTEGER NOT NULL REFERENCES message (rowid) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      length INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX message_image_by_message ON message_image (message, position, kind, length);
  `);
};
