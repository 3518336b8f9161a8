/** Changes of facts as rows, and back. */
import { applyChange, type FactChange } from '../../domain/fact-change.ts';
import { newId } from '../../domain/id.ts';
import type { Fact } from '../../domain/memory.ts';
import type { NightChange } from '../../ports/semantic-memory-store.ts';
import { type StatedColumns, statedFact } from './semantic-stated-fact.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';
import { encodeText } from './stored-text.ts';

/** Stored as their place in this list. */
const kinds = ['learned', 'strengthened', 'ended', 'edited'] as const;
export const learnedKind = kinds.indexOf('learned');
export const endedKind = kinds.indexOf('ended');
export const editedKind = kinds.indexOf('edited');
/** SQL: the change `c` stands and says where the fact was said. */
export const isSaying = 'c.state < 2 AND c.kind < 2';

/** Numbers are never given a second meaning. `undoneWith`: because the change it stood on was undone. */
export const states = { made: 0, accepted: 1, undone: 2, undoneWith: 3 } as const;
export const isStanding = (row: Pick<ChangeRow, 'state'>): boolean => row.state < states.undone;
const stateNames: readonly NightChange['state'][] = ['made', 'accepted', 'undone', 'undone'];

export interface ChangeRow extends StatedColumns {
  readonly rowid: number;
  readonly id: Buffer;
  readonly fact: number;
  readonly fact_id: Buffer;
  readonly kind: number;
  readonly state: number;
  readonly at_ms: number;
  readonly said_at_ms: number | null;
}

export const changeColumns = 'c.*, f.id AS fact_id';
export const changeTables = 'fact_change c JOIN fact f ON f.rowid = c.fact';

/** In the order they were made. */
export const changesOf = (db: Statements, fact: number): ChangeRow[] =>
  db.all<ChangeRow>(`SELECT ${changeColumns} FROM ${changeTables} WHERE c.fact = ? ORDER BY c.rowid`, fact);

const orNull = <T, R>(value: T | undefined, encode: (value: T) => R): R | null =>
  value === undefined ? null : encode(value);

/** Returns the row's number. */
export function addChange(
  db: Statements,
  fact: number,
  change: FactChange,
  { night, atMs }: { readonly night?: number; readonly atMs: number },
): number {
  const said = change.kind === 'learned' ? change.fact : change.kind === 'edited' ? change.after : undefined;
  const span = said ?? (change as Partial<Pick<Fact, 'validFrom' | 'validTo'>>);
  const by = change.kind === 'ended' ? change.by : said?.supersededBy;
  const { rowid } = db.run(
    `INSERT INTO fact_change (id, fact, night, kind, state, at_ms, said_at_ms, valid_from, valid_to, superseded_by,
       subject, subject_id, relation, value, value_id, language, confidence, proposed_by,
       times_said, first_said_ms, last_said_ms)
     VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    encodeId(newId()),
    fact,
    night ?? null,
    kinds.indexOf(change.kind),
    atMs,
    change.kind === 'strengthened' ? change.saidAtMs : null,
    span.validFrom ?? null,
    span.validTo ?? null,
    orNull(by, encodeId),
    orNull(said?.subject, encodeText),
    orNull(said?.subjectId, encodeId),
    said?.relation ?? null,
    orNull(said?.value, encodeText),
    orNull(said?.valueId, encodeId),
    said?.language ?? null,
    said?.confidence ?? null,
    said?.proposedBy ?? null,
    said?.timesSaid ?? null,
    said?.firstSaidMs ?? null,
    said?.lastSaidMs ?? null,
  );
  for (const episode of sourcesOf(change)) {
    db.run('INSERT INTO fact_source (change, episode) VALUES (?, ?)', rowid, encodeId(episode));
  }
  return rowid;
}

function sourcesOf(change: FactChange): readonly string[] {
  if (change.kind === 'learned') return [...new Set(change.fact.sourceEpisodeIds)];
  if (change.kind === 'edited' || change.episodeId === undefined) return [];
  return [change.episodeId];
}

const episodesOf = (db: Statements, change: number): string[] =>
  db
    .all<{ episode: Buffer }>('SELECT episode FROM fact_source WHERE change = ? ORDER BY rowid', change)
    .map(row => decodeId(row.episode));

/** `before`: the fact that an edit changed. */
export function changeOf(db: Statements, row: ChangeRow, before?: Fact): FactChange {
  const factId = decodeId(row.fact_id);
  const validFrom = row.valid_from ?? undefined;
  const by = row.superseded_by === null ? undefined : decodeId(row.superseded_by);
  const kind = kinds[row.kind];
  if (kind === 'learned') return { kind, fact: statedFact(row.fact_id, row, episodesOf(db, row.rowid)) };
  if (kind === 'edited') {
    const after = statedFact(row.fact_id, row, before?.sourceEpisodeIds ?? []);
    return { kind, factId, before: before ?? after, after };
  }
  const [episodeId = ''] = episodesOf(db, row.rowid);
  if (kind === 'strengthened') {
    const saidAtMs = row.said_at_ms ?? row.at_ms;
    return { kind, factId, episodeId, saidAtMs, ...(validFrom !== undefined && { validFrom }) };
  }
  return {
    kind: 'ended',
    factId,
    validTo: row.valid_to ?? '',
    ...(by !== undefined && { by }),
    ...(episodeId !== '' && { episodeId }),
  };
}

export interface Replayed {
  /** After all changes that stand; undefined where it is not known any more. */
  readonly fact: Fact | undefined;
  /** Every change, undone ones as well. */
  readonly changes: readonly { readonly row: ChangeRow; readonly change: FactChange }[];
}

/** What the changes of one fact, in their order, make of it. */
export function replayRows(db: Statements, rows: readonly ChangeRow[]): Replayed {
  let fact: Fact | undefined;
  const changes = rows.map(row => {
    const change = changeOf(db, row, fact);
    if (isStanding(row)) fact = applyChange(fact, change);
    return { row, change };
  });
  return { fact, changes };
}

export const nightChangeOf = (row: ChangeRow, change: FactChange): NightChange => ({
  id: decodeId(row.id),
  change,
  state: stateNames[row.state] ?? 'undone',
});
