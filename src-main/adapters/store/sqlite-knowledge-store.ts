/** The index of the person's documents in the profile's encrypted database. */
import { JarvisError } from '../../domain/errors.ts';
import type { KnowledgeDocument } from '../../domain/knowledge.ts';
import type { ArrivingDocument, KnowledgeStore, WaitingDocument } from '../../ports/knowledge-store.ts';
import {
  addPassage,
  passagesByWords,
  passagesOfKeys,
  removePassage,
  strayPassages,
  termFrequencies,
} from './knowledge-passages.ts';
import {
  type DocumentRow,
  documentColumns,
  documentOf,
  documentTables,
  foundPassages,
  type PassageRow,
  passageOf,
  type SourceRow,
  sourceOf,
  stateNumber,
} from './knowledge-rows.ts';
import { addDocument, addSource, filesToSet, removeSource, requireSource } from './knowledge-sources.ts';
import type { ShortSteps } from './short-steps.ts';
import type { Statements } from './statements.ts';
import { decodeId, encodeId } from './stored-id.ts';
import { VectorCollection } from './vector-collection.ts';

const [waiting, indexed, failed] = [stateNumber('waiting'), stateNumber('indexed'), stateNumber('failed')];

export function createSqliteKnowledgeStore(db: Statements, steps: ShortSteps): KnowledgeStore {
  const vectors = new VectorCollection(db, 'knowledge');
  return {
    addSource: async source => db.write(() => addSource(db, source)),
    sources: async () =>
      db.read(() => db.all<SourceRow>('SELECT * FROM knowledge_source ORDER BY rowid').map(sourceOf)),
    removeSource: async id => db.write(() => removeSource(db, id)),
    setFiles: async (sourceId, files) => {
      const changes = db.read(() => filesToSet(db, sourceId, files));
      await steps.each(changes, change => change());
      return changes.length > 0;
    },
    addUploaded: async (sourceId, file) =>
      db.write(() => addDocument(db, requireSource(db, sourceId).rowid, { ...file, modifiedMs: 0 })),
    documents: async query => db.read(() => listDocuments(db, query)),
    document: async id =>
      db.read(() => {
        const row = findDocument(db, id);
        return row && documentOf(row);
      }),
    counts: async () => db.read(() => count(db)),
    nextWaiting: async () => db.read(() => nextWaiting(db)),
    arrive: documentId => arrive(db, vectors, documentId),
    unchanged: async documentId => {
      db.writeUnflushed(() =>
        db.run('UPDATE knowledge_document SET state = ? WHERE id = ?', indexed, encodeId(documentId)),
      );
    },
    failed: async (documentId, code) => {
      db.write(() =>
        db.run(
          `UPDATE knowledge_document SET state = ?, code = ?, passages = 0, sha256 = NULL, title = NULL, pages = NULL,
             model = NULL, edition = 1 + max(edition, coalesce(
               (SELECT max(p.edition) FROM knowledge_passage p WHERE p.document = knowledge_document.rowid), 0))
           WHERE id = ?`,
          failed,
          code,
          encodeId(documentId),
        ),
      );
    },
    keepModel: async model =>
      db.write(
        () =>
          db.run(
            `UPDATE knowledge_document SET state = ?, sha256 = NULL
             WHERE state = ? AND path IS NOT NULL AND model IS NOT ?`,
            waiting,
            indexed,
            model,
          ).changes,
      ),
    settle: () => settle(db, vectors, steps),
    byWords: async (terms, limit) => db.read(() => passagesByWords(db, terms, limit)),
    byMeaning: async (model, vector, limit) =>
      db.read(() => vectors.nearest(model, vector, limit).map(({ item, score }) => ({ key: item, score }))),
    prepare: model => vectors.prepare(model),
    passages: async keys => db.read(() => passagesOfKeys(db, keys)),
    passage: async id =>
      db.read(() => {
        const row = db.one<PassageRow>(`SELECT ${foundPassages} WHERE p.id = ?`, encodeId(id));
        return row && passageOf(row);
      }),
    around: async (documentId, from, to) =>
      db.read(() =>
        db
          .all<PassageRow>(
            `SELECT ${foundPassages} WHERE d.id = ? AND p.ordinal BETWEEN ? AND ? ORDER BY p.ordinal`,
            encodeId(documentId),
            from,
            to,
          )
          .map(passageOf),
      ),
    frequencies: async terms => db.read(() => termFrequencies(db, terms)),
  };
}

