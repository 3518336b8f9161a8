/** What hangs together: sentences, what was taken from them, the messages they were said in, and the answers given with them. */
import type { MemoryThings } from '../../ports/word-eraser.ts';
import { idList } from './kept-texts.ts';
import type { Statements } from './statements.ts';
import { decodeId } from './stored-id.ts';

/** In a transaction that only reads. */
export function boundThings(db: Statements, things: MemoryThings): MemoryThings {
  const episodes = union(things.episodes, sentencesOf(db, things.facts));
  const facts = union(things.facts, restingOn(db, episodes));
  const summaries = union(things.summaries, madeOf(db, episodes));
  const messages = withCopies(db, union(things.messages, saidIn(db, episodes)));
  const answers = union(givenWith(db, [...episodes, ...facts, ...summaries]), following(db, messages));
  return { episodes, facts, summaries, messages: withCopies(db, union(messages, answers)) };
}

const union = (x: readonly string[], y: readonly string[]): readonly string[] => [...new Set([...x, ...y])];

const isOneOf = 'IN (SELECT unhex(value) FROM json_each(?))';

const idsOf = (db: Statements, sql: string, ids: readonly string[]): readonly string[] =>
  ids.length === 0 ? [] : db.all<{ id: Buffer }>(sql, idList(ids)).map(({ id }) => decodeId(id));

const sentencesOf = (db: Statements, facts: readonly string[]): readonly string[] =>
  idsOf(
    db,
    `SELECT DISTINCT s.episode AS id FROM fact f JOIN fact_change c ON c.fact = f.rowid
     JOIN fact_source s ON s.change = c.rowid WHERE f.id ${isOneOf}`,
    facts,
  );

/** Facts all of whose sentences are among these. */
function restingOn(db: Statements, episodes: readonly string[]): readonly string[] {
  if (episodes.length === 0) return [];
  const ids = idList(episodes);
  return db
    .all<{ id: Buffer }>(
      `SELECT f.id FROM fact f WHERE f.rowid IN (
         SELECT c.fact FROM fact_source s JOIN fact_change c ON c.rowid = s.change WHERE s.episode ${isOneOf}
       ) AND NOT EXISTS (
         SELECT 1 FROM fact_change c JOIN fact_source s ON s.change = c.rowid
         WHERE c.fact = f.rowid AND s.episode NOT ${isOneOf}
       )`,
      ids,
      ids,
    )
    .map(({ id }) => decodeId(id));
}

const madeOf = (db: Statements, episodes: readonly string[]): readonly string[] =>
  idsOf(
    db,
    `SELECT DISTINCT y.id FROM summary_source s JOIN summary y ON y.rowid = s.summary WHERE s.episode ${isOneOf}`,
    episodes,
  );

const saidIn = (db: Statements, episodes: readonly string[]): readonly string[] =>
  idsOf(
    db,
    `SELECT m.id FROM episode e JOIN message m ON m.id IN (e.message, e.answer) WHERE e.id ${isOneOf}`,
    episodes,
  );

/** The same words in the conversations that were forked from there, and in those that these were forked from. */
const withCopies = (db: Statements, messages: readonly string[]): readonly string[] => {
  const originals = union(
    messages,
    idsOf(
      db,
      `SELECT DISTINCT copy_of AS id FROM message WHERE copy_of IS NOT NULL AND id ${isOneOf}`,
      messages,
    ),
  );
  return union(originals, idsOf(db, `SELECT id FROM message WHERE copy_of ${isOneOf}`, originals));
};

const following = (db: Statements, messages: readonly string[]): readonly string[] =>
  idsOf(
    db,
    `SELECT a.id FROM message q JOIN message a ON a.conversation = q.conversation AND a.parent = q.rowid
     WHERE a.role = 1 AND q.id ${isOneOf}`,
    messages,
  );

function givenWith(db: Statements, memories: readonly string[]): readonly string[] {
  const wanted = new Set(memories);
  return db
    .all<{ id: Buffer; extra: string }>(
      `SELECT id, extra FROM message WHERE role = 1 AND extra LIKE '%"recalled"%'`,
    )
    .filter(({ extra }) => {
      const { recalled = [] } = JSON.parse(extra) as { recalled?: readonly { readonly id: string }[] };
      return recalled.some(({ id }) => wanted.has(id));
    })
    .map(({ id }) => decodeId(id));
}
