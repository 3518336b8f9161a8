/** Turns that wait for an answer to end, turns found again by their id, and what a crash left of both. */
import type { BranchMessage, Message, QueuedTurn } from '../../domain/conversation.ts';
import { newId } from '../../domain/id.ts';
import type { MemoryStore } from '../../ports/memory-store.ts';
import { requireConversation } from './conversations.ts';
import {
  type MessageRow,
  messageColumns,
  messageOf,
  messageTables,
  originNumber,
  originOf,
  statusNumber,
} from './message-rows.ts';
import { appendUserMessage, findUserMessage, messageAt } from './messages.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';
import { decodeText, encodeText } from './stored-text.ts';
import { addWords } from './word-index.ts';

interface QueuedRow {
  readonly rowid: number;
  readonly turn: Buffer;
  readonly conversation_id: Buffer;
  readonly origin: number;
  readonly queued_at_ms: number;
  readonly text: Buffer;
}

const queuedTurns = `
  SELECT q.rowid, q.turn, c.id AS conversation_id, q.origin, q.queued_at_ms, q.text
  FROM queued_turn q JOIN conversation c ON c.rowid = q.conversation`;

const queuedOf = (row: QueuedRow): QueuedTurn => ({
  turnId: decodeId(row.turn),
  conversationId: decodeId(row.conversation_id),
  text: decodeText(row.text),
  origin: originOf(row.origin),
  queuedAtMs: row.queued_at_ms,
});

/** A turn that waits already, or was accepted, is not queued again. */
export function enqueueTurn(db: Statements, turn: QueuedTurn): void {
  const { rowid } = requireConversation(db, turn.conversationId);
  if (findUserMessage(db, turn.turnId) !== undefined) return;
  db.run(
    `INSERT INTO queued_turn (turn, conversation, origin, queued_at_ms, text) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (turn) DO NOTHING`,
    encodeId(turn.turnId),
    rowid,
    originNumber(turn.origin),
    turn.queuedAtMs,
    encodeText(turn.text),
  );
}

export const listQueued = (db: Statements, conversationId: string): readonly QueuedTurn[] =>
  db.all<QueuedRow>(`${queuedTurns} WHERE c.id = ? ORDER BY q.rowid`, encodeId(conversationId)).map(queuedOf);

/** Takes the oldest queued turn and appends its words at the head. */
export function dequeueTurn(
  db: Statements,
  conversationId: string,
  message: { id: string; createdAtMs: number },
): BranchMessage | undefined {
  requireConversation(db, conversationId);
  const row = db.one<QueuedRow>(
    `${queuedTurns} WHERE c.id = ? ORDER BY q.rowid LIMIT 1`,
    encodeId(conversationId),
  );
  if (row === undefined) return undefined;
  return takeOut(db, row, message, 'complete');
}

function takeOut(
  db: Statements,
  row: QueuedRow,
  { id, createdAtMs }: { id: string; createdAtMs: number },
  status: Message['status'],
): BranchMessage {
  const { turnId, conversationId, text, origin } = queuedOf(row);
  db.run('DELETE FROM queued_turn WHERE rowid = ?', row.rowid);
  return appendUserMessage(
    db,
    { id, turnId, conversationId, parent: 'head', text, origin, createdAtMs },
    status,
  );
}

export const cancelQueued = (db: Statements, turnId: string): boolean =>
  db.run('DELETE FROM queued_turn WHERE turn = ?', encodeId(turnId)).changes > 0;

export function findTurn(db: Statements, turnId: string): Awaited<ReturnType<MemoryStore['findTurn']>> {
  const queued = db.one<QueuedRow>(`${queuedTurns} WHERE q.turn = ?`, encodeId(turnId));
  if (queued !== undefined) return { queued: queuedOf(queued) };
  const question = findUserMessage(db, turnId);
  if (question !== undefined) return withAnswer(question, answerOf(db, question));
  // A regenerated answer has a turn of its own under the words of an earlier one.
  const answer = db.one<MessageRow>(
    `SELECT ${messageColumns} FROM ${messageTables} WHERE m.turn = ? ORDER BY m.rowid DESC LIMIT 1`,
    encodeId(turnId),
  );
  if (answer === undefined || answer.parent === null) return undefined;
  return { userMessage: messageAt(db, answer.parent), answer: messageOf(answer) };
}

const withAnswer = (question: MessageRow, answer: MessageRow | undefined) => ({
  userMessage: messageOf(question),
  ...(answer === undefined ? {} : { answer: messageOf(answer) }),
});

const answerOf = (db: Statements, question: MessageRow): MessageRow | undefined =>
  db.one<MessageRow>(
    `SELECT ${messageColumns} FROM ${messageTables}
     WHERE m.conversation = ? AND m.parent = ? AND m.role = 1 AND coalesce(m.turn, p.turn) = ?
     ORDER BY m.rowid DESC LIMIT 1`,
    question.conversation,
    question.rowid,
    question.turn,
  );

/** What stood unfinished when the program ended becomes what it is: interrupted answers, unanswered words. */
export function recover(db: Statements, atMs: number): { interrupted: number; unanswered: number } {
  const growing = db.all<{ rowid: number }>('SELECT rowid FROM message WHERE status = 1');
  for (const { rowid } of growing) {
    db.run('UPDATE message SET status = ? WHERE rowid = ?', statusNumber('interrupted'), rowid);
    addWords(db, rowid);
  }
  const unanswered = markUnanswered(db);
  const waiting = db.all<QueuedRow>(`${queuedTurns} WHERE c.deleted_at_ms IS NULL ORDER BY q.rowid`);
  for (const row of waiting) takeOut(db, row, { id: newId(), createdAtMs: atMs }, 'unanswered');
  return { interrupted: growing.length, unanswered: unanswered + waiting.length };
}

/** Words accepted right before the end, to which no answer was begun: they stand at the head of their conversation. */
const markUnanswered = (db: Statements): number =>
  db.run(
    `UPDATE message SET status = ? WHERE role = 0 AND status = 0
     AND rowid IN (SELECT head FROM conversation WHERE head IS NOT NULL)`,
    statusNumber('unanswered'),
  ).changes;
