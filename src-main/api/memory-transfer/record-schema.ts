/** What one line of a file of memories may hold: shapes and bounds. */
import * as z from 'zod/mini';
import type { FactChange } from '../../domain/fact-change.ts';
import type { Episode, Fact } from '../../domain/memory.ts';
import { emotions } from '../../domain/memory.ts';
import type { MemoryRecord } from '../../ports/memory-records.ts';
import type { Summary } from '../../ports/semantic-memory-store.ts';

/** Checks at compile time that a schema yields exactly what the domain type says. */
const matching =
  <Domain>() =>
  <Schema extends z.ZodMiniType<Domain>>(schema: Schema): Schema =>
    schema;

/** What an order to forget, a link or a list can name: no spaces, no quotes. */
const id = z.string().check(z.regex(/^[\w.:-]{1,64}$/));
const timeMs = z.number().check(z.minimum(-8.64e15), z.maximum(8.64e15));
const share = z.number().check(z.minimum(0), z.maximum(1));
const count = z.int().check(z.minimum(0));
const word = z.string().check(z.maxLength(1000));
const ids = z.array(id).check(z.maxLength(100_000));
const language = z.enum(['fr', 'en']);
const text = z.string().check(z.maxLength(16 * 1024 * 1024));

export const episodeShape = z.object({
  id,
  place: z.object({
    conversationId: id,
    messageId: z.exactOptional(id),
    turnId: z.exactOptional(id),
    origin: z.exactOptional(z.enum(['typed', 'spoken', 'command-line'])),
    answerId: z.exactOptional(id),
  }),
  provenance: z.enum(['user', 'assistant', 'web', 'document', 'tool']),
  speaker: word,
  atMs: timeMs,
  text,
  language,
  affect: z.object({
    valence: z.number().check(z.minimum(-1), z.maximum(1)),
    arousal: share,
    dominance: share,
    emotion: z.enum(emotions),
  }),
  salience: share,
  entities: z.array(word).check(z.maxLength(10_000)),
}) satisfies z.ZodMiniType<Episode>;

const fact = matching<Fact>()(
  z.object({
    id,
    subject: word,
    subjectId: z.exactOptional(id),
    relation: z.string().check(z.regex(/^[a-z][a-z0-9_]{0,79}$/)),
    value: z.string().check(z.maxLength(10_000)),
    valueId: z.exactOptional(id),
    validFrom: z.exactOptional(word),
    validTo: z.exactOptional(word),
    language,
    confidence: share,
    timesSaid: count,
    firstSaidMs: timeMs,
    lastSaidMs: timeMs,
    proposedBy: z.enum(['rules', 'model', 'user']),
    sourceEpisodeIds: ids,
    supersededBy: z.exactOptional(id),
  }),
);

const change = matching<FactChange>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('learned'), fact }),
    z.object({
      kind: z.literal('strengthened'),
      factId: id,
      episodeId: id,
      saidAtMs: timeMs,
      validFrom: z.exactOptional(word),
    }),
    z.object({
      kind: z.literal('ended'),
      factId: id,
      validTo: word,
      by: z.exactOptional(id),
      episodeId: z.exactOptional(id),
    }),
    z.object({ kind: z.literal('edited'), factId: id, before: fact, after: fact }),
  ]),
);

const summary = matching<Summary>()(
  z.object({
    id,
    about: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('day'), date: word }),
      z.object({ kind: z.literal('person'), name: word }),
    ]),
    text,
    language,
    madeAtMs: timeMs,
    interval: z.object({ startMs: timeMs, endMs: timeMs }),
    sourceEpisodeIds: ids,
  }),
);

export const memoryRecord = matching<MemoryRecord>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('episode'),
      episode: episodeShape,
      recalls: count,
      lastRecalledMs: z.exactOptional(timeMs),
      isConsolidated: z.boolean(),
    }),
    z.object({
      kind: z.literal('fact'),
      fact,
      history: z.array(z.object({ atMs: timeMs, change })).check(z.maxLength(10_000)),
    }),
    z.object({ kind: z.literal('summary'), summary }),
  ]),
);

export const header = z.object({
  kind: z.literal('header'),
  format: z.literal('jarvis-memory'),
  version: z.literal(1),
});
export const counts = z.object({ episodes: count, facts: count, summaries: count });
/** Without it a file that was cut between two lines would look whole. */
export const ending = z.object({ kind: z.literal('end'), ...counts.shape });
export type Counts = z.output<typeof counts>;
