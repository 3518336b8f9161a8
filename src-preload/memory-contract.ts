/** Commands and events of the memory: search, explanation, correction, forgetting, nights, taking out and bringing in. */
import * as z from 'zod/mini';
import { emotions, type Fact, type ForgetReceipt, type RecalledMemory } from '../src-main/domain/memory.ts';
import { memoryExplorerCommands } from './memory-explorer-contract.ts';
import {
  command,
  embedderChoice,
  errorReport,
  id,
  language,
  matching,
  nothing,
  origin,
  scoreParts,
} from './schemas.ts';

/** UTF-16 units. */
export const longestAbout = 500;
/** The most that one answer lists; counts say how many there are. */
export const mostListed = 200;
/** The largest file of memories, in UTF-16 units: a million of them, and room. */
export const maxMemoryImportLength = 2 ** 31;
/** The longest piece of such a file. */
export const longestPiece = 1024 * 1024;

const timeMs = z.number();
const share = z.number();
const words = z.string().check(z.minLength(1), z.maxLength(longestAbout));
/** As long as the preferences hold it. */
const topic = z.string().check(z.minLength(1), z.maxLength(200));
const upTo = (most: number) => z.int().check(z.minimum(1), z.maximum(most));
const ids = z.array(id).check(z.maxLength(500));

const place = z.object({
  conversationId: id,
  messageId: z.exactOptional(id),
  turnId: z.exactOptional(id),
  origin: z.exactOptional(origin),
  answerId: z.exactOptional(id),
});

const kind = z.enum(['episode', 'fact', 'summary']);
const recalledKind = z.enum(['episode', 'fact', 'summary', 'passage']);

const recalledMemory = matching<RecalledMemory>()(
  z.object({
    id,
    kind: recalledKind,
    text: z.string(),
    speaker: z.string(),
    atMs: timeMs,
    score: z.number(),
    parts: scoreParts,
    place: z.exactOptional(place),
    sourceEpisodeIds: z.exactOptional(z.array(id)),
    citation: z.exactOptional(
      z.object({
        documentId: id,
        documentName: z.string(),
        page: z.exactOptional(z.number()),
        heading: z.exactOptional(z.string()),
      }),
    ),
  }),
);
const recollection = z.object({
  memories: z.array(recalledMemory),
  tokens: z.number(),
  ms: z.number(),
});

const factShape = {
  subject: z.string(),
  relation: z.string(),
  value: z.string(),
  validFrom: z.exactOptional(z.string()),
  validTo: z.exactOptional(z.string()),
};
const fact = matching<Fact>()(
  z.object({
    id,
    subjectId: z.exactOptional(id),
    valueId: z.exactOptional(id),
    ...factShape,
    language,
    confidence: share,
    timesSaid: z.number(),
    firstSaidMs: timeMs,
    lastSaidMs: timeMs,
    proposedBy: z.enum(['rules', 'model', 'user']),
    sourceEpisodeIds: z.array(id),
    supersededBy: z.exactOptional(id),
    /** The relation as it reads between subject and value, in the profile's language. */
    relationText: z.string(),
  }),
);

const summary = z.object({
  id,
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('day'), date: z.string() }),
    z.object({ kind: z.literal('person'), name: z.string() }),
  ]),
  text: z.string(),
  language,
  madeAtMs: timeMs,
  interval: z.object({ startMs: timeMs, endMs: timeMs }),
  sourceEpisodeIds: z.array(id),
});

const factChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('learned'), fact }),
  z.object({
    kind: z.literal('strengthened'),
    factId: id,
    episodeId: id,
    saidAtMs: timeMs,
    validFrom: z.exactOptional(z.string()),
  }),
  z.object({
    kind: z.literal('ended'),
    factId: id,
    validTo: z.string(),
    by: z.exactOptional(id),
    episodeId: z.exactOptional(id),
  }),
  z.object({ kind: z.literal('edited'), factId: id, before: fact, after: fact }),
]);
const nightChange = z.object({
  id,
  change: factChange,
  state: z.enum(['made', 'accepted', 'undone']),
  /** What it is about, as it is known now; absent where it is gone. */
  fact: z.exactOptional(fact),
});
const night = z.object({ id, atMs: timeMs, episodes: z.number(), changes: z.array(nightChange) });

