/** Keeps the index of words in step with the messages: every message is in it, except an answer that still grows. */
import { statusNumber } from './message-rows.ts';
import { foldLigatures } from './search-words.ts';
import type { Statements } from './statements.ts';
import { decodeText } from './stored-text.ts';

interface IndexedRow {
  readonly status: number;
  readonly text: Buffer;
}

const read = (db: Statements, rowid: number): IndexedRow | undefined =>
  db.one<IndexedRow>('SELECT status, text FROM message WHERE rowid = ?', rowid);

/** Lone surrogates are no letters, and the index takes only well-formed text. */
const indexedText = (row: IndexedRow): string => foldLigatures(decodeText(row.text).toWellFormed());

/** Call after a message was added or finished. */
export function addWords(db: Statements, rowid: number): void {
  const row = read(db, rowid);
  if (row === undefined || row.status === statusNumber('streaming')) return;
  db.run('INSERT INTO message_words (rowid, text) VALUES (?, ?)', rowid, indexedText(row));
}

/** Call before a message's text or state changes, or it is deleted: the index needs the very text it was given. */
export function removeWords(db: Statements, rowid: number): void {
  const row = read(db, rowid);
  if (row === undefined || row.status === statusNumber('streaming')) return;
  db.run(
    "INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', ?, ?)",
    rowid,
    indexedText(row),
  );
}
