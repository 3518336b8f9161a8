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

/** So many places of words are scored for one question, those of the rarest words first: about 5 ms. */
const maxPostings = 4000;
/** Of those found some may still be arriving, or leave. */
const spare = 3;

/** SQLite's BM25 is negative, the best first. */
export function passagesByWords(
  db: Statements,
  terms: readonly string[],
  limit: number,
): readonly ScoredPassage[] {
  const { holding } = termFrequencies(db, terms);
  const rarest = [...holding].filter(([, count]) => count > 0).sort(([, x], [, y]) => x - y);
  let left = maxPostings;
  const asked = rarest.filter(([, count]) => {
    left -= count;
    return left >= 0;
  });
  const [first] = rarest;
  if (first === undefined) return [];
  // Even the rarest word stands nearly everywhere: any of its places will do.
  if (asked.length === 0) return holdersOf(db, first[0], limit);
  return db.all<ScoredPassage>(
    `SELECT w.rowid AS key, -w.rank AS score
     FROM (SELECT rowid, rank FROM knowledge_words WHERE knowledge_words MATCH ? ORDER BY rank LIMIT ?) w
     JOIN knowledge_passage p ON p.key = w.rowid
     JOIN knowledge_document d ON d.rowid = p.document AND d.edition = p.edition
     ORDER BY score DESC LIMIT ?`,
    asked.map(([term]) => quotedTerm(term)).join(' OR '),
    spare * limit,
    limit,
  );
}

const holdersOf = (db: Statements, term: string, limit: number): readonly ScoredPassage[] =>
  db.all<ScoredPassage>(
    `SELECT w.rowid AS key, 0.001 AS score
     FROM (SELECT rowid FROM knowledge_words WHERE knowledge_words MATCH ? LIMIT ?) w
     JOIN knowledge_passage p ON p.key = w.rowid
     JOIN knowledge_document d ON d.rowid = p.document AND d.edition = p.edition LIMIT ?`,
    quotedTerm(term),
    spare * limit,
    limit,
  );

const quotedTerm = (term: string): string => `"${term.replaceAll('"', '')}"`;

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
