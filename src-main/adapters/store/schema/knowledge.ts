/** The person's documents, in passages. */
import type { Migration } from '../migration.ts';

/**
 * A document's passages are those of its `edition`; others are still arriving, or leave. The index of words keeps terms
 * (index-terms.ts) of headings and text, without the text itself. A passage's vector has its `key` in the collection
 * `knowledge`.
 */
export const knowledgeSchema: Migration = database => {
  database.exec(`
    CREATE TABLE knowledge_source (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      kind INTEGER NOT NULL,
      path TEXT NOT NULL,
      added_at_ms REAL NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX knowledge_source_by_path ON knowledge_source (path) WHERE kind < 2;
    CREATE TABLE knowledge_document (
      rowid INTEGER PRIMARY KEY AUTOINCREMENT,
      id BLOB NOT NULL UNIQUE,
      source INTEGER NOT NULL REFERENCES knowledge_source (rowid),
      path TEXT,
      name TEXT NOT NULL,
      state INTEGER NOT NULL,
      code TEXT,
      bytes REAL NOT NULL,
      modified_ms REAL NOT NULL,
      sha256 BLOB,
      title TEXT,
      pages INTEGER,
      passages INTEGER NOT NULL DEFAULT 0,
      indexed_at_ms REAL,
      model TEXT,
      edition INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE UNIQUE INDEX knowledge_document_by_path ON knowledge_document (source, path) WHERE path IS NOT NULL;
    CREATE INDEX knowledge_document_waiting ON knowledge_document (rowid) WHERE state = 0;
    CREATE TABLE knowledge_passage (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      id BLOB NOT NULL UNIQUE,
      document INTEGER NOT NULL,
      edition INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      page INTEGER,
      start INTEGER NOT NULL,
      length INTEGER NOT NULL,
      headings TEXT NOT NULL,
      text BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX knowledge_passage_by_place ON knowledge_passage (document, edition, ordinal);
    CREATE VIRTUAL TABLE knowledge_words USING fts5 (terms, content='', tokenize='unicode61 remove_diacritics 0');
    INSERT INTO knowledge_words (knowledge_words, rank) VALUES ('secure-delete', 1);
    CREATE VIRTUAL TABLE knowledge_vocabulary USING fts5vocab ('knowledge_words', 'row');
  `);
};
