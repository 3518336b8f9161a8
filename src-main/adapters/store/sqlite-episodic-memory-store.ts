/** Episodes in the profile's encrypted database. */
import type { TimeInterval } from '../../domain/memory.ts';
import type {
  EpisodeKey,
  EpisodeVectors,
  EpisodicMemoryStore,
  Scored,
  StoredEpisode,
} from '../../ports/episodic-memory-store.ts';
import { affectVector, emotionsModel } from './affect-vector.ts';
import {
  type EpisodeRow,
  episodeColumns,
  episodeRecordOf,
  episodeTables,
  hiddenReasons,
  isShown,
  outOfIndex,
  type StoredEpisodeList,
  storedEpisodeColumns,
  storedEpisodeOf,
  storedEpisodeOfList,
} from './episode-rows.ts';
import { findByAllWords, findByWords, wordStatistics } from './episode-words.ts';
import {
  addEpisode,
  type EpisodeTables,
  keyOfId,
  removeEpisodes,
  setOutOfIndex,
  vectorList,
} from './episodes.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';
import { VectorCollection } from './vector-collection.ts';
import type { NearItem } from './vector-index.ts';

export const openEpisodeTables = (db: Statements): EpisodeTables => ({
  db,
  meanings: new VectorCollection(db, 'conversations'),
  feelings: new VectorCollection(db, 'emotions'),
});

export const createSqliteEpisodicMemoryStore = (tables: EpisodeTables): EpisodicMemoryStore => ({
  ...addingPart(tables),
  ...findingPart(tables),
  ...readingPart(tables),
  ...vectorPart(tables),
  ...removingPart(tables),
});

const addingPart = (tables: EpisodeTables) =>
  ({
    add: async (episode, vectors) => tables.db.write(() => addEpisode(tables, { episode, vectors })),
    addAll: async episodes => {
      tables.db.write(() => {
        for (const added of episodes) addEpisode(tables, added);
      });
    },
    strengthen: async (keys, atMs) => {
      tables.db.write(() =>
        tables.db.run(
          `UPDATE episode SET recalls = recalls + 1, last_recalled_ms = max(coalesce(last_recalled_ms, ?), ?)
           WHERE key IN (SELECT value FROM json_each(?))`,
          atMs,
          atMs,
          JSON.stringify(keys),
        ),
      );
    },
  }) satisfies Partial<EpisodicMemoryStore>;

const findingPart = ({ db, meanings, feelings }: EpisodeTables) =>
  ({
    findByWords: async (words, limit) => db.read(() => findByWords(db, words, limit)),
    findByAllWords: async (words, limit) => db.read(() => findByAllWords(db, words, limit)),
    prepare: async model => {
      if (isLarge(db)) db.setPageCache('large');
      await meanings.prepare(model);
    },
    rest: () => {
      meanings.rest();
      db.setPageCache('small');
    },
    findByMeaning: async (vector, model, limit) =>
      db.read(() => scored(meanings.nearest(model, vector, limit))),
    // Asked rarely: these vectors stay on disk.
    findByAffect: async (affect, limit) =>
      db.read(() => scored(feelings.nearest(emotionsModel, affectVector(affect), limit))),
    findByTime: async (interval, limit) => db.read(() => findByTime(db, interval, limit)),
    findByEntities: async (names, limit) => db.read(() => findByEntities(db, names, limit)),
    statistics: async words => db.read(() => wordStatistics(db, words)),
  }) satisfies Partial<EpisodicMemoryStore>;

/** From here on the pages that questions read no longer fit into the cache of every day. */
const manyEpisodes = 20_000;
const isLarge = (db: Statements): boolean =>
  (db.one<{ n: number }>('SELECT episodes AS n FROM episode_totals')?.n ?? 0) >= manyEpisodes;

const scored = (near: readonly NearItem[]): readonly Scored[] =>
  near.map(({ item, score }) => ({ key: item, score }));

/** Newest first. */
const findByTime = (db: Statements, { startMs, endMs }: TimeInterval, limit: number): readonly EpisodeKey[] =>
  db
    .all<{ key: number }>(
      `SELECT key FROM episode WHERE at_ms BETWEEN ? AND ? AND out_of_index = 0
       ORDER BY at_ms DESC, key DESC LIMIT ?`,
      startMs,
      endMs,
      limit,
    )
    .map(({ key }) => key);

