/** Removes conversations for good, their words overwritten, without keeping anybody waiting. */
import type { ShortSteps } from './short-steps.ts';
import { runningStages } from './staged-import.ts';
import type { Statements } from './statements.ts';
import { removeWords } from './word-index.ts';

/** Before the numbers of all imports and all deletions. */
const beyondUndo = -1e12;

/** Deleted long enough ago, or broken off; what an import is bringing in at this moment looks the same, and is neither. */
const isGone = 'deleted_at_ms < ? AND deleted_at_ms NOT IN (SELECT value FROM json_each(?))';

/** Returns how many went. A broken-off import counts as deleted long ago. */
export async function purgeDeleted(db: Statements, steps: ShortSteps, beforeMs: number): Promise<number> {
  const stages = JSON.stringify(runningStages());
  const gone = db
    .read(() => db.all<{ rowid: number }>(`SELECT rowid FROM conversation WHERE ${isGone}`, beforeMs, stages))
    .map(row => row.rowid);
  if (gone.length === 0) return 0;
  // From here on they cannot be brought back any more.
  db.write(() =>
    db.run(`UPDATE conversation SET deleted_at_ms = ? WHERE ${isGone}`, beyondUndo, beforeMs, stages),
  );
  await removeConversations(db, steps, gone);
  return gone.length;
}

/** A conversation goes from its end: at each moment what is left of it is sound. */
export async function removeConversations(
  db: Statements,
  steps: ShortSteps,
  conversations: readonly number[],
): Promise<void> {
  for (const conversation of conversations) {
    const messages = db.read(() =>
      db
        .all<{ rowid: number }>(
          'SELECT rowid FROM message WHERE conversation = ? ORDER BY rowid DESC',
          conversation,
        )
        .map(row => row.rowid),
    );
    await steps.each(messages, rowid => {
      removeWords(db, rowid);
      db.run(
        `UPDATE conversation SET message_count = message_count - 1, head = (SELECT parent FROM message WHERE rowid = ?)
         WHERE rowid = ?`,
        rowid,
        conversation,
      );
      db.run('DELETE FROM message WHERE rowid = ?', rowid);
    });
    await steps.each([conversation], rowid => db.run('DELETE FROM conversation WHERE rowid = ?', rowid));
  }
  // From the log too; and what was removed without a wait is on disk then.
  if (conversations.length > 0) db.emptyLog();
}
