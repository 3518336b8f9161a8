/** Commits what a consolidation found, and takes single changes back or confirms them. */

import { JarvisError } from '../../domain/errors.ts';
import type { FactChange } from '../../domain/fact-change.ts';
import type { Night, NightChange, NightPlan } from '../../ports/semantic-memory-store.ts';
import { notFound } from './conversations.ts';
import {
  type ChangeRow,
  changeColumns,
  changeOf,
  changesOf,
  changeTables,
  editedKind,
  endedKind,
  isStanding,
  learnedKind,
  nightChangeOf,
  replayRows,
  states,
} from './semantic-change-rows.ts';
import { areThere, markConsolidated } from './semantic-consolidated.ts';
import { makeChange, refreshFact, rowidOf } from './semantic-fact-rows.ts';
import { putSummary } from './semantic-summaries.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';

interface NightRow {
  readonly rowid: number;
  readonly id: Buffer;
  readonly at_ms: number;
  readonly episodes: number;
}

/** A part of a night that was committed already counts no second time. Throws `memory.changed`. */
export function commitNight(db: Statements, plan: NightPlan): void {
  const read = [...plan.episodeIds, ...plan.summaries.flatMap(summary => summary.sourceEpisodeIds)];
  if (plan.revision !== undefined && !areThere(db, read)) throw new JarvisError('memory.changed');
  const added = markConsolidated(db, plan.episodeIds, plan.atMs);
  if (added === 0 && plan.episodeIds.length > 0) return;
  for (const summary of plan.summaries) putSummary(db, summary);
  if (plan.episodeIds.length === 0 && plan.changes.length === 0) return;
  const night = nightRow(db, plan.id)?.rowid ?? addNight(db, plan);
  db.run('UPDATE night SET episodes = episodes + ? WHERE rowid = ?', added, night);
  for (const change of plan.changes) makeChange(db, change, { night, atMs: plan.atMs });
}

const addNight = (db: Statements, plan: NightPlan): number =>
  db.run('INSERT INTO night (id, at_ms, episodes) VALUES (?, ?, 0)', encodeId(plan.id), plan.atMs).rowid;

const nightRow = (db: Statements, id: string): NightRow | undefined =>
  db.one<NightRow>('SELECT * FROM night WHERE id = ?', encodeId(id));

export function readNight(db: Statements, id: string): Night | undefined {
  const row = nightRow(db, id);
  return row && nightOf(db, row);
}

/** Ids of those that changed something, newest first. */
export const nightIds = (db: Statements, limit: number): readonly string[] =>
  db
    .all<{ id: Buffer }>(
      `SELECT id FROM night n WHERE EXISTS (SELECT 1 FROM fact_change c WHERE c.night = n.rowid)
       ORDER BY at_ms DESC, rowid DESC LIMIT ?`,
      limit,
    )
    .map(row => decodeId(row.id));

function nightOf(db: Statements, row: NightRow): Night {
  const changes = db
    .all<ChangeRow>(
      `SELECT ${changeColumns} FROM ${changeTables} WHERE c.night = ? ORDER BY c.rowid`,
      row.rowid,
    )
    .map(change => readChange(db, change));
  return { id: decodeId(row.id), atMs: row.at_ms, episodes: row.episodes, changes };
}

/** Only an edit has to be told what was before it. */
function readChange(db: Statements, row: ChangeRow): NightChange {
  if (row.kind !== editedKind) return nightChangeOf(row, changeOf(db, row));
  const { changes } = replayRows(db, changesOf(db, row.fact));
  const found = changes.find(one => one.row.rowid === row.rowid);
  return nightChangeOf(row, found?.change ?? changeOf(db, row));
}

export function judge(db: Statements, id: string, verdict: 'accepted' | 'undone'): NightChange {
  const row = requireChange(db, id);
  const touched = verdict === 'undone' ? undo(db, row) : accept(db, row);
  for (const fact of touched) refreshFact(db, fact);
  return readChange(db, requireChange(db, id));
}

function requireChange(db: Statements, id: string): ChangeRow {
  const row = db.one<ChangeRow>(`SELECT ${changeColumns} FROM ${changeTables} WHERE c.id = ?`, encodeId(id));
  if (row === undefined) throw notFound(id);
  return row;
}

/** Both return the facts that are no longer as they were. */
function undo(db: Statements, row: ChangeRow): ReadonlySet<number> {
  const touched = new Set([row.fact]);
  if (!isStanding(row)) return touched;
  if (row.kind === learnedKind) {
    for (const other of standingOn(db, row).filter(isStanding)) {
      setState(db, other, states.undoneWith);
      touched.add(other.fact);
    }
  }
  setState(db, row, states.undone);
  return touched;
}

function accept(db: Statements, row: ChangeRow): ReadonlySet<number> {
  const touched = new Set([row.fact]);
  const wasUndone = !isStanding(row);
  setState(db, row, states.accepted);
  if (!wasUndone) return touched;
  // Nothing can be changed of a fact that is not known: what made it known is made again as well.
  const first = changesOf(db, row.fact).find(one => one.kind === learnedKind);
  if (first === undefined) return touched;
  if (!isStanding(first)) setState(db, first, states.made);
  const isAgain = first.rowid === row.rowid || !isStanding(first);
  const others = isAgain ? standingOn(db, first).filter(one => one.state === states.undoneWith) : [];
  for (const other of others) {
    setState(db, other, states.made);
    touched.add(other.fact);
  }
  return touched;
}

/** All other changes of the fact that was learned, and the ends of those whose place it took. */
const standingOn = (db: Statements, learned: ChangeRow): readonly ChangeRow[] => [
  ...changesOf(db, learned.fact).filter(one => one.rowid !== learned.rowid),
  ...db.all<ChangeRow>(
    `SELECT ${changeColumns} FROM ${changeTables} WHERE c.superseded_by = ? AND c.kind = ? ORDER BY c.rowid`,
    learned.fact_id,
    endedKind,
  ),
];

const setState = (db: Statements, row: ChangeRow, state: number): void => {
  db.run('UPDATE fact_change SET state = ? WHERE rowid = ?', state, row.rowid);
};

export function readHistory(
  db: Statements,
  factId: string,
): readonly { readonly atMs: number; readonly change: FactChange }[] {
  const rowid = rowidOf(db, factId);
  const replayed = rowid === undefined ? undefined : replayRows(db, changesOf(db, rowid));
  if (replayed?.fact === undefined) throw notFound(factId);
  return replayed.changes
    .filter(({ row }) => isStanding(row))
    .map(({ row, change }) => ({ atMs: row.at_ms, change }));
}
