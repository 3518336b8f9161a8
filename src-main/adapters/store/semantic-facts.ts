/** Finds facts by who or what they name, by their relation and by where they were said. */
import type { Fact } from '../../domain/memory.ts';
import type { FactQuery } from '../../ports/semantic-memory-store.ts';
import { isSaying } from './semantic-change-rows.ts';
import { type FactRow, factColumns, factOf, factTables, keyParts } from './semantic-fact-rows.ts';
import { nameKey, wordKeys } from './semantic-words.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';

type Value = string | number | Uint8Array;

interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

const nothing: Condition = { sql: '0', values: [] };

/** `today`: local ISO; what ended by then is past. */
export function findFacts(db: Statements, query: FactQuery, today: string): readonly Fact[] {
  const conditions = conditionsOf(query, today);
  const where = conditions.map(({ sql }) => ` AND ${sql}`).join('');
  // Which, before what they say: only those are read that are asked for.
  return db
    .all<FactRow>(
      `SELECT ${factColumns} FROM (
         SELECT f.rowid AS found FROM fact f WHERE f.statement IS NOT NULL${where}
         ORDER BY f.last_said_ms DESC, f.rowid DESC LIMIT ?
       ) JOIN ${factTables.replace('fact f', 'fact f ON f.rowid = found')}
       ORDER BY f.last_said_ms DESC, f.rowid DESC`,
      ...conditions.flatMap(({ values }) => values),
      Math.max(0, Math.floor(query.limit)),
    )
    .map(row => factOf(db, row));
}

function conditionsOf(query: FactQuery, today: string): readonly Condition[] {
  const { about, subject, subjectId, relation, relations, episodeIds, namesSomebody, past } = query;
  return [
    about === undefined ? [] : naming(about),
    subject === undefined ? [] : [keyed([keyParts.subjectName], nameKey(subject))],
    subjectId === undefined ? [] : [{ sql: 'f.subject_id = ?', values: [encodeId(subjectId)] }],
    relation === undefined ? [] : [{ sql: 'f.relation = ?', values: [relation] }],
    relations === undefined ? [] : [oneOf(relations)],
    episodeIds === undefined ? [] : [saidIn(episodeIds)],
    namesSomebody ? [{ sql: 'f.value_id IS NOT NULL', values: [] }] : [],
    past
      ? []
      : [{ sql: '(f.valid_to IS NULL OR f.valid_to > substr(?, 1, length(f.valid_to)))', values: [today] }],
  ].flat();
}

/** Blank words name nothing in particular: everything. */
function naming(about: string): readonly Condition[] {
  const keys = wordKeys(about);
  if (keys.length === 0) return about.trim() === '' ? [] : [nothing];
  return keys.map(key => keyed([keyParts.subjectWord, keyParts.valueWord], key));
}

const keyed = (parts: readonly number[], key: number): Condition => ({
  sql: `f.rowid IN (SELECT fact FROM fact_key WHERE key = ? AND part IN (${parts.map(() => '?').join(', ')}))`,
  values: [key, ...parts],
});

const oneOf = (relations: readonly string[]): Condition => ({
  sql: 'f.relation IN (SELECT value FROM json_each(?))',
  values: [JSON.stringify(relations)],
});

/** As one JSON value, so that any number of ids is one statement. */
function saidIn(episodeIds: readonly string[]): Condition {
  const ids = JSON.stringify(episodeIds.map(id => encodeId(id).toString('hex')));
  return {
    sql: `f.rowid IN (SELECT c.fact FROM fact_source o JOIN fact_change c ON c.rowid = o.change
          WHERE ${isSaying} AND o.episode IN (SELECT unhex(value) FROM json_each(?)))`,
    values: [ids],
  };
}

export const countFacts = (db: Statements): number =>
  db.one<{ n: number }>('SELECT count(*) AS n FROM fact WHERE statement IS NOT NULL')?.n ?? 0;
