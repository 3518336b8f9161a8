/** An import on its way: its conversations stand in the database, but as if deleted, until all of it is there. */
import type { Message } from '../../domain/conversation.ts';
import { JarvisError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { ImportPart } from '../../ports/memory-store.ts';
import { findConversation } from './conversations.ts';
import { insertMessage } from './message-rows.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';
import { encodeText } from './stored-text.ts';
import { addWords } from './word-index.ts';

/**
 * Each import has a number of its own in place of the time of its deletion, below zero, long before anybody deleted
 * anything: what a crash leaves of one goes with the deleted conversations at the next start.
 */
let lastStage = 0;

function newStage(db: Statements): number {
  const found = db.one<{ least: number | null }>('SELECT min(deleted_at_ms) AS least FROM conversation');
  lastStage = Math.min(lastStage, found?.least ?? 0) - 1;
  return lastStage;
}

/** Of the imports that go on now, whatever store they are in: no two have the same. */
const running = new Set<number>();
export const runningStages = (): readonly number[] => [...running];

export class StagedImport {
  readonly #db: Statements;
  readonly #stage: number;
  #current: StagedConversation | undefined;
  conversations = 0;
  messages = 0;

  constructor(db: Statements) {
    this.#db = db;
    this.#stage = db.read(() => newStage(db));
    running.add(this.#stage);
  }

  /** To be called whatever became of it: what is left of it counts as broken off from now on. */
  end(): void {
    running.delete(this.#stage);
  }

  /** To be called within a transaction, for each conversation in turn. Throws `import.malformed`. */
  beginConversation({ conversation, headMessageId }: Extract<ImportPart, { conversation: unknown }>): void {
    this.endConversation();
    const db = this.#db;
    const isFree = findConversation(db, conversation.id) === undefined;
    const { rowid } = db.run(
      'INSERT INTO conversation (id, title, created_at_ms, updated_at_ms, deleted_at_ms) VALUES (?, ?, ?, ?, ?)',
      encodeId(isFree ? conversation.id : newId()),
      encodeText(conversation.title),
      conversation.createdAtMs,
      conversation.updatedAtMs,
      this.#stage,
    );
    this.conversations++;
    this.#current = { rowid, headMessageId, placed: new Map(), turns: new Map() };
  }

  /** Ids and turns that are taken already are exchanged for new ones, the same one wherever it stands. */
  add(message: Message): void {
    const current = this.#current;
    if (current === undefined) throw malformed(`message ${message.id} stands before its conversation`);
    const { placed, turns, rowid } = current;
    if (placed.has(message.id)) throw malformed(`message ${message.id} twice`);
    const turnId = turns.get(message.turnId) ?? freeTurn(this.#db, message.turnId);
    turns.set(message.turnId, turnId);
    const parent = parentOf(message, placed);
    const child = place(this.#db, rowid, { ...message, turnId }, parent);
    placed.set(message.id, child);
    this.#db.run(
      'UPDATE conversation SET head = ?, message_count = message_count + 1 WHERE rowid = ?',
      child.rowid,
      rowid,
    );
    this.messages++;
  }

  /** All of it is there: from now on everybody sees it. */
  publish(): void {
    this.endConversation();
    this.#db.run('UPDATE conversation SET deleted_at_ms = NULL WHERE deleted_at_ms = ?', this.#stage);
  }

  endConversation(): void {
    const current = this.#current;
    this.#current = undefined;
    if (current === undefined || current.headMessageId === null) return;
    const head = current.placed.get(current.headMessageId);
    if (head === undefined) {
      if (current.placed.size > 0) throw malformed(`no message ${current.headMessageId}`);
      return;
    }
    this.#db.run('UPDATE conversation SET head = ? WHERE rowid = ?', head.rowid, current.rowid);
  }

  /** Rows of what was brought in so far. */
  rows(): readonly number[] {
    return this.#db
      .all<{ rowid: number }>('SELECT rowid FROM conversation WHERE deleted_at_ms = ?', this.#stage)
      .map(row => row.rowid);
  }
}

interface StagedConversation {
  readonly rowid: number;
  readonly headMessageId: string | null;
  readonly placed: Map<string, Placed>;
  readonly turns: Map<string, string>;
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
