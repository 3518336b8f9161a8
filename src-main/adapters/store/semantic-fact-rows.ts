/** Facts as their changes make them: kept up to date, and read. */
import { type FactChange, factIdOf } from '../../domain/fact-change.ts';
import type { Fact } from '../../domain/memory.ts';
import { notFound } from './conversations.ts';
import {
  addChange,
  type ChangeRow,
  changesOf,
  editedKind,
  isSaying,
  isStanding,
  learnedKind,
  replayRows,
} from './semantic-change-rows.ts';
import { type StatedColumns, statedFact } from './semantic-stated-fact.ts';
import { nameKey, wordKeys } from './semantic-words.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';

/** What a key was made from. */
export const keyParts = { subjectWord: 0, valueWord: 1, subjectName: 2 } as const;

export interface FactRow extends StatedColumns {
  readonly rowid: number;
  readonly id: Buffer;
  readonly statement: number;
}

export const factColumns = `f.rowid, f.id, f.statement, f.valid_from, f.valid_to, f.superseded_by, f.confidence,
  f.times_said, f.first_said_ms, f.last_said_ms, f.relation,
  s.subject, s.subject_id, s.value, s.value_id, s.language, s.proposed_by`;
export const factTables = 'fact f JOIN fact_change s ON s.rowid = f.statement';

const sourcesOf = (db: Statements, fact: number): readonly string[] => [
  ...new Set(
    db
      .all<{ episode: Buffer }>(
        `SELECT o.episode FROM fact_change c JOIN fact_source o ON o.change = c.rowid
         WHERE c.fact = ? AND ${isSaying} ORDER BY c.rowid, o.rowid`,
        fact,
      )
      .map(row => decodeId(row.episode)),
  ),
];

export const factOf = (db: Statements, row: FactRow): Fact =>
  statedFact(row.id, row, sourcesOf(db, row.rowid));

export function findFact(db: Statements, id: string): Fact | undefined {
  const row = db.one<FactRow>(`SELECT ${factColumns} FROM ${factTables} WHERE f.id = ?`, encodeId(id));
  return row && factOf(db, row);
}

/** Also of a fact that was undone. */
export const rowidOf = (db: Statements, id: string): number | undefined =>
  db.one<{ rowid: number }>('SELECT rowid FROM fact WHERE id = ?', encodeId(id))?.rowid;

/**
 * Writes one change and what the fact is with it. A fact that is known already is not learned again. Throws
 * `input.not-found` for a change of a fact that is not there, or no longer.
 */
export function makeChange(
  db: Statements,
  change: FactChange,
  made: { readonly night?: number; readonly atMs: number },
): void {
  const id = factIdOf(change);
  const known = rowidOf(db, id);
  if (change.kind === 'learned') {
    if (known !== undefined) return;
    const fact = addFact(db, change.fact);
    writeFact(db, fact, change.fact, addChange(db, fact, change, made));
    addKeys(db, fact, change.fact);
    return;
  }
  if (known === undefined || !findFact(db, id)) throw notFound(id);
  addChange(db, known, change, made);
  refreshFact(db, known);
}

const addFact = (db: Statements, fact: Fact): number =>
  db.run(
    `INSERT INTO fact (id, relation, confidence, times_said, first_said_ms, last_said_ms) VALUES (?, ?, 0, 0, 0, 0)`,
    encodeId(fact.id),
    fact.relation,
  ).rowid;

/** Call after a change of it was written, undone or made again. */
export function refreshFact(db: Statements, rowid: number): void {
  const rows = changesOf(db, rowid);
  const { fact } = replayRows(db, rows);
  const statement = fact && statementOf(rows);
  const before = db.one<{ statement: number | null }>('SELECT statement FROM fact WHERE rowid = ?', rowid);
  const saysOther = before?.statement !== (statement ?? null);
  if (saysOther) db.run('DELETE FROM fact_key WHERE fact = ?', rowid);
  if (fact !== undefined && statement !== undefined) {
    writeFact(db, rowid, fact, statement);
    if (saysOther) addKeys(db, rowid, fact);
    return;
  }
  db.run(
    'UPDATE fact SET statement = NULL, subject_id = NULL, value_id = NULL, superseded_by = NULL WHERE rowid = ?',
    rowid,
  );
}

/** The newest standing change that says what the fact says. */
const statementOf = (rows: readonly ChangeRow[]): number | undefined =>
  rows.findLast(row => isStanding(row) && (row.kind === learnedKind || row.kind === editedKind))?.rowid;

function writeFact(db: Statements, rowid: number, fact: Fact, statement: number): void {
  db.run(
    `UPDATE fact SET statement = ?, subject_id = ?, value_id = ?, relation = ?, valid_from = ?, valid_to = ?,
       superseded_by = ?, confidence = ?, times_said = ?, first_said_ms = ?, last_said_ms = ? WHERE rowid = ?`,
    statement,
    fact.subjectId === undefined ? null : encodeId(fact.subjectId),
    fact.valueId === undefined ? null : encodeId(fact.valueId),
    fact.relation,
    fact.validFrom ?? null,
    fact.validTo ?? null,
    fact.supersededBy === undefined ? null : encodeId(fact.supersededBy),
    fact.confidence,
    fact.timesSaid,
    fact.firstSaidMs,
    fact.lastSaidMs,
    rowid,
  );
}

function addKeys(db: Statements, rowid: number, fact: Fact): void {
  const add = (part: number, keys: readonly number[]) => {
    for (const key of keys) {
      db.run('INSERT INTO fact_key (key, part, fact) VALUES (?, ?, ?)', key, part, rowid);
    }
  };
  add(keyParts.subjectWord, wordKeys(fact.subject));
  add(keyParts.valueWord, wordKeys(fact.value));
  add(keyParts.subjectName, [nameKey(fact.subject)]);
}
