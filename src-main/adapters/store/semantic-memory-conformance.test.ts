/** The SQLite store passes the suite of the semantic memory. */
import { describeSemanticMemoryStore } from '../../ports/conformance/semantic-memory-store.ts';
import { openDatabase } from './open-database.ts';
import { createSqliteSemanticMemoryStore } from './sqlite-semantic-memory-store.ts';
import { Statements } from './statements.ts';
import { createStoreFixture } from './store-fixture.ts';
import { decodeId, encodeId } from './stored-id.ts';

describeSemanticMemoryStore('SQLite', async () => {
  const fixture = createStoreFixture();
  const { options } = fixture;
  let db = new Statements(openDatabase(options));
  return {
    store: createSqliteSemanticMemoryStore(db, options.clock),
    addEpisodes: async ids => {
      db.run('INSERT OR IGNORE INTO episode_conversation (rowid, id) VALUES (1, ?)', encodeId('c'));
      db.run("INSERT OR IGNORE INTO episode_speaker (rowid, name) VALUES (1, 'user')");
      for (const [ordinal, id] of ids.entries()) {
        db.run(
          `INSERT INTO episode (id, conversation, ordinal, provenance, speaker, at_ms, language, valence, arousal,
             dominance, emotion, salience, text) VALUES (?, 1, ?, 0, 1, 0, 0, 0, 0, 0, 0, 0, ?)`,
          encodeId(id),
          ordinal,
          Buffer.of(0),
        );
      }
    },
    unconsolidated: async () =>
      db
        .all<{ id: Buffer }>('SELECT id FROM episode WHERE consolidated_at_ms IS NULL ORDER BY key')
        .map(({ id }) => decodeId(id)),
    reopen: async () => {
      db.close();
      db = new Statements(openDatabase(options));
      return createSqliteSemanticMemoryStore(db, options.clock);
    },
    remove: async () => {
      db.close();
      fixture.remove();
    },
  };
});
