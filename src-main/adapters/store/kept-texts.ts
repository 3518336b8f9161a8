/** All words of a profile with the place where they stand, a few hundred at a time, so that nobody waits for it. */
import type { KeptMessage, KeptText, NoteKind } from '../../ports/word-eraser.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';
import { decodeText } from './stored-text.ts';

const rowsOfStep = 400;

interface TextRow {
  /** Where the next step goes on. */
  readonly at: number | Buffer;
  readonly id: Buffer;
  readonly text: Buffer;
  readonly also?: Buffer | string | null;
  readonly last?: Buffer | string | null;
}

/** `sql` has two parameters: the place behind which to go on, and how many rows. */
const sources: readonly { readonly kind: KeptText['kind']; readonly sql: string; readonly isKeyed?: true }[] =
  [
    {
      kind: 'episode',
      sql: `SELECT e.key AS at, e.id, e.text, s.name AS also,
            (SELECT group_concat(n.name, ' ') FROM episode_entity l JOIN episode_entity_name n ON n.rowid = l.entity
             WHERE l.episode = e.key) AS last
          FROM episode e JOIN episode_speaker s ON s.rowid = e.speaker WHERE e.key > ? ORDER BY e.key LIMIT ?`,
    },
    {
      kind: 'fact',
      sql: `SELECT c.rowid AS at, f.id, c.value AS text, c.subject AS also, replace(c.relation, '_', ' ') AS last
          FROM fact_change c JOIN fact f ON f.rowid = c.fact
          WHERE c.rowid > ? AND c.value IS NOT NULL ORDER BY c.rowid LIMIT ?`,
    },
    {
      kind: 'summary',
      sql: 'SELECT rowid AS at, id, text, name AS also FROM summary WHERE rowid > ? ORDER BY rowid LIMIT ?',
    },
    {
      kind: 'message',
      sql: 'SELECT rowid AS at, id, text, extra AS also FROM message WHERE rowid > ? ORDER BY rowid LIMIT ?',
    },
    {
      kind: 'prompt',
      sql: `SELECT rowid AS at, id, coalesce(memory_context, prompt_context) AS text,
            CASE WHEN memory_context IS NULL THEN NULL ELSE prompt_context END AS also
          FROM message WHERE rowid > ? AND coalesce(memory_context, prompt_context) IS NOT NULL
          ORDER BY rowid LIMIT ?`,
    },
    {
      kind: 'title',
      sql: 'SELECT rowid AS at, id, title AS text FROM conversation WHERE rowid > ? ORDER BY rowid LIMIT ?',
    },
    {
      kind: 'queued-turn',
      sql: 'SELECT rowid AS at, turn AS id, text FROM queued_turn WHERE rowid > ? ORDER BY rowid LIMIT ?',
    },
    { kind: 'note', sql: 'SELECT rowid AS at, id, text FROM note WHERE rowid > ? ORDER BY rowid LIMIT ?' },
    {
      kind: 'list-item',
      sql: 'SELECT rowid AS at, id, text, list AS also FROM list_item WHERE rowid > ? ORDER BY rowid LIMIT ?',
    },
    {
      kind: 'timer',
      sql: 'SELECT id AS at, id, label AS text FROM timer WHERE id > ? ORDER BY id LIMIT ?',
      isKeyed: true,
    },
    {
      kind: 'remembered-fact',
      sql: 'SELECT rowid AS at, id, text FROM remembered_fact WHERE rowid > ? ORDER BY rowid LIMIT ?',
    },
  ];

const inClear = (value: Buffer | string | null | undefined): string =>
  value instanceof Uint8Array ? decodeText(value) : (value ?? '');

const textOf = ({ text, also, last }: TextRow): string =>
  [also, inClear(text), last]
    .map(inClear)
    .filter(part => part !== '')
    .join('\n');

export async function* keptTexts(db: Statements): AsyncGenerator<readonly KeptText[]> {
  for (const { kind, sql, isKeyed } of sources) {
    let after: number | Buffer = isKeyed ? Buffer.of() : 0;
    for (;;) {
      const rows: readonly TextRow[] = db.read(() => db.all<TextRow>(sql, after, rowsOfStep));
      yield rows.map(row => ({ kind, id: decodeId(row.id), text: textOf(row) }));
      const last = rows.at(-1);
      if (last === undefined || rows.length < rowsOfStep) break;
      after = last.at;
      await new Promise<void>(resolve => setImmediate(resolve));
    }
  }
}

export const noteTables: Readonly<Record<NoteKind, string>> = {
  note: 'note',
  'list-item': 'list_item',
  timer: 'timer',
  'remembered-fact': 'remembered_fact',
};

/** As one JSON value, so that any number of ids is one statement. */
export const idList = (ids: readonly string[]): string =>
  JSON.stringify([...new Set(ids)].map(id => encodeId(id).toString('hex')));

interface MessageRow {
  readonly id: Buffer;
  readonly conversation: Buffer;
  readonly text: Buffer;
  readonly created_at_ms: number;
}

export const keptMessages = (db: Statements, ids: readonly string[]): readonly KeptMessage[] =>
  db
    .all<MessageRow>(
      `SELECT m.id, c.id AS conversation, m.text, m.created_at_ms
       FROM message m JOIN conversation c ON c.rowid = m.conversation
       WHERE m.id IN (SELECT unhex(value) FROM json_each(?)) ORDER BY m.rowid`,
      idList(ids),
    )
    .map(row => ({
      id: decodeId(row.id),
      conversationId: decodeId(row.conversation),
      text: decodeText(row.text),
      atMs: row.created_at_ms,
    }));

interface EpisodeRow {
  readonly id: Buffer;
  readonly text: Buffer;
  readonly at_ms: number;
}

export const keptEpisodes = (
  db: Statements,
  ids: readonly string[],
): readonly { readonly id: string; readonly text: string; readonly atMs: number }[] =>
  db
    .all<EpisodeRow>(
      'SELECT id, text, at_ms FROM episode WHERE id IN (SELECT unhex(value) FROM json_each(?)) ORDER BY key',
      idList(ids),
    )
    .map(row => ({ id: decodeId(row.id), text: decodeText(row.text), atMs: row.at_ms }));
