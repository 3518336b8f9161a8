/** The figures of the program itself in an encrypted database of their own, which no profile needs. */
import { histogramOf, histogramText, merged } from '../../domain/histogram.ts';
import { type Grain, type MeasureRow, measures } from '../../domain/history.ts';
import { type LedgerRow, orderers, outboundPurposes } from '../../domain/outbound.ts';
import type { RecordsStore } from '../../ports/records-store.ts';
import type { DatabaseOptions } from './connect.ts';
import { openDatabase } from './open-database.ts';
import { recordsSchema } from './schema/records.ts';
import { type Row, Statements } from './statements.ts';

/** Throws JarvisError `store.*`; nothing is changed then. */
export function openRecordsStore(options: Omit<DatabaseOptions, 'migrations'>): RecordsStore {
  const db = new Statements(openDatabase({ ...options, migrations: [recordsSchema] }));
  return { ...transferPart(db), ...measurePart(db), close: () => db.close() };
}

const transferPart = (db: Statements) =>
  ({
    addTransfers: rows => db.write(() => rows.forEach(row => void addTransfer(db, row))),
    transfers: sinceMs =>
      db.read(() =>
        db
          .all<Row>('SELECT * FROM transfer WHERE from_ms >= ? ORDER BY from_ms DESC', sinceMs)
          .flatMap(transferOf),
      ),
    rollUpTransfers: (beforeMs, goneMs, dayOf) =>
      db.write(() => {
        db.run('DELETE FROM transfer WHERE from_ms < ?', goneMs);
        const minutes = "FROM transfer WHERE grain = 'minute' AND from_ms < ?";
        const old = db.all<Row>(`SELECT * ${minutes}`, beforeMs).flatMap(transferOf);
        db.run(`DELETE ${minutes}`, beforeMs);
        for (const row of old) addTransfer(db, { ...row, grain: 'day', fromMs: dayOf(row.fromMs) });
      }),
  }) satisfies Partial<RecordsStore>;

const addTransfer = (db: Statements, row: LedgerRow) =>
  db.run(
    `INSERT INTO transfer (grain, from_ms, host, purpose, ordered_by, requests, bytes_out, bytes_in)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (from_ms, grain, host, purpose, ordered_by) DO UPDATE SET
       requests = requests + excluded.requests,
       bytes_out = bytes_out + excluded.bytes_out,
       bytes_in = bytes_in + excluded.bytes_in`,
    row.grain,
    row.fromMs,
    row.host,
    row.purpose,
    row.orderedBy,
    row.requests,
    row.bytesOut,
    row.bytesIn,
  );

/** A row of a newer program, with a purpose that this one does not know, is left out. */
function transferOf(row: Row): LedgerRow[] {
  const purpose = outboundPurposes.find(known => known === row.purpose);
  const orderedBy = orderers.find(known => known === row.ordered_by);
  if (purpose === undefined || orderedBy === undefined) return [];
  return [
    {
      grain: row.grain === 'day' ? 'day' : 'minute',
      fromMs: Number(row.from_ms),
      host: String(row.host),
      purpose,
      orderedBy,
      requests: Number(row.requests),
      bytesOut: Number(row.bytes_out),
      bytesIn: Number(row.bytes_in),
    },
  ];
}

const measurePart = (db: Statements) =>
  ({
    addMeasures: rows =>
      db.write(() => {
        for (const { grain, fromMs, measure, histogram } of rows) {
          const key = [grain, fromMs, measure] as const;
          const where = 'WHERE grain = ? AND from_ms = ? AND name = ?';
          const before = db.one<Row>(`SELECT buckets FROM measure ${where}`, ...key);
          const sum = merged([histogramOf(String(before?.buckets ?? '')), histogram]);
          db.run(
            'INSERT OR REPLACE INTO measure (grain, from_ms, name, buckets) VALUES (?, ?, ?, ?)',
            ...key,
            histogramText(sum),
          );
        }
      }),
    measures: (grain, sinceMs) =>
      db.read(() =>
        db
          .all<Row>('SELECT * FROM measure WHERE grain = ? AND from_ms >= ? ORDER BY from_ms', grain, sinceMs)
          .flatMap(row => measureOf(row, grain)),
      ),
    dropMeasures: (grain, beforeMs) => {
      db.write(() => db.run('DELETE FROM measure WHERE grain = ? AND from_ms < ?', grain, beforeMs));
    },
  }) satisfies Partial<RecordsStore>;

function measureOf(row: Row, grain: Grain): MeasureRow[] {
  const measure = measures.find(known => known === row.name);
  if (measure === undefined) return [];
  return [{ measure, grain, fromMs: Number(row.from_ms), histogram: histogramOf(String(row.buckets)) }];
}