const explanation = z.object({
  id,
  kind,
  text: z.string(),
  /** Of a fact: the sentence without its dates. */
  claim: z.exactOptional(z.string()),
  sources: z.array(
    z.object({
      episodeId: id,
      text: z.string(),
      speaker: z.string(),
      atMs: timeMs,
      conversationId: z.exactOptional(id),
      messageId: z.exactOptional(id),
    }),
  ),
  fact: z.exactOptional(fact),
  history: z.array(z.object({ atMs: timeMs, change: factChange })),
  strength: share,
  recalls: z.number(),
  lastRecalledMs: z.exactOptional(timeMs),
  /** From when it was said into the days to come. */
  curve: z.exactOptional(
    z.object({ floor: share, nowMs: timeMs, points: z.array(z.object({ atMs: timeMs, strength: share })) }),
  ),
  /** What was felt when it was said. */
  affect: z.exactOptional(
    z.object({
      valence: z.number(),
      arousal: z.number(),
      dominance: z.number(),
      emotion: z.enum(emotions),
    }),
  ),
  /** Answers that it was used for, newest first. */
  uses: z.array(z.object({ atMs: timeMs, conversationId: id, messageId: id, title: z.string() })),
});

const sentence = { id, text: z.string(), atMs: timeMs };
/** The lists hold the first `mostListed` of each kind. */
const forgetPreview = z.object({
  token: z.string().check(z.minLength(1), z.maxLength(200)),
  counts: z.object({
    episodes: z.number(),
    messages: z.number(),
    facts: z.number(),
    summaries: z.number(),
    notes: z.number(),
  }),
  episodes: z.array(z.object(sentence)),
  messages: z.array(z.object({ ...sentence, conversationId: id })),
  facts: z.array(fact),
  summaries: z.array(summary),
  /** What the organizer keeps. */
  notes: z.array(
    z.object({ kind: z.enum(['note', 'list-item', 'timer', 'remembered-fact']), id, text: z.string() }),
  ),
});

const forgetReceipt = matching<ForgetReceipt>()(
  z.object({
    id,
    atMs: timeMs,
    episodes: z.number(),
    messages: z.number(),
    facts: z.number(),
    summaries: z.number(),
    vectors: z.number(),
    notes: z.number(),
    copies: z.array(z.string()),
  }),
);

const statistics = z.object({
  episodes: z.number(),
  facts: z.number(),
  summaries: z.number(),
  unconsolidated: z.number(),
  bytes: z.number(),
  embedder: z.string(),
});

/** The model that makes meanings, and how far a change of it has come. */
const embedder = z.object({
  choice: embedderChoice,
  /** The one in use: the built-in table while the chosen one is opened, or is away. */
  model: z.string(),
  isOpening: z.boolean(),
  /** Why the chosen one is not in use. */
  fault: z.exactOptional(errorReport),
  isWorking: z.boolean(),
  episodes: z.number(),
  /** How many memories each model has embedded. */
  models: z.array(z.object({ model: z.string(), dimensions: z.number(), episodes: z.number() })),
});

const topics = z.object({ topics: z.array(z.string()) });
const isPrivate = z.object({ on: z.boolean() });
const importCounts = z.object({
  episodes: z.number(),
  facts: z.number(),
  summaries: z.number(),
  /** Were here already. */
  known: z.number(),
  /** What the write gate kept out, by its reason. */
  refused: z.record(z.string(), z.number()),
});
export const memoryFileFormat = z.enum(['jsonl', 'markdown']);

