/** Takes what an order to forget names out of every table, in one transaction. */
import type { ForgetReceipt } from '../../domain/memory.ts';
import type { ForgetOrder } from '../../ports/word-eraser.ts';
import { type EpisodeTables, keyOfId, removeEpisodes } from './episodes.ts';
import { noteTables } from './kept-texts.ts';
import { removeImages } from './message-images.ts';
import { erase } from './semantic-records.ts';
import { putSummary } from './semantic-summaries.ts';
import { scrubRecalled } from './sqlite-perception-store.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';
import { decodeText, encodeText } from './stored-text.ts';
import { removeWords } from './word-index.ts';

export type Counts = Omit<ForgetReceipt, 'id' | 'atMs' | 'copies'>;

/** In a transaction. */
export function eraseWords(tables: EpisodeTables, order: ForgetOrder): Counts {
  const { db } = tables;
  scrubRecalled(db, new Set([...order.episodes, ...order.facts, ...order.summaries]));
  const messages = order.messages.filter(id => eraseMessage(db, id)).length;
  for (const id of order.titles) setTitle(db, id);
  for (const id of order.prompts) erasePrompts(db, id);
  const queued = order.queuedTurns.filter(id => remove(db, 'queued_turn', 'turn', id)).length;
  const notes = order.notes.filter(({ kind, id }) => remove(db, noteTables[kind], 'id', id)).length;
  const { facts, summaries } = erase(db, order);
  for (const summary of order.rebuilt) putSummary(db, summary);
  const keys = [...new Set(order.episodes)].map(id => keyOfId(db, id)).filter(key => key !== undefined);
  const { episodes, vectors } = removeEpisodes(tables, keys);
  return { episodes, messages: messages + queued, facts, summaries, vectors, notes };
}

const remove = (db: Statements, table: string, column: string, id: string): boolean =>
  db.run(`DELETE FROM ${table} WHERE ${column} = ?`, encodeId(id)).changes > 0;

const untitled = encodeText('…');

const setTitle = (db: Statements, conversationId: string): void => {
  db.run('UPDATE conversation SET title = ? WHERE id = ?', untitled, encodeId(conversationId));
};

const erasePrompts = (db: Statements, messageId: string): void => {
  db.run('UPDATE message SET memory_context = NULL, prompt_context = NULL WHERE id = ?', encodeId(messageId));
};

interface ErasedRow {
  readonly rowid: number;
  readonly conversation: number;
  readonly parent: number | null;
  readonly text: Buffer;
  readonly title: Buffer;
}

/** The message stays at its place, empty: what was said behind it stands where it stood. */
function eraseMessage(db: Statements, id: string): boolean {
  const row = db.one<ErasedRow>(
    `SELECT m.rowid, m.conversation, m.parent, m.text, c.title
     FROM message m JOIN conversation c ON c.rowid = m.conversation WHERE m.id = ?`,
    encodeId(id),
  );
  if (row === undefined) return false;
  removeWords(db, row.rowid);
  removeImages(db, row.rowid);
  db.run(
    'UPDATE message SET text = ?, memory_context = NULL, prompt_context = NULL, extra = NULL WHERE rowid = ?',
    encodeText(''),
    row.rowid,
  );
  if (tells(decodeText(row.title), row))
    db.run('UPDATE conversation SET title = ? WHERE rowid = ?', untitled, row.conversation);
  return true;
}

const longerWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];

/** A title is made of the first words of a conversation, or was given by hand and holds some of these words. */
function tells(title: string, { parent, text }: ErasedRow): boolean {
  const said = new Set(longerWords(decodeText(text)));
  return parent === null || longerWords(title).some(word => said.has(word));
}
