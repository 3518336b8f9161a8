/** Facts, summaries and what each consolidation changed. */
import type { Migration } from '../migration.ts';

/**
 * The words of a fact stand in the changes that made it known or edited it, and nowhere else; a row of `fact` is what its
 * changes together make of it, without words, and `statement` is the change whose words count (NULL: undone). Keys are
 * numbers made from words (semantic-words.ts), so that an index holds no second copy of them.
 */
export const semanticMemorySchema: Migration = database => {
  database.exec(`
    CREATE TABLE night (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      at_ms REAL NOT NULL,
      episodes INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX night_by_time ON night (at_ms DESC);

    CREATE TABLE fact (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      statement INTEGER,
      subject_id BLOB,
      value_id BLOB,
      relation TEXT NOT NULL,
      valid_from TEXT,
      valid_to TEXT,
      superseded_by BLOB,
      confidence REAL NOT NULL,
      times_said INTEGER NOT NULL,
      first_said_ms REAL NOT NULL,
      last_said_ms REAL NOT NULL
    ) STRICT;
    CREATE INDEX fact_by_time ON fact (last_said_ms DESC, rowid DESC) WHERE statement IS NOT NULL;
    CREATE INDEX fact_by_subject ON fact (subject_id) WHERE subject_id IS NOT NULL;
    CREATE INDEX fact_by_person ON fact (last_said_ms DESC) WHERE value_id IS NOT NULL;
    CREATE INDEX fact_by_relation ON fact (relation, last_said_ms DESC);
    CREATE INDEX fact_by_successor ON fact (superseded_by) WHERE superseded_by IS NOT NULL;

    CREATE TABLE fact_change (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      fact INTEGER NOT NULL REFERENCES fact (rowid) ON DELETE CASCADE,
      night INTEGER REFERENCES night (rowid) ON DELETE SET NULL,
      kind INTEGER NOT NULL,
      state INTEGER NOT NULL,
      at_ms REAL NOT NULL,
      said_at_ms REAL,
      valid_from TEXT,
      valid_to TEXT,
      superseded_by BLOB,
      subject BLOB,
      subject_id BLOB,
      relation TEXT,
      value BLOB,
      value_id BLOB,
      language TEXT,
      confidence REAL,
      proposed_by TEXT,
      times_said INTEGER,
      first_said_ms REAL,
      last_said_ms REAL
    ) STRICT;
    CREATE INDEX fact_change_by_fact ON fact_change (fact);
    CREATE INDEX fact_change_by_night ON fact_change (night) WHERE night IS NOT NULL;
    CREATE INDEX fact_change_by_successor ON fact_change (superseded_by) WHERE superseded_by IS NOT NULL;

    CREATE TABLE fact_source (
      rowid INTEGER PRIMARY KEY,
      change INTEGER NOT NULL REFERENCES fact_change (rowid) ON DELETE CASCADE,
      episode BLOB NOT NULL
    ) STRICT;
    CREATE INDEX fact_source_by_change ON fact_source (change);
    CREATE INDEX fact_source_by_episode ON fact_source (episode);

    CREATE TABLE fact_key (
      key INTEGER NOT NULL,
      part INTEGER NOT NULL,
      fact INTEGER NOT NULL REFERENCES fact (rowid) ON DELETE CASCADE,
      PRIMARY KEY (key, part, fact)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX fact_key_by_fact ON fact_key (fact);

    CREATE TABLE summary (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      date TEXT UNIQUE,
      name_key INTEGER UNIQUE,
      name BLOB,
      text BLOB NOT NULL,
      language TEXT NOT NULL,
      made_at_ms REAL NOT NULL,
      start_ms REAL NOT NULL,
      end_ms REAL NOT NULL
    ) STRICT;
    CREATE INDEX summary_by_time ON summary (start_ms DESC);
    CREATE TABLE summary_source (
      rowid INTEGER PRIMARY KEY,
      summary INTEGER NOT NULL REFERENCES summary (rowid) ON DELETE CASCADE,
      episode BLOB NOT NULL
    ) STRICT;
    CREATE INDEX summary_source_by_summary ON summary_source (summary);
    CREATE INDEX summary_source_by_episode ON summary_source (episode);
  `);
};
