/** Episodes with all that belongs to them: added, hidden, taken out of recall's reach, and removed for good. */
import type { Episode } from '../../domain/memory.ts';
import type { EpisodeKey, EpisodeVectors, EpisodicMemoryStore } from '../../ports/episodic-memory-store.ts';
import { affectVector, emotionsModel } from './affect-vector.ts';
import { hiddenReasons, insertEpisode, numberOf, outOfIndex } from './episode-rows.ts';
import { addEpisodeWords, removeEpisodeWords, setWordsFound } from './episode-words.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';
import type { VectorCollection } from './vector-collection.ts';

export interface EpisodeTables {
  readonly db: Statements;
  readonly meanings: VectorCollection;
  readonly feelings: VectorCollection;
}

type AddedEpisode = Parameters<EpisodicMemoryStore['addAll']>[0][number];

export const keyOfId = (db: Statements, id: string): EpisodeKey | undefined =>
  db.one<{ key: number }>('SELECT key FROM episode WHERE id = ?', encodeId(id))?.key;

/** In a transaction. */
export function addEpisode(tables: EpisodeTables, added: AddedEpisode): EpisodeKey {
  const { db, meanings, feelings } = tables;
  const { episode, vectors, recalls = 0, lastRecalledMs, isConsolidated = false, isArriving = false } = added;
  const known = keyOfId(db, episode.id);
  if (known !== undefined) return known;
  const key = insertEpisode(db, episode, {
    recalls,
    ...(lastRecalledMs === undefined ? {} : { lastRecalledMs }),
    ...(isConsolidated ? { consolidatedAtMs: episode.atMs } : {}),
  });
  if (isArriving) db.run('UPDATE episode SET out_of_index = ? WHERE key = ?', outOfIndex.arriving, key);
  else db.run('UPDATE episode_totals SET episodes = episodes + 1');
  addEpisodeWords(db, key, episode.text, !isArriving);
  addEntities(db, key, episode);
  // Nothing: its vectors are still to be made.
  if (vectors.whole.length > 0) meanings.put(vectors.model, key, vectorList(vectors), !isArriving);
  feelings.put(emotionsModel, key, [affectVector(episode.affect)], !isArriving);
  return key;
}

export const vectorList = ({ whole, parts }: EpisodeVectors): readonly Float32Array[] => [whole, ...parts];

function addEntities(db: Statements, key: EpisodeKey, { entities }: Episode): void {
  for (const name of new Set(entities)) {
    const entity = numberOf(db, 'episode_entity_name', 'name', name.toWellFormed());
    db.run('INSERT INTO episode_entity (episode, entity) VALUES (?, ?)', key, entity);
  }
}

/** In a transaction: sets or clears a reason for which recall does not find these. */
export function setOutOfIndex(
  { db, meanings, feelings }: EpisodeTables,
  keys: readonly EpisodeKey[],
  reason: (typeof outOfIndex)[keyof typeof outOfIndex],
  isOut: boolean,
): void {
  const changed: EpisodeKey[] = [];
  const hiding = reason !== outOfIndex.compressed;
  for (const key of keys) {
    const row = db.one<{ reasons: number }>('SELECT out_of_index AS reasons FROM episode WHERE key = ?', key);
    if (row === undefined) continue;
    const reasons = isOut ? row.reasons | reason : row.reasons & ~reason;
    if (reasons === row.reasons) continue;
    db.run('UPDATE episode SET out_of_index = ? WHERE key = ?', reasons, key);
    if (hiding) countHidden(db, row.reasons, reasons);
    if ((reasons === 0) === (row.reasons === 0)) continue;
    setWordsFound(db, key, reasons === 0);
    changed.push(key);
  }
  meanings.setFound(changed, !isOut);
  feelings.setFound(changed, !isOut);
}

const isHidden = (reasons: number): boolean => (reasons & hiddenReasons) !== 0;

function countHidden(db: Statements, before: number, after: number): void {
  const by = Number(isHidden(before)) - Number(isHidden(after));
  if (by !== 0) db.run('UPDATE episode_totals SET episodes = episodes + ?', by);
}

/**
 * In a transaction: rows, words, entities and vectors. What was only theirs goes with them: words, names, the
 * conversation. Unknown keys are passed over.
 */
export function removeEpisodes(
  { db, meanings, feelings }: EpisodeTables,
  keys: readonly EpisodeKey[],
): { readonly episodes: number; readonly vectors: number } {
  let episodes = 0;
  for (const key of keys) {
    const row = db.one<{ reasons: number }>('SELECT out_of_index AS reasons FROM episode WHERE key = ?', key);
    if (row === undefined) continue;
    episodes += 1;
    if (row.reasons === 0) setWordsFound(db, key, false);
    if (!isHidden(row.reasons)) db.run('UPDATE episode_totals SET episodes = episodes - 1');
    removeEpisodeWords(db, key);
    removeRow(db, key);
  }
  const vectors = meanings.remove(keys);
  feelings.remove(keys);
  return { episodes, vectors };
}

function removeRow(db: Statements, key: EpisodeKey): void {
  const entities = db.all<{ entity: number }>('SELECT entity FROM episode_entity WHERE episode = ?', key);
  const place = db.one<{ conversation: number; speaker: number }>(
    'SELECT conversation, speaker FROM episode WHERE key = ?',
    key,
  );
  db.run('DELETE FROM episode_entity WHERE episode = ?', key);
  db.run('DELETE FROM episode WHERE key = ?', key);
  for (const { entity } of entities) {
    removeUnless(db, 'episode_entity_name', entity, 'SELECT 1 FROM episode_entity WHERE entity = ?');
  }
  if (place === undefined) return;
  removeUnless(
    db,
    'episode_conversation',
    place.conversation,
    'SELECT 1 FROM episode WHERE conversation = ?',
  );
  removeUnless(db, 'episode_speaker', place.speaker, 'SELECT 1 FROM episode WHERE speaker = ? LIMIT 1');
}

/** A name goes with the last of those that bore it. */
function removeUnless(
  db: Statements,
  table: 'episode_entity_name' | 'episode_conversation' | 'episode_speaker',
  rowid: number,
  used: string,
): void {
  if (db.one(used, rowid) === undefined) db.run(`DELETE FROM ${table} WHERE rowid = ?`, rowid);
}