export const memoryCommands = {
  ...memoryExplorerCommands,
  /** Best first. Looking strengthens nothing. */
  'memory.search': command(z.object({ query: words, limit: upTo(100) }), recollection),
  /** What an answer to these words would be given; nothing is counted or written. */
  'memory.recall': command(
    z.object({
      text: z.string().check(z.maxLength(200_000)),
      language: z.exactOptional(language),
      nowMs: z.exactOptional(timeMs),
      zone: z.exactOptional(z.string().check(z.maxLength(100))),
    }),
    recollection,
  ),
  /** What holds now; with `past`, what held once as well. `about`: a name or a value. */
  'memory.facts': command(
    z.object({ about: z.exactOptional(words), past: z.exactOptional(z.boolean()), limit: upTo(1000) }),
    z.object({ facts: z.array(fact) }),
  ),
  /** Why something is known: an episode, a fact or a summary. */
  'memory.explain': command(z.object({ id }), explanation),
  /** What these answers were given with; those that recalled nothing are left out. */
  'memory.recalled': command(
    z.object({ messageIds: ids }),
    z.object({ answers: z.array(z.object({ messageId: id, ...recollection.shape })) }),
  ),
  /** The old value stays in the fact's history. */
  'memory.edit': command(
    z.object({ factId: id, value: z.string().check(z.minLength(1), z.maxLength(1000)) }),
    fact,
  ),
  /** `about`: words, or the id of one memory. */
  'memory.previewForget': command(z.object({ about: words }), forgetPreview),
  /** Exactly what the preview with this token showed, for good. Fails as `memory.changed` otherwise. */
  'memory.forget': command(
    z.object({ token: z.string().check(z.minLength(1), z.maxLength(200)) }),
    forgetReceipt,
  ),
  /** Newest first; they hold numbers alone. */
  'memory.receipts': command(z.object({ limit: upTo(100) }), z.object({ receipts: z.array(forgetReceipt) })),
  'memory.nights': command(z.object({ limit: upTo(100) }), z.object({ nights: z.array(night) })),
  'memory.judge': command(z.object({ changeId: id, verdict: z.enum(['accepted', 'undone']) }), nightChange),
  /** `night` is absent when there was nothing to do. */
  'memory.consolidate': command(nothing, z.object({ night: z.exactOptional(night) })),
  'memory.statistics': command(nothing, statistics),
  'memory.embedder': command(nothing, embedder),
  /** Fails, and nothing is changed, where the model is not there; memories are embedded anew in the background. */
  'memory.useEmbedder': command(z.object({ embedder: embedderChoice }), embedder),
  'memory.private': command(isPrivate, isPrivate),
  /** Topics that are neither kept nor recalled. */
  'memory.exclusions': command(nothing, topics),
  'memory.exclude': command(z.object({ topic, on: z.boolean() }), topics),
  /**
   * A file of everything, piece by piece: the same `exportId` again gives the next one, until `isLast`. What is not
   * asked for within a minute is given up.
   */
  'memory.export': command(
    z.object({ exportId: id, format: memoryFileFormat }),
    z.object({ fileName: z.string(), mediaType: z.string(), text: z.string(), isLast: z.boolean() }),
  ),
  'memory.cancelExport': command(z.object({ exportId: id }), nothing),
  /** A piece of a file, before the last one; `at`: how many UTF-16 units of it came before. Answered when there is room for more. */
  'memory.importPiece': command(
    z.object({ importId: id, at: z.int(), text: z.string().check(z.maxLength(longestPiece)) }),
    nothing,
  ),
  /** The last piece. All or nothing; what kind of file it is shows in its beginning. */
  'memory.import': command(
    z.object({ importId: id, at: z.int(), text: z.string().check(z.maxLength(longestPiece)) }),
    importCounts,
  ),
  'memory.cancelImport': command(z.object({ importId: id }), nothing),
} as const;

export const memoryEvents = {
  /** Something was learned, corrected, forgotten or brought in. */
  'memory.changed': z.object({ episodes: z.number(), facts: z.number(), summaries: z.number() }),
  'memory.consolidated': z.object({ nightId: id, episodes: z.number(), changes: z.number() }),
  'memory.privateChanged': isPrivate,
  /** A few times a second. */
  'memory.importProgress': z.object({ importId: id, records: z.number(), readLength: z.number() }),
} as const;
