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

/** Whether all of these are still remembered: somebody may have had them forgotten while a night was planned. */
export function areThere(db: Statements, episodeIds: readonly string[]): boolean {
  const ids = [...new Set(episodeIds)];
  return ids.every(id => db.one('SELECT 1 FROM episode WHERE id = ?', encodeId(id)) !== undefined);
}
