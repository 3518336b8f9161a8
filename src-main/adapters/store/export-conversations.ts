/** Whole conversations out of the database. */
import type { ConversationExport } from '../../ports/memory-store.ts';
import { conversationOf, requireConversation } from './conversations.ts';
import { type MessageRow, messageColumns, messageOf, messageTables } from './message-rows.ts';
import type { Statements } from './statements.ts';
import { decodeId } from './stored-id.ts';

/** Ids of what is to be exported, newest first for `all`. Throws `input.not-found`. */
export function exportedIds(db: Statements, ids: readonly string[] | 'all'): readonly string[] {
  if (ids === 'all') {
    return db
      .all<{ id: Buffer }>(
        'SELECT id FROM conversation WHERE deleted_at_ms IS NULL ORDER BY updated_at_ms DESC, id DESC',
      )
      .map(row => decodeId(row.id));
  }
  for (const id of ids) requireConversation(db, id);
  return ids;
}

export function exportConversation(db: Statements, id: string): ConversationExport {
  const row = requireConversation(db, id);
  const rows = db.all<MessageRow>(
    `SELECT ${messageColumns} FROM ${messageTables} WHERE m.conversation = ? ORDER BY m.rowid`,
    row.rowid,
  );
  const head = rows.find(message => message.rowid === row.head);
  return {
    conversation: conversationOf(row),
    messages: rows.map(messageOf),
    headMessageId: head === undefined ? null : decodeId(head.id),
  };
}
