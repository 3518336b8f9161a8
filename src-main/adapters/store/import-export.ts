/** Whole conversations out of the database and into it. */
import type { Message } from '../../domain/conversation.ts';
import { JarvisError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { ConversationExport } from '../../ports/memory-store.ts';
import { conversationOf, findConversation, requireConversation } from './conversations.ts';
import { insertMessage, type MessageRow, messageColumns, messageOf, messageTables } from './message-rows.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';
import { encodeText } from './stored-text.ts';
import { addWords } from './word-index.ts';

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

/** Ids and turns that are taken already are exchanged for new ones, the same one wherever it stands. */
export function importConversation(
  db: Statements,
  { conversation, messages, headMessageId }: ConversationExport,
): void {
  const id = findConversation(db, conversation.id) === undefined ? conversation.id : newId();
  const { rowid } = db.run(
    `INSERT INTO conversation (id, title, created_at_ms, updated_at_ms, message_count) VALUES (?, ?, ?, ?, ?)`,
    encodeId(id),
    encodeText(conversation.title),
    conversation.createdAtMs,
    conversation.updatedAtMs,
    messages.length,
  );
  const placed = new Map<string, Placed>();
  const turns = new Map<string, string>();
  for (const message of messages) {
    if (placed.has(message.id)) throw malformed(`message ${message.id} twice`);
    const turnId = turns.get(message.turnId) ?? freeTurn(db, message.turnId);
    turns.set(message.turnId, turnId);
    placed.set(message.id, place(db, rowid, { ...message, turnId }, parentOf(message, placed)));
  }
  const head = headMessageId === null ? [...placed.values()].at(-1) : placed.get(headMessageId);
  if (head === undefined && messages.length > 0) throw malformed(`no message ${headMessageId}`);
  db.run('UPDATE conversation SET head = ? WHERE rowid = ?', head?.rowid ?? null, rowid);
}

interface Placed {
  readonly rowid: number;
  /** Its turn, when its own row holds it. */
  readonly ownTurn: string | undefined;
}

function place(db: Statements, conversation: number, message: Message, parent: Placed | undefined): Placed {
  const sameTurnAsParent = parent?.ownTurn === message.turnId;
  const rowid = insertMessage(db, {
    message: {
      ...message,
      id: isTaken(db, 'id', message.id) ? newId() : message.id,
      // Nothing goes on writing an imported answer.
      status: message.status === 'streaming' ? 'interrupted' : message.status,
    },
    conversation,
    parent: parent?.rowid ?? null,
    sameTurnAsParent,
  });
  addWords(db, rowid);
  return { rowid, ownTurn: sameTurnAsParent ? undefined : message.turnId };
}

function parentOf(message: Message, placed: ReadonlyMap<string, Placed>): Placed | undefined {
  if (message.parentId === null) return undefined;
  const parent = placed.get(message.parentId);
  if (parent === undefined) throw malformed(`message ${message.id} stands before its parent`);
  return parent;
}

const freeTurn = (db: Statements, turnId: string): string =>
  isTaken(db, 'turn', turnId) || isQueued(db, turnId) ? newId() : turnId;

const isTaken = (db: Statements, column: 'id' | 'turn', value: string): boolean =>
  db.one(`SELECT 1 FROM message WHERE ${column} = ? LIMIT 1`, encodeId(value)) !== undefined;

const isQueued = (db: Statements, turnId: string): boolean =>
  db.one('SELECT 1 FROM queued_turn WHERE turn = ?', encodeId(turnId)) !== undefined;

const malformed = (detail: string): JarvisError => new JarvisError('import.malformed', { detail });