const findDocument = (db: Statements, id: string): DocumentRow | undefined =>
  db.one<DocumentRow>(`SELECT ${documentColumns} FROM ${documentTables} WHERE d.id = ?`, encodeId(id));

function listDocuments(
  db: Statements,
  { limit, after }: { readonly limit: number; readonly after?: string },
): readonly KnowledgeDocument[] {
  const last = after === undefined ? undefined : findDocument(db, after);
  return db
    .all<DocumentRow>(
      `SELECT ${documentColumns} FROM ${documentTables}
       WHERE (coalesce(d.path, d.name), d.rowid) > (?, ?)
       ORDER BY coalesce(d.path, d.name), d.rowid LIMIT ?`,
      last === undefined ? '' : (last.path ?? last.name),
      last?.rowid ?? 0,
      limit,
    )
    .map(documentOf);
}

function count(db: Statements) {
  const rows = db.all<{ state: number; n: number; passages: number }>(
    'SELECT state, count(*) AS n, sum(passages) AS passages FROM knowledge_document GROUP BY state',
  );
  const of = (state: number): number => rows.find(row => row.state === state)?.n ?? 0;
  const passages = rows.reduce((sum, row) => sum + row.passages, 0);
  return { waiting: of(waiting), indexed: of(indexed), failed: of(failed), passages };
}

function nextWaiting(db: Statements): WaitingDocument | undefined {
  const row = db.one<DocumentRow>(
    `SELECT ${documentColumns} FROM ${documentTables}
     WHERE d.state = ? AND d.path IS NOT NULL ORDER BY d.rowid LIMIT 1`,
    waiting,
  );
  if (row === undefined || row.path === null) return undefined;
  const { path, name, bytes, modified_ms: modifiedMs, sha256 } = row;
  return { id: decodeId(row.id), path, name, bytes, modifiedMs, ...(sha256 !== null && { sha256 }) };
}

/** A document that goes while it arrives takes no more passages; those that came are strays then. */
function arrive(db: Statements, vectors: VectorCollection, documentId: string): ArrivingDocument {
  const row = db.read(() => findDocument(db, documentId));
  if (row === undefined) throw new JarvisError('input.not-found', { what: documentId });
  const edition = db.read(() => nextEdition(db, row));
  let ordinal = 0;
  let madeBy: string | null = null;
  return {
    add: async (passages, model) => {
      madeBy = model;
      db.writeUnflushed(() => {
        for (const one of passages) {
          addPassage(db, vectors, one, model, { document: row.rowid, edition, ordinal });
          ordinal += 1;
        }
      });
    },
    complete: async ({ sha256, title, pages, atMs }) => {
      // What a power cut takes away is read again.
      db.writeUnflushed(() =>
        db.run(
          `UPDATE knowledge_document SET state = CASE WHEN modified_ms = ? THEN ? ELSE state END, code = NULL,
             edition = ?, passages = ?, sha256 = ?, title = ?, pages = ?, model = ?, indexed_at_ms = ? WHERE rowid = ?`,
          ...[row.modified_ms, indexed, edition, ordinal, sha256, title ?? null, pages ?? null, madeBy, atMs],
          row.rowid,
        ),
      );
    },
  };
}

/** One that no passage has, not even a stray one. */
const nextEdition = (db: Statements, { rowid, edition }: DocumentRow): number =>
  1 +
  Math.max(
    edition,
    db.one<{ last: number | null }>(
      'SELECT max(edition) AS last FROM knowledge_passage WHERE document = ?',
      rowid,
    )?.last ?? 0,
  );

async function settle(db: Statements, vectors: VectorCollection, steps: ShortSteps): Promise<void> {
  let removed = 0;
  for (;;) {
    const strays = db.read(() => strayPassages(db));
    if (strays.length === 0) break;
    await steps.each(strays, row => removePassage(db, vectors, row));
    removed += strays.length;
  }
  // From the log too; and what was removed without a wait is on disk then.
  if (removed > 0) db.emptyLog();
}
