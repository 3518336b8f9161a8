/** Between a row of the `episode` table and an episode of the domain. */
import { type Emotion, type Episode, emotions, type Provenance } from '../../domain/memory.ts';
import type { EpisodeRecord, StoredEpisode } from '../../ports/episodic-memory-store.ts';
import { originNumber, originOf } from './message-rows.ts';
import type { Statements } from './statements.ts';
import { asHex, decodeId, encodeId, idOfHex } from './stored-id.ts';
import { asText, decodeText, encodeQuickText } from './stored-text.ts';

/** Positions in these lists are what the database holds: only ever add at the end. */
const provenances: readonly Provenance[] = ['user', 'assistant', 'web', 'document', 'tool'];
const storedEmotions: readonly Emotion[] = [...emotions];
const languages = ['fr', 'en'] as const;

/** Why recall does not find an episode; they add up. */
export const outOfIndex = { withConversation: 1, byItself: 2, compressed: 4, arriving: 8 } as const;
export const hiddenReasons = outOfIndex.withConversation | outOfIndex.byItself | outOfIndex.arriving;
/** Of an episode that is not hidden. */
export const isShown = `(e.out_of_index & ${hiddenReasons}) = 0`;

export interface EpisodeRow {
  readonly key: number;
  readonly id: Buffer;
  readonly conversation_id: Buffer;
  readonly ordinal: number;
  readonly message: Buffer | null;
  readonly turn: Buffer | null;
  readonly answer: Buffer | null;
  readonly origin: number | null;
  readonly provenance: number;
  readonly speaker_name: string;
  readonly at_ms: number;
  readonly language: number;
  readonly valence: number;
  readonly arousal: number;
  readonly dominance: number;
  readonly emotion: number;
  readonly salience: number;
  readonly recalls: number;
  readonly last_recalled_ms: number | null;
  readonly consolidated_at_ms: number | null;
  readonly out_of_index: number;
  readonly text: Buffer;
  /** A JSON list. */
  readonly entities: string;
}

export const episodeColumns = 'e.*, c.id AS conversation_id, s.name AS speaker_name';
export const episodeTables = `
  episode e JOIN episode_conversation c ON c.rowid = e.conversation JOIN episode_speaker s ON s.rowid = e.speaker`;

export function storedEpisodeOf(row: EpisodeRow): StoredEpisode {
  const { id, place, speaker, atMs, text, affect, salience, entities } = episodeOf(row);
  return {
    key: row.key,
    id,
    place,
    speaker,
    atMs,
    text,
    affect,
    salience,
    entities,
    ordinal: row.ordinal,
    recalls: row.recalls,
    ...(row.last_recalled_ms === null ? {} : { lastRecalledMs: row.last_recalled_ms }),
  };
}

/**
 * What `storedEpisodeOfList` takes, in its order: recall reads hundreds at a time, and bytes take several times as long to
 * come out of the database as the same in letters.
 */
export const storedEpisodeColumns = `e.key, ${asHex('e.id')}, ${asHex('c.id')}, ${asHex('e.message')}, ${asHex('e.turn')},
  ${asHex('e.answer')}, e.origin, s.name, e.at_ms, ${asText('e.text')}, e.valence, e.arousal, e.dominance, e.emotion, e.salience, e.entities, e.ordinal, e.recalls, e.last_recalled_ms`;
export type StoredEpisodeList = readonly [
  ...[key: number, id: string, conversation: string],
  ...[message: string | null, turn: string | null, answer: string | null, origin: number | null],
  ...[speaker: string, atMs: number, text: string | Buffer],
  ...[valence: number, arousal: number, dominance: number, emotion: number, salience: number],
  ...[entities: string, ordinal: number, recalls: number, lastRecalledMs: number | null],
];

export function storedEpisodeOfList(row: StoredEpisodeList): StoredEpisode {
  const [, , conversation, message, turn, answer, origin] = row;
  return {
    key: row[0],
    id: idOfHex(row[1]),
    place: {
      conversationId: idOfHex(conversation),
      ...(message === null ? {} : { messageId: idOfHex(message) }),
      ...(turn === null ? {} : { turnId: idOfHex(turn) }),
      ...(origin === null ? {} : { origin: originOf(origin) }),
      ...(answer === null ? {} : { answerId: idOfHex(answer) }),
    },
    speaker: row[7],
    atMs: row[8],
    text: typeof row[9] === 'string' ? row[9] : decodeText(row[9]),
    affect: { valence: row[10], arousal: row[11], dominance: row[12], emotion: at(storedEmotions, row[13]) },
    salience: row[14],
    entities: entitiesOf(row[15]),
    ordinal: row[16],
    recalls: row[17],
    ...(row[18] === null ? {} : { lastRecalledMs: row[18] }),
  };
}