/** Those that name most of them first, then the newest. */
const findByEntities = (db: Statements, names: readonly string[], limit: number): readonly EpisodeKey[] =>
  db
    .all<{ key: number }>(
      `SELECT l.episode AS key FROM json_each(?) c
       JOIN episode_entity_name n ON n.name = c.value
       JOIN episode_entity l ON l.entity = n.rowid
       JOIN episode e ON e.key = l.episode AND e.out_of_index = 0
       GROUP BY l.episode ORDER BY count(*) DESC, l.episode DESC LIMIT ?`,
      JSON.stringify([...new Set(names)]),
      limit,
    )
    .map(({ key }) => key);

const readingPart = ({ db }: EpisodeTables) =>
  ({
    read: async keys => db.read(() => readEpisodes(db, keys)),
    byId: async id => {
      const row = db.read(() =>
        db.one<EpisodeRow>(
          `SELECT ${episodeColumns} FROM ${episodeTables} WHERE e.id = ? AND ${isShown}`,
          encodeId(id),
        ),
      );
      return row === undefined ? undefined : storedEpisodeOf(row);
    },
    neighbours: async (keys, reach) => db.read(() => readEpisodes(db, neighbourKeys(db, keys, reach))),
    neighbourKeys: async (keys, reach) => db.read(() => neighbourKeys(db, keys, reach)),
    shown: async keys =>
      db.read(() =>
        db.numbers(
          `SELECT e.key FROM json_each(?) k CROSS JOIN episode e WHERE e.key = k.value AND ${isShown}`,
          JSON.stringify(keys),
        ),
      ),
    unconsolidated: async limit =>
      db.read(() =>
        db
          .all<EpisodeRow>(
            `SELECT ${episodeColumns} FROM ${episodeTables}
             WHERE e.consolidated_at_ms IS NULL AND ${isShown} ORDER BY e.key LIMIT ?`,
            limit,
          )
          .map(episodeRecordOf),
      ),
    page: async (afterKey, limit) =>
      db.read(() =>
        db
          .all<EpisodeRow>(
            `SELECT ${episodeColumns} FROM ${episodeTables} WHERE e.key > ? ORDER BY e.key LIMIT ?`,
            afterKey,
            limit,
          )
          .map(episodeRecordOf),
      ),
    countUnconsolidated: async limit => db.read(() => countUnconsolidated(db, limit)),
    count: async () =>
      db.read(() => db.one<{ n: number }>('SELECT episodes AS n FROM episode_totals')?.n ?? 0),
  }) satisfies Partial<EpisodicMemoryStore>;

/** The index alone tells how many there are; hidden ones, which are few, are looked for in another. */
const countUnconsolidated = (db: Statements, limit: number): number =>
  db.one<{ n: number }>(
    `SELECT count(*) AS n FROM (
       SELECT key FROM episode WHERE consolidated_at_ms IS NULL
         AND key NOT IN (SELECT key FROM episode INDEXED BY episode_by_time WHERE (out_of_index & ${hiddenReasons}) <> 0)
       LIMIT ?
     )`,
    limit,
  )?.n ?? 0;

/** In the order of `keys`; an order asked of SQLite would cost a sixth more. */
const readEpisodes = (db: Statements, keys: readonly EpisodeKey[]): readonly StoredEpisode[] => {
  const rows = db.lists<StoredEpisodeList>(
    `SELECT ${storedEpisodeColumns} FROM json_each(?) k CROSS JOIN ${episodeTables} WHERE e.key = k.value AND ${isShown}`,
    JSON.stringify(keys),
  );
  const episodes = new Map(rows.map(row => [row[0], storedEpisodeOfList(row)]));
  return keys.map(key => episodes.get(key)).filter(episode => episode !== undefined);
};

/** Without those that were asked for, and hidden ones; in their order. */
const neighbourKeys = (db: Statements, keys: readonly EpisodeKey[], reach: number): readonly EpisodeKey[] => {
  const asked = JSON.stringify(keys);
  return db.numbers(
    `SELECT DISTINCT e.key FROM json_each(?) k CROSS JOIN episode a ON a.key = k.value
     CROSS JOIN episode e
     ON e.conversation = a.conversation AND e.ordinal BETWEEN a.ordinal - ? AND a.ordinal + ?
     WHERE e.key NOT IN (SELECT value FROM json_each(?)) AND ${isShown} ORDER BY e.key`,
    asked,
    reach,
    reach,
    asked,
  );
};

