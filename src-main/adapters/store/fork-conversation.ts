/** Copies a branch into a conversation of its own. */
import type { Conversation } from '../../domain/conversation.ts';
import { JarvisError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { conversationOf, findConversation, requireConversation } from './conversations.ts';
import { copyImages } from './message-images.ts';
import { statusNumber } from './message-rows.ts';
import { requireMessage } from './messages.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';
import { encodeText } from './stored-text.ts';
import { addWords } from './word-index.ts';

interface NewFork {
  readonly id: string;
  readonly messageId: string;
  readonly title: string;
  readonly createdAtMs: number;
}

const branchUpTo = `
  WITH RECURSIVE up (row, depth) AS (
    SELECT ?, 0
    UNION ALL
    SELECT m.parent, up.depth + 1 FROM up JOIN message m ON m.rowid = up.row WHERE m.parent IS NOT NULL
  )
  SELECT m.rowid, m.turn IS NOT NULL AS own_turn
  FROM up CROSS JOIN message m WHERE m.rowid = up.row ORDER BY up.depth DESC`;

/** In one transaction. The same fork made again changes nothing. Throws `input.not-found`, `input.invalid`. */
export function forkConversation(db: Statements, fork: NewFork): Conversation {
  const { rowid, conversation_id } = requireMessage(db, fork.messageId);
  const known = findConversation(db, fork.id);
  if (known !== undefined) {
    if (conversation_id.equals(known.id)) {
      const detail = {
        fr: 'une conversation ne bifurque pas vers elle-même',
        en: 'a conversation is not forked into itself',
      };
      throw new JarvisError('input.invalid', { detail });
    }
    return conversationOf(requireConversation(db, fork.id));
  }
  const target = db.run(
    'INSERT INTO conversation (id, title, created_at_ms, updated_at_ms) VALUES (?, ?, ?, ?)',
    encodeId(fork.id),
    encodeText(fork.title),
    fork.createdAtMs,
    fork.createdAtMs,
  ).rowid;
  const branch = db.all<{ rowid: number; own_turn: number }>(branchUpTo, rowid);
  let head: number | null = null;
  for (const message of branch) head = copy(db, message, target, head);
  db.run('UPDATE conversation SET head = ?, message_count = ? WHERE rowid = ?', head, branch.length, target);
  return conversationOf(requireConversation(db, fork.id));
}

/** Nobody goes on writing the copy of an answer that still grows. */
function copy(
  db: Statements,
  message: { readonly rowid: number; readonly own_turn: number },
  conversation: number,
  parent: number | null,
): number {
  const { rowid } = db.run(
    `INSERT INTO message (id, conversation, parent, role, status, created_at_ms, turn, language, origin, answerer,
       prompt_tokens, answer_tokens, extra, prompt_context, memory_context, text, copy_of)
     SELECT ?, ?, ?, role, CASE status WHEN ? THEN ? ELSE status END, created_at_ms, ?, language, origin, answerer,
       prompt_tokens, answer_tokens, extra, prompt_context, memory_context, text, coalesce(copy_of, id)
     FROM message WHERE rowid = ?`,
    encodeId(newId()),
    conversation,
    parent,
    statusNumber('streaming'),
    statusNumber('interrupted'),
    message.own_turn === 1 ? encodeId(newId()) : null,
    message.rowid,
  );
  copyImages(db, message.rowid, rowid);
  addWords(db, rowid);
  return rowid;
}
