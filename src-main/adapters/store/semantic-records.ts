/** Brings exported facts and summaries back as they were, and deletes them for good. */
import { isDeepStrictEqual } from 'node:util';
import { replay } from '../../domain/fact-change.ts';
import type { SemanticMemoryStore } from '../../ports/semantic-memory-store.ts';
import { makeChange, refreshFact, rowidOf } from './semantic-fact-rows.ts';
import { hasSummary, putSummary } from './semantic-summaries.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';

type Records = Parameters<SemanticMemoryStore['restore']>[0];
type Counts = { readonly facts: number; readonly summaries: number };

export function restore(db: Statements, records: Records): Counts {
  const facts = records.facts.filter(({ fact }) => rowidOf(db, fact.id) === undefined);
  for (const record of facts) restoreFact(db, record);
  const summaries = records.summaries.filter(summary => !hasSummary(db, summary));
  for (const summary of summaries) putSummary(db, summary);
  return { facts: facts.length, summaries: summaries.length };
}

/** A history that does not lead to the fact, in a file that somebody changed, is left out: the fact is as the file says. */
function restoreFact(db: Statements, { fact, history }: Records['facts'][number]): void {
  if (rowidOf(db, fact.id) !== undefined) return;
  const leadsThere = isDeepStrictEqual(replay(history.map(({ change }) => change)), fact);
  const steps = leadsThere
    ? history
    : [{ atMs: fact.lastSaidMs, change: { kind: 'learned', fact } as const }];
  for (const { atMs, change } of steps) makeChange(db, change, { atMs });
}

export function erase(
  db: Statements,
  ids: { readonly facts: readonly string[]; readonly summaries: readonly string[] },
): Counts {
  const facts = ids.facts.filter(id => eraseFact(db, id)).length;
  const summaries = ids.summaries.filter(
    id => db.run('DELETE FROM summary WHERE id = ?', encodeId(id)).changes > 0,
  ).length;
  db.run('DELETE FROM night WHERE NOT EXISTS (SELECT 1 FROM fact_change c WHERE c.night = night.rowid)');
  return { facts, summaries };
}

/** Its changes, sources and keys go with it; a fact that ended because of it stays ended, and no longer says why. */
function eraseFact(db: Statements, id: string): boolean {
  const key = encodeId(id);
  const rowid = rowidOf(db, id);
  if (rowid === undefined) return false;
  const followed = db.all<{ fact: number }>('SELECT fact FROM fact_change WHERE superseded_by = ?', key);
  db.run('UPDATE fact_change SET superseded_by = NULL WHERE superseded_by = ?', key);
  db.run('DELETE FROM fact WHERE rowid = ?', rowid);
  for (const { fact } of followed) if (fact !== rowid) refreshFact(db, fact);
  return true;
}
