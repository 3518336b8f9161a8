/** Episodes, their words, vectors and entities. */
import type { Migration } from '../migration.ts';

/**
 * `key` is never given twice. `ordinal` counts within a conversation. `consolidated_at_ms` is null until a consolidation
 * has read the episode; `out_of_index` says why recall does not find it (episode-index.ts), and is 0 where it does. `entities` are
 * the names as a JSON list, so that reading an episode is one step; `episode_entity` finds it by them.
 *
 * The index of words (`episode_postings`) is made of the numbers of words, not of words, so that these stand in one place
 * (`episode_word`) with the count of episodes that BM25 needs (`holders` counts hidden ones too); `episode_terms` holds
 * each episode's own (term-list.ts).
 *
 * A collection of vectors has one row for each item of each model (vector-models.ts says how `id` is made), with all its
 * vectors, int8, one after the other, as sqlite-vec compares them. Rows with `is_found` 0 are kept, not found.
 */
export const episodicMemorySchema: Migration = database => {
  database.exec(`
    CREATE TABLE episode_conversation (rowid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT;
    CREATE TABLE episode_speaker (rowid INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE episode (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      id BLOB NOT NULL UNIQUE,
      conversation INTEGER NOT NULL REFERENCES episode_conversation (rowid),
      ordinal INTEGER NOT NULL,
      message BLOB,
      turn BLOB,
      answer BLOB,
      origin INTEGER,
      provenance INTEGER NOT NULL,
      speaker INTEGER NOT NULL REFERENCES episode_speaker (rowid),
      at_ms REAL NOT NULL,
      language INTEGER NOT NULL,
      valence REAL NOT NULL,
      arousal REAL NOT NULL,
      dominance REAL NOT NULL,
      emotion INTEGER NOT NULL,
      salience REAL NOT NULL,
      recalls INTEGER NOT NULL DEFAULT 0,
      last_recalled_ms REAL,
      consolidated_at_ms REAL,
      out_of_index INTEGER NOT NULL DEFAULT 0,
      entities TEXT NOT NULL,
      text BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX episode_by_conversation ON episode (conversation, ordinal);
    CREATE INDEX episode_by_time ON episode (at_ms);
    CREATE INDEX episode_by_message ON episode (message) WHERE message IS NOT NULL;
    CREATE INDEX episode_unconsolidated ON episode (key) WHERE consolidated_at_ms IS NULL;
    CREATE TABLE episode_totals (episodes INTEGER NOT NULL, indexed INTEGER NOT NULL, words INTEGER NOT NULL) STRICT;
    INSERT INTO episode_totals (episodes, indexed, words) VALUES (0, 0, 0);

    CREATE TABLE episode_entity_name (rowid INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE episode_entity (
      episode INTEGER NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (episode, entity)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX episode_by_entity ON episode_entity (entity, episode);

    CREATE TABLE episode_word (
      rowid INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, episodes INTEGER NOT NULL, holders INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE episode_terms (episode INTEGER PRIMARY KEY, terms BLOB NOT NULL) STRICT;
    CREATE VIRTUAL TABLE episode_postings USING fts5 (
      words, content='', columnsize=0, detail=none, tokenize='ascii'
    );
    INSERT INTO episode_postings (episode_postings, rank) VALUES ('secure-delete', 1);

    CREATE TABLE vector_model (
      rowid INTEGER PRIMARY KEY,
      collection TEXT NOT NULL,
      name TEXT NOT NULL,
      dimensions INTEGER NOT NULL,
      items INTEGER NOT NULL,
      sum BLOB NOT NULL,
      version REAL NOT NULL,
      UNIQUE (collection, name)
    ) STRICT;
    CREATE TABLE conversations (
      id INTEGER PRIMARY KEY, is_found INTEGER NOT NULL, vectors BLOB NOT NULL
    ) STRICT;
    CREATE TABLE knowledge (
      id INTEGER PRIMARY KEY, is_found INTEGER NOT NULL, vectors BLOB NOT NULL
    ) STRICT;
    CREATE TABLE emotions (
      id INTEGER PRIMARY KEY, is_found INTEGER NOT NULL, vectors BLOB NOT NULL
    ) STRICT;
  `);
};
