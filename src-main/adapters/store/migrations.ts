/** The schema of a profile's database, as an ordered list of steps; `user_version` counts those that were done. */
import type { Migration } from './migration.ts';
import { episodicMemorySchema } from './schema/episodic-memory.ts';
import { forgettingSchema } from './schema/forgetting.ts';
import { knowledgeSchema } from './schema/knowledge.ts';
import { memoryArrivalsSchema } from './schema/memory-arrivals.ts';
import { memoryExplorerSchema } from './schema/memory-explorer.ts';
import { messageImagesSchema } from './schema/message-images.ts';
import { pinsAndForksSchema } from './schema/pins-and-forks.ts';
import { semanticMemorySchema } from './schema/semantic-memory.ts';
import { turnMemorySchema } from './schema/turn-memory.ts';

export type { Migration } from './migration.ts';

/**
 * `id` columns hold stored ids (stored-id.ts), `text` columns of type BLOB stored text (stored-text.ts), times are UTC
 * milliseconds, roles and states are numbers (message-rows.ts). The word index has no copy of the text
 * (`content=''`) and no positions (`detail=none`): ranking and snippets are made from the messages themselves.
 */
const firstSchema: Migration = database => {
  database.exec(`
    CREATE TABLE conversation (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      title BLOB NOT NULL,
      created_at_ms REAL NOT NULL,
      updated_at_ms REAL NOT NULL,
      deleted_at_ms REAL,
      head INTEGER,
      message_count INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX conversation_by_update ON conversation (updated_at_ms DESC, id DESC) WHERE deleted_at_ms IS NULL;

    CREATE TABLE answerer (
      rowid INTEGER PRIMARY KEY,
      description TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE message (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL,
      conversation INTEGER NOT NULL REFERENCES conversation (rowid) ON DELETE CASCADE,
      parent INTEGER,
      role INTEGER NOT NULL,
      status INTEGER NOT NULL,
      created_at_ms REAL NOT NULL,
      turn BLOB,
      language INTEGER,
      origin INTEGER,
      answerer INTEGER REFERENCES answerer (rowid),
      prompt_tokens REAL,
      answer_tokens REAL,
      extra TEXT,
      prompt_context BLOB,
      text BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX message_by_id ON message (id);
    CREATE INDEX message_by_turn ON message (turn) WHERE turn IS NOT NULL;
    CREATE INDEX message_by_parent ON message (conversation, parent);
    CREATE INDEX message_streaming ON message (status) WHERE status = 1;

    CREATE VIRTUAL TABLE message_words USING fts5 (
      text, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2'
    );
    INSERT INTO message_words (message_words, rank) VALUES ('secure-delete', 1);

    CREATE TABLE queued_turn (
      rowid INTEGER PRIMARY KEY AUTOINCREMENT,
      turn BLOB NOT NULL UNIQUE,
      conversation INTEGER NOT NULL REFERENCES conversation (rowid) ON DELETE CASCADE,
      origin INTEGER NOT NULL,
      queued_at_ms REAL NOT NULL,
      text BLOB NOT NULL
    ) STRICT;
    CREATE INDEX queued_turn_by_conversation ON queued_turn (conversation);

    CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE timer (
      id BLOB PRIMARY KEY,
      kind TEXT NOT NULL,
      label BLOB NOT NULL,
      set_at_ms REAL NOT NULL,
      due_at_ms REAL NOT NULL,
      rang_at_ms REAL,
      dismissed_at_ms REAL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE note (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      text BLOB NOT NULL,
      created_at_ms REAL NOT NULL
    ) STRICT;
    CREATE TABLE list_item (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      list BLOB NOT NULL,
      text BLOB NOT NULL,
      created_at_ms REAL NOT NULL
    ) STRICT;
    CREATE INDEX list_item_by_list ON list_item (list, created_at_ms);
    CREATE TABLE remembered_fact (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      text BLOB NOT NULL,
      language TEXT NOT NULL,
      created_at_ms REAL NOT NULL,
      source_message BLOB
    ) STRICT;
  `);
};

export const migrations: readonly Migration[] = [
  firstSchema,
  episodicMemorySchema,
  semanticMemorySchema,
  knowledgeSchema,
  turnMemorySchema,
  memoryArrivalsSchema,
  forgettingSchema,
  pinsAndForksSchema,
  messageImagesSchema,
  memoryExplorerSchema,
];
