/** Timers, notes, lists and remembered facts in the profile's encrypted database. */
import type { ListItem, Note, RememberedFact, Timer } from '../../domain/organizer.ts';
import type { OrganizerStore } from '../../ports/organizer-store.ts';
import { notFound } from './conversations.ts';
import { matches, termsOf, wordsOf } from './search-words.ts';
import type { Row, Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';
import { decodeText, encodeText } from './stored-text.ts';

const textIn = (row: Row, column: string): string => decodeText(row[column] as Buffer);
const idIn = (row: Row): string => decodeId(row.id as Buffer);

export const createSqliteOrganizerStore = (db: Statements): OrganizerStore => ({
  ...timerPart(db),
  ...notePart(db),
  ...listPart(db),
  ...factPart(db),
});

/** Adding what is there already changes nothing, so that a command sent twice has one effect. */
const timerPart = (db: Statements) =>
  ({
    addTimer: async timer => {
      db.write(() =>
        db.run(
          `INSERT INTO timer (id, kind, label, set_at_ms, due_at_ms, rang_at_ms, dismissed_at_ms)
           VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
          encodeId(timer.id),
          timer.kind,
          encodeText(timer.label),
          timer.setAtMs,
          timer.dueAtMs,
          timer.rangAtMs ?? null,
          timer.dismissedAtMs ?? null,
        ),
      );
    },
    listTimers: async () =>
      db.read(() =>
        db.all<Row>('SELECT * FROM timer WHERE dismissed_at_ms IS NULL ORDER BY due_at_ms, id').map(timerOf),
      ),
    markRang: async (id, atMs) => stampTimer(db, 'rang_at_ms', id, atMs),
    dismissTimer: async (id, atMs) => stampTimer(db, 'dismissed_at_ms', id, atMs),
    moveTimer: async (id, dueAtMs) => {
      const { changes } = db.write(() =>
        db.run(
          'UPDATE timer SET due_at_ms = ?, rang_at_ms = NULL WHERE id = ? AND dismissed_at_ms IS NULL',
          dueAtMs,
          encodeId(id),
        ),
      );
      if (changes === 0) throw notFound(id);
    },
    deleteTimer: async id => deleteFrom(db, 'timer', id),
  }) satisfies Partial<OrganizerStore>;

/** The first time counts. Throws `input.not-found`. */
function stampTimer(
  db: Statements,
  column: 'rang_at_ms' | 'dismissed_at_ms',
  id: string,
  atMs: number,
): void {
  const { changes } = db.write(() =>
    db.run(`UPDATE timer SET ${column} = coalesce(${column}, ?) WHERE id = ?`, atMs, encodeId(id)),
  );
  if (changes === 0) throw notFound(id);
}

const timerOf = (row: Row): Timer => ({
  id: idIn(row),
  kind: row.kind === 'timer' ? 'timer' : 'reminder',
  label: textIn(row, 'label'),
  setAtMs: Number(row.set_at_ms),
  dueAtMs: Number(row.due_at_ms),
  ...(row.rang_at_ms === null ? {} : { rangAtMs: Number(row.rang_at_ms) }),
  ...(row.dismissed_at_ms === null ? {} : { dismissedAtMs: Number(row.dismissed_at_ms) }),
});

const notePart = (db: Statements) =>
  ({
    addNote: async note => {
      db.write(() =>
        db.run(
          'INSERT INTO note (id, text, created_at_ms) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
          encodeId(note.id),
          encodeText(note.text),
          note.createdAtMs,
        ),
      );
    },
    listNotes: async () =>
      db.read(() =>
        db.all<Row>('SELECT * FROM note ORDER BY created_at_ms DESC, rowid DESC').map(
          (row): Note => ({
            id: idIn(row),
            text: textIn(row, 'text'),
            createdAtMs: Number(row.created_at_ms),
          }),
        ),
      ),
    editNote: async (id, text) => {
      const { changes } = db.write(() =>
        db.run('UPDATE note SET text = ? WHERE id = ?', encodeText(text), encodeId(id)),
      );
      if (changes === 0) throw notFound(id);
    },
    deleteNote: async id => deleteFrom(db, 'note', id),
  }) satisfies Partial<OrganizerStore>;

const listPart = (db: Statements) =>
  ({
    addListItems: async items => {
      db.write(() => {
        for (const item of items) {
          db.run(
            `INSERT INTO list_item (id, list, text, created_at_ms) VALUES (?, ?, ?, ?)
             ON CONFLICT (id) DO NOTHING`,
            encodeId(item.id),
            encodeText(item.list),
            encodeText(item.text),
            item.createdAtMs,
          );
        }
      });
    },
    listItems: async list =>
      db.read(() =>
        db
          .all<Row>('SELECT * FROM list_item WHERE list = ? ORDER BY created_at_ms, rowid', encodeText(list))
          .map(
            (row): ListItem => ({
              id: idIn(row),
              list,
              text: textIn(row, 'text'),
              createdAtMs: Number(row.created_at_ms),
            }),
          ),
      ),
    listNames: async () =>
      db.read(() =>
        db
          .all<Row>('SELECT list FROM list_item GROUP BY list ORDER BY min(rowid)')
          .map(row => textIn(row, 'list')),
      ),
    deleteListItem: async id => deleteFrom(db, 'list_item', id),
  }) satisfies Partial<OrganizerStore>;

const factPart = (db: Statements) =>
  ({
    addFact: async fact => {
      db.write(() =>
        db.run(
          `INSERT INTO remembered_fact (id, text, language, created_at_ms, source_message) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (id) DO NOTHING`,
          encodeId(fact.id),
          encodeText(fact.text),
          fact.language,
          fact.createdAtMs,
          fact.sourceMessageId === undefined ? null : encodeId(fact.sourceMessageId),
        ),
      );
    },
    findFacts: async about => {
      const facts = db.read(() =>
        db.all<Row>('SELECT * FROM remembered_fact ORDER BY created_at_ms DESC, rowid DESC').map(factOf),
      );
      return about.trim() === '' ? facts : bestFacts(facts, about);
    },
    deleteFact: async id => {
      const isGone = deleteFrom(db, 'remembered_fact', id);
      // The words still stand in the write-ahead log until it is emptied.
      if (isGone) db.emptyLog();
      return isGone;
    },
  }) satisfies Partial<OrganizerStore>;

const factOf = (row: Row): RememberedFact => ({
  id: idIn(row),
  text: textIn(row, 'text'),
  language: row.language === 'fr' ? 'fr' : 'en',
  createdAtMs: Number(row.created_at_ms),
  ...(row.source_message === null ? {} : { sourceMessageId: decodeId(row.source_message as Buffer) }),
});

/** One person's facts are few: all are read. Most different words found first, then newest. */
function bestFacts(facts: readonly RememberedFact[], about: string): readonly RememberedFact[] {
  const terms = termsOf(about);
  return facts
    .map(fact => {
      const words = [...wordsOf(fact.text)];
      return {
        fact,
        found: terms.filter(term => words.some(word => matches(term, word.folded))).length,
      };
    })
    .filter(({ found }) => found > 0)
    .sort((x, y) => y.found - x.found)
    .map(({ fact }) => fact);
}

const deleteFrom = (
  db: Statements,
  table: 'timer' | 'note' | 'list_item' | 'remembered_fact',
  id: string,
): boolean => db.write(() => db.run(`DELETE FROM ${table} WHERE id = ?`, encodeId(id))).changes > 0;
