/** Conversations in the database: make, list, rename, delete with undo, purge. */
import type { Conversation } from '../../domain/conversation.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';
import { decodeText, encodeText } from './stored-text.ts';

export interface ConversationRow {
  readonly rowid: number;
  readonly id: Buffer;
  readonly title: Buffer;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
  readonly deleted_at_ms: number | null;
  readonly head: number | null;
  readonly message_count: number;
  readonly pinned_at_ms: number | null;
}

export const conversationOf = (row: ConversationRow): Conversation => ({
  id: decodeId(row.id),
  title: decodeText(row.title),
  createdAtMs: row.created_at_ms,
  updatedAtMs: row.updated_at_ms,
  messageCount: row.message_count,
  ...(row.pinned_at_ms === null ? {} : { pinnedAtMs: row.pinned_at_ms }),
});

export const notFound = (what: string): JarvisError => new JarvisError('input.not-found', { what });

export const findConversation = (db: Statements, id: string): ConversationRow | undefined =>
  db.one<ConversationRow>('SELECT * FROM conversation WHERE id = ?', encodeId(id));

/** Throws `input.not-found` for an unknown or a deleted one. */
export function requireConversation(db: Statements, id: string): ConversationRow {
  const row = findConversation(db, id);
  if (row === undefined || row.deleted_at_ms !== null) throw notFound(id);
  return row;
}

/** Making one that is there already changes nothing. */
export function createConversation(
  db: Statements,
  { id, title, createdAtMs }: { id: string; title: string; createdAtMs: number },
): ConversationRow {
  if (findConversation(db, id) === undefined) {
    db.run(
      'INSERT INTO conversation (id, title, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?)',
      encodeId(id),
      encodeText(title),
      createdAtMs,
      createdAtMs,
    );
  }
  return requireConversation(db, id);
}

export function listConversations(
  db: Statements,
  { limit, before }: { limit: number; before?: { updatedAtMs: number; id: string } },
): readonly Conversation[] {
  const rows =
    before === undefined
      ? db.all<ConversationRow>(
          `SELECT * FROM conversation WHERE deleted_at_ms IS NULL
           ORDER BY updated_at_ms DESC, id DESC LIMIT ?`,
          limit,
        )
      : db.all<ConversationRow>(
          `SELECT * FROM conversation WHERE deleted_at_ms IS NULL AND (updated_at_ms, id) < (?, ?)
           ORDER BY updated_at_ms DESC, id DESC LIMIT ?`,
          before.updatedAtMs,
          encodeId(before.id),
          limit,
        );
  return rows.map(conversationOf);
}

export function renameConversation(db: Statements, id: string, title: string): Conversation {
  const { rowid } = requireConversation(db, id);
  db.run('UPDATE conversation SET title = ? WHERE rowid = ?', encodeText(title), rowid);
  return conversationOf(requireConversation(db, id));
}

/** In the order in which they were pinned. */
export const pinnedConversations = (db: Statements): readonly Conversation[] =>
  db
    .all<ConversationRow>(
      'SELECT * FROM conversation WHERE pinned_at_ms IS NOT NULL AND deleted_at_ms IS NULL ORDER BY pinned_at_ms, id',
    )
    .map(conversationOf);

/** `atMs` absent: it stands among the others again. Pinning a pinned one again keeps its place. */
export function pinConversation(db: Statements, id: string, atMs: number | undefined): Conversation {
  const { rowid, pinned_at_ms } = requireConversation(db, id);
  const pinnedAtMs = atMs === undefined ? null : (pinned_at_ms ?? atMs);
  db.run('UPDATE conversation SET pinned_at_ms = ? WHERE rowid = ?', pinnedAtMs, rowid);
  return conversationOf(requireConversation(db, id));
}

/** Deleting a deleted one again changes nothing. */
export function deleteConversation(db: Statements, id: string, atMs: number): void {
  if (findConversation(db, id) === undefined) throw notFound(id);
  db.run(
    'UPDATE conversation SET deleted_at_ms = ? WHERE id = ? AND deleted_at_ms IS NULL',
    atMs,
    encodeId(id),
  );
}

export function restoreConversation(db: Statements, id: string): Conversation {
  const row = findConversation(db, id);
  // One of an import on its way is nobody's to bring back.
  if (row === undefined || (row.deleted_at_ms ?? 0) < 0) throw notFound(id);
  db.run('UPDATE conversation SET deleted_at_ms = NULL WHERE id = ?', encodeId(id));
  return conversationOf(requireConversation(db, id));
}

/** One more message, written at `atMs`, which is now the end of the active branch. */
export function addedMessage(db: Statements, conversation: number, head: number, atMs: number): void {
  db.run(
    `UPDATE conversation
     SET head = ?, message_count = message_count + 1, updated_at_ms = max(updated_at_ms, ?) WHERE rowid = ?`,
    head,
    atMs,
    conversation,
  );
}
