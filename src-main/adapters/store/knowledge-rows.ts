/** Documents and passages as rows, and back. */
import {
  type CitedPassage,
  documentStates,
  type KnowledgeDocument,
  type KnowledgeSource,
  type Passage,
  sourceKinds,
} from '../../domain/knowledge.ts';
import { decodeId } from './stored-id.ts';
import { decodeText } from './stored-text.ts';

export interface SourceRow {
  readonly rowid: number;
  readonly id: Buffer;
  readonly kind: number;
  readonly path: string;
  readonly added_at_ms: number;
}

export const sourceOf = (row: SourceRow): KnowledgeSource => ({
  id: decodeId(row.id),
  kind: sourceKinds[row.kind] ?? 'file',
  path: row.path,
  addedAtMs: row.added_at_ms,
});

export const stateNumber = (state: KnowledgeDocument['state']): number => documentStates.indexOf(state);

export interface DocumentRow {
  readonly rowid: number;
  readonly id: Buffer;
  readonly source_id: Buffer;
  readonly source: number;
  readonly path: string | null;
  readonly name: string;
  readonly state: number;
  readonly code: string | null;
  readonly bytes: number;
  readonly modified_ms: number;
  readonly sha256: Buffer | null;
  readonly title: string | null;
  readonly pages: number | null;
  readonly passages: number;
  readonly indexed_at_ms: number | null;
  readonly model: string | null;
  readonly edition: number;
}

export const documentColumns = 'd.*, s.id AS source_id';
export const documentTables = 'knowledge_document d JOIN knowledge_source s ON s.rowid = d.source';

export const documentOf = (row: DocumentRow): KnowledgeDocument => ({
  id: decodeId(row.id),
  sourceId: decodeId(row.source_id),
  name: row.name,
  ...(row.path !== null && { path: row.path }),
  state: documentStates[row.state] ?? 'failed',
  ...(row.code !== null && { code: row.code }),
  bytes: row.bytes,
  ...(row.title !== null && { title: row.title }),
  ...(row.pages !== null && { pages: row.pages }),
  passages: row.passages,
  ...(row.indexed_at_ms !== null && { indexedAtMs: row.indexed_at_ms }),
});

export interface PassageRow {
  readonly key: number;
  readonly id: Buffer;
  readonly document: number;
  readonly edition: number;
  readonly ordinal: number;
  readonly page: number | null;
  readonly start: number;
  readonly length: number;
  readonly headings: string;
  readonly text: Buffer;
  readonly document_id: Buffer;
  readonly name: string;
  readonly title: string | null;
  readonly path: string | null;
  readonly indexed_at_ms: number | null;
}

/** Only what is found: the passages of a document's present edition. */
export const foundPassages = `p.*, d.id AS document_id, d.name, d.title, d.path, d.indexed_at_ms
  FROM knowledge_passage p JOIN knowledge_document d ON d.rowid = p.document AND d.edition = p.edition`;

export const passageOf = (row: PassageRow): CitedPassage => ({
  id: decodeId(row.id),
  documentId: decodeId(row.document_id),
  documentName: row.name,
  ...(row.title !== null && { documentTitle: row.title }),
  ...(row.path !== null && { path: row.path }),
  indexedAtMs: row.indexed_at_ms ?? 0,
  ordinal: row.ordinal,
  text: decodeText(row.text),
  start: row.start,
  end: row.start + row.length,
  ...(row.page !== null && { page: row.page }),
  headings: JSON.parse(row.headings) as readonly string[],
});

/** What the index of words is made of. The index has to be given the same again when the passage goes. */
export const indexedText = ({ headings, text }: Pick<Passage, 'headings' | 'text'>): string =>
  `${headings.join('\n')}\n${text}`;