export const episodeRecordOf = (row: EpisodeRow): EpisodeRecord => ({
  key: row.key,
  episode: episodeOf(row),
  recalls: row.recalls,
  ...(row.last_recalled_ms === null ? {} : { lastRecalledMs: row.last_recalled_ms }),
  isConsolidated: row.consolidated_at_ms !== null,
  isHidden: (row.out_of_index & hiddenReasons) !== 0,
  ...((row.out_of_index & outOfIndex.compressed) !== 0 && { isCompressed: true }),
});

const episodeOf = (row: EpisodeRow): Episode => ({
  id: decodeId(row.id),
  place: placeOf(row),
  provenance: at(provenances, row.provenance),
  speaker: row.speaker_name,
  atMs: row.at_ms,
  text: decodeText(row.text),
  language: at(languages, row.language),
  affect: {
    valence: row.valence,
    arousal: row.arousal,
    dominance: row.dominance,
    emotion: at(storedEmotions, row.emotion),
  },
  salience: row.salience,
  entities: entitiesOf(row.entities),
});

type PlaceColumns = Pick<EpisodeRow, 'conversation_id' | 'message' | 'turn' | 'answer' | 'origin'>;

const placeOf = (row: PlaceColumns): Episode['place'] => ({
  conversationId: decodeId(row.conversation_id),
  ...(row.message === null ? {} : { messageId: decodeId(row.message) }),
  ...(row.turn === null ? {} : { turnId: decodeId(row.turn) }),
  ...(row.origin === null ? {} : { origin: originOf(row.origin) }),
  ...(row.answer === null ? {} : { answerId: decodeId(row.answer) }),
});

const entitiesOf = (list: string): readonly string[] =>
  list === '[]' ? [] : (JSON.parse(list) as readonly string[]);

/** In a transaction: returns the key of the new row. It stands behind the last one of its conversation. */
export function insertEpisode(
  db: Statements,
  episode: Episode,
  before: { readonly recalls: number; readonly lastRecalledMs?: number; readonly consolidatedAtMs?: number },
): number {
  const { place, affect } = episode;
  const conversation = numberOf(db, 'episode_conversation', 'id', encodeId(place.conversationId));
  const last = db.one<{ ordinal: number | null }>(
    'SELECT max(ordinal) AS ordinal FROM episode WHERE conversation = ?',
    conversation,
  );
  return db.run(
    `INSERT INTO episode (id, conversation, ordinal, message, turn, answer, origin, provenance, speaker, at_ms, language,
       valence, arousal, dominance, emotion, salience, recalls, last_recalled_ms, consolidated_at_ms, entities, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    encodeId(episode.id),
    conversation,
    (last?.ordinal ?? 0) + 1,
    optionalId(place.messageId),
    optionalId(place.turnId),
    optionalId(place.answerId),
    place.origin === undefined ? null : originNumber(place.origin),
    provenances.indexOf(episode.provenance),
    numberOf(db, 'episode_speaker', 'name', episode.speaker),
    episode.atMs,
    languages.indexOf(episode.language),
    affect.valence,
    affect.arousal,
    affect.dominance,
    storedEmotions.indexOf(affect.emotion),
    episode.salience,
    before.recalls,
    before.lastRecalledMs ?? null,
    before.consolidatedAtMs ?? null,
    JSON.stringify([...new Set(episode.entities)]),
    encodeQuickText(episode.text),
  ).rowid;
}

const optionalId = (id: string | undefined): Buffer | null => (id === undefined ? null : encodeId(id));

/** The number of a name in a table of names, which is added where it is new. */
export function numberOf(
  db: Statements,
  table: 'episode_conversation' | 'episode_speaker' | 'episode_entity_name',
  column: 'id' | 'name',
  value: string | Buffer,
): number {
  const known = db.one<{ rowid: number }>(`SELECT rowid FROM ${table} WHERE ${column} = ?`, value);
  return known?.rowid ?? db.run(`INSERT INTO ${table} (${column}) VALUES (?)`, value).rowid;
}

function at<T>(list: readonly T[], position: number): T {
  const value = list[position];
  if (value === undefined) throw new RangeError(`no value number ${position}`);
  return value;
}
