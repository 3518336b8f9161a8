/** What the person gave to be read, and the documents that were found there. */
import { basename } from 'node:path';
import { JarvisError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { type KnowledgeSource, sourceKinds } from '../../domain/knowledge.ts';
import type { SeenFile } from '../../ports/knowledge-store.ts';
import { type DocumentRow, type SourceRow, sourceOf, stateNumber } from './knowledge-rows.ts';
import type { Statements } from './statements.ts';
import { encodeId } from './stored-id.ts';

const waiting = stateNumber('waiting');

/** In a transaction. */
export function addSource(db: Statements, source: KnowledgeSource): KnowledgeSource {
  const kind = sourceKinds.indexOf(source.kind);
  const known =
    source.kind === 'uploaded'
      ? undefined
      : db.one<SourceRow>('SELECT * FROM knowledge_source WHERE path = ? AND kind < 2', source.path);
  if (known !== undefined) return sourceOf(known);
  db.run(
    'INSERT INTO knowledge_source (id, kind, path, added_at_ms) VALUES (?, ?, ?, ?)',
    encodeId(source.id),
    kind,
    source.path,
    source.addedAtMs,
  );
  return source;
}

/** In a transaction. */
export function removeSource(db: Statements, id: string): void {
  const { rowid } = requireSource(db, id);
  db.run('DELETE FROM knowledge_document WHERE source = ?', rowid);
  db.run('DELETE FROM knowledge_source WHERE rowid = ?', rowid);
}

export function requireSource(db: Statements, id: string): SourceRow {
  const row = db.one<SourceRow>('SELECT * FROM knowledge_source WHERE id = ?', encodeId(id));
  if (row === undefined) throw new JarvisError('input.not-found', { what: id });
  return row;
}

/** What has to be done so that the documents of a source are these files; each step by itself, in a transaction. */
export function filesToSet(
  db: Statements,
  sourceId: string,
  files: readonly SeenFile[],
): readonly (() => void)[] {
  const { rowid } = requireSource(db, sourceId);
  const before = new Map(
    db
      .all<Pick<DocumentRow, 'rowid' | 'path' | 'bytes' | 'modified_ms'>>(
        'SELECT rowid, path, bytes, modified_ms FROM knowledge_document WHERE source = ?',
        rowid,
      )
      .map(row => [row.path, row]),
  );
  const steps: (() => void)[] = [];
  for (const file of files) {
    const known = before.get(file.path);
    before.delete(file.path);
    if (known === undefined) steps.push(() => void addDocument(db, rowid, file));
    else if (known.bytes !== file.bytes || known.modified_ms !== file.modifiedMs)
      steps.push(() => readAgain(db, known.rowid, file));
  }
  for (const { rowid: gone } of before.values()) {
    steps.push(() => void db.run('DELETE FROM knowledge_document WHERE rowid = ?', gone));
  }
  return steps;
}

function readAgain(db: Statements, document: number, { bytes, modifiedMs }: SeenFile): void {
  db.run(
    'UPDATE knowledge_document SET state = ?, code = NULL, bytes = ?, modified_ms = ? WHERE rowid = ?',
    waiting,
    bytes,
    modifiedMs,
    document,
  );
}

/** In a transaction; returns its id. `path` is absent for content that came without one. */
export function addDocument(
  db: Statements,
  source: number,
  file: Omit<SeenFile, 'path'> & { readonly path?: string },
): string {
  const id = newId();
  db.run(
    `INSERT INTO knowledge_document (id, source, path, name, state, bytes, modified_ms) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[encodeId(id), source, file.path ?? null, file.name || basename(file.path ?? ''), waiting],
    ...[file.bytes, file.modifiedMs],
  );
  return id;
}
