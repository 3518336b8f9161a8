/** The user's words and the answers to them: accepted, begun, saved as they grow, finished, opened again. */
import type { BranchMessage, Message } from '../../domain/conversation.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { SentImage } from '../../domain/image.ts';
import type { TurnTimeline } from '../../domain/turn-timeline.ts';
import type { MemoryStore, NewUserMessage } from '../../ports/memory-store.ts';
import { titleFrom } from './conversation-title.ts';
import {
  addedMessage,
  createConversation,
  findConversation,
  notFound,
  requireConversation,
} from './conversations.ts';
import { addImages, imagesOf } from './message-images.ts';
import {
  answererRow,
  extraOf,
  insertMessage,
  languageNumber,
  type MessageRow,
  messageColumns,
  messageOf,
  messageTables,
  statusNumber,
  statusOf,
} from './message-rows.ts';
import { branchMessageOf } from './siblings.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';
import { decodeText, encodeText } from './stored-text.ts';
import { addWords, removeWords } from './word-index.ts';

type AnswerEnd = Parameters<MemoryStore['finishAnswer']>[1];

const findMessage = (db: Statements, id: string): MessageRow | undefined =>
  db.one<MessageRow>(`SELECT ${messageColumns} FROM ${messageTables} WHERE m.id = ?`, encodeId(id));

/** Throws `input.not-found`. */
export function requireMessage(db: Statements, id: string): MessageRow {
  const row = findMessage(db, id);
  if (row === undefined) throw notFound(id);
  return row;
}

export const messageAt = (db: Statements, rowid: number): BranchMessage =>
  branchMessageOf(db, rowAt(db, rowid));

function rowAt(db: Statements, rowid: number): MessageRow {
  const row = db.one<MessageRow>(`SELECT ${messageColumns} FROM ${messageTables} WHERE m.rowid = ?`, rowid);
  if (row === undefined) throw new RangeError(`no message in row ${rowid}`);
  return row;
}

/** The user's message of this turn, if its words were accepted before. */
export const findUserMessage = (db: Statements, turnId: string): MessageRow | undefined =>
  db.one<MessageRow>(
    `SELECT ${messageColumns} FROM ${messageTables} WHERE m.turn = ? AND m.role = 0 ORDER BY m.rowid LIMIT 1`,
    encodeId(turnId),
  );

/** The same turn sent twice gives the message of the first time. */
export function appendUserMessage(
  db: Statements,
  message: NewUserMessage,
  status: Message['status'],
): BranchMessage {
  const before = findUserMessage(db, message.turnId);
  if (before !== undefined) return branchMessageOf(db, before);
  const conversation =
    findConversation(db, message.conversationId) === undefined
      ? createConversation(db, {
          id: message.conversationId,
          title: titleFrom(message.text),
          createdAtMs: message.createdAtMs,
        })
      : requireConversation(db, message.conversationId);
  const { parent } = message;
  const parentRow = parent === 'head' ? conversation.head : parentOf(db, conversation.rowid, parent.id);
  const rowid = insertMessage(db, {
    message: { ...message, role: 'user', status },
    conversation: conversation.rowid,
    parent: parentRow,
    sameTurnAsParent: false,
  });
  addImages(db, rowid, message.images ?? []);
  addWords(db, rowid);
  addedMessage(db, conversation.rowid, rowid, message.createdAtMs);
  return messageAt(db, rowid);
}

function parentOf(db: Statements, conversation: number, id: string | null): number | null {
  if (id === null) return null;
  const row = requireMessage(db, id);
  if (row.conversation !== conversation) throw notFound(id);
  return row.rowid;
}

export function beginAnswer(
  db: Statements,
  {
    id,
    turnId,
    parentId,
    createdAtMs,
  }: { id: string; turnId: string; parentId: string; createdAtMs: number },
): BranchMessage {
  const question = requireMessage(db, parentId);
  const rowid = insertMessage(db, {
    message: { id, turnId, createdAtMs, role: 'assistant', status: 'streaming', text: '' },
    conversation: question.conversation,
    parent: question.rowid,
    sameTurnAsParent: question.role === 0 && question.turn.equals(encodeId(turnId)),
  });
  if (statusOf(question.status) === 'unanswered') {
    db.run('UPDATE message SET status = 0 WHERE rowid = ?', question.rowid);
  }
  addedMessage(db, question.conversation, rowid, createdAtMs);
  return messageAt(db, rowid);
}

/** The same turn sent twice gives the message and the answer of the first time. */
export function acceptTurn(
  db: Statements,
  message: NewUserMessage,
  answer: { id: string; createdAtMs: number },
): { question: BranchMessage; answer: BranchMessage } {
  const question = appendUserMessage(db, message, 'complete');
  const { conversation, rowid } = requireMessage(db, question.id);
  const before = db.one<{ newest: number | null }>(
    'SELECT max(rowid) AS newest FROM message WHERE conversation = ? AND parent = ? AND role = 1',
    conversation,
    rowid,
  );
  if (typeof before?.newest === 'number') return { question, answer: messageAt(db, before.newest) };
  const { turnId } = message;
  return { question, answer: beginAnswer(db, { ...answer, turnId, parentId: question.id }) };
}

/** Throws `input.invalid` for an answer that does not grow any more, so that a late save overwrites nothing. */
function requireGrowing(db: Statements, id: string): MessageRow {
  const row = requireMessage(db, id);
  if (statusOf(row.status) !== 'streaming') {
    throw new JarvisError('input.invalid', { detail: `${id} is not being answered` });
  }
  return row;
}

