/** Receipts of forgetting, which hold numbers alone, and the mark that traces are still to be removed. */
import type { ForgetReceipt } from '../../domain/memory.ts';
import type { Counts } from './erase-words.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';

interface ReceiptRow extends Counts {
  readonly id: Buffer;
  readonly at_ms: number;
  /** A JSON list; null until the copies are gone. */
  readonly copies: string | null;
}

/** In a transaction. */
export function addReceipt(
  db: Statements,
  { id, atMs }: Pick<ForgetReceipt, 'id' | 'atMs'>,
  counts: Counts,
): void {
  const { episodes, messages, facts, summaries, vectors, notes } = counts;
  db.run(
    `INSERT INTO forget_receipt (id, at_ms, episodes, messages, facts, summaries, vectors, notes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[encodeId(id), atMs, episodes, messages, facts, summaries, vectors, notes],
  );
}

export const readReceipts = (db: Statements, limit: number): readonly ForgetReceipt[] =>
  db
    .all<ReceiptRow>('SELECT * FROM forget_receipt ORDER BY rowid DESC LIMIT ?', limit)
    .map(({ id, at_ms: atMs, copies, episodes, messages, facts, summaries, vectors, notes }) => ({
      ...{ id: decodeId(id), atMs, episodes, messages, facts, summaries, vectors, notes },
      copies: JSON.parse(copies ?? '[]') as readonly string[],
    }));

export const isScrubDue = (db: Statements): boolean => db.one('SELECT 1 FROM scrub_due') !== undefined;

/** In a transaction. */
export const markScrubDue = (db: Statements): void => {
  db.run('INSERT OR IGNORE INTO scrub_due (only) VALUES (1)');
};

/** In a transaction: the receipts that waited for it name the copies. */
export function markScrubbed(db: Statements, copies: readonly string[]): void {
  db.run('DELETE FROM scrub_due');
  db.run('UPDATE forget_receipt SET copies = ? WHERE copies IS NULL', JSON.stringify(copies));
}
