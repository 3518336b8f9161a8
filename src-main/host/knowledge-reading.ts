/** Reads one document into the index: blocks become passages, passages get vectors, in short steps. */
import type { ErrorCode } from '../domain/error-codes.ts';
import { asJarvisError } from '../domain/errors.ts';
import type { DocumentBlock, Passage } from '../domain/knowledge.ts';
import { sentencesOf } from '../domain/sentences.ts';
import { PassageMaker } from '../memory/knowledge/make-passages.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentReader, DocumentSource } from '../ports/document-reader.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { ArrivingDocument, EmbeddedPassage, KnowledgeStore } from '../ports/knowledge-store.ts';

export interface ReadingPorts {
  readonly store: KnowledgeStore;
  readonly reader: DocumentReader;
  readonly embedder: Embedder;
  readonly clock: Clock;
  /** Resolves once nobody waits for an answer. */
  readonly turn: (signal: AbortSignal) => Promise<void>;
}

/** So many passages are embedded and stored at once: about 5 ms. */
const passagesAtOnce = 3;

/** Codes that say what is wrong with the document, and not with us. */
const ofDocument = new Set<ErrorCode>([
  'knowledge.unsupported',
  'knowledge.encrypted',
  'knowledge.damaged',
  'knowledge.empty',
  'knowledge.too-large',
  'knowledge.gave-up',
  'input.file-unreadable',
]);

/** What cannot be read is named in the index; only other faults, and the signal, are thrown. */
export async function readIntoIndex(
  document: { readonly id: string; readonly sha256?: Uint8Array },
  source: DocumentSource,
  ports: ReadingPorts,
  signal: AbortSignal,
): Promise<void> {
  const { store, reader, clock } = ports;
  const arriving = store.arrive(document.id);
  const maker = new PassageMaker();
  const waiting: Passage[] = [];
  try {
    const read = await reader.read(source, {
      ...(document.sha256 && { known: document.sha256 }),
      signal,
      onBlocks: async (blocks: readonly DocumentBlock[]) => {
        for (const block of blocks) {
          waiting.push(...maker.add(block));
          while (waiting.length >= passagesAtOnce) await put(waiting, arriving, ports, signal);
        }
      },
    });
    if (document.sha256 !== undefined && Buffer.from(document.sha256).equals(read.sha256)) {
      await store.unchanged(document.id);
      return;
    }
    waiting.push(...maker.finish());
    while (waiting.length > 0) await put(waiting, arriving, ports, signal);
    await arriving.complete({ ...read, atMs: clock.nowMs() });
  } catch (error) {
    if (signal.aborted) throw error;
    const { code } = asJarvisError(error);
    if (!ofDocument.has(code)) throw error;
    await store.failed(document.id, code);
  }
}

async function put(
  waiting: Passage[],
  arriving: ArrivingDocument,
  { embedder, turn }: ReadingPorts,
  signal: AbortSignal,
): Promise<void> {
  await turn(signal);
  const passages = waiting.splice(0, passagesAtOnce);
  const texts = passages.map(passage => [headed(passage), ...sentencesOf(passage.text)]);
  const vectors = await embedder.embed(texts.flat(), signal);
  let at = 0;
  const embedded = passages.map((passage, index): EmbeddedPassage => {
    const from = at;
    at += texts[index]?.length ?? 0;
    return { passage, vectors: vectors.slice(from, at) };
  });
  await new Promise<void>(resolve => setImmediate(resolve));
  await arriving.add(embedded, embedder.model);
}

/** The passage itself begins with its own heading. */
const headed = ({ headings, text }: Passage): string =>
  [...headings.filter(heading => !text.startsWith(heading)), text].join('\n');
