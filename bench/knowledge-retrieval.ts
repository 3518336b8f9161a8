/** How well passages are found: a small set of documents and questions that was written for this project. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Blocks } from '../native/document-process/blocks.ts';
import { readDocument } from '../native/document-process/read-document.ts';
import { createStaticTableEmbedder } from '../src-main/adapters/embedder/static-table.ts';
import { openStore, type Store } from '../src-main/adapters/store/open-store.ts';
import { detectLanguage } from '../src-main/domain/detect-language.ts';
import { newId } from '../src-main/domain/id.ts';
import type { FoundPassage } from '../src-main/domain/knowledge.ts';
import { embeddingTableFolder } from '../src-main/host/embedding-table-folder.ts';
import { readIntoIndex } from '../src-main/host/knowledge-reading.ts';
import { systemClock } from '../src-main/host/system-clock.ts';
import { findPassages } from '../src-main/memory/knowledge/find-passages.ts';
import { readQuery } from '../src-main/memory/knowledge/read-query.ts';
import { relevant } from '../src-main/memory/knowledge/remind-passages.ts';
import type { DocumentReader } from '../src-main/ports/document-reader.ts';
import type { Embedder } from '../src-main/ports/embedder.ts';

interface DocumentLine {
  readonly name: string;
  readonly text: string;
}
export interface QuestionLine {
  readonly question: string;
  /** Absent: no document has anything to say. */
  readonly document?: string;
  /** Document and question are in different languages. */
  readonly crosses?: true;
}
export interface AskedQuestion extends QuestionLine {
  readonly found: readonly FoundPassage[];
  /** What would stand in the prompt, unasked. */
  readonly told: readonly FoundPassage[];
}

const linesOf = <Line>(name: string): readonly Line[] =>
  readFileSync(fileURLToPath(new URL(`knowledge/${name}`, import.meta.url)), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Line);

/** Every question with the three best passages. */
export async function askDocuments(): Promise<readonly AskedQuestion[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-knowledge-bench-'));
  const store = openStore({
    ...{ path: join(folder, 'jarvis.db'), backupsDir: join(folder, 'backups'), key: randomBytes(32) },
    clock: systemClock,
  });
  const embedder = createStaticTableEmbedder(embeddingTableFolder);
  try {
    await indexDocuments(store, embedder);
    const asked: AskedQuestion[] = [];
    for (const line of linesOf<QuestionLine>('questions.jsonl')) {
      const query = readQuery(line.question, detectLanguage(line.question) ?? 'fr');
      const found = await findPassages(query, 3, { store: store.knowledge, embedder });
      asked.push({ ...line, found, told: relevant(found, query.asksDocuments) });
    }
    return asked;
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function indexDocuments({ knowledge }: Store, embedder: Embedder): Promise<void> {
  const ports = { store: knowledge, reader, embedder, clock: systemClock, turn: async () => undefined };
  const source = await knowledge.addSource({ id: newId(), kind: 'uploaded', path: 'set', addedAtMs: 0 });
  for (const { name, text } of linesOf<DocumentLine>('documents.jsonl')) {
    const bytes = Buffer.from(text);
    const id = await knowledge.addUploaded(source.id, { name, bytes: bytes.length });
    await readIntoIndex({ id }, { name, bytes }, ports, new AbortController().signal);
  }
}

/** What the document process does, in this one. */
const reader: DocumentReader = {
  read: async (source, { onBlocks }) => {
    if ('path' in source) throw new RangeError('content is read here');
    const blocks = new Blocks(async batch => onBlocks(batch));
    const about = await readDocument(Buffer.from(source.bytes), source.name, blocks);
    return { sha256: randomBytes(32), ...about };
  },
  close: async () => undefined,
};
