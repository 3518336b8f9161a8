/** Puts the person's documents together: the index, the process that reads, and the work that keeps both in step. */
import { resolve } from 'node:path';
import { kindOfPath } from '../adapters/document/list-files.ts';
import { createProcessDocumentReader } from '../adapters/document/process-document-reader.ts';
import type { Store } from '../adapters/store/open-store.ts';
import type { Publish } from '../api/services.ts';
import { estimateTokens } from '../conversation/prompt.ts';
import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { KnowledgeDocument } from '../domain/knowledge.ts';
import { excerptOf } from '../memory/knowledge/excerpt.ts';
import { findPassages } from '../memory/knowledge/find-passages.ts';
import type { Knowledge, KnowledgeQuestion, KnowledgeReminder } from '../memory/knowledge/knowledge.ts';
import { readQuery } from '../memory/knowledge/read-query.ts';
import { relevant, remindPassages, usedPassage } from '../memory/knowledge/remind-passages.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentReader } from '../ports/document-reader.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { AskedKnowledge } from '../skills/asked-knowledge.ts';
import { KnowledgeWork } from './knowledge-work.ts';
import { openBrowser } from './open-browser.ts';
import { engineProgram } from './program-path.ts';

export interface OpenKnowledgeOptions {
  readonly store: Store;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly isBusy: () => boolean;
  readonly publish: Publish;
  /** What documents say is another by now. */
  readonly onChanged: () => void;
  readonly onError: (error: unknown) => void;
  /** For tests; default: the document process. */
  readonly reader?: DocumentReader;
}

