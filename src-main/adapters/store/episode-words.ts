/** The words of episodes: kept in step with them, and found again by BM25. */
import { indexTerm, indexTerms } from '../../domain/index-terms.ts';
import type { Scored, WordStatistics } from '../../ports/episodic-memory-store.ts';
import type { Statements } from './statements.ts';
import { decodeTerms, encodeTerms, type TermList } from './term-list.ts';

/** Longer texts are indexed up to here, in UTF-16 units. */
const maxIndexedLength = 200_000;
/** So many places of words are looked at for one question, those of the rarest words first, the newest of each first. */
const maxPostings = 3000;
/** So many of the likeliest are scored exactly, for each that is wanted, and at least so many. */
const exactFor = { each: 1.5, least: 100 };
/** Okapi BM25's constants (Robertson and Zaragoza, 2009). */
const k1 = 1.2;
const b = 0.75;

interface KnownWord {
  readonly rowid: number;
  readonly episodes: number;
}

/** In a transaction. */
export function addEpisodeWords(db: Statements, episode: number, text: string, isFound: boolean): void {
  const terms = indexTerms(text.slice(0, maxIndexedLength).toWellFormed());
  const counts = new Map<number, number>();
  const numbers = new Map<string, number>();
  for (const term of terms) {
    const number = numbers.get(term) ?? wordNumber(db, term);
    numbers.set(term, number);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const list = { words: terms.length, counts };
  db.run('INSERT INTO episode_terms (episode, terms) VALUES (?, ?)', episode, encodeTerms(list));
  if (isFound) index(db, episode, list, 1);
}

/** In a transaction: recall finds the episode by its words, or no longer; the words stay. */
export function setWordsFound(db: Statements, episode: number, isFound: boolean): void {
  index(db, episode, termsOf(db, episode), isFound ? 1 : -1);
}

/** In a transaction, of an episode whose words are not found any more: what only it said is forgotten. */
export function removeEpisodeWords(db: Statements, episode: number): void {
  const { counts } = termsOf(db, episode);
  db.run('DELETE FROM episode_terms WHERE episode = ?', episode);
  for (const word of counts.keys()) {
    // A word that hidden episodes hold too is made again if they come back.
    db.run('UPDATE episode_word SET holders = holders - 1 WHERE rowid = ?', word);
    db.run('DELETE FROM episode_word WHERE rowid = ? AND holders = 0', word);
  }
}

/** Best first; equal ones newest first. */
export function findByWords(db: Statements, words: readonly string[], limit: number): readonly Scored[] {
  const totals = readTotals(db);
  const known = [...new Set(words.map(indexTerm))]
    .map(term => knownWord(db, term))
    .filter(word => word !== undefined && word.episodes > 0) as KnownWord[];
  if (known.length === 0) return [];
  const rarities = new Map(known.map(word => [word.rowid, rarity(totals.indexed, word.episodes)]));
  const likely = likeliest(db, known, rarities, Math.max(exactFor.least, Math.ceil(exactFor.each * limit)));
  const meanWords = totals.words / Math.max(1, totals.indexed);
  return db
    .all<{ episode: number; terms: Buffer }>(
      'SELECT t.episode, t.terms FROM json_each(?) c CROSS JOIN episode_terms t ON t.episode = c.value',
      JSON.stringify(likely),
    )
    .map(({ episode, terms }) => ({ key: episode, score: score(decodeTerms(terms), rarities, meanWords) }))
    .sort((x, y) => y.score - x.score || y.key - x.key)
    .slice(0, limit);
}

/** Those that hold every one of these words, newest first. */
export function findByAllWords(db: Statements, words: readonly string[], limit: number): readonly number[] {
  const terms = [...new Set(words.map(indexTerm))];
  const known = terms.map(term => knownWord(db, term)).filter(word => word !== undefined);
  if (terms.length === 0 || known.length < terms.length) return [];
  const query = known.map(({ rowid }) => token(rowid)).join(' AND ');
  return rowsHolding(db, query, limit);
}

export function wordStatistics(db: Statements, words: readonly string[]): WordStatistics {
  const { indexed, words: total } = readTotals(db);
  return {
    episodes: indexed,
    meanWords: total / Math.max(1, indexed),
    frequencies: new Map(words.map(word => [word, knownWord(db, indexTerm(word))?.episodes ?? 0])),
  };
}

/** The candidates: each scored by the rarities of the words it was found by. */
function likeliest(
  db: Statements,
  known: readonly KnownWord[],
  rarities: ReadonlyMap<number, number>,
  wanted: number,
): readonly number[] {
  const found = new Map<number, number>();
  let left = maxPostings;
  for (const { rowid } of [...known].sort((x, y) => x.episodes - y.episodes)) {
    if (left <= 0) break;
    const episodes = rowsHolding(db, token(rowid), left);
    left -= episodes.length;
    const weight = rarities.get(rowid) ?? 0;
    for (const episode of episodes) found.set(episode, (found.get(episode) ?? 0) + weight);
  }
  return found.size <= wanted ? [...found.keys()] : heaviest(found, wanted);
}

/** Few different weights are possible: sorting those is enough. */
function heaviest(found: ReadonlyMap<number, number>, wanted: number): readonly number[] {
  const byWeight = new Map<number, number[]>();
  for (const [episode, weight] of found) {
    const same = byWeight.get(weight);
    if (same === undefined) byWeight.set(weight, [episode]);
    else same.push(episode);
  }
  const kept: number[] = [];
  for (const [, episodes] of [...byWeight].sort(([x], [y]) => y - x)) {
    // The newest were found first.
    kept.push(...episodes.slice(0, wanted - kept.length));
    if (kept.length === wanted) break;
  }
  return kept;
}

const rowsHolding = (db: Statements, query: string, limit: number): readonly number[] =>
  db.numbers(
    'SELECT rowid FROM episode_postings WHERE episode_postings MATCH ? ORDER BY rowid DESC LIMIT ?',
    query,
    limit,
  );

function score(list: TermList, rarities: ReadonlyMap<number, number>, meanWords: number): number {
  const saturation = k1 * (1 - b + (b * list.words) / Math.max(1, meanWords));
  let sum = 0;
  for (const [word, weight] of rarities) {
    const count = list.counts.get(word) ?? 0;
    sum += (weight * count * (k1 + 1)) / (count + saturation);
  }
  return sum;
}

/** Inverse document frequency, above zero for words that stand everywhere too. */
const rarity = (all: number, holding: number): number =>
  Math.log(1 + (Math.max(all, holding) - holding + 0.5) / (holding + 0.5));

const knownWord = (db: Statements, term: string): KnownWord | undefined =>
  db.one<KnownWord>('SELECT rowid, episodes FROM episode_word WHERE word = ?', term);

/** One more episode holds this word. */
function wordNumber(db: Statements, term: string): number {
  const row = db.one<{ rowid: number }>(
    `INSERT INTO episode_word (word, episodes, holders) VALUES (?, 0, 1)
     ON CONFLICT (word) DO UPDATE SET holders = holders + 1 RETURNING rowid`,
    term,
  );
  if (row === undefined) throw new RangeError('a word without a number');
  return row.rowid;
}

function index(db: Statements, episode: number, { words, counts }: TermList, by: 1 | -1): void {
  const tokens = [...counts.keys()].map(token).join(' ');
  if (by === 1) db.run('INSERT INTO episode_postings (rowid, words) VALUES (?, ?)', episode, tokens);
  else {
    db.run(
      "INSERT INTO episode_postings (episode_postings, rowid, words) VALUES ('delete', ?, ?)",
      episode,
      tokens,
    );
  }
  for (const word of counts.keys()) {
    db.run('UPDATE episode_word SET episodes = episodes + ? WHERE rowid = ?', by, word);
  }
  db.run('UPDATE episode_totals SET indexed = indexed + ?, words = words + ?', by, by * words);
}

/** A word's number as the index of words reads it. */
const token = (word: number): string => word.toString(36);

function termsOf(db: Statements, episode: number): TermList {
  const row = db.one<{ terms: Buffer }>('SELECT terms FROM episode_terms WHERE episode = ?', episode);
  return row === undefined ? { words: 0, counts: new Map() } : decodeTerms(row.terms);
}

const readTotals = (db: Statements): { readonly indexed: number; readonly words: number } =>
  db.one<{ indexed: number; words: number }>('SELECT indexed, words FROM episode_totals') ?? {
    indexed: 0,
    words: 0,
  };
