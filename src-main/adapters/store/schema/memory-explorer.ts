/** Which answers used which memories, and an index that counts episodes by day and origin without reading them. */
import type { Migration } from '../migration.ts';

/**
 * A use has no words: the id of an episode, a fact or a summary, and the answer. It goes with either, whoever removes
 * them.
 */
export const memoryExplorerSchema: Migration = database => {
  database.exec(`
    CREATE TABLE memory_use (
      memory BLOB NOT NULL, message INTEGER NOT NULL, PRIMARY KEY (memory, message)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX memory_use_by_message ON memory_use (message);
    CREATE TRIGGER episode_uses AFTER DELETE ON episode
      BEGIN DELETE FROM memory_use WHERE memory = OLD.id; END;
    CREATE TRIGGER fact_uses AFTER DELETE ON fact
      BEGIN DELETE FROM memory_use WHERE memory = OLD.id; END;
    CREATE TRIGGER summary_uses AFTER DELETE ON summary
      BEGIN DELETE FROM memory_use WHERE memory = OLD.id; END;
    CREATE TRIGGER message_uses AFTER DELETE ON message
      BEGIN DELETE FROM memory_use WHERE message = OLD.rowid; END;

    DROP INDEX episode_by_time;
    CREATE INDEX episode_by_time ON episode (at_ms, out_of_index, origin);
  `);
};
