/** The imports of memories that are on their way, in the profile's database. */
import type { ArrivingKind, MemoryArrivals } from '../../ports/memory-arrivals.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';

/** Their places are their numbers on disk. */
const kinds: readonly ArrivingKind[] = ['episode', 'fact', 'summary'];

export const createSqliteMemoryArrivals = (db: Statements): MemoryArrivals => ({
  knownEpisodes: async ids =>
    db.read(() => new Set(ids.filter(id => db.one('SELECT 1 FROM episode WHERE id = ?', encodeId(id))))),
  announce: async arrivals =>
    db.write(() => {
      for (const { kind, ids } of arrivals) {
        for (const id of ids) {
          db.run(
            'INSERT OR IGNORE INTO memory_arrival (kind, id) VALUES (?, ?)',
            kinds.indexOf(kind),
            encodeId(id),
          );
        }
      }
    }),
  arrived: async () => {
    db.write(() => db.run('INSERT OR IGNORE INTO memory_arrival_end (only) VALUES (1)'));
  },
  state: async () =>
    db.read(() => {
      if (hasEnded(db)) return 'arrived';
      return db.one('SELECT 1 FROM memory_arrival LIMIT 1') === undefined ? 'none' : 'coming';
    }),
  next: async limit => {
    const rows = db.read(() =>
      db.all<{ kind: number; id: Buffer }>(
        `SELECT kind, id FROM memory_arrival
         WHERE kind = (SELECT min(kind) FROM memory_arrival) LIMIT ?`,
        limit,
      ),
    );
    const kind = kinds[rows[0]?.kind ?? -1];
    return kind && { kind, ids: rows.map(({ id }) => decodeId(id)) };
  },
  settle: async ({ kind, ids }) =>
    db.write(() => {
      for (const id of ids) {
        db.run('DELETE FROM memory_arrival WHERE kind = ? AND id = ?', kinds.indexOf(kind), encodeId(id));
      }
      if (db.one('SELECT 1 FROM memory_arrival LIMIT 1') === undefined)
        db.run('DELETE FROM memory_arrival_end');
    }),
});

const hasEnded = (db: Statements): boolean => db.one('SELECT 1 FROM memory_arrival_end') !== undefined;
