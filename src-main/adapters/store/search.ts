/** Full-text search: the index says which messages hold every word, their text says how well. */
import type { SearchHit } from '../../domain/conversation.ts';
import { type MessageRow, roleOf } from './message-rows.ts';
import { foldedWords, indexQuery, matches, type SearchTerm, termsOf } from './search-words.ts';
import { snippetOf } from './snippet.ts';
import type { Statements } from './statements.ts';
import { decodeId } from './stored-id.ts';
import { decodeText } from './stored-text.ts';

/** At most this many of the newest messages found are ranked: with more, a word is so common that newness says most. */
const maxCandidates = 200;
/** Ranking stops to read further messages after this much text; a long text is ranked by its beginning. */
const maxRankedLength = 4_000_000;
const maxLengthRanked = 20_000;
/** Okapi BM25's saturation and length constants (Robertson and Zaragoza, 2009). */
const k1 = 1.2;
const b = 0.75;

interface CandidateRow extends Pick<MessageRow, 'id' | 'role' | 'created_at_ms' | 'conversation_id'> {
  readonly title: Buffer;
  readonly text: Buffer;
}

interface Candidate {
  readonly row: CandidateRow;
  readonly text: string;
  readonly length: number;
  /** How often each term stands in the text. */
  readonly frequencies: readonly number[];
}

const foundMessages = `
  SELECT m.id, m.role, m.created_at_ms, c.id AS conversation_id, c.title, m.text
  FROM message_words w
  JOIN message m ON m.rowid = w.rowid
  JOIN conversation c ON c.rowid = m.conversation
  WHERE w.message_words MATCH ? AND c.deleted_at_ms IS NULL
  ORDER BY w.rowid DESC LIMIT ?`;

/** Best first, then newest. */
export function search(db: Statements, query: string, limit: number): readonly SearchHit[] {
  const terms = termsOf(query).filter(term => isIndexable(db, term));
  if (terms.length === 0) return [];
  const candidates = readCandidates(db, terms, limit);
  const weights = terms.map(term => rarity(db, terms, term));
  const meanLength = candidates.reduce((sum, candidate) => sum + candidate.length, 0) / candidates.length;
  return candidates
    .map(candidate => ({ candidate, score: score(candidate, weights, meanLength) }))
    .sort((x, y) => y.score - x.score || y.candidate.row.created_at_ms - x.candidate.row.created_at_ms)
    .slice(0, limit)
    .map(({ candidate }) => hitOf(candidate, terms));
}

/**
 * False for a word that SQLite would split: its table of letters is older than JavaScript's, and the index holds no
 * positions with which the pieces could be found side by side.
 */
function isIndexable(db: Statements, term: SearchTerm): boolean {
  if (/^[a-z0-9]+$/.test(term.folded)) return true;
  try {
    db.one(
      'SELECT 1 FROM message_words WHERE message_words MATCH ? LIMIT 1',
      indexQuery([{ ...term, isPrefix: false }]),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('phrase queries are not supported')) return false;
    throw error;
  }
}

function readCandidates(db: Statements, terms: readonly SearchTerm[], limit: number): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let length = 0;
  for (const row of db.each<CandidateRow>(foundMessages, indexQuery(terms), Math.max(maxCandidates, limit))) {
    const text = decodeText(row.text);
    length += text.length;
    candidates.push({ row, text, ...count(text, terms) });
    if (length > maxRankedLength && candidates.length >= limit) break;
  }
  return candidates;
}

function count(text: string, terms: readonly SearchTerm[]): Pick<Candidate, 'length' | 'frequencies'> {
  const words = foldedWords(text.slice(0, maxLengthRanked));
  const frequencies = terms.map(term => words.filter(word => matches(term, word)).length);
  return { length: words.length, frequencies };
}

/** Inverse document frequency; a single term needs none. */
function rarity(db: Statements, terms: readonly SearchTerm[], term: SearchTerm): number {
  if (terms.length === 1) return 1;
  const total = db.one<{ n: number }>('SELECT max(rowid) AS n FROM message')?.n ?? 0;
  const holding =
    db.one<{ n: number }>(
      'SELECT count(*) AS n FROM message_words WHERE message_words MATCH ?',
      indexQuery([{ ...term, isPrefix: false }]),
    )?.n ?? 0;
  return Math.log(1 + (Math.max(total, holding) - holding + 0.5) / (holding + 0.5));
}

function score({ frequencies, length }: Candidate, weights: readonly number[], meanLength: number): number {
  let sum = 0;
  for (const [index, frequency] of frequencies.entries()) {
    const saturated = frequency / (frequency + k1 * (1 - b + (b * length) / Math.max(1, meanLength)));
    sum += (weights[index] ?? 0) * saturated;
  }
  return sum;
}

function hitOf({ row, text }: Candidate, terms: readonly SearchTerm[]): SearchHit {
  const { text: snippet, marks } = snippetOf(text, terms);
  return {
    conversationId: decodeId(row.conversation_id),
    conversationTitle: decodeText(row.title),
    messageId: decodeId(row.id),
    role: roleOf(row.role),
    createdAtMs: row.created_at_ms,
    snippet,
    marks,
  };
}