export interface OpenedKnowledge extends Knowledge {
  /** Undefined where no document helps. */
  remind(question: KnowledgeQuestion, signal?: AbortSignal): Promise<KnowledgeReminder | undefined>;
  readonly quote: AskedKnowledge['quote'];
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Several changes at once are told once. */
const tellAfterMs = 200;
const mostDocuments = 100_000;
const shownAround = 3;
const nothingYet = { waiting: 0, indexed: 0, failed: 0, passages: 0, isPaused: false, isLooking: false };
const quotedAtMost = 3;
/** UTF-16 units: it is read aloud. */
const longestQuotation = 320;

export function openKnowledge(options: OpenKnowledgeOptions): OpenedKnowledge {
  const { clock, publish, onError, embedder } = options;
  const { knowledge: store } = options.store;
  const status = async () => ({
    ...(await store.counts()),
    isPaused: work.isPaused,
    isLooking: work.isLooking,
    ...(work.reading !== undefined && { reading: work.reading }),
  });
  /** Windows begin with nothing; an order is told of whether it changed anything or not. */
  let told = JSON.stringify(nothingYet);
  const tell = telling(clock, async () => {
    options.onChanged();
    const now = await status();
    if (JSON.stringify(now) === told) return;
    told = JSON.stringify(now);
    publish('knowledge.changed', now);
  });
  const ordered = (): void => {
    told = '';
    tell.soon(onError);
  };
  const work = new KnowledgeWork({
    ...{ store, embedder, clock, onError, isBusy: options.isBusy },
    reader: options.reader ?? createProcessDocumentReader({ clock, ...engineProgram('document-process') }),
    onChanged: () => tell.soon(onError),
  });
  const required = async (id: string): Promise<KnowledgeDocument> => {
    const document = await store.document(id);
    if (document === undefined) throw new JarvisError('input.not-found', { what: id });
    return document;
  };
  const remove = async (id: string): Promise<void> => {
    const sourceId = await sourceOfId(id, options.store);
    await scrubAnswers(sourceId, options.store);
    await store.removeSource(sourceId);
    await work.removed(sourceId);
    await options.store.eraser.settle();
    ordered();
  };
  return {
    add: async path => {
      const full = resolve(path);
      const kind = await kindOfPath(full);
      const source = await store.addSource({ id: newId(), kind, path: full, addedAtMs: clock.nowMs() });
      work.look(source.id);
      ordered();
      return source;
    },
    addContent: async (name, bytes, signal) => {
      const source = await store.addSource({
        ...{ id: newId(), kind: 'uploaded', path: name, addedAtMs: clock.nowMs() },
      });
      const id = await store.addUploaded(source.id, { name, bytes: bytes.length });
      try {
        await work.readContent(id, { name, bytes }, signal);
        const document = await required(id);
        if (document.code !== undefined) throw new JarvisError(document.code as 'knowledge.damaged');
        ordered();
        return document;
      } catch (error) {
        // Nothing is kept of what could not be read: it can be given again.
        await remove(source.id);
        throw error;
      }
    },
    remove,
    sources: () => store.sources(),
    documents: query => store.documents(query),
    status,
    find: ({ text, language, limit }) => findPassages(readQuery(text, language), limit, { store, embedder }),
    passage: async id => {
      const passage = await store.passage(id);
      if (passage === undefined) throw new JarvisError('input.not-found', { what: id });
      const { documentId, ordinal } = passage;
      const near = await store.around(documentId, ordinal - shownAround, ordinal + shownAround);
      return {
        passage,
        before: near.filter(one => one.ordinal < ordinal),
        after: near.filter(one => one.ordinal > ordinal),
      };
    },
    openFile: async documentId => {
      const { path, name } = await required(documentId);
      if (path === undefined) throw new JarvisError('knowledge.no-such-path', { path: name });
      await kindOfPath(path);
      // The system knows which program a file belongs to.
      await openBrowser(path);
    },
    pause: async () => {
      work.pause();
      ordered();
    },
    resume: async () => {
      work.resume();
      ordered();
    },
    remind: async (question, signal) =>
      (await store.counts()).passages === 0
        ? undefined
        : remindPassages(question, signal, { store, embedder, estimateTokens }),
    quote: async (text, language) => {
      if ((await store.counts()).passages === 0) return undefined;
      const query = readQuery(text, language);
      const found = await findPassages(query, quotedAtMost, { store, embedder });
      return relevant(found, true).map(passage => {
        const { documentName, page, headings } = passage;
        const heading = headings.at(-1);
        return {
          ...{ documentName, used: usedPassage(passage) },
          text: excerptOf(passage.text, query.terms, longestQuotation),
          ...(page !== undefined && { page }),
          ...(heading !== undefined && { heading }),
        };
      });
    },
    start: async () => {
      await removeUnread(options.store);
      await work.start();
    },
    close: async () => {
      tell.cancel();
      await work.close();
    },
  };
}

function telling(clock: Clock, tell: () => Promise<void>) {
  let cancel: (() => void) | undefined;
  return {
    soon: (onError: (error: unknown) => void): void => {
      cancel ??= clock.after(tellAfterMs, () => {
        cancel = undefined;
        tell().catch(onError);
      });
    },
    cancel: (): void => cancel?.(),
  };
}

/** A document in a folder is no source of its own: it would come back. */
async function sourceOfId(id: string, { knowledge }: Store): Promise<string> {
  const sources = await knowledge.sources();
  if (sources.some(source => source.id === id)) return id;
  const document = await knowledge.document(id);
  const source = sources.find(one => one.id === document?.sourceId && one.kind !== 'folder');
  if (source === undefined) throw new JarvisError('input.not-found', { what: id });
  return source.id;
}

/** Earlier prompts quote its passages, and so would later ones of the same conversation. */
async function scrubAnswers(sourceId: string, { knowledge, perception }: Store): Promise<void> {
  const documents = (await knowledge.documents({ limit: mostDocuments })).filter(
    document => document.sourceId === sourceId,
  );
  const passages = await Promise.all(
    documents.map(({ id, passages: count }) => knowledge.around(id, 0, count)),
  );
  await perception.scrubRecalled(passages.flat().map(({ id }) => id));
}

/** Content whose reading a kill broke off. */
async function removeUnread({ knowledge }: Store): Promise<void> {
  const documents = await knowledge.documents({ limit: mostDocuments });
  for (const { path, state, sourceId } of documents) {
    if (path === undefined && state === 'waiting') await knowledge.removeSource(sourceId);
  }
}