export function saveAnswer(db: Statements, id: string, text: string): void {
  const row = requireGrowing(db, id);
  if (isQuestionForgotten(db, row)) return;
  db.run('UPDATE message SET text = ? WHERE rowid = ?', encodeText(text), row.rowid);
}

export function finishAnswer(db: Statements, id: string, end: AnswerEnd): BranchMessage {
  const row = requireGrowing(db, id);
  const { rowid } = row;
  // What a model says of it goes the same way; a skill says that it is forgotten.
  const isGone = end.answeredBy?.kind === 'model' && isQuestionForgotten(db, row);
  db.run(
    `UPDATE message SET text = ?, status = ?, language = ?, answerer = ?, prompt_tokens = ?, answer_tokens = ?, extra = ?
     WHERE rowid = ?`,
    encodeText(isGone ? '' : end.text),
    statusNumber(end.status),
    end.language === undefined ? null : languageNumber(end.language),
    answererRow(db, end.answeredBy),
    end.usage?.promptTokens ?? null,
    end.usage?.answerTokens ?? null,
    extraOf({ ...givenWith(row), ...end }),
    rowid,
  );
  addWords(db, rowid);
  return messageAt(db, rowid);
}

/** The words of its question were taken out while it grew. */
function isQuestionForgotten(db: Statements, { parent }: MessageRow): boolean {
  if (parent === null) return false;
  const asked = db.one<{ text: Buffer }>('SELECT text FROM message WHERE rowid = ?', parent);
  return asked !== undefined && decodeText(asked.text) === '';
}

/** The memories that an answer was given with, which is gone on with. */
function givenWith({ extra }: MessageRow): Pick<Message, 'recalled'> {
  if (extra === null) return {};
  const { recalled } = JSON.parse(extra) as Pick<Message, 'recalled'>;
  return recalled === undefined ? {} : { recalled };
}

/** Its text stays; what was said about its end goes. */
export function reopenAnswer(db: Statements, id: string): BranchMessage {
  const row = requireMessage(db, id);
  if (row.role === 0) throw new JarvisError('input.invalid', { detail: `${id} is not an answer` });
  removeWords(db, row.rowid);
  db.run(
    'UPDATE message SET status = ?, extra = ? WHERE rowid = ?',
    statusNumber('streaming'),
    extraOf(givenWith(row)),
    row.rowid,
  );
  return messageAt(db, row.rowid);
}

/** The words that nobody heard go out of the index as well. */
export function cutAnswer(db: Statements, id: string, length: number): BranchMessage {
  const row = requireMessage(db, id);
  if (row.role === 0) throw new JarvisError('input.invalid', { detail: `${id} is not an answer` });
  const text = decodeText(row.text);
  const kept = beginningOf(text, length);
  if (kept === text && statusOf(row.status) !== 'streaming') return branchMessageOf(db, row);
  removeWords(db, row.rowid);
  db.run(
    'UPDATE message SET text = ?, status = ?, extra = ? WHERE rowid = ?',
    encodeText(kept),
    statusNumber('stopped'),
    extraAfterCut(messageOf(row)),
    row.rowid,
  );
  addWords(db, row.rowid);
  return messageAt(db, row.rowid);
}

/** The first `length` UTF-16 units, without the first half of a pair at their end. */
function beginningOf(text: string, length: number): string {
  if (length >= text.length) return text;
  const end = Math.max(0, Math.floor(length));
  const splitsPair = /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(end - 1, end + 1));
  return text.slice(0, end > 0 && splitsPair ? end - 1 : end);
}

/** What was remarked on the prompt, and measured, stays true; how the answer had ended does not. */
function extraAfterCut({ notices = [], recalled, timeline }: Message): string | null {
  const kept = notices.filter(notice => notice === 'history-trimmed' || notice === 'prompt-trimmed');
  return extraOf({
    notices: [...kept, 'cut-by-speech'],
    ...(recalled && { recalled }),
    ...(timeline && { timeline }),
  });
}

export function setTimeline(db: Statements, id: string, timeline: TurnTimeline): void {
  const row = requireMessage(db, id);
  // Of an answer that was forgotten nothing may come back.
  if (row.role === 0 || decodeText(row.text) === '') return;
  const extra = row.extra === null ? {} : (JSON.parse(row.extra) as Parameters<typeof extraOf>[0]);
  db.run('UPDATE message SET extra = ? WHERE rowid = ?', extraOf({ ...extra, timeline }), row.rowid);
}

export const readImages = (db: Statements, id: string): readonly SentImage[] =>
  imagesOf(db, requireMessage(db, id).rowid);

/** To words that waited in line. */
export function attachImages(db: Statements, id: string, images: readonly SentImage[]): BranchMessage {
  const { rowid } = requireMessage(db, id);
  addImages(db, rowid, images);
  return messageAt(db, rowid);
}

export function setPromptContext(db: Statements, id: string, promptContext: string): void {
  const { rowid } = requireMessage(db, id);
  db.run('UPDATE message SET prompt_context = ? WHERE rowid = ?', encodeText(promptContext), rowid);
}

export function setMemoryContext(db: Statements, id: string, memoryContext: string): void {
  const { rowid } = requireMessage(db, id);
  db.run('UPDATE message SET memory_context = ? WHERE rowid = ?', encodeText(memoryContext), rowid);
}
