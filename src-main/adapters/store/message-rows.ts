/** Between a row of the `message` table and a message of the domain. */
import type { Message } from '../../domain/conversation.ts';
import { imagesColumn, infoOf } from './message-images.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';
import { decodeText, encodeText } from './stored-text.ts';

/** Positions in these lists are what the database holds: only ever add at the end. */
const roles = ['user', 'assistant'] as const;
const statuses = ['complete', 'streaming', 'interrupted', 'stopped', 'failed', 'unanswered'] as const;
const languages = ['fr', 'en'] as const;
const origins = ['typed', 'spoken', 'command-line'] as const;

const roleNumber = (role: Message['role']): number => roles.indexOf(role);
export const statusOf = (status: number): Message['status'] => at(statuses, status);
export const statusNumber = (status: Message['status']): number => statuses.indexOf(status);
export const roleOf = (role: number): Message['role'] => at(roles, role);
export const originOf = (origin: number): (typeof origins)[number] => at(origins, origin);
export const originNumber = (origin: (typeof origins)[number]): number => origins.indexOf(origin);
export const languageNumber = (language: (typeof languages)[number]): number => languages.indexOf(language);

export interface MessageRow {
  readonly rowid: number;
  readonly id: Buffer;
  readonly conversation: number;
  readonly conversation_id: Buffer;
  readonly parent: number | null;
  readonly parent_id: Buffer | null;
  readonly role: number;
  readonly status: number;
  readonly created_at_ms: number;
  readonly turn: Buffer;
  readonly language: number | null;
  readonly origin: number | null;
  readonly answered_by: string | null;
  readonly prompt_tokens: number | null;
  readonly answer_tokens: number | null;
  readonly extra: string | null;
  readonly prompt_context: Buffer | null;
  readonly memory_context: Buffer | null;
  readonly text: Buffer;
  /** See message-images.ts. */
  readonly images: string | null;
  /** The message itself included. */
  readonly sibling_count: number;
}

/** An answer of the same turn as its parent leaves its own `turn` empty, which halves the index of turns. */
export const messageColumns = `
  m.rowid, m.id, m.conversation, c.id AS conversation_id, m.parent, p.id AS parent_id, m.role, m.status,
  m.created_at_ms, coalesce(m.turn, p.turn) AS turn, m.language, m.origin, a.description AS answered_by,
  m.prompt_tokens, m.answer_tokens, m.extra, m.prompt_context, m.memory_context, m.text,
  ${imagesColumn},
  (SELECT count(*) FROM message s WHERE s.conversation = m.conversation AND s.parent IS m.parent) AS sibling_count`;
export const messageTables = `
  message m
  JOIN conversation c ON c.rowid = m.conversation
  LEFT JOIN message p ON p.rowid = m.parent
  LEFT JOIN answerer a ON a.rowid = m.answerer`;

export function messageOf(row: MessageRow): Message {
  return {
    id: decodeId(row.id),
    conversationId: decodeId(row.conversation_id),
    parentId: row.parent_id === null ? null : decodeId(row.parent_id),
    role: roleOf(row.role),
    text: decodeText(row.text),
    status: statusOf(row.status),
    createdAtMs: row.created_at_ms,
    turnId: decodeId(row.turn),
    ...(row.language === null ? {} : { language: at(languages, row.language) }),
    ...(row.origin === null ? {} : { origin: originOf(row.origin) }),
    ...(row.answered_by === null ? {} : { answeredBy: JSON.parse(row.answered_by) }),
    ...usageOf(row),
    ...(row.extra === null ? {} : (JSON.parse(row.extra) as Extra)),
    ...(row.prompt_context === null ? {} : { promptContext: decodeText(row.prompt_context) }),
    ...(row.images === null ? {} : { images: infoOf(row.images) }),
    ...(row.memory_context === null ? {} : { memoryContext: decodeText(row.memory_context) }),
  };
}

function usageOf(row: MessageRow): Pick<Message, 'usage'> {
  if (row.prompt_tokens === null && row.answer_tokens === null) return {};
  return {
    usage: {
      ...(row.prompt_tokens === null ? {} : { promptTokens: row.prompt_tokens }),
      ...(row.answer_tokens === null ? {} : { answerTokens: row.answer_tokens }),
    },
  };
}

/** What a new row needs; `parent` and `conversation` are row numbers. */
export interface NewMessageRow {
  readonly message: Omit<Message, 'conversationId' | 'parentId' | 'language' | 'images'> & {
    readonly language?: Message['language'];
  };
  readonly conversation: number;
  readonly parent: number | null;
  readonly sameTurnAsParent: boolean;
}

/** Adds a message and returns its row number. */
export function insertMessage(db: Statements, row: NewMessageRow): number {
  const { message } = row;
  return db.run(
    `INSERT INTO message (id, conversation, parent, role, status, created_at_ms, turn, language, origin, answerer,
       prompt_tokens, answer_tokens, extra, prompt_context, memory_context, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    encodeId(message.id),
    row.conversation,
    row.parent,
    roleNumber(message.role),
    statusNumber(message.status),
    message.createdAtMs,
    row.sameTurnAsParent ? null : encodeId(message.turnId),
    message.language === undefined ? null : languageNumber(message.language),
    message.origin === undefined ? null : originNumber(message.origin),
    answererRow(db, message.answeredBy),
    message.usage?.promptTokens ?? null,
    message.usage?.answerTokens ?? null,
    extraOf(message),
    message.promptContext === undefined ? null : encodeText(message.promptContext),
    message.memoryContext === undefined ? null : encodeText(message.memoryContext),
    encodeText(message.text),
  ).rowid;
}

/** Few back ends and skills give all answers: each is described once. */
export function answererRow(db: Statements, answeredBy: Message['answeredBy']): number | null {
  if (answeredBy === undefined) return null;
  const description = JSON.stringify(answeredBy);
  const known = db.one<{ rowid: number }>('SELECT rowid FROM answerer WHERE description = ?', description);
  return known?.rowid ?? db.run('INSERT INTO answerer (description) VALUES (?)', description).rowid;
}

type Extra = Pick<Message, 'error' | 'notices' | 'recalled' | 'timeline'>;

export function extraOf({ error, notices, recalled, timeline }: Extra): string | null {
  // What is undefined JSON leaves out.
  const extra = JSON.stringify({ error, notices, recalled, timeline });
  return extra === '{}' ? null : extra;
}

function at<T>(list: readonly T[], position: number): T {
  const value = list[position];
  if (value === undefined) throw new RangeError(`no entry ${position} in [${list.join(', ')}]`);
  return value;
}
