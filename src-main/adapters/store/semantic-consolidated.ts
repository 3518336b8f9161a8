/** Marks episodes as consolidated, which is all that a consolidation changes of them. */
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';

/** Returns how many were not yet. */
export const markConsolidated = (db: Statements, episodeIds: readonly string[], atMs: number): number =>
  episodeIds.reduce(
    (marked, id) =>
      marked +
      db.run(
        'UPDATE episode SET consolidated_at_ms = ? WHERE id = ? AND consolidated_at_ms IS NULL',
        atMs,
        encodeId(id),
      ).changes,
    0,
  );
