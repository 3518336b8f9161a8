/** Counts and pages of the memory for whoever looks through it by hand, and the record of what was used. */
import type {
  EpisodeCursor,
  EpisodeFilter,
  EpisodeOrigin,
  MemoryExplorerStore,
  MemoryUse,
} from '../../ports/memory-explorer-store.ts';
import {
  episodeTables,
  isShown,
  outOfIndex,
  type StoredEpisodeList,
  storedEpisodeColumns,
  storedEpisodeOfList,
} from './episode-rows.ts';
import { originNumber } from './message-rows.ts';
import { keyParts } from './semantic-fact-rows.ts';
import { wordKeys } from './semantic-words.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';

export const createSqliteMemoryExplorerStore = (db: Statements): MemoryExplorerStore => ({
  said: async (sinceMs, name) => db.read(() => said(db, sinceMs, name)),
  page: async (filter, limit, after) => db.read(() => page(db, filter, limit, after)),
  count: async filter => db.read(() => count(db, filter)),
  countByOrigin: async () => db.read(() => countByOrigin(db)),
  countByRelation: async today => db.read(() => countByRelation(db, today)),
  countFactsAbout: async name => db.read(() => countFactsAbout(db, name)),
  addUses: async (memoryIds, messageId) => db.write(() => addUses(db, memoryIds, messageId)),
  uses: async (memoryIds, limit) => db.read(() => uses(db, memoryIds, limit)),
});

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const spoken = originNumber('spoken');
const originConditions: Readonly<Record<EpisodeOrigin, string>> = {
  spoken: `e.origin = ${spoken}`,
  written: `e.origin <> ${spoken}`,
  elsewhere: 'e.origin IS NULL',
};
const isFaded = `(e.out_of_index & ${outOfIndex.compressed}) <> 0`;

const named: Condition['sql'] = `e.key IN (
  SELECT l.episode FROM episode_entity_name n JOIN episode_entity l ON l.entity = n.rowid WHERE n.name = ?)`;

function conditionOf({ interval, name, origin, isFading }: EpisodeFilter, after?: EpisodeCursor): Condition {
  const parts: readonly Condition[] = [
    { sql: isShown, values: [] },
    ...(interval ? [{ sql: 'e.at_ms BETWEEN ? AND ?', values: [interval.startMs, interval.endMs] }] : []),
    ...(after ? [{ sql: '(e.at_ms, e.key) < (?, ?)', values: [after.atMs, after.key] }] : []),
    ...(name === undefined ? [] : [{ sql: named, values: [name] }]),
    ...(origin ? [{ sql: originConditions[origin], values: [] }] : []),
    ...(isFading ? [{ sql: isFaded, values: [] }] : []),
  ];
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

const quarterMs = 15 * 60_000;

/** Every zone is a number of quarters of an hour from UTC, so that days can be made of them anywhere. */
function said(db: Statements, sinceMs: number, name: string | undefined) {
  const { sql, values } = conditionOf({
    interval: { startMs: sinceMs, endMs: Number.MAX_SAFE_INTEGER },
    ...(name !== undefined && { name }),
  });
  return db
    .lists<readonly [quarter: number, episodes: number]>(
      `SELECT CAST(e.at_ms / ${quarterMs} AS INTEGER) AS quarter, count(*) FROM episode e WHERE ${sql} GROUP BY quarter`,
      ...values,
    )
    .map(([quarter, episodes]) => ({ startMs: quarter * quarterMs, episodes }));
}

function page(db: Statements, filter: EpisodeFilter, limit: number, after: EpisodeCursor | undefined) {
  const { sql, values } = conditionOf(filter, after);
  // Which, before what they say: the index alone finds them.
  return db
    .lists<StoredEpisodeList>(
      `SELECT ${storedEpisodeColumns} FROM (
         SELECT e.key AS found FROM episode e WHERE ${sql} ORDER BY e.at_ms DESC, e.key DESC LIMIT ?
       ) CROSS JOIN ${episodeTables} WHERE e.key = found ORDER BY e.at_ms DESC, e.key DESC`,
      ...values,
      limit,
    )
    .map(storedEpisodeOfList);
}

function count(db: Statements, filter: EpisodeFilter): number {
  if (Object.keys(filter).length === 0)
    return db.one<{ n: number }>('SELECT episodes AS n FROM episode_totals')?.n ?? 0;
  const { sql, values } = conditionOf(filter);
  return db.one<{ n: number }>(`SELECT count(*) AS n FROM episode e WHERE ${sql}`, ...values)?.n ?? 0;
}

function countByOrigin(db: Statements) {
  const row = db.one<Record<EpisodeOrigin | 'fading', number>>(
    `SELECT count(*) FILTER (WHERE ${originConditions.spoken}) AS spoken,
       count(*) FILTER (WHERE ${originConditions.written}) AS written,
       count(*) FILTER (WHERE ${originConditions.elsewhere}) AS elsewhere,
       count(*) FILTER (WHERE ${isFaded}) AS fading
     FROM episode e INDEXED BY episode_by_time WHERE ${isShown}`,
  );
  return row ?? { spoken: 0, written: 0, elsewhere: 0, fading: 0 };
}

const countByRelation = (db: Statements, today: string) =>
  db.all<{ relation: string; holds: number; past: number }>(
    `SELECT relation,
       count(*) FILTER (WHERE valid_to IS NULL OR valid_to > substr(?, 1, length(valid_to))) AS holds,
       count(*) FILTER (WHERE valid_to <= substr(?, 1, length(valid_to))) AS past
     FROM fact WHERE statement IS NOT NULL GROUP BY relation`,
    today,
    today,
  );

function countFactsAbout(db: Statements, name: string): number {
  const keys = wordKeys(name);
  if (keys.length === 0) return 0;
  const naming = keys.map(
    () =>
      `SELECT fact FROM fact_key WHERE key = ? AND part IN (${keyParts.subjectWord}, ${keyParts.valueWord})`,
  );
  return db.one<{ n: number }>(`SELECT count(*) AS n FROM (${naming.join(' INTERSECT ')})`, ...keys)?.n ?? 0;
}

function addUses(db: Statements, memoryIds: readonly string[], messageId: string): void {
  const message = db.one<{ rowid: number }>('SELECT rowid FROM message WHERE id = ?', encodeId(messageId));
  if (message === undefined) return;
  for (const id of new Set(memoryIds))
    db.run('INSERT OR IGNORE INTO memory_use (memory, message) VALUES (?, ?)', encodeId(id), message.rowid);
}

function uses(db: Statements, memoryIds: readonly string[], limit: number): readonly MemoryUse[] {
  const ids = JSON.stringify(memoryIds.map(id => encodeId(id).toString('hex')));
  return db
    .all<{ memory: Buffer; message: Buffer; at_ms: number }>(
      `SELECT u.memory, m.id AS message, m.created_at_ms AS at_ms
       FROM json_each(?) w CROSS JOIN memory_use u ON u.memory = unhex(w.value)
       JOIN message m ON m.rowid = u.message GROUP BY m.rowid ORDER BY at_ms DESC, m.rowid DESC LIMIT ?`,
      ids,
      limit,
    )
    .map(({ memory, message, at_ms: atMs }) => ({
      ...{ memoryId: decodeId(memory), messageId: decodeId(message), atMs },
    }));
}