const vectorPart = ({ db, meanings }: EpisodeTables) => {
  /** Up to here, by model, nothing lacks: the work of a change of model does not begin at the first episode each time. */
  const completeUpTo = new Map<string, EpisodeKey>();
  const lacking = (model: string, limit: number): readonly StoredEpisode[] => {
    const from = completeUpTo.get(model) ?? 0;
    const found = withoutVectors(db, `NOT ${meanings.hasVectors(model, 'e.key')}`, from, limit);
    const [first] = found;
    if (first !== undefined) completeUpTo.set(model, first.key - 1);
    else completeUpTo.delete(model);
    // Nothing behind: what was before may lack by now.
    return first === undefined && from > 0 ? lacking(model, limit) : found;
  };
  return {
    vectors: async (keys, model) =>
      db.read(() => {
        const found = meanings.get(model, keys);
        return keys.map(key => episodeVectors(model, found.get(key)));
      }),
    meanVector: async model => db.read(() => meanings.mean(model)),
    models: async () =>
      db.read(() =>
        meanings
          .models()
          .map(({ name, dimensions, items }) => ({ model: name, dimensions, episodes: items })),
      ),
    removeModel: async model => {
      completeUpTo.delete(model);
      db.write(() => meanings.removeModel(model));
    },
    withoutVectors: async (model, limit) => db.read(() => lacking(model, limit)),
    setVectors: async episodes => {
      db.write(() => {
        for (const { key, vectors } of episodes) {
          const row = db.one<{ reasons: number }>(
            'SELECT out_of_index AS reasons FROM episode WHERE key = ?',
            key,
          );
          // It may have been forgotten while its vectors were made.
          if (row !== undefined) meanings.put(vectors.model, key, vectorList(vectors), row.reasons === 0);
        }
      });
    },
  } satisfies Partial<EpisodicMemoryStore>;
};

const withoutVectors = (
  db: Statements,
  lacks: string,
  from: EpisodeKey,
  limit: number,
): readonly StoredEpisode[] =>
  db
    .all<EpisodeRow>(
      `SELECT ${episodeColumns} FROM ${episodeTables} WHERE e.key > ? AND ${lacks} ORDER BY e.key LIMIT ?`,
      from,
      limit,
    )
    .map(storedEpisodeOf);

function episodeVectors(
  model: string,
  vectors: readonly Float32Array[] | undefined,
): EpisodeVectors | undefined {
  const [whole, ...parts] = vectors ?? [];
  return whole === undefined ? undefined : { model, whole, parts };
}

const removingPart = (tables: EpisodeTables) =>
  ({
    setHidden: async (which, hidden) => {
      const { db } = tables;
      db.write(() => {
        if ('ids' in which) setOutOfIndex(tables, keysOf(db, which.ids), outOfIndex.byItself, hidden);
        else {
          const keys = keysInConversation(db, which.conversationId);
          setOutOfIndex(tables, keys, outOfIndex.withConversation, hidden);
        }
      });
    },
    setArrived: async ids =>
      tables.db.write(() => setOutOfIndex(tables, keysOf(tables.db, ids), outOfIndex.arriving, false)),
    setCompressed: async (ids, compressed) =>
      tables.db.write(() => setOutOfIndex(tables, keysOf(tables.db, ids), outOfIndex.compressed, compressed)),
    remove: async ids => tables.db.write(() => removeEpisodes(tables, keysOf(tables.db, ids))),
  }) satisfies Partial<EpisodicMemoryStore>;

const keysOf = (db: Statements, ids: readonly string[]): readonly EpisodeKey[] =>
  [...new Set(ids)].map(id => keyOfId(db, id)).filter(key => key !== undefined);

const keysInConversation = (db: Statements, conversationId: string): readonly EpisodeKey[] =>
  db
    .all<{ key: number }>(
      `SELECT e.key FROM episode_conversation c JOIN episode e ON e.conversation = c.rowid WHERE c.id = ?`,
      encodeId(conversationId),
    )
    .map(({ key }) => key);
