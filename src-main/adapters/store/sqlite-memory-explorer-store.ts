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
  hiddenReasons,
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
  countBetween: async (moments, name) => db.read(() => countBetween(db, moments, name)),
  countByName: async names => db.read(() => countByName(db, names)),
  hidden: async ids => db.read(() => hidden(db, ids)),
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

/** The index alone counts those of a day; of those that name somebody the times are read. */
function countBetween(
  db: Statements,
  momentsMs: readonly number[],
  name: string | undefined,
): readonly number[] {
  const spans = momentsMs.slice(1).map((endMs, at) => [momentsMs[at] ?? 0, endMs] as const);
  if (name === undefined)
    return spans.map(
      ([startMs, endMs]) =>
        db.one<{ n: number }>(
          `SELECT count(*) AS n FROM episode e WHERE e.at_ms >= ? AND e.at_ms < ? AND ${isShown}`,
          startMs,
          endMs,
        )?.n ?? 0,
    );
  const { sql, values } = conditionOf({ name });
  const times = db.numbers(`SELECT e.at_ms FROM episode e WHERE ${sql} ORDER BY e.at_ms`, ...values);
  let from = times.findIndex(atMs => atMs >= (momentsMs[0] ?? 0));
  if (from < 0) from = times.length;
  return spans.map(([, endMs]) => {
    const before = from;
    while (from < times.length && (times[from] ?? 0) < endMs) from += 1;
    return from - before;
  });
}

/** Hidden ones are few: the index says which, and the rows of all others stay unread. */
const countByName = (db: Statements, names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    db.lists<readonly [name: string, episodes: number]>(
      `SELECT n.name, count(*) FROM json_each(?) w CROSS JOIN episode_entity_name n ON n.name = w.value
       CROSS JOIN episode_entity l ON l.entity = n.rowid
       WHERE l.episode NOT IN (
         SELECT e.key FROM episode e INDEXED BY episode_by_time WHERE (e.out_of_index & ${hiddenReasons}) <> 0
       ) GROUP BY n.name`,
      JSON.stringify(names),
    ),
  );

const hidden = (db: Statements, ids: readonly string[]): ReadonlyMap<string, boolean> =>
  new Map(
    db
      .lists<readonly [id: Buffer, reasons: number]>(
        `SELECT e.id, e.out_of_index FROM json_each(?) w CROSS JOIN episode e ON e.id = unhex(w.value)`,
        JSON.stringify(ids.map(id => encodeId(id).toString('hex'))),
      )
      .map(([id, reasons]) => [decodeId(id), (reasons & hiddenReasons) !== 0]),
  );

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
  if (filter.name !== undefined && Object.keys(filter).length === 1)
    return countByName(db, [filter.name]).get(filter.name) ?? 0;
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
