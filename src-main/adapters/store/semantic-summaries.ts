/** Summaries of days and people: one of each, with the episodes it was made from. */
import type { SemanticMemoryStore, Summary } from '../../ports/semantic-memory-store.ts';
import { nameKey } from './semantic-words.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';
import { decodeText, encodeText } from './stored-text.ts';

interface SummaryRow {
  readonly rowid: number;
  readonly id: Buffer;
  readonly date: string | null;
  readonly name: Buffer | null;
  readonly text: Buffer;
  readonly language: string;
  readonly made_at_ms: number;
  readonly start_ms: number;
  readonly end_ms: number;
}

/** Takes the place of the summary of the same day or person. */
export function putSummary(db: Statements, summary: Summary): void {
  const { about } = summary;
  const date = about.kind === 'day' ? about.date : null;
  const name = about.kind === 'person' ? about.name : undefined;
  const key = name === undefined ? null : nameKey(name);
  db.run('DELETE FROM summary WHERE date = ? OR name_key = ? OR id = ?', date, key, encodeId(summary.id));
  const { rowid } = db.run(
    `INSERT INTO summary (id, date, name_key, name, text, language, made_at_ms, start_ms, end_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    encodeId(summary.id),
    date,
    key,
    name === undefined ? null : encodeText(name),
    encodeText(summary.text),
    summary.language,
    summary.madeAtMs,
    summary.interval.startMs,
    summary.interval.endMs,
  );
  for (const episode of new Set(summary.sourceEpisodeIds)) {
    db.run('INSERT INTO summary_source (summary, episode) VALUES (?, ?)', rowid, encodeId(episode));
  }
}

export const hasSummary = (db: Statements, { id, about }: Summary): boolean =>
  db.one(
    'SELECT 1 FROM summary WHERE id = ? OR date = ? OR name_key = ?',
    encodeId(id),
    about.kind === 'day' ? about.date : null,
    about.kind === 'person' ? nameKey(about.name) : null,
  ) !== undefined;

export function readSummaries(
  db: Statements,
  query: Parameters<SemanticMemoryStore['summaries']>[0],
): readonly Summary[] {
  const { name, interval, episodeIds, limit } = query;
  const ids = episodeIds && JSON.stringify(episodeIds.map(id => encodeId(id).toString('hex')));
  const conditions = [
    ...(name === undefined ? [] : ['name_key = ?']),
    ...(interval === undefined ? [] : ['start_ms <= ? AND end_ms >= ?']),
    ...(ids === undefined
      ? []
      : [
          `rowid IN (SELECT summary FROM summary_source WHERE episode IN (SELECT unhex(value) FROM json_each(?)))`,
        ]),
  ];
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const values = [
    ...(name === undefined ? [] : [nameKey(name)]),
    ...(interval === undefined ? [] : [interval.endMs, interval.startMs]),
    ...(ids === undefined ? [] : [ids]),
  ];
  return db
    .all<SummaryRow>(
      `SELECT * FROM summary${where} ORDER BY start_ms DESC, rowid DESC LIMIT ?`,
      ...values,
      limit,
    )
    .map(row => summaryOf(db, row));
}

const summaryOf = (db: Statements, row: SummaryRow): Summary => ({
  id: decodeId(row.id),
  about:
    row.name === null
      ? { kind: 'day', date: row.date ?? '' }
      : { kind: 'person', name: decodeText(row.name) },
  text: decodeText(row.text),
  language: row.language === 'fr' ? 'fr' : 'en',
  madeAtMs: row.made_at_ms,
  interval: { startMs: row.start_ms, endMs: row.end_ms },
  sourceEpisodeIds: db
    .all<{ episode: Buffer }>(
      'SELECT episode FROM summary_source WHERE summary = ? ORDER BY rowid',
      row.rowid,
    )
    .map(source => decodeId(source.episode)),
});

export const countSummaries = (db: Statements): number =>
  db.one<{ n: number }>('SELECT count(*) AS n FROM summary')?.n ?? 0;
