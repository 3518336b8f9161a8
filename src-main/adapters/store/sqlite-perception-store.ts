/** Up to which message words were perceived, and the traces that recalled memories leave in messages. */
import type { Message } from '../../domain/conversation.ts';
import type { PerceptionStore, UnperceivedTurn } from '../../ports/perception-store.ts';
import { extraOf, type MessageRow, messageColumns, messageOf, messageTables } from './message-rows.ts';
import { branchMessageOf } from './siblings.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';

export function createSqlitePerceptionStore(db: Statements): PerceptionStore {
  return {
    unperceived: async limit =>
      db.read(() =>
        db
          .all<MessageRow>(
            `SELECT ${messageColumns} FROM ${messageTables}
             WHERE m.rowid > (SELECT message FROM perception) AND m.role = 0 AND m.copy_of IS NULL
               AND c.deleted_at_ms IS NULL
             ORDER BY m.rowid LIMIT ?`,
            limit,
          )
          .map(row => turnOf(db, row)),
      ),
    perceivedUpTo: async messageId => {
      db.writeUnflushed(() =>
        db.run(
          `UPDATE perception SET message = max(message, coalesce((SELECT rowid FROM message WHERE id = ?), 0))`,
          encodeId(messageId),
        ),
      );
    },
    passOver: async () => {
      db.write(() => db.run('UPDATE perception SET message = coalesce((SELECT max(rowid) FROM message), 0)'));
    },
    turnOf: async messageId =>
      db.read(() => {
        const row = db.one<MessageRow>(
          `SELECT ${messageColumns} FROM ${messageTables} WHERE m.id = ? AND m.role = 0 AND m.copy_of IS NULL`,
          encodeId(messageId),
        );
        return row && turnOf(db, row);
      }),
    deletedConversations: async () =>
      db.read(() =>
        db
          .all<{ id: Buffer; deleted_at_ms: number }>(
            'SELECT id, deleted_at_ms FROM conversation WHERE deleted_at_ms IS NOT NULL',
          )
          .map(row => ({ id: decodeId(row.id), deletedAtMs: row.deleted_at_ms })),
      ),
    scrubRecalled: async ids => db.write(() => scrubRecalled(db, new Set(ids))),
  };
}

function turnOf(db: Statements, row: MessageRow): UnperceivedTurn {
  const answer = db.one<MessageRow>(
    `SELECT ${messageColumns} FROM ${messageTables}
     WHERE m.conversation = ? AND m.parent = ? AND m.role = 1 ORDER BY m.rowid DESC LIMIT 1`,
    row.conversation,
    row.rowid,
  );
  return { question: branchMessageOf(db, row), ...(answer && { answer: messageOf(answer) }) };
}

interface Used {
  readonly rowid: number;
  readonly parent: number | null;
  readonly extra: string;
}

/** In a transaction. */
export function scrubRecalled(db: Statements, ids: ReadonlySet<string>): number {
  let scrubbed = 0;
  const answers = db.all<Used>(
    `SELECT rowid, parent, extra FROM message WHERE role = 1 AND extra LIKE '%"recalled"%'`,
  );
  for (const { rowid, parent, extra } of answers) {
    const kept = JSON.parse(extra) as Pick<Message, 'error' | 'notices' | 'recalled' | 'timeline'>;
    const recalled = kept.recalled?.filter(({ id }) => !ids.has(id)) ?? [];
    if (recalled.length === (kept.recalled?.length ?? 0)) continue;
    const { recalled: _gone, ...rest } = kept;
    db.run(
      'UPDATE message SET extra = ? WHERE rowid = ?',
      extraOf(recalled.length === 0 ? rest : { ...rest, recalled }),
      rowid,
    );
    if (parent !== null) db.run('UPDATE message SET memory_context = NULL WHERE rowid = ?', parent);
    scrubbed++;
  }
  return scrubbed;
}
