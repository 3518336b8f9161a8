/** Commands and events of the person's documents: given, listed, searched, cited, removed. */
import * as z from 'zod/mini';
import type {
  CitedPassage,
  FoundPassage,
  KnowledgeDocument,
  KnowledgeSource,
} from '../src-main/domain/knowledge.ts';
import { command, id, language, matching, nothing } from './schemas.ts';

const longestPath = 4096;
const longestQuery = 2000;
const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const upTo = (most: number) => z.int().check(z.minimum(1), z.maximum(most));

const source = matching<KnowledgeSource>()(
  z.object({ id, kind: z.enum(['file', 'folder', 'uploaded']), path: z.string(), addedAtMs: z.number() }),
);
const document = matching<KnowledgeDocument>()(
  z.object({
    id,
    sourceId: id,
    name: z.string(),
    path: z.exactOptional(z.string()),
    state: z.enum(['waiting', 'indexed', 'failed']),
    code: z.exactOptional(z.string()),
    bytes: z.number(),
    title: z.exactOptional(z.string()),
    pages: z.exactOptional(z.number()),
    passages: z.number(),
    indexedAtMs: z.exactOptional(z.number()),
  }),
);
/** What went wrong, in the profile's language. */
const listedDocument = z.extend(document, {
  problem: z.exactOptional(z.object({ message: z.string(), hint: z.string() })),
});
const status = z.object({
  waiting: z.number(),
  indexed: z.number(),
  failed: z.number(),
  passages: z.number(),
  isPaused: z.boolean(),
  /** A file or folder is to be looked at: there may be more to read. */
  isLooking: z.boolean(),
  /** The name of the file that is being read. */
  reading: z.exactOptional(z.string()),
});
const passageShape = {
  id,
  documentId: id,
  documentName: z.string(),
  documentTitle: z.exactOptional(z.string()),
  path: z.exactOptional(z.string()),
  indexedAtMs: z.number(),
  ordinal: z.number(),
  text: z.string(),
  start: z.number(),
  end: z.number(),
  page: z.exactOptional(z.number()),
  headings: z.readonly(z.array(z.string())),
};
const passage = matching<CitedPassage>()(z.object(passageShape));
const foundPassage = matching<FoundPassage>()(
  z.object({ ...passageShape, score: z.number(), words: z.number(), meaning: z.number() }),
);

export const knowledgeCommands = {
  /** A file or folder on the machine Jarvis runs on; it is read in the background and watched. */
  'knowledge.add': command(z.object({ path: text(longestPath) }), source),
  /** A source, or the only document of one. For good: nothing of it is left in the index. */
  'knowledge.remove': command(z.object({ id }), nothing),
  /** In the order of their paths; `after`: the last document of the page before. */
  'knowledge.list': command(
    z.object({ limit: upTo(1000), after: z.exactOptional(id) }),
    z.object({ sources: z.array(source), documents: z.array(listedDocument), status }),
  ),
  'knowledge.search': command(
    z.object({ query: text(longestQuery), limit: upTo(50), language: z.exactOptional(language) }),
    z.object({ passages: z.array(foundPassage) }),
  ),
  /** A passage with those around it. */
  'knowledge.passage': command(
    z.object({ id }),
    z.object({ passage, before: z.array(passage), after: z.array(passage) }),
  ),
  /** In the program that the system has for it, on the machine Jarvis runs on. */
  'knowledge.open': command(z.object({ documentId: id }), nothing),
  'knowledge.pause': command(nothing, status),
  'knowledge.resume': command(nothing, status),
} as const;

export const knowledgeEvents = {
  /** A few times a second while documents are read. */
  'knowledge.changed': status,
} as const;
