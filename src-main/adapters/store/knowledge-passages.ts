/** The passages of documents with their words and vectors: added, taken away, and found. */

import { newId } from '../../domain/id.ts';
import { indexTerms } from '../../domain/index-terms.ts';
import type { CitedPassage, Passage } from '../../domain/knowledge.ts';
import type { EmbeddedPassage, ScoredPassage } from '../../ports/knowledge-store.ts';
import { foundPassages, indexedText, type PassageRow, passageOf } from './knowledge-rows.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';
import { decodeText, encodeQuickText } from './stored-text.ts';
import type { VectorCollection } from './vector-collection.ts';

/** Where a passage is put. */
export interface PassagePlace {
  readonly document: number;
  readonly edition: number;
  readonly ordinal: number;
}

/** In a transaction. */
export function addPassage(
  db: Statements,
  collection: VectorCollection,
  { passage, vectors }: EmbeddedPassage,
  model: string,
  { document, edition, ordinal }: PassagePlace,
): void {
  const { rowid: key } = db.run(
    `INSERT INTO knowledge_passage (id, document, edition, ordinal, page, start, length, headings, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[encodeId(newId()), document, edition, ordinal, passage.page ?? null, passage.start],
    ...[passage.end - passage.start, JSON.stringify(passage.headings), encodeQuickText(passage.text)],
  );
  db.run('INSERT INTO knowledge_words (rowid, terms) VALUES (?, ?)', key, termsOf(passage));
  collection.put(model, key, vectors);
}

/** In a transaction. */
export function removePassage(
  db: Statements,
  vectors: VectorCollection,
  { key, headings, text }: Pick<PassageRow, 'key' | 'headings' | 'text'>,
): void {
  const terms = termsOf({ headings: JSON.parse(headings) as readonly string[], text: decodeText(text) });
  db.run("INSERT INTO knowledge_words (knowledge_words, rowid, terms) VALUES ('delete', ?, ?)", key, terms);
  vectors.remove([key]);
  db.run('DELETE FROM knowledge_passage WHERE key = ?', key);
}

const termsOf = (passage: Pick<Passage, 'headings' | 'text'>): string =>
  indexTerms(indexedText(passage).toWellFormed()).join(' ');

/** Those that no document has any more, or has not yet. */
export const strayPassages = (db: Statements): readonly PassageRow[] =>
  db.all<PassageRow>(
    `SELECT p.key, p.headings, p.text FROM knowledge_passage p
     LEFT JOIN knowledge_document d ON d.rowid = p.document AND d.edition = p.edition
     WHERE d.rowid IS NULL LIMIT 200`,
  );

/** SQLite's BM25 is negative, the best first. */
export function passagesByWords(
  db: Statements,
  terms: readonly string[],
  limit: number,
): readonly ScoredPassage[] {
  const query = [...new Set(terms)].map(term => `"${term.replaceAll('"', '')}"`).join(' OR ');
  if (query === '') return [];
  return db.all<{ key: number; score: number }>(
    `SELECT w.rowid AS key, -bm25(knowledge_words) AS score
     FROM knowledge_words w JOIN knowledge_passage p ON p.key = w.rowid
     JOIN knowledge_document d ON d.rowid = p.document AND d.edition = p.edition
     WHERE knowledge_words MATCH ? ORDER BY bm25(knowledge_words) LIMIT ?`,
    query,
    limit,
  );
}

export const passagesOfKeys = (
  db: Statements,
  keys: readonly number[],
): readonly (CitedPassage & { readonly key: number })[] =>
  db
    .all<PassageRow>(
      `SELECT ${foundPassages} JOIN json_each(?) c ON c.value = p.key ORDER BY c.key`,
      JSON.stringify(keys),
    )
    .map(row => ({ ...passageOf(row), key: row.key }));

/** How many passages hold each term. */
export function termFrequencies(db: Statements, terms: readonly string[]) {
  const holding = new Map(
    [...new Set(terms)].map(term => [
      term,
      db.one<{ doc: number }>('SELECT doc FROM knowledge_vocabulary WHERE term = ?', term)?.doc ?? 0,
    ]),
  );
  const passages = db.one<{ n: number }>('SELECT sum(passages) AS n FROM knowledge_document')?.n ?? 0;
  return { passages, holding };
}
